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
    await page.evaluate(() => {
      const at = { clientX: 5, clientY: innerHeight - 5, bubbles: true };
      for (let tap = 0; tap < 7; tap++) document.body.dispatchEvent(new PointerEvent('pointerdown', at));
    });
    await page.getByRole('heading', { name: 'Staff page' }).waitFor();
    await isIn(page, 'attract');
    expect(await findings(page)).toEqual([]);
    await enter(page, '4712');
    await page.getByText('This is not the code.').waitFor();
    expect(await page.getByText('Visits and use').count()).toBe(0);
    await enter(page, '4711');
    await page.getByText('Visits and use').waitFor();
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
    await press(page, 'Open from, to (1/2) +');
    expect(await page.evaluate(() => localStorage['rackfield.exhibit.settings'])).toContain('"open":[30,0]');
    await press(page, 'Back to the exhibit');
    await isIn(page, 'attract');
    expect(await page.locator('.exhibit-staff').count()).toBe(0);
  });

  it('is dark outside of its hours, draws nothing then, and wakes at a touch', async () => {
    const { page } = shared();
    await page.evaluate(() => {
      const now = new Date();
      const minute = now.getHours() * 60 + now.getMinutes();
      const open = [(minute + 120) % 1440, (minute + 180) % 1440];
      localStorage['rackfield.exhibit.settings'] = JSON.stringify({ open, daylight: [0, 1439] });
    });
    await page.reload();
    await waitReady(page);
    await expect.poll(() => page.locator('.exhibit[data-dark]').count()).toBe(1);
    // By day, as the settings say.
    await expect.poll(() => withHandle(page, (handle) => handle.stats().look)).toBe('model');
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('.exhibit-shade')!).opacity),
    ).toBe('1');
    await page.touchscreen.tap(600, 200);
    await isIn(page, 'tour');
    expect(await page.locator('.exhibit[data-dark]').count()).toBe(0);
    await page.evaluate(() => localStorage.removeItem('rackfield.exhibit.settings'));
  });

  it('is not broken by many fingers anywhere, and shows nothing of the browser', async () => {
    const { page } = shared();
    await page.reload();
    await waitReady(page);
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
