import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { serverPosition } from '../../src/layout/serverPlan.ts';
import { focusGpu } from '../../src/views/focus.ts';
import { heightOnGlass, lengthsOn, type TouchScreen } from '../../src/views/touchScreen.ts';
import { type Limited, withHandle } from '../harness/browser.ts';
import { type Picture, photograph, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, plan } from '../scene/scene.ts';
import { findings } from './axe.ts';

const FINE = 2;
const VIEWPORT = { width: 480, height: 270 };
const harness = harnessForFile(
  { policy: true },
  { viewport: VIEWPORT, deviceScaleFactor: FINE, touch: true },
);
const KIOSK = 'kiosk/?quality=medium&motion=reduce&lang=en';
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).dispatchEvent('click');
const stateOf = (page: Page) => withHandle(page, (handle) => handle.stats().kiosk?.state);
async function explore(page: Page) {
  for (const state of ['tour', 'explore']) {
    await page.touchscreen.tap(240, 80);
    await expect.poll(() => stateOf(page)).toBe(state);
  }
}

/** The openings of the servers of the rack that is shown, millimetres above the floor. */
const { rackIndex, kind } = (() => {
  const { rackIndex } = serverPosition(plan, focusGpu(plan));
  return { rackIndex, kind: plan.site.rackKinds[plan.racks.kind[rackIndex]!]! };
})();
const openings = Array.from({ length: plan.racks.servers[rackIndex]! }, (_, at) => {
  const { from, to } = serverPosition(plan, plan.racks.firstGpu[rackIndex]! + at * kind.gpusPerServer);
  return { from: from * 1000, to: to * 1000 };
});
/** The manifold over a server, which stands out of the rack, hides its upper edge from an eye that is much higher; millimetres. */
const SEEN_FROM = 1340;

/** The picture with all its triangles, without what lies on the glass. */
async function glassOf(page: Page): Promise<Picture> {
  const bare = (isBare: boolean) =>
    page.evaluate((isBare) => {
      (window as Limited).mostTriangles = isBare ? Infinity : 100;
      document.querySelector<HTMLElement>('.exhibit-over')!.style.visibility = isBare ? 'hidden' : '';
      dispatchEvent(new Event('resize'));
    }, isBare);
  await bare(true);
  await drawn(page);
  const picture = await photograph(page);
  await bare(false);
  return picture;
}

/** Heights above the floor, millimetres, at which the middle of the glass turns from dark to light, upwards, and back. */
function edgesOn(picture: Picture, screen: TouchScreen) {
  const pixel = lengthsOn(screen).millimetre * FINE;
  const light = Array.from({ length: picture.height }, (_, line) => {
    const [red, green, blue] = pixelAt(picture, picture.width / 2, line);
    return red + green + blue;
  });
  const heightOf = (line: number) => screen.mount + (picture.height - line) / pixel;
  // Between the dark of the gaps and the plain of the fronts; edges and lamps are brighter than that.
  const plain = [...light].sort((a, b) => a - b)[Math.floor(light.length * 0.7)]!;
  const half = (Math.min(...light) + plain) / 2;
  const [feet, tops]: [number[], number[]] = [[], []];
  for (let line = 1; line < light.length; line++) {
    const [above, here] = [light[line - 1]!, light[line]!];
    if (above < half === here < half) continue;
    // Between the middles of both pixels.
    const at = line - 0.5 + (half - above) / (here - above);
    (here < half ? feet : tops).push(heightOf(at));
  }
  return { feet, tops };
}
const nearest = (found: readonly number[], wanted: number) =>
  found.reduce((best, each) => (Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best), Infinity);

async function fitTo(page: Page, { width, height, diagonal, mount }: TouchScreen) {
  await page.evaluate(
    ([diagonal, mount]) => history.replaceState(null, '', `?diagonal=${diagonal}&mount=${mount}`),
    [diagonal, mount],
  );
  await page.setViewportSize({ width, height });
  await page.evaluate(() => dispatchEvent(new Event('resize')));
}

