import type { Page } from 'playwright-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertSilent, waitReady, withHandle } from '../harness/browser.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { findings } from './axe.ts';

const seed = 271126;
const PATH = 'kiosk/?quality=low&motion=reduce&lang=en&diagonal=32&staff=4711';
const SCREEN = { ...COARSE, viewport: { width: 1280, height: 720 }, touch: true, alone: true };
const harness = harnessForFile({ policy: true }, SCREEN);

const kiosk = (page: Page) => withHandle(page, (handle) => handle.stats().kiosk!);
const isIn = (page: Page, state: string) =>
  expect.poll(async () => (await kiosk(page)).state, { timeout: 30_000 }).toBe(state);
/** Presses a button without waiting for frames. */
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).dispatchEvent('click');
/** Taps the lower left corner seven times, and waits for the staff page. */
async function callStaff(page: Page) {
  await page.evaluate(() => {
    const at = { clientX: 5, clientY: innerHeight - 5, bubbles: true };
    for (let tap = 0; tap < 7; tap++) document.body.dispatchEvent(new PointerEvent('pointerdown', at));
  });
  await page.getByRole('heading', { name: 'Staff page' }).waitFor();
}
async function enter(page: Page, code: string) {
  for (const digit of code) await press(page, digit);
  await press(page, 'Open');
}

