import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shownThings } from '../../src/inventory/shownThings.ts';
import { firstMet, whatIsAt } from '../../src/inventory/query/whatIsAt.ts';
import { isWithin } from '../../src/model/rect.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import type { Pose } from '../../src/views/pose.ts';
import type { View } from '../../src/views/view.ts';
import { enclosuresOf } from '../../src/views/walls.ts';
import { pathBetween } from '../../src/views/path.ts';
import { pose as poseOf } from '../../src/views/viewPose.ts';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { type Point, seenFrom, VERTICAL_FIELD } from '../fixtures/projection.ts';
import { assertSilent, type PageOptions, withHandle } from '../harness/browser.ts';
import { campusesForFile, inPage, openCampuses } from '../harness/campuses/suite.ts';
import { liveArrays, liveObjects, recordArrays } from '../harness/memory.ts';
import { assertSame, difference, type Picture } from '../harness/picture.ts';
import { drawn, pictureOf, plan, SMALL } from './scene.ts';

const harness = campusesForFile();

const [WIDTH, HEIGHT] = [960, 540];
/** Of the window of tests that need no large picture, of the same shape. */
const MIDDLE: readonly [x: number, y: number] = [SMALL.viewport!.width / 2, SMALL.viewport!.height / 2];
const { edge } = plan.site;
/** Pixels of two equal pictures that may differ. */
const MOST_PIXELS = 30;
/** Metres between the edges of the two sites. */
const BETWEEN = 300;
const AT: readonly [number, number] = [edge.x1 - edge.x0 + BETWEEN, 0];

const open = (query: string, options: PageOptions = {}) =>
  openCampuses(harness(), query, { viewport: { width: WIDTH, height: HEIGHT }, ...options });
const beside = async (page: Page, config: string) => {
  await inPage(page, (campuses, [id, at]: [string, readonly [number, number]]) => campuses.beside(id, at), [
    config,
    AT,
  ]);
  await drawn(page);
};
const aim = async (page: Page, pose: Pose) => {
  await inPage(page, (campuses, to: Pose) => campuses.look(to), pose);
  await drawn(page);
};
const look = async (page: Page, pose: Pose) => {
  await aim(page, pose);
  return pictureOf(page, WIDTH, HEIGHT);
};
const moved = ({ eye, target }: Pose, [x, z]: readonly [number, number]): Pose => ({
  eye: [eye[0] + x, eye[1], eye[2] + z],
  target: [target[0] + x, target[1], target[2] + z],
});
const brightness = ({ data, width }: Picture, x: number, y: number) => {
  const at = (Math.round(y) * width + Math.round(x)) * 4;
  return (data[at]! + data[at + 1]! + data[at + 2]!) / 3;
};

