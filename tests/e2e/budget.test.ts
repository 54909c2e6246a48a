import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { bytesToFirstFrame, gzipTotal } from '../harness/bytes.ts';
import { sandboxPage } from '../harness/serve.ts';
import { harnessForFile } from '../harness/suite.ts';

/** Bytes, gzip: HTML, scripts, styles, fonts and poster up to the first 3D frame. */
const BUDGET = 240_000;

/** The same, beyond the way with modules, where the element boots from classic scripts. */
const CLASSIC_MORE = 40_000;

/** Bytes, gzip, of the script that shows the still. */
const FIRST = 3_072;

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

  it(`shows the still with the first ${FIRST} bytes of script`, () => {
    expect(gzipSync(readFileSync(join(root, 'dist/embed.js'))).length).toBeLessThanOrEqual(FIRST);
  });

  it(`needs at most ${CLASSIC_MORE / 1000} kB more where modules are refused`, async () => {
    const modules = await bytesToFirstFrame(harness(), 'embed/');
    const host = harness().offer('sandbox', sandboxPage(harness().at('embed/')));
    const classic = await bytesToFirstFrame(harness(), host);
    expect(classic.some(({ path }) => path.endsWith('/embed.classic.js'))).toBe(true);
    console.log(`in a sandbox: ${gzipTotal(classic)}, as modules: ${gzipTotal(modules)}`);
    expect(gzipTotal(classic)).toBeLessThanOrEqual(gzipTotal(modules) + CLASSIC_MORE);
  });

  it('holds no react-dom', () => {
    const dist = join(root, 'dist');
    const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /^embed(\.classic)?\.js$/.test(path) || /^embed(-chunks)?\/.*\.js$/.test(path));
    expect(scripts).toEqual(expect.arrayContaining(['embed.js', 'embed.classic.js']));
    // Names that only react-dom has; the explorer's scripts prove that they are the right ones.
    const marker = /__reactContainer\$|_reactRootContainer|dangerouslySetInnerHTML/;
    const explorer = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    const has = (path: string) => marker.test(readFileSync(join(dist, path), 'utf8'));
    expect(explorer.some((name) => has(`assets/${name}`))).toBe(true);
    expect(scripts.filter(has)).toEqual([]);
  });
});
