import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { parcelWith } from '../../src/layout/parcels.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import type { SiteDocument } from '../../src/model/schema.ts';
import { resolveSite } from '../../src/model/site.ts';
import { toScene } from '../../src/model/standing.ts';
import { LABEL } from '../../src/scene/racks/nameLabel.ts';
import { sideBySide } from '../../src/views/sideBySide.ts';
import { type Point, seenFrom, VERTICAL_FIELD } from '../fixtures/projection.ts';
import { withHandle } from '../harness/browser.ts';
import type { WithHandle } from '../harness/handle.ts';
import { difference, type Picture, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, drawn, pictureOf, PLAIN, show, SMALL } from './scene.ts';

const harness = harnessForFile();
const opened = sharedPage(harness, `embed/?${PLAIN}`, SMALL);
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

/** The same in a building that is turned in a site that is turned, beside one that is not. */
async function oneRackTurned(id: string): Promise<SiteDocument> {
  const document = await oneRack(id);
  const [building] = document.buildings.filter((each) => each.id === document.halls[0]!.building);
  const { x, edge } = { x: building!.x, edge: 2000 };
  const other = { ...building!, id: 'beside', x: [x[0] + 900, x[1] + 900] as [number, number] };
  return {
    ...document,
    ...{ turnDeg: 30, edge: { x: [-edge, edge], z: [-edge, edge] } },
    buildings: [{ ...building!, turnDeg: 37 }, other],
  };
}

const systems = ids.map((id) => [id, () => oneRack(id)] as const);
const turned = ['one in a turned building', () => oneRackTurned('meta-24k')] as const;

describe('a rack of a compared system', () => {
  it.each([...systems, turned])(
    '%s is as wide and as tall as its document says, to a pixel',
    async (_, of) => {
      const document = await of();
      const plan = layout(resolveSite(document, document.configurations[0]!.id));
      const standing = { site: parcelWith(plan, plan.site.halls[0]!).site, at: [0, 0] as const };
      const kind = plan.site.rackKinds[plan.racks.kind[0]!]!;
      const south = plan.racks.heading[0] === 0 ? 1 : -1;
      const [x, foot, z] = [plan.racks.x[0]!, plan.racks.y[0]!, plan.racks.z[0]! + (south * kind.depth) / 2];
      const at = (metres: number) => Number(metres.toFixed(3));
      const inScene = ([x, y, z]: Point): Point => {
        const [east, south] = toScene(standing, x, z);
        return [east, y, south];
      };
      const rounded = (point: Point) => inScene(point).map(at) as unknown as Point;
      const eye = rounded([x, foot + kind.height / 2, z + south * AWAY]);
      const target = rounded([x, foot + kind.height / 2, z]);
      const { page } = opened();
      await withHandle(page, (handle, site: unknown) => handle.setSite(site), document as unknown);
      await show(page, cameraAt(...eye, ...target));
      const picture = await pictureOf(page, WIDTH, HEIGHT);
      const place = (right: number, up: number): [number, number] => {
        const seen = seenFrom({ eye, target }, inScene([x + right * south, foot + up, z]), WIDTH / HEIGHT);
        return [((seen.x + 1) / 2) * WIDTH, ((1 - seen.y) / 2) * HEIGHT];
      };
      const [half, middle] = [kind.width / 2, kind.height / 2];
      const found = {
        left: edge(picture, place(-half, middle), [1, 0]),
        right: edge(picture, place(half, middle), [1, 0]),
        top: edge(picture, place(0, kind.height), [0, 1]),
        foot: edge(picture, place(0, 0), [0, 1]),
      };
      for (const [name, off] of Object.entries(found))
        expect(Math.abs(off), `${name} ${off}`).toBeLessThan(1);
      expect(Math.abs(found.right - found.left), 'width').toBeLessThan(1);
      expect(Math.abs(found.foot - found.top), 'height').toBeLessThan(1);
    },
  );
});

