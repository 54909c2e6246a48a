import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import type { SiteDocument } from '../../src/model/schema.ts';
import { resolveSite } from '../../src/model/site.ts';
import { type Point, seenFrom } from '../fixtures/projection.ts';
import { withHandle } from '../harness/browser.ts';
import { type Picture, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, pictureOf, PLAIN, show, SMALL } from './scene.ts';

const opened = sharedPage(harnessForFile(), `embed/?${PLAIN}`, SMALL);
const [WIDTH, HEIGHT] = [480, 480];
/** From the rack's front to the eye, metres; how far around a place an edge is looked for, pixels. */
const AWAY = 4.2;
const REACH = 9;

/** Four systems have Colossus's racks; one stands for them. */
const LIKE_COLOSSUS = ['openai-80k', 'twitter-10k', 'gigafactory'];
const ids = Object.keys(comparedSites).filter((id) => !LIKE_COLOSSUS.includes(id));

/** The document with nothing but the first rack of its first hall. */
async function oneRack(id: string): Promise<SiteDocument> {
  const { growth, power, milestones, units, defaultConfiguration, ...document } = structuredClone(
    await comparedSites[id]!.load(),
  );
  const [hall] = document.halls;
  const [type] = document.hallTypes.filter((each) => each.id === hall!.type);
  const [[kind] = ['']] = type!.rows[0]!.racks;
  type!.rows = [{ racks: [[kind, 1]] }];
  return {
    ...document,
    ...{ hallTypes: [type!], halls: [hall!], undated: true },
    configurations: [{ ...document.configurations[0]!, halls: 1 }],
  };
}

/** Brightness of a pixel, 0 to 765. */
const light = (picture: Picture, x: number, y: number) =>
  [0, 1, 2].reduce((sum, part) => sum + pixelAt(picture, x, y)[part]!, 0);

/** Where between dark and bright the picture changes along a line of pixels around a place, pixels from that place. */
function edge(
  picture: Picture,
  [x, y]: readonly [number, number],
  [dx, dy]: readonly [number, number],
): number {
  const along = Array.from({ length: 2 * REACH + 1 }, (_, at) => {
    const step = at - REACH;
    return light(picture, Math.floor(x) + dx * step, Math.floor(y) + dy * step);
  });
  const [first, last] = [along[0]!, along.at(-1)!];
  expect(Math.abs(first - last)).toBeGreaterThan(60);
  const middle = (first + last) / 2;
  const at = along.findIndex((each, step) => step > 0 && each > middle !== first > middle);
  const [before, after] = [along[at - 1]!, along[at]!];
  // Middles of pixels, and the place's own part of its pixel.
  const off = (dx ? x : y) % 1;
  return at - 1 + (middle - before) / (after - before) - REACH + 0.5 - off;
}

describe('a rack of a compared system', () => {
  it.each(ids)('%s is as wide and as tall as its document says, to a pixel', async (id) => {
    const document = await oneRack(id);
    const plan = layout(resolveSite(document, document.configurations[0]!.id));
    const kind = plan.site.rackKinds[plan.racks.kind[0]!]!;
    const south = plan.racks.heading[0] === 0 ? 1 : -1;
    const [x, foot, z] = [plan.racks.x[0]!, plan.racks.y[0]!, plan.racks.z[0]! + (south * kind.depth) / 2];
    const at = (metres: number) => Number(metres.toFixed(3));
    const eye: Point = [at(x), at(foot + kind.height / 2), at(z + south * AWAY)];
    const target: Point = [at(x), at(foot + kind.height / 2), at(z)];
    const { page } = opened();
    await withHandle(page, (handle, site: unknown) => handle.setSite(site), document as unknown);
    await show(page, cameraAt(...eye, ...target));
    const picture = await pictureOf(page, WIDTH, HEIGHT);
    const place = (right: number, up: number): [number, number] => {
      const seen = seenFrom({ eye, target }, [x + right * south, foot + up, z], WIDTH / HEIGHT);
      return [((seen.x + 1) / 2) * WIDTH, ((1 - seen.y) / 2) * HEIGHT];
    };
    const [half, middle] = [kind.width / 2, kind.height / 2];
    const found = {
      left: edge(picture, place(-half, middle), [1, 0]),
      right: edge(picture, place(half, middle), [1, 0]),
      top: edge(picture, place(0, kind.height), [0, 1]),
      foot: edge(picture, place(0, 0), [0, 1]),
    };
    for (const [name, off] of Object.entries(found)) expect(Math.abs(off), `${name} ${off}`).toBeLessThan(1);
    expect(Math.abs(found.right - found.left), 'width').toBeLessThan(1);
    expect(Math.abs(found.foot - found.top), 'height').toBeLessThan(1);
  });
});