describe('two campuses beside each other', () => {
  it('stand 300 m apart, with their walls where arithmetic says', async () => {
    const opened = await open('config=100k&look=plan&day=214');
    const { page } = opened;
    await beside(page, '100k');
    const stats = (await opened.stats()) as unknown as { campus: string; campuses: unknown[] };
    expect(stats.campus).toBe('colossus');
    expect(stats.campuses).toMatchObject([
      { id: 'colossus', config: '100k', at: [0, 0], gpus: 100_000, racks: 2204, servers: 12_500, halls: 4 },
      { id: 'colossus:100k', config: '100k', at: AT, gpus: 100_000, halls: 4 },
    ]);
    const straight = { eye: [edge.x1, 2600, 0.001] as Point, target: [edge.x1, 0, 0] as Point };
    const picture = await look(page, { ...straight, eye: [edge.x1, 2600, 0] });
    const { rect } = plan.site.buildings[0]!;
    // A plan is seen straight from above, at the scale of the ground.
    const pixelOf = (x: number, z: number) => {
      const seen = seenFrom(straight, [x, 0, z], WIDTH / HEIGHT);
      return { x: ((seen.x + 1) / 2) * WIDTH, y: ((1 - seen.y) / 2) * HEIGHT };
    };
    /** How far a wall's ink lies from where it should, pixels: the centre of what is darker than the paper beside it. */
    const offsetOf = (wall: number) => {
      const { x, y } = pixelOf(wall, (rect.z0 + rect.z1) / 2 + 20);
      let [ink, moment] = [0, 0];
      for (let column = Math.round(x) - 4; column < Math.round(x) + 4; column++) {
        const dark = Math.max(0, 235 - brightness(picture, column, y));
        ink += dark;
        moment += dark * (column + 0.5 - x);
      }
      expect(ink, `ink of a wall at ${wall}`).toBeGreaterThan(80);
      return moment / ink;
    };
    const offsets = [rect.x0, rect.x1].map((wall) => [offsetOf(wall), offsetOf(wall + AT[0])]);
    for (const [first, second] of offsets) {
      expect(Math.abs(first!)).toBeLessThan(0.6);
      expect(Math.abs(second!)).toBeLessThan(0.6);
      expect(Math.abs(second! - first!)).toBeLessThan(0.1);
    }
    assertSilent(opened);
    await opened.close();
  });

  it('are the same picture to the pixel, each from its own station', async () => {
    const opened = await open('config=100k&day=214');
    const { page } = opened;
    await beside(page, '100k');
    const pictureAt = async (campus: string, view: string) => {
      await withHandle(
        page,
        (handle, [campus, view]: string[]) => handle.goTo(view as View, { campus: campus! }),
        [campus, view],
      );
      return pictureOf(page, WIDTH, HEIGHT);
    };
    const here = await pictureAt('colossus', 'hall');
    const pose = (await inPage(page, (campuses) => campuses.pose(), null)) as Pose;
    const aside = difference(await look(page, moved(pose, [0.15, 0])), here, 0.02);
    expect(aside.pixels).toBeGreaterThan(100 * MOST_PIXELS);
    for (const view of ['hall', 'aisle', 'rack']) {
      const first = await pictureAt('colossus', view);
      const second = await pictureAt('colossus:100k', view);
      // Edges that lie on the middle of a pixel may fall to either side of it.
      await assertSame(`campuses-${view}`, second, first, { threshold: 0.02, maxPixels: MOST_PIXELS });
    }
    assertSilent(opened);
    await opened.close();
  });

  it('are flown to past all walls, and the address names the one that the viewer is with', async () => {
    const opened = await open('config=100k&day=214&motion=full&view=rack', SMALL);
    const { page } = opened;
    await beside(page, '100k');
    const from = (await inPage(page, (campuses) => campuses.pose(), null)) as Pose;
    await inPage(page, (campuses) => campuses.film(), null);
    await withHandle(page, (handle) => handle.goTo('rack', { campus: 'colossus:100k', gpu: 70_000 }));
    await drawn(page, 20);
    const film = (await inPage(page, (campuses) => campuses.filmed(), null)) as Pose[];
    const second = layout(resolveSite(builtinSites.colossus!, '100k'));
    const to = poseOf(
      'rack',
      { layout: second, at: AT, gpu: 70_000 },
      { aspect: WIDTH / HEIGHT, fov: VERTICAL_FIELD },
    );
    const apart = (a: Point, b: Point) => Math.hypot(...a.map((each, axis) => each - b[axis]!));
    expect(apart(film.at(-1)!.eye, to.eye)).toBeLessThan(0.01);
    expect(apart(film.at(-1)!.target, to.target)).toBeLessThan(0.01);
    // The law of paths holds for the one that is flown.
    const walls = [[0, 0] as const, AT].flatMap((at) => enclosuresOf({ site: second.site, at }));
    const path = pathBetween(from, to, walls);
    const way = Array.from({ length: 8001 }, (_, step) => path.at(step / 8000).eye);
    expect(film.length).toBeGreaterThan(8);
    for (const { eye } of film) expect(Math.min(...way.map((point) => apart(point, eye)))).toBeLessThan(0.5);
    expect(Math.max(...film.map(({ eye }) => eye[1]))).toBeGreaterThan(60);
    expect(await opened.stats()).toMatchObject({ campus: 'colossus:100k', site: 'colossus', view: 'rack' });
    const query = String(await inPage(page, (campuses) => campuses.query(), null));
    expect(Object.fromEntries(new URLSearchParams(query))).toMatchObject({
      compare: 'colossus:100k',
      campus: 'colossus:100k',
      gpu: '70000',
    });
    assertSilent(opened);
    await opened.close();
  });

  it('give back everything on the graphics card and in memory when the second one goes', async () => {
    const opened = await open('config=200k', { ...SMALL, before: recordArrays });
    const { page } = opened;
    const racks = layout(resolveSite(builtinSites.colossus!, '100k')).racks.count;
    const kinds = ['WebGLBuffer', 'WebGLTexture', 'WebGLProgram', 'WebGLVertexArrayObject'];
    const come = async () => {
      await beside(page, '100k');
      await withHandle(page, (handle) => handle.goTo('rack', { campus: 'colossus:100k' }));
      // Waits for what is loaded near the eye.
      await pictureOf(page, 32, 18);
      await drawn(page);
      const { memory } = await opened.stats();
      return memory;
    };
    const go = async () => {
      // From afar first: the site must not be seen from near in between.
      await withHandle(page, (handle) => handle.goTo('site'));
      await drawn(page);
      await inPage(page, (campuses) => campuses.alone(), null);
      await withHandle(page, (handle) => handle.goTo('site'));
      await drawn(page);
      const { memory } = await opened.stats();
      return { ...memory, ...(await liveObjects(opened, kinds)) };
    };
    const there = await come();
    const gone = await go();
    expect(there.geometries).toBeGreaterThan(gone.geometries + 5);
    expect(there.textures).toBeGreaterThan(gone.textures + 5);
    expect(await liveArrays(opened, racks)).toBe(0);
    for (let turn = 0; turn < 2; turn++) {
      expect(await come()).toEqual(there);
      expect(await liveArrays(opened, racks)).toBeGreaterThan(0);
      expect(await go()).toEqual(gone);
      expect(await liveArrays(opened, racks)).toBe(0);
    }
    assertSilent(opened);
    await opened.close();
  });

  it.each(['model', 'night'])('add at most 12 draw calls for the second one: %s', async (name) => {
    const opened = await open(`config=200k&look=${name}`, SMALL);
    const { page } = opened;
    await drawn(page);
    const calls = async () => (await opened.stats()).frame.drawCalls;
    const alone = await calls();
    await beside(page, '100k');
    const both = await calls();
    expect(both).toBeGreaterThan(alone + 5);
    expect(both - alone).toBeLessThanOrEqual(12);
    assertSilent(opened);
    await opened.close();
  });

  it('are told apart by what is pointed at, and not through walls', async () => {
    const opened = await open('config=100k&day=214', SMALL);
    const { page } = opened;
    await beside(page, '100k');
    const { x, y, z } = { x: plan.racks.x[900]!, y: plan.racks.y[900]! + 2, z: plan.racks.z[900]! };
    const pose: Pose = { eye: [x, y + 40, z + 20], target: [x, y, z] };
    const pointed = async (from: Pose, cursor: string) => {
      await aim(page, from);
      await page.mouse.move(1, 1);
      await page.mouse.move(...MIDDLE);
      await expect
        .poll(() => page.evaluate(() => document.querySelector('canvas')!.style.cursor))
        .toBe(cursor);
      return inPage(page, (campuses) => campuses.pointed(), null);
    };
    const [first, second] = [await pointed(pose, 'pointer'), await pointed(moved(pose, AT), 'pointer')];
    expect(first).toMatchObject({ campusIndex: 0, rackIndex: 900 });
    expect(second).toMatchObject({ campusIndex: 1, rackIndex: 900 });
    // Low before the building, whose walls hide its own racks and those of the other campus behind it.
    const before: Point = [plan.site.buildings[0]!.rect.x0 - 30, y, z];
    for (const [east, south] of [[0, 0], AT])
      expect(await pointed({ eye: before, target: [x + east!, y, z + south!] }, '')).toBeNull();
    assertSilent(opened);
    await opened.close();
  });

  it("are explained as what they are, and the land between them as the first one's", async () => {
    const opened = await open('config=100k&day=214', SMALL);
    const { page } = opened;
    await beside(page, '100k');
    const document = builtinSites.colossus!;
    const first = makeCampus({ id: 'colossus', document, config: '100k' });
    const campuses = [first, makeCampus({ id: 'colossus:100k', document, config: '100k', at: AT })];
    const shown = shownThings(campuses);
    /** What an eye sees at the middle of its picture, by arithmetic. */
    const seenBy = ({ eye, target }: Pose) =>
      firstMet(
        campuses.map(({ at }) => ({
          ray: {
            origin: [eye[0] - at[0], eye[1], eye[2] - at[1]] as const,
            direction: [target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]] as const,
          },
          sight: {
            ...{ day: 214, isPlan: false, cut: 4.2, roof: 0, inside: 0, ceiling: 1e6 },
            eye: { x: eye[0] - at[0], y: eye[1], z: eye[2] - at[1] },
            leftOut: { x0: 0, x1: 0, z0: 0, z1: 0 },
          },
        })),
        ({ ray, sight }, index) => whatIsAt(shown[index]!, ray, sight),
      )!;
    const things = shown[0]!;
    const before = (target: Point): Pose => ({
      eye: [target[0] + 4, target[1] + 60, target[2] + 25],
      target,
    });
    /** The middle of the first box of a kind that is seen from there. */
    const box = (kind: string): Point =>
      things.boxes
        .filter(({ subject }) => subject.kind === kind)
        .map(({ x, y = 0, z, size }): Point => [x, y + size[1] / 2, z])
        .find((middle) => seenBy(before(middle)).met.subject.kind === kind)!;
    const road = things.ground.shapes.find(
      ({ subject, corners }) => subject.kind === 'road' && corners.every(([x, z]) => isWithin(edge, x, z)),
    )!;
    const [racks, middle] = [
      first.layout.racks,
      road.corners.map((corner, at) => [corner, road.corners[(at + 2) % 4]!] as const)[0]!,
    ];
    const targets: [string, Point][] = [
      ['rack', [racks.x[900]!, racks.y[900]! + 1, racks.z[900]!]],
      ['wall', box('wall')],
      ['chiller', box('chiller')],
      ['road', [(middle[0][0] + middle[1][0]) / 2, 0, (middle[0][1] + middle[1][1]) / 2]],
    ];
    const explained = async (pose: Pose) => {
      await aim(page, pose);
      return withHandle(page, (handle, [x, y]: number[]) => handle.explain(x!, y!), [...MIDDLE]);
    };
    for (const [kind, target] of targets)
      for (const [index, { id, at }] of campuses.entries()) {
        const pose = moved(before(target), at);
        const met = seenBy(pose);
        expect([met.at, met.met.subject.kind]).toEqual([index, kind]);
        expect(await explained(pose), `${kind} of ${id}`).toMatchObject({ campus: id, subject: kind });
      }
    const between: Point = [edge.x1 + BETWEEN / 2, 0, 40];
    const pose: Pose = { eye: [between[0], 80, 90], target: between };
    const { at, met } = seenBy(pose);
    expect(at).toBe(0);
    expect(await explained(pose)).toMatchObject({ campus: 'colossus', subject: met.subject.kind });
    assertSilent(opened);
    await opened.close();
  });
});
