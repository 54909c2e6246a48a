import { describe, expect, it } from 'vitest';
import { nearestLamp } from '../../src/inventory/land/nearestLamp.ts';
import type { Picture } from '../harness/picture.ts';
import { campus, plan } from '../inventory/campus.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, PLAIN, pictureOf, show, SMALL } from './scene.ts';

const site = sharedPage(harnessForFile(), `embed/?${PLAIN}`, SMALL);

const lampAt = nearestLamp(campus.glows, plan.site.buildings);

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

/** Mean linear luminance of the middle of what is seen at night from an eye towards a target, in a square of nine pixels. */
async function middleAt(eye: readonly number[], target: readonly number[], day = ''): Promise<number> {
  const { page } = site();
  await show(page, `look=night&${day}&${cameraAt(...eye, ...target)}`);
  const { width, height, data } = await pictureOf(page, 160, 90);
  const [left, top] = [width / 2 - 4, Math.floor(height / 2) - 4];
  const rows = Array.from({ length: 9 }, (_, row) => ((top + row) * width + left) * 4);
  return mean(
    luminances({ width: 9, height: 9, data: Buffer.concat(rows.map((at) => data.subarray(at, at + 36))) }),
  );
}
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

  it('lights people from the side on which their lamp stands', async () => {
    const person = campus.people.find(({ x, z }) => {
      const lamp = lampAt(x, z);
      return lamp && Math.hypot(lamp.x - x, lamp.z - z) < 4.5;
    })!;
    const lamp = lampAt(person.x, person.z)!;
    const away = Math.hypot(lamp.x - person.x, lamp.z - person.z);
    const chest = [person.x, 1.3, person.z] as const;
    const from = (metres: number) =>
      middleAt(
        [
          person.x + ((lamp.x - person.x) * metres) / away,
          1.3,
          person.z + ((lamp.z - person.z) * metres) / away,
        ],
        chest,
      );
    expect(await from(1.8)).toBeGreaterThan(2.5 * (await from(-1.8)));
  });

  // Beside the first hall, whose lamps are on from day 63.
  it.each([
    ['pipes', [-85, 2.4, -4.5], [-85, 1.68, -1.1]],
    ['people', [-57, 1.4, -14.5], [-54.6, 1.3, -14.5]],
    ['walls', [-54, 1.6, -30], [-59.8, 1.2, -30]],
  ] as const)('lights %s between the halls once a hall beside them is lit', async (_, eye, target) => {
    const before = await middleAt(eye, target, 'day=60');
    expect(await middleAt(eye, target, 'day=70')).toBeGreaterThan(4 * before);
  });
});
