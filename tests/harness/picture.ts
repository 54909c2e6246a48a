import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { root } from '../../scripts/install.mjs';
import type { Scripted } from './browser.ts';
import { outputFolder } from './serve.ts';

/** Decoded pixels: 4 per pixel, red, green, blue, alpha, 0 to 255, row by row from the top. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export function decodePng(png: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  return { width, height, data: new Uint8Array(data) };
}

export function encodePng(picture: Picture): Buffer {
  const png = new PNG({ width: picture.width, height: picture.height });
  png.data = Buffer.from(picture.data);
  return PNG.sync.write(png);
}

/** What the page shows now, in device pixels. */
export async function photograph(
  page: Page,
  clip?: { x: number; y: number; width: number; height: number },
): Promise<Picture> {
  return decodePng(await page.screenshot({ type: 'png', animations: 'disabled', ...(clip ? { clip } : {}) }));
}

/** The handle's own picture of the given size, as it leaves `toBlob`, with all its triangles. */
export async function pictureBytes(page: Scripted, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async (size) => {
      const handle = (window as unknown as import('./handle.ts').WithHandle).rackfield;
      const limited = window as import('./browser.ts').Limited;
      const { mostTriangles } = limited;
      delete limited.mostTriangles;
      const blob = await handle.toBlob({ ...size, type: 'image/png' });
      if (mostTriangles) limited.mostTriangles = mostTriangles;
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (let start = 0; start < bytes.length; start += 0x8000) {
        text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
      }
      return btoa(text);
    },
    { width, height },
  );
  return Buffer.from(base64, 'base64');
}

export function pixelAt(picture: Picture, x: number, y: number): Colour {
  const at = (Math.round(y) * picture.width + Math.round(x)) * 4;
  const { data } = picture;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
}

/** The picture with half as many pixels each way, each the mean of four. */
export function halved({ width, height, data }: Picture): Picture {
  const half = { width: width >> 1, height: height >> 1 };
  const means = new Uint8Array(half.width * half.height * 4).map((_, at) => {
    const [part, pixel] = [at % 4, at >> 2];
    const first = (Math.floor(pixel / half.width) * width + (pixel % half.width)) * 2 * 4 + part;
    return (data[first]! + data[first + 4]! + data[first + width * 4]! + data[first + width * 4 + 4]!) / 4;
  });
  return { ...half, data: means };
}

/** Share of the pixels for which `wanted` holds, 0 to 1. */
export function shareOf(picture: Picture, wanted: (colour: Colour) => boolean): number {
  let count = 0;
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) if (wanted(pixelAt(picture, x, y))) count++;
  return count / (picture.width * picture.height);
}

/** The smallest rectangle around all pixels for which `wanted` holds, ends included; null where there is none. */
export function boundsOf(
  picture: Picture,
  wanted: (colour: Colour, x: number, y: number) => boolean,
): { x0: number; x1: number; y0: number; y1: number } | null {
  const bounds = { x0: Infinity, x1: -Infinity, y0: Infinity, y1: -Infinity };
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (!wanted(pixelAt(picture, x, y), x, y)) continue;
      bounds.x0 = Math.min(bounds.x0, x);
      bounds.x1 = Math.max(bounds.x1, x);
      bounds.y0 = Math.min(bounds.y0, y);
      bounds.y1 = Math.max(bounds.y1, y);
    }
  }
  return bounds.x1 < 0 ? null : bounds;
}

/** Number of different colours, counted up to `limit`: one or two mean that nothing was drawn. */
export function colourCount(picture: Picture, limit = 1000): number {
  const words = new Uint32Array(picture.data.slice().buffer);
  const seen = new Set<number>();
  for (const word of words) {
    seen.add(word);
    if (seen.size >= limit) break;
  }
  return seen.size;
}

export interface Difference {
  pixels: number;
  share: number;
  picture: Picture;
}

/** Pixels that differ to the eye by more than `threshold`, 0 to 1; smoothed edges are not counted. */
export function difference(a: Picture, b: Picture, threshold = 0.1): Difference {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`Pictures of ${a.width}x${a.height} and ${b.width}x${b.height} cannot be compared`);
  }
  const picture: Picture = { width: a.width, height: a.height, data: new Uint8Array(a.data.length) };
  const pixels = pixelmatch(a.data, b.data, picture.data, a.width, a.height, { threshold });
  return { pixels, share: pixels / (a.width * a.height), picture };
}

/**
 * Throws where more than `maxPixels` differ, and leaves both pictures and their difference in tests/.output/
 * under the name.
 */
export async function assertSame(
  name: string,
  actual: Picture,
  expected: Picture,
  options: { maxPixels?: number; threshold?: number } = {},
): Promise<void> {
  const found = difference(actual, expected, options.threshold);
  if (found.pixels <= (options.maxPixels ?? 0)) return;
  const folder = await outputFolder();
  const file = (part: string) => join(folder, `${name}-${part}.png`);
  await writeFile(file('actual'), encodePng(actual));
  await writeFile(file('expected'), encodePng(expected));
  await writeFile(file('difference'), encodePng(found.picture));
  throw new Error(`${name}: ${found.pixels} pixels differ; see ${file('difference')}`);
}

/** Compares with a committed picture; UPDATE_GOLDENS=1 takes the new one instead. Look at it before you commit it. */
export async function assertGolden(
  name: string,
  actual: Picture,
  options: { maxPixels?: number; threshold?: number } = {},
): Promise<void> {
  const file = join(root, 'tests/pixels/goldens', `${name}.png`);
  if (process.env.UPDATE_GOLDENS === '1') {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, encodePng(actual));
  } else if (!existsSync(file)) {
    throw new Error(`${name}: there is no golden yet; run the test with UPDATE_GOLDENS=1`);
  } else {
    await assertSame(name, actual, decodePng(await readFile(file)), options);
  }
}