describe('a screen of known size', () => {
  const shared = sharedPage(harness, `${KIOSK}&diagonal=24&mount=1300`);

  it('is a window, by a large control', async () => {
    const { page } = shared();
    await explore(page);
    await press(page, 'See it life-size');
    const card = page.locator('.exhibit-life');
    expect(await card.textContent()).toContain('2.24 m tall (assumed)');
    expect(await card.textContent()).toContain('174 mm high (assumed)');
    expect(await card.textContent()).toContain('1.3 m below the glass');
    await expect.poll(() => withHandle(page, (handle) => handle.stats().view)).toBe('rack');
    expect(await findings(page)).toEqual([]);
  });

  it.each([
    { diagonal: 15.6, width: 480, height: 270, mount: 1388 },
    { diagonal: 24, width: 480, height: 270, mount: 1300 },
    { diagonal: 32, width: 270, height: 480, mount: 900 },
    { diagonal: 55, width: 405, height: 720, mount: 400 },
    { diagonal: 86, width: 640, height: 360, mount: 700 },
  ])(
    'shows a chassis of 174 mm in its opening of 177.8 mm on $diagonal inches of $width x $height',
    async (screen) => {
      const { page } = shared();
      await fitTo(page, screen);
      const { feet, tops } = edgesOn(await glassOf(page), screen);
      const { millimetre } = lengthsOn(screen);
      const end = screen.mount + screen.height / millimetre;
      const shown = openings.filter(({ from, to }) => from > screen.mount + 4 && to < end - 4);
      const whole = shown.filter(({ to }) => to > SEEN_FROM);
      expect(whole.length).toBeGreaterThan(0);
      /** Half a pixel of the photograph, millimetres. */
      const half = 0.5 / (millimetre * FINE);
      for (const { from } of shown) expect(Math.abs(nearest(feet, from) - from - 1.9)).toBeLessThan(half);
      for (const { from, to } of whole) {
        expect(to - from).toBeCloseTo(177.8, 6);
        expect(Math.abs(nearest(tops, to) - nearest(feet, from) - 174)).toBeLessThan(2 * half);
      }
      // The scale at the edge has its marks where the picture has these heights.
      const marks = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.exhibit-numbered'), (mark) => ({
          height: Number(mark.textContent?.replace(',', '')),
          top: mark.getBoundingClientRect().top,
        })),
      );
      expect(marks.length).toBeGreaterThan(0);
      for (const { height, top } of marks) expect(top).toBeCloseTo(heightOnGlass(screen, height), 1);
    },
  );

  it('lets the front of the rack in a plan stand on the floor, too', async () => {
    const { page } = shared();
    const screen = { diagonal: 55, width: 270, height: 480, mount: 0 };
    await fitTo(page, screen);
    await press(page, 'Leave life-size');
    await withHandle(page, (handle) => handle.goToStep('122-days', 'estimate'));
    await press(page, 'See it life-size');
    expect(await withHandle(page, (handle) => handle.stats().look)).toBe('plan');
    const picture = await glassOf(page);
    const pixel = lengthsOn(screen).millimetre * FINE;
    const dark = Array.from({ length: picture.height }, (_, line) => line).filter(
      (line) => pixelAt(picture, picture.width / 2 - 200 * pixel, line)[0] < 128,
    );
    const heights = dark.map((line) => (picture.height - line - 0.5) / pixel);
    for (const { from, to } of openings.slice(0, 4))
      for (const edge of [from, to]) expect(Math.abs(nearest(heights, edge) - edge)).toBeLessThan(1 / pixel);
  });
});

describe('the window in a visitor’s hands', () => {
  const viewport = { width: 960, height: 540 };
  const screen = { diagonal: 24, ...viewport, mount: 1300 };
  const address = 'kiosk/?quality=low&motion=reduce&lang=en&diagonal=24&mount=1300';
  const shared = sharedPage(harness, address, { viewport, deviceScaleFactor: 0.25 });
  const isWindow = (page: Page) => page.locator('.exhibit-scale').isVisible();
  /** Where things are in the picture, by a place that each station shows elsewhere. */
  const poseOf = (page: Page) =>
    withHandle(page, async (handle) => JSON.stringify((await handle.explain(480, 60))?.address));

  it('is not moved by them, and answers what is at a place of the glass', async () => {
    const { page } = shared();
    await explore(page);
    await press(page, 'See it life-size');
    await page.mouse.move(200, 60);
    await page.mouse.down();
    await page.mouse.move(320, 120, { steps: 3 });
    await page.mouse.up();
    await page.mouse.wheel(0, -300);
    for (const [at, { from, to }] of openings.slice(4, 6).entries())
      for (const height of [from + 60, to - 40].filter((each) => each > screen.mount)) {
        const y = heightOnGlass(screen, height);
        const found = await withHandle(page, (handle, line: number) => handle.explain(480, line), y);
        expect(found?.address).toMatchObject({ hall: 1, row: 11, rack: 4, server: at + 5 });
      }
    expect(await isWindow(page)).toBe(true);
  });

  it('is left by one touch, by a script that goes elsewhere, and by beginning again', async () => {
    const { page } = shared();
    const inside = await poseOf(page);
    await page.getByRole('button', { name: 'Leave life-size', exact: true }).tap();
    expect(await isWindow(page)).toBe(false);
    expect(await page.getByRole('button', { name: 'To a chip' }).isVisible()).toBe(true);
    expect(await poseOf(page)).not.toBe(inside);
    await press(page, 'See it life-size');
    expect(await poseOf(page)).toBe(inside);
    await withHandle(page, (handle) => handle.goTo('hall'));
    expect(await isWindow(page)).toBe(false);
    await press(page, 'See it life-size');
    await press(page, 'Start again');
    await expect.poll(() => stateOf(page)).toBe('attract');
    await expect.poll(() => withHandle(page, (handle) => handle.stats().step)).toBe('growth');
    expect(await isWindow(page)).toBe(false);
  });

  it('does not have it where the size of the screen is not known', async () => {
    const { page } = shared();
    await page.evaluate(() => history.replaceState(null, '', '?diagonal=huge'));
    await page.evaluate(() => dispatchEvent(new Event('resize')));
    await explore(page);
    expect(await page.getByRole('button', { name: 'Let it grow' }).isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'See it life-size' }).count()).toBe(0);
  });
});
