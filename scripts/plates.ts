/**
 * `npm run plates`: writes a still picture of every station, look and size to a folder; the bytes are the same each time.
 * Options: --stills (only the stills that the element shows until its first frame), --out DIR, --views a,b, --sizes 1920x1080,390x844, --looks a,b, --query key=value (may be repeated).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LOOKS } from '../src/views/look.ts';
import { VIEWS } from '../src/views/view.ts';
import { assertSilent, startHarness } from '../tests/harness/browser.ts';
import { ensureBuilt } from '../tests/harness/built.ts';
import { pictureBytes } from '../tests/harness/picture.ts';
import { readArguments } from './arguments.ts';
import { root } from './install.mjs';
import { writeStills } from './stills.ts';

const given = readArguments(['stills', 'out', 'views', 'sizes', 'looks', 'query']);
const list = (value: string[] | undefined, fallback: string) =>
  (value?.join(',') || fallback).split(',').map((part) => part.trim());
const out = resolve(root, given.out?.[0] || 'plates');
const views = list(given.views, VIEWS.join());
const looks = list(given.looks, LOOKS.join());
const sizes = list(given.sizes, '1920x1080,1080x1920,390x844,3840x1080,3840x2160').map((size) => {
  const [width, height] = size.split('x').map(Number);
  if (!width || !height) throw new Error(`A size reads 1920x1080, not ${size}`);
  return { width, height };
});

ensureBuilt();
await mkdir(out, { recursive: true });
const harness = await startHarness();
try {
  if (given.stills !== undefined) await writeStills(harness);
  for (const size of given.stills !== undefined ? [] : sizes) {
    for (const look of looks) {
      for (const view of views) {
        const query = new URLSearchParams({
          view,
          look,
          motion: 'reduce',
          quality: 'high',
        });
        for (const pair of given.query ?? []) {
          const [key = '', ...value] = pair.split('=');
          query.set(key, value.join('='));
        }
        const opened = await harness.open(`embed/?${query}`, { viewport: size, reducedMotion: true });
        const png = await pictureBytes(opened.page, size.width, size.height);
        assertSilent(opened);
        await opened.close();
        const file = join(out, `${look}-${view}-${size.width}x${size.height}.png`);
        await writeFile(file, png);
        console.log(`${file}  ${(png.length / 1000).toFixed(0)} kB`);
      }
    }
  }
} finally {
  await harness.close();
}
