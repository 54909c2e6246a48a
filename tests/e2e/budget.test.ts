import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { bytesToFirstFrame, gzipTotal } from '../harness/bytes.ts';
import { harnessForFile } from '../harness/suite.ts';

/** Bytes, gzip: HTML, scripts, styles, fonts and poster up to the first 3D frame. */
const BUDGET = 240_000;

const harness = harnessForFile();

describe('the embed', () => {
  it(`needs at most ${BUDGET / 1000} kB up to its first 3D frame`, async () => {
    const loaded = await bytesToFirstFrame(harness(), 'embed/');
    const listed = loaded.map(({ path, gzip }) => `${path} ${gzip}`).join('\n');
    expect(
      loaded.some(({ path }) => path.endsWith('/embed.js')),
      listed,
    ).toBe(true);
    console.log(`embed/ up to the first frame, gzip: ${gzipTotal(loaded)}\n${listed}`);
    expect(gzipTotal(loaded), listed).toBeLessThanOrEqual(BUDGET);
  });

  it('holds no react-dom', () => {
    const dist = join(root, 'dist');
    const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path === 'embed.js' || /^embed(-chunks)?\/.*\.js$/.test(path));
    expect(scripts).toContain('embed.js');
    // Names that only react-dom has; the explorer's scripts prove that they are the right ones.
    const marker = /__reactContainer\$|_reactRootContainer|dangerouslySetInnerHTML/;
    const explorer = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    const has = (path: string) => marker.test(readFileSync(join(dist, path), 'utf8'));
    expect(explorer.some((name) => has(`assets/${name}`))).toBe(true);
    expect(scripts.filter(has)).toEqual([]);
  });
});
