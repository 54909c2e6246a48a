import { rackOfGpu } from '../../src/layout/address.ts';
import { describe, expect, it } from 'vitest';
import { colourCount, difference, type Picture } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, frontOf, goTo, pictureOf, plan, PLAIN, show, SMALL } from './scene.ts';

const opened = sharedPage(harnessForFile(), `embed/?${PLAIN}`, SMALL);

/** Share of pixels of which a channel changed by more than 24 of 255. Unlike `difference`, edges count. */
function changed(a: Picture, b: Picture): number {
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some((part) => Math.abs(a.data[at + part]! - b.data[at + part]!) > 24)) count++;
  return count / (a.data.length / 4);
}

async function fromCamera(pose: number[]): Promise<Picture> {
  const { page } = opened();
  await show(page, `day=214&${cameraAt(...pose)}`);
  const picture = await pictureOf(page, 960, 540);
  expect(colourCount(picture)).toBeGreaterThan(100);
  return picture;
}

describe('depth', () => {
  it('gives the same picture from the same place, however often and from wherever one came', async () => {
    const { page } = opened();
    for (const view of ['hall', 'aisle']) {
      await goTo(page, view);
      const first = await pictureOf(page);
      expect(difference(await pictureOf(page), first, 0).pixels).toBe(0);
      await goTo(page, 'site');
      await goTo(page, view);
      expect(difference(await pictureOf(page), first, 0).pixels).toBe(0);
    }
  });

  // A camera that moves by a hair (a small part of a pixel at the distance looked at) may change edges and nothing else:
  // two surfaces that fight for a pixel change over whole areas. Before a rack a millimetre is a few pixels already.
  const { x, y, z, south } = frontOf(rackOfGpu(plan, 137_482));
  const places: [string, number[], number, number][] = [
    ['1 km', [620, 420, 660, 0, 0, 0], 0.02, 0.003],
    ['150 m', [60, 90, 60, 0, 1, -40], 0.004, 0.003],
    ['0.3 m', [x + 0.3, y + 0.2, z + south * 0.3, x, y, z], 0.001, 0.02],
  ];
  it.each(places)('does not flicker at %s when the camera moves by a hair', async (_, pose, hair, bound) => {
    const still = await fromCamera(pose);
    const moved = await fromCamera(pose.map((metres, axis) => (axis === 1 ? metres + hair : metres)));
    expect(changed(still, moved)).toBeLessThan(bound);
  });
});
