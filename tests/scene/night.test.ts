import { describe, expect, it } from 'vitest';
import type { Picture } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { PLAIN, pictureOf, show, SMALL } from './scene.ts';

const site = sharedPage(harnessForFile(), `embed/?${PLAIN}`, SMALL);

/** Linear luminance of every pixel, 0 to 1, darkest first. */
function luminances({ data }: Picture): Float64Array {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const all = new Float64Array(data.length / 4);
  for (let at = 0; at < all.length; at++) {
    const [red, green, blue] = [0, 1, 2].map((part) => linear(data[at * 4 + part]! / 255));
    all[at] = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  }
  return all.sort();
}
const mean = (numbers: Float64Array) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const percentile = (sorted: Float64Array, share: number) => sorted[Math.floor(sorted.length * share)]!;

describe('the site at night', () => {
  it('is dark, but for its lamps and its halls', async () => {
    const { page } = site();
    await show(page, 'view=site');
    const day = luminances(await pictureOf(page, 640, 360));
    await show(page, 'view=site&look=night');
    const night = luminances(await pictureOf(page, 640, 360));
    expect(mean(night)).toBeLessThan(mean(day) / 5);
    // The darkest that a picture of 8 bits tells from black.
    const least = 1 / 255 / 12.92;
    expect(percentile(night, 0.95)).toBeGreaterThan(40 * Math.max(percentile(night, 0.05), least));
  });
});
