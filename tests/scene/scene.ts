import type { Page } from 'playwright-core';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { type PageOptions, type Scripted, withHandle } from '../harness/browser.ts';
import type { WithHandle } from '../harness/handle.ts';
import { decodePng, type Picture, pictureBytes } from '../harness/picture.ts';

/** Small, and without smoothed edges or flights: for everything that is not about how it looks. */
export const SMALL: PageOptions = { viewport: { width: 320, height: 180 } };
export const PLAIN = 'quality=low&motion=reduce';

export const plan = layout(resolveSite(builtinSites.colossus!, '200k'));
export const growth = timeline(plan, 'claimed');

/** The middle of a rack's front, site frame, metres, and the way it faces: 1 is south, -1 north. */
export function frontOf(rackIndex: number) {
  const { racks, site } = plan;
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const south = racks.heading[rackIndex]! < 1 ? 1 : -1;
  return {
    kind,
    south,
    x: racks.x[rackIndex]!,
    y: racks.y[rackIndex]! + kind.height / 2,
    z: racks.z[rackIndex]! + (south * kind.depth) / 2,
  };
}

/** A full compute rack in the middle of its row and of its hall, in service long before the day looked at. */
export const middleRack = Array.from({ length: plan.racks.count }, (_, index) => index).find(
  (index) =>
    plan.racks.hall[index] === 1 &&
    plan.racks.row[index]! >= 7 &&
    plan.racks.place[index] === 4 &&
    frontOf(index).south > 0 &&
    plan.racks.servers[index] === 8,
)!;

/** The part of a query that puts the camera here; eye and target, site frame, metres. */
export const cameraAt = (...pose: number[]): string =>
  `camera=${pose.map((number) => Number(number.toFixed(3))).join(',')}`;

/** The same, straight before a rack's front at this distance. */
export function before(rackIndex: number, metres: number): string {
  const { x, y, z, south } = frontOf(rackIndex);
  return cameraAt(x, y, z + south * metres, x, y, z);
}

/** Waits until frames are no longer drawn: so many chances in a row were not taken. */
export const drawn = (page: Scripted, chances = 5): Promise<void> =>
  withHandle(
    page,
    (handle, most: number) =>
      new Promise<void>((resolve) => {
        let last = -1;
        let quiet = 0;
        const look = () => {
          const { count } = handle.stats().frame;
          quiet = count === last ? quiet + 1 : 0;
          last = count;
          if (quiet > most) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    chances,
  );

/** Lets the browser present this many frames, whether or not the page draws in them. */
export const chances = (page: Scripted, count: number): Promise<void> =>
  page.evaluate(
    (most) =>
      new Promise<void>((resolve) => {
        let left = most;
        const next = () => (left-- > 0 ? requestAnimationFrame(next) : resolve());
        next();
      }),
    count,
  );

/** Frames that the page draws of the next sixty that it could. */
export async function framesTaken(page: Page): Promise<number> {
  const count = () => withHandle(page, (handle) => handle.stats().frame.count);
  const start = await count();
  await chances(page, 60);
  return (await count()) - start;
}

/** Loses the context of the page's canvas, gets it back, and waits until the picture is drawn again. */
export async function loseAndRestore(page: Scripted): Promise<void> {
  const { contextLosses, frame } = await withHandle(page, (handle) => handle.stats());
  await page.evaluate(() => {
    const root = document.querySelector('rack-field')?.shadowRoot ?? document;
    const lose = root.querySelector('canvas')?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    if (!lose) throw new Error('There is no context to lose');
    lose.loseContext();
    (window as unknown as { lose: WEBGL_lose_context }).lose = lose;
  });
  await page.waitForFunction(
    (losses) => (window as unknown as WithHandle).rackfield.stats().contextLosses === losses,
    contextLosses + 1,
    { polling: 'raf' },
  );
  await page.evaluate(() => (window as unknown as { lose: WEBGL_lose_context }).lose.restoreContext());
  await page.waitForFunction(
    (count) => (window as unknown as WithHandle).rackfield.stats().frame.count > count,
    frame.count,
    { polling: 'raf' },
  );
  // Waits for parts that are loaded later, too.
  await pictureOf(page, 32, 18);
}

export async function seek(page: Page, day: number | string): Promise<void> {
  await withHandle(page, (handle, to: number | string) => handle.seek(to), day);
  await drawn(page);
}

export async function goTo(page: Scripted, view: string): Promise<void> {
  await withHandle(page, (handle, to: string) => handle.goTo(to as 'site'), view);
  await drawn(page);
}

/** What {@link show} sets, in the order in which it does: what comes later may depend on what came before. */
const SHOWN = ['config', 'look', 'overlay', 'day', 'roof', 'gpu', 'view', 'camera'];

/**
 * Shows on a page of `embed/` what its address with this query would show: the keys of {@link SHOWN} that it names, and the
 * defaults of all others. Open such a page without any of them. `quality` is not one: antialiasing is chosen once per context.
 */
export async function show(page: Scripted, query: string): Promise<void> {
  const given = new URLSearchParams(query);
  const unknown = [...given.keys()].filter((key) => !SHOWN.includes(key));
  if (unknown.length > 0) throw new Error(`show: found ${unknown.join(', ')}, expected ${SHOWN.join(', ')}.`);
  const values = SHOWN.map((key) => [key, given.get(key)] as const);
  await page.evaluate((wanted) => {
    const element = document.querySelector('rack-field')!;
    for (const [key] of wanted) element.removeAttribute(key);
    for (const [key, value] of wanted) if (value !== null) element.setAttribute(key, value);
  }, values);
  await drawn(page);
}

/** The handle's picture, once nothing moves any more. */
export async function pictureOf(page: Scripted, width = 480, height = 270): Promise<Picture> {
  await drawn(page);
  return decodePng(await pictureBytes(page, width, height));
}
