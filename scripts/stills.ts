/** The stills that the element shows until its first frame: one for each configuration of the built-in site, in light and in dark. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import words from '../assets/languages/en.facade.json' with { type: 'json' };
import { builtinSites } from '../src/model/builtin.ts';
import { dateOf } from '../src/model/days.ts';
import { makeCampus } from '../src/timeline/campus.ts';
import type { Harness } from '../tests/harness/browser.ts';
import { pictureBytes } from '../tests/harness/picture.ts';
import { root } from './install.mjs';

const SITE = 'colossus';
/** CSS pixels. */
const SIZE = { width: 640, height: 360 };
/** Bytes of one still. It is part of the element's first load. */
export const MOST_BYTES = 6_900;
export const SCHEMES = ['light', 'dark'] as const;
export const CONFIGS = builtinSites[SITE]!.configurations.map(({ id }) => id);

export const stillFile = (config: string, scheme: (typeof SCHEMES)[number]): string =>
  join(root, 'public/stills', `${config}${scheme === 'dark' ? '-dark' : ''}.webp`);

/** What the poster says of each configuration. */
export function stillWords() {
  const document = builtinSites[SITE]!;
  const say = (key: keyof typeof words, values: Record<string, string>) =>
    words[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name]!);
  const numbers = new Intl.NumberFormat('en');
  const dates = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
  const configs = Object.fromEntries(
    CONFIGS.map((config) => {
      const { site, layout, timeline } = makeCampus({ id: SITE, document, config });
      const values = {
        name: site.name,
        place: document.place,
        gpus: numbers.format(layout.totals.gpus),
        racks: numbers.format(layout.totals.racks),
        date: dates.format(new Date(dateOf(site.dayZero, timeline.completeDay))),
      };
      return [config, say('facade.facts', values)];
    }),
  );
  return { configs };
}

/** The picture that a still is made from, PNG. */
export async function stillSource(
  harness: Harness,
  config: string,
  scheme: (typeof SCHEMES)[number],
): Promise<Buffer> {
  const opened = await harness.open(`embed/?config=${config}&motion=reduce&quality=high`, {
    viewport: SIZE,
    colorScheme: scheme,
  });
  const png = await pictureBytes(opened.page, SIZE.width * 2, SIZE.height * 2);
  if (opened.errors.length > 0) throw new Error(opened.errors.join('\n'));
  await opened.close();
  return png;
}

/** The picture at half its size as WebP of the best quality that keeps to {@link MOST_BYTES}. */
function encode(page: Page, png: Buffer): Promise<string> {
  return page.evaluate(
    async ({ source, most, width, height }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      for (let quality = 0.9; quality > 0; quality -= 0.01) {
        const address = canvas.toDataURL('image/webp', quality);
        const base64 = address.slice(address.indexOf(',') + 1);
        if ((base64.length * 3) / 4 <= most) return base64;
      }
      throw new Error(`The still does not fit into ${most} bytes.`);
    },
    { source: png.toString('base64'), most: MOST_BYTES, ...SIZE },
  );
}

/** Writes all stills and their words. */
export async function writeStills(harness: Harness): Promise<void> {
  await writeFile(join(root, 'assets/stills.json'), `${JSON.stringify(stillWords(), null, 2)}\n`);
  await mkdir(join(root, 'public/stills'), { recursive: true });
  const encoder = await harness.open('about:blank', { ready: false });
  for (const config of CONFIGS) {
    for (const scheme of SCHEMES) {
      const png = await stillSource(harness, config, scheme);
      const file = stillFile(config, scheme);
      await writeFile(file, Buffer.from(await encode(encoder.page, png), 'base64'));
      console.log(file);
    }
  }
  await encoder.close();
}