describe('the name of a compared machine', () => {
  const shared = sharedPage(harness, `embed/?site=el-capitan&${PLAIN}`, SMALL);
  /** From a name to the eye, metres; size of the picture. */
  const [CLOSE, WIDE, HIGH] = [1, 320, 180];

  it('stands at the top of its racks, other letters than another one’s, and only while machines are compared', async () => {
    const { page } = shared();
    // On the day of the first, the second has long been there.
    const names = ['el-capitan', 'frontier'];
    const documents = await Promise.all(names.map((id) => comparedSites[id]!.load()));
    const plans = documents.map((document) => layout(resolveSite(document, 'all')));
    const places = sideBySide(plans);
    const set = (name: string, value: string) =>
      page.evaluate(([name, value]) => document.querySelector('rack-field')!.setAttribute(name, value), [
        name,
        value,
      ] as const);

    /** By how much the picture of several campuses is raised, which keeps clear of the bar; pixels. */
    const raised = () =>
      page.evaluate(() => {
        const { campuses } = (window as unknown as WithHandle).rackfield.stats();
        const bar = document.querySelector('rack-field')!.shadowRoot!.querySelector('.controls')!;
        return campuses.length > 1 ? Math.round((innerHeight - bar.getBoundingClientRect().top) / 2) : 0;
      });
    /** The name on a campus's first rack that faces south, in a picture of its own; and what that is. */
    async function nameOf(index: number) {
      const { racks, site } = plans[index]!;
      const rackIndex = racks.heading.indexOf(0);
      const kind = site.rackKinds[racks.kind[rackIndex]!]!;
      const [east, south] = places[index]!;
      const [x, z] = [racks.x[rackIndex]! + east, racks.z[rackIndex]! + kind.depth / 2 + south];
      const y = racks.y[rackIndex]! + kind.height - LABEL.below - LABEL.height / 2;
      // Only the one that the viewer is with is seen from within.
      await set('campus', names[index]!);
      await expect.poll(() => withHandle(page, (handle) => handle.stats().campus)).toBe(names[index]);
      await show(page, cameraAt(x, y, z + CLOSE, x, y, z));
      const whole = await pictureOf(page, WIDE, HIGH);
      const metre = HIGH / (2 * CLOSE * Math.tan(VERTICAL_FIELD / 2));
      const [width, height] = [LABEL.width, LABEL.height].map((metres) => Math.floor(metres * metre));
      const [left, top] = [(WIDE - width!) >> 1, ((HIGH - height!) >> 1) - (await raised())];
      const data = Array.from({ length: height! }, (_, row) => {
        const start = ((top + row) * WIDE + left) * 4;
        return [...whole.data.subarray(start, start + width! * 4)];
      });
      const name: Picture = { width: width!, height: height!, data: new Uint8Array(data.flat()) };
      const explained = await withHandle(
        page,
        (handle, y: number) => handle.explain(160, y),
        top + height! / 2,
      );
      return { name, explained };
    }
    /** Share of the pixels that are much brighter than the darkest. */
    const bright = ({ width, height, data }: Picture) => {
      const lights = Array.from({ length: width * height }, (_, at) => data[at * 4]!);
      const dark = Math.min(...lights);
      return lights.filter((each) => each > dark + 60).length / lights.length;
    };

    await set('compare', '');
    const alone = await nameOf(0);
    await set('compare', 'frontier');
    await expect.poll(() => withHandle(page, (handle) => handle.stats().campuses.length)).toBe(2);
    expect(bright(alone.name)).toBe(0);
    // The names are a chunk of their own, which comes when it comes.
    await expect.poll(async () => bright((await nameOf(0)).name), { timeout: 60_000 }).toBeGreaterThan(0.08);
    const [one, other] = [await nameOf(0), await nameOf(1)];
    for (const [at, { name, explained }] of [one, other].entries()) {
      expect(bright(name), names[at]).toBeGreaterThan(0.08);
      expect(difference(name, alone.name).share, names[at]).toBeGreaterThan(0.08);
      expect(explained).toMatchObject({ campus: names[at] });
      expect(explained?.name).toContain(documents[at]!.name);
    }
    expect(difference(one.name, other.name).share).toBeGreaterThan(0.08);
    await set('campus', names[0]!);
    await set('compare', '');
    await drawn(page);
    expect(difference((await nameOf(0)).name, alone.name).pixels).toBe(0);
  });
});
