import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import type { SiteDocument } from '../../src/model/schema.ts';
import { resolveSite } from '../../src/model/site.ts';
import { WALL } from '../../src/scene/plan/content/planDrawing.ts';
import { sideBySide } from '../../src/views/sideBySide.ts';
import { VERTICAL_FIELD } from '../fixtures/projection.ts';
import { photograph, type Picture, pixelAt } from '../harness/picture.ts';
import { harnessForFile } from '../harness/suite.ts';
import { drawn, PLAIN } from '../scene/scene.ts';

const harness = harnessForFile();
/** How far outside and inside of its place a wall is looked for, pixels: the halls' walls are farther inside. */
const [OUTSIDE, INSIDE] = [2, 1];
/** On how many lines through a wall it is looked for: a length may lie on one of them. */
const LINES = 9;

const documentOf = async (id: string): Promise<SiteDocument> =>
  builtinSites[id] ?? (await comparedSites[id]!.load());

/** What the scale bar says a pixel is, metres. */
async function scaleOf(page: Page): Promise<number> {
  const text = (await page.locator('.scale-metric').textContent()) ?? '';
  const [, metres] = /^(\d+)\sm$/.exec(text) ?? [];
  const pixels = await page.locator('.scale-bar').evaluate((bar) => bar.getBoundingClientRect().width);
  return Number(metres) / pixels;
}

/** The middle of the free part of the picture, which is what the camera looks at, pixels. */
const middleOf = (page: Page) =>
  page.evaluate(() => {
    const { left, top, right, bottom } = document.querySelector('.compact-free')!.getBoundingClientRect();
    return [(left + right) / 2, (top + bottom) / 2] as const;
  });

type Place = readonly [x: number, y: number];

/** The middle of the ink along a line outwards through a place, pixels from there outwards; undefined where there is too little. */
function inkAt(picture: Picture, [x, y]: Place, [outX, outY]: Place): number | undefined {
  let [ink, moment] = [0, 0];
  for (let step = -INSIDE; step <= OUTSIDE; step++) {
    const [column, row] = [Math.floor(x) + outX * step, Math.floor(y) + outY * step];
    const dark = Math.max(0, 200 - pixelAt(picture, column, row)[0]);
    ink += dark;
    moment += dark * ((column + 0.5 - x) * outX + (row + 0.5 - y) * outY);
  }
  return ink > 120 ? moment / ink : undefined;
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[all.length >> 1]!;
const between = ([from, to]: readonly number[], share: number) => from! + (to! - from!) * share;

describe('100,000 GPUs of any two systems', () => {
  it.each([
    ['colossus', 'nvl72-100k', '100k'],
    ['gigafactory', 'nvl72-100k', 'all'],
  ])('stand beside each other at one scale bar, to a pixel: %s and %s', async (one, other, config) => {
    const documents = await Promise.all([one, other].map(documentOf));
    const [, at] = sideBySide(
      documents.map((document, index) => layout(resolveSite(document, index === 0 ? config : 'all'))),
    );
    // The middle lines of the walls, as the documents say, in the frame of the first.
    const walls = documents.map(({ buildings }, index) => {
      const [east, south] = index === 0 ? [0, 0] : at!;
      const { x, z } = buildings[0]!;
      const inset = ([from, to]: readonly number[], by: number) => [
        from! + by + WALL / 2,
        to! + by - WALL / 2,
      ];
      return { x: inset(x, east), z: inset(z, south) };
    });
    const middle = (axis: 'x' | 'z') => {
      const all = walls.flatMap((each) => each[axis]);
      return { at: (Math.min(...all) + Math.max(...all)) / 2, wide: Math.max(...all) - Math.min(...all) };
    };
    const [x, z] = [middle('x'), middle('z')];
    // Half of the picture is free.
    const high = z.wide / Math.tan(VERTICAL_FIELD / 2);
    const camera = [x.at, high, z.at, x.at, 0, z.at].map((each) => each.toFixed(3)).join(',');
    const query = `?site=${one}&config=${config}&compare=${other}&look=plan&camera=${camera}&${PLAIN}`;
    const opened = await harness().open(query, {
      viewport: { width: 720, height: 900 },
      triangles: 'all',
    });
    const { page } = opened;
    const { campuses } = await opened.stats();
    expect(campuses).toMatchObject([{ gpus: 100_000 }, { gpus: 100_000, at }]);
    await drawn(page);
    await page.evaluate(() => {
      for (const label of document.querySelectorAll<HTMLElement>('.campus-label'))
        label.style.display = 'none';
    });
    const picture = await photograph(page);
    const metres = await scaleOf(page);
    const [x0, y0] = await middleOf(page);
    const place = (east: number, south: number): Place => [
      x0 + (east - x.at) / metres,
      y0 + (south - z.at) / metres,
    ];
    /** How far a wall's ink lies outside of where the scale bar puts it, pixels. */
    const offOf = (wall: (share: number) => Place, out: Place) => {
      const found = Array.from({ length: LINES }, (_, line) =>
        inkAt(picture, wall((line + 1) / (LINES + 1)), out),
      ).filter((off) => off !== undefined);
      expect(found.length).toBeGreaterThan(LINES / 2);
      return median(found);
    };
    for (const { x, z } of walls) {
      const side = (east: number) => offOf((share) => place(x[east]!, between(z, share)), [east ? 1 : -1, 0]);
      const front = (south: number) =>
        offOf((share) => place(between(x, share), z[south]!), [0, south ? 1 : -1]);
      expect(Math.abs(side(0) + side(1)), 'width').toBeLessThan(1);
      expect(Math.abs(front(0) + front(1)), 'depth').toBeLessThan(1);
    }
  });
});