describe(`an exhibit and those who touch it (seed ${seed})`, () => {
  // What a page was loading when it was loaded anew is given up.
  const shared = sharedPage(harness, PATH, SCREEN, (opened) => assertSilent(opened, /net::ERR_ABORTED$/));

  it('opens its staff page by seven taps in the corner and the code, and by no other code', async () => {
    const { page } = shared();
    await page.touchscreen.tap(600, 200);
    await isIn(page, 'tour');
    await page.touchscreen.tap(600, 200);
    await isIn(page, 'explore');
    await press(page, 'To a rack');
    await callStaff(page);
    await isIn(page, 'attract');
    expect(await findings(page)).toEqual([]);
    await enter(page, '4712');
    await page.getByText('This is not the code.').waitFor();
    expect(await page.getByText('Visits and use').count()).toBe(0);
    await enter(page, '4711');
    await page.getByText('Visits and use').waitFor();
    expect(await findings(page)).toEqual([]);
    // A touch on it begins no visit.
    await page.touchscreen.tap(900, 60);
    expect(await kiosk(page)).toMatchObject({ state: 'attract', visits: 1 });
  });

  it('shows there what was counted, saves it, and has a line of 100 mm', async () => {
    const { page } = shared();
    const text = await page.locator('.exhibit-staff').textContent();
    expect(text).toMatch(/\d{4}-\d\d-\d\d \d\d:00Visits1/);
    expect(text).toMatch(/\d{4}-\d\d-\d\dTo a rack1/);
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as CSV')]);
    expect(download.suggestedFilename()).toBe('rackfield-visits.csv');
    const ruler = await page.evaluate(
      () => document.querySelector('.staff-ruler')!.getBoundingClientRect().width,
    );
    expect(ruler / ((Math.hypot(1280, 720) / (32 * 25.4)) * 100)).toBeCloseTo(1, 2);
    await press(page, 'Open from +');
    expect(await page.evaluate(() => localStorage['rackfield.exhibit.settings'])).toContain('"open":[30,0]');
    await press(page, 'Back to the exhibit');
    await isIn(page, 'attract');
    expect(await page.locator('.exhibit-staff').count()).toBe(0);
  });

  it('is dark outside of its hours, draws nothing then, and wakes at a touch, dimmed', async () => {
    const { page } = shared();
    await page.evaluate(() => {
      const now = new Date();
      const minute = now.getHours() * 60 + now.getMinutes();
      const around = (from: number, to: number) => [from, to].map((by) => (minute + by + 1440) % 1440);
      localStorage['rackfield.exhibit.settings'] = JSON.stringify({
        open: around(120, 180),
        daylight: around(-60, 60),
        dimmed: around(-60, 60),
        brightness: 40,
      });
    });
    // From here on the tests of this page wind its clock.
    await page.clock.install();
    await page.reload();
    await waitReady(page);
    await expect.poll(() => page.locator('.exhibit[data-dark]').count()).toBe(1);
    // By day, as the settings say.
    await expect.poll(() => withHandle(page, (handle) => handle.stats().look)).toBe('model');
    const shade = () =>
      page.evaluate(() => Number(getComputedStyle(document.querySelector('.exhibit-shade')!).opacity));
    expect(await shade()).toBe(1);
    const frames = () => withHandle(page, (handle) => handle.stats().frame.count);
    const drawn = await frames();
    // Its loop would be at another step by now.
    for (let look = 0; look < 4; look++) await page.clock.fastForward(15_000);
    expect(await frames()).toBe(drawn);
    await page.touchscreen.tap(600, 200);
    await isIn(page, 'tour');
    expect(await page.locator('.exhibit[data-dark]').count()).toBe(0);
    await expect.poll(frames).toBeGreaterThan(drawn);
    expect(await shade()).toBeCloseTo(0.6);
    await page.evaluate(() => localStorage.removeItem('rackfield.exhibit.settings'));
  });

  it('lets nothing stand in one place over the attract loop, and words of a visit stand still', async () => {
    const { page } = shared();
    await page.reload();
    await waitReady(page);
    await isIn(page, 'attract');
    const drift = () =>
      page.evaluate(() => {
        const { translate } = getComputedStyle(document.querySelector('.exhibit-over')!);
        return translate === 'none' ? [0, 0] : translate.split(' ').map((by) => Number.parseFloat(by));
      });
    const away = async () => {
      const [x = 0, y = 0] = await drift();
      return Math.hypot(x, y);
    };
    const places = new Set<string>();
    for (let turn = 0; turn < 3; turn++) {
      await page.clock.fastForward(31_000);
      places.add(String(await drift()));
      expect(await away()).toBeGreaterThan(1.8);
      expect(await away()).toBeLessThan(4.2);
    }
    expect(places.size).toBe(3);
    await page.touchscreen.tap(600, 200);
    await isIn(page, 'tour');
    expect(await away()).toBe(0);
  });

  it('leaves its staff page by itself two minutes after the last touch', async () => {
    const { page } = shared();
    await callStaff(page);
    await page.clock.fastForward(110_000);
    await page.touchscreen.tap(900, 60);
    await page.clock.fastForward(110_000);
    expect(await page.locator('.exhibit-staff').count()).toBe(1);
    await page.clock.fastForward(11_000);
    expect(await page.locator('.exhibit-staff').count()).toBe(0);
    await isIn(page, 'attract');
  });

  it('is not broken by many fingers anywhere, and shows nothing of the browser', async () => {
    const { page } = shared();
    const session = await page.context().newCDPSession(page);
    const finger = fc.record({ x: fc.integer({ min: 0, max: 1279 }), y: fc.integer({ min: 0, max: 719 }) });
    const strokes = fc.array(fc.array(finger, { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    });
    const address = page.url();
    for (const [index, stroke] of fc.sample(strokes, { seed, numRuns: 12 }).entries()) {
      for (const [step, points] of stroke.entries())
        await session.send('Input.dispatchTouchEvent', {
          type: step === 0 ? 'touchStart' : 'touchMove',
          touchPoints: points.map((point, id) => ({ ...point, id })),
        });
      await session.send('Input.dispatchTouchEvent', {
        type: index % 4 === 3 ? 'touchCancel' : 'touchEnd',
        touchPoints: [],
      });
    }
    // Long presses, and swipes from each edge.
    const gestureSourceType = 'touch';
    for (const y of [300, 650])
      await session.send('Input.synthesizeTapGesture', { x: 640, y, duration: 900, gestureSourceType });
    for (const [x, y, xDistance, yDistance] of [
      [1, 360, 900, 0],
      [1278, 360, -900, 0],
      [640, 1, 0, 500],
      [640, 718, 0, -500],
    ] as const) {
      const swipe = { x, y, xDistance, yDistance, speed: 4000, gestureSourceType } as const;
      await session.send('Input.synthesizeScrollGesture', swipe);
    }
    const refused = await page.evaluate(() =>
      ['contextmenu', 'selectstart', 'dragstart', 'drop', 'auxclick'].map(
        (name) => !document.body.dispatchEvent(new Event(name, { bubbles: true, cancelable: true })),
      ),
    );
    expect(refused).toEqual([true, true, true, true, true]);
    const seen = () => [visualViewport!.scale, scrollX, scrollY, String(getSelection()), history.length];
    expect((await page.evaluate(seen)).slice(0, 4)).toEqual([1, 0, 0, '']);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => document.querySelectorAll('a[href]').length)).toBe(0);
    expect(['attract', 'tour', 'explore']).toContain((await kiosk(page)).state);
    // It still works.
    await withHandle(page, (handle) => handle.goTo('rack'));
    await isIn(page, 'explore');
    // A finger may have chosen another language.
    await page.locator('.exhibit-tools button').first().dispatchEvent('click');
    await isIn(page, 'attract');
    expect((await kiosk(page)).recoveries).toBe(0);
  });
});
