import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { waitReady, withHandle } from '../harness/browser.ts';
import { pictureBytes } from '../harness/picture.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { heightOnGlass, lengthsOn } from '../../src/views/touchScreen.ts';
import { loseAndRestore } from '../scene/scene.ts';
import { findings } from './axe.ts';
import german from '../../assets/languages/de.exhibit.json';

/** Nothing else can be pressed in the attract loop. */
const OWN_NAMES = ['English', 'العربية', 'Deutsch', 'Español', 'Français', '简体中文'];
const QUICK = 'kiosk/?quality=low&motion=reduce&lang=en';
const SCREEN = { ...COARSE, viewport: { width: 1920, height: 1080 }, touch: true };
const harness = harnessForFile({ policy: true }, SCREEN);

/** All that a visitor can change, and what has been counted. */
const stateOf = (page: Page) =>
  withHandle(page, (handle) => {
    const { frame, memory, contextLosses, ...state } = handle.stats();
    return state;
  });
const isIn = (page: Page, state: string) =>
  expect.poll(async () => (await stateOf(page)).kiosk?.state, { timeout: 20_000 }).toBe(state);
/** Touches the picture, away from all controls. */
const touch = (page: Page) => page.touchscreen.tap(200, 300);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap();
const picture = async (page: Page) => (await pictureBytes(page, 160, 90)).toString('base64');

describe('an exhibit', () => {
  const shared = sharedPage(harness, QUICK, SCREEN);
  let initial: Awaited<ReturnType<typeof stateOf>>;
  let initialPicture: string;

  it('draws people by its attract loop, at night, and says how it begins', async () => {
    const { page } = shared();
    initial = await stateOf(page);
    expect(initial).toMatchObject({
      ...{ mode: 'kiosk', story: 'attract', stepIndex: 0, look: 'night' },
      kiosk: { state: 'attract', visits: 0, recoveries: 0 },
    });
    initialPicture = await picture(page);
    await page.getByText('Touch the screen to begin').waitFor();
    expect(await page.getByRole('button').allTextContents()).toEqual(OWN_NAMES);
    expect(await findings(page)).toEqual([]);
  });

  it('begins the tour at a touch anywhere, and leaves it at the next', async () => {
    const { page } = shared();
    await touch(page);
    await isIn(page, 'tour');
    await expect.poll(async () => (await stateOf(page)).story).toBe('tour');
    expect(await page.locator('.exhibit-heading').textContent()).toBe('It begins with one chip');
    expect(await findings(page)).toEqual([]);
    await touch(page);
    await isIn(page, 'explore');
    expect((await stateOf(page)).story).toBeUndefined();
    expect(await findings(page)).toEqual([]);
  });

  it('lets it grow', async () => {
    const { page } = shared();
    await press(page, 'Let it grow');
    expect(await stateOf(page)).toMatchObject({ view: 'site', day: expect.any(Number) });
    await expect.poll(() => page.locator('.exhibit-card:visible').textContent()).toMatch(/2024: [\d,]+ GPUs/);
    await expect.poll(async () => (await stateOf(page)).day).toBeGreaterThan(0);
  });

  it('says how tall a rack is beside a visitor', async () => {
    const { page } = shared();
    await press(page, 'How tall am I beside it?');
    expect((await stateOf(page)).view).toBe('rack');
    const said = page.locator('.exhibit-card:visible');
    expect(await said.textContent()).toContain('I am 1.5 m tall');
    for (let press = 0; press < 20; press++)
      await page.getByRole('button', { name: 'Taller' }).dispatchEvent('click');
    expect(await said.textContent()).toMatch(/I am 2.1 m tall.*2.24 m tall \(assumed\), 1.06 times/);
    // Both are drawn to one scale.
    const [rack, person] = await Promise.all(
      ['.exhibit-rack', '.exhibit-person'].map(
        async (part) => (await page.locator(part).boundingBox())!.height,
      ),
    );
    expect(person! / rack!).toBeCloseTo(2.1 / 2.236, 2);
    expect(await findings(page)).toEqual([]);
  });

  it('finds a GPU by its number, and says so where there is none', async () => {
    const { page } = shared();
    await press(page, 'Find GPU number …');
    for (const digit of '999999') await press(page, digit);
    await press(page, 'Show it');
    await page.getByText('There is no GPU 999,999. They go from 1 to 200,000.').waitFor();
    for (let digit = 0; digit < 6; digit++) await press(page, 'Delete the last digit');
    for (const digit of '137482') await press(page, digit);
    await press(page, 'Show it');
    await page.getByText('GPU 137,482 of 200,000: hall').waitFor();
    expect((await stateOf(page)).view).toBe('server');
    expect(await findings(page)).toEqual([]);
  });

  it('shows what else is that big, step by step in the visitor’s hands', async () => {
    const { page } = shared();
    await press(page, 'What else is that big?');
    await expect.poll(async () => (await stateOf(page)).story).toBe('how-big');
    await press(page, 'Next');
    await expect.poll(async () => (await stateOf(page)).stepIndex).toBe(1);
    await press(page, 'Back');
    await expect.poll(async () => (await stateOf(page)).stepIndex).toBe(0);
    expect((await stateOf(page)).kiosk?.state).toBe('explore');
  });

  it('is touched by two people at once without harm', async () => {
    const { page } = shared();
    const session = await page.context().newCDPSession(page);
    const points = [
      { x: 200, y: 300, id: 1 },
      { x: 1500, y: 400, id: 2 },
      { x: 800, y: 200, id: 3 },
    ];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points });
    for (let step = 1; step <= 5; step++)
      await session.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: points.map(({ x, y, id }) => ({ x: x + step * 20 * (id - 2), y: y + step * 10, id })),
      });
    await press(page, 'To a rack').catch(() => undefined);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await press(page, 'From above');
    await expect.poll(async () => (await stateOf(page)).view).toBe('site');
    expect(await page.evaluate(() => [visualViewport!.scale, scrollX, scrollY])).toEqual([1, 0, 0]);
  });

  it.each([
    [15.6, 1920, 1080, 800],
    [24, 1920, 1080, 800],
    [32, 1080, 1920, 500],
    [43, 3840, 2160, 900],
    [55, 2160, 3840, 400],
    [86, 3840, 2160, 700],
    [49, 3840, 1080, 800],
  ])('has controls of 20 mm within reach on %d inches of %i x %i', async (diagonal, width, height, mount) => {
    const { page } = shared();
    const screen = { width, height, diagonal, mount };
    const lengths = lengthsOn(screen);
    await page.evaluate(
      ([diagonal, mount]) => history.replaceState(null, '', `?diagonal=${diagonal}&mount=${mount}`),
      [diagonal, mount],
    );
    await page.setViewportSize({ width, height });
    // The window may have had this size before.
    await page.evaluate(() => dispatchEvent(new Event('resize')));
    const click = (name: string) => page.getByRole('button', { name }).dispatchEvent('click');
    const isThere = (name: string) => page.getByRole('button', { name, exact: true }).isVisible();
    /** Holds the size and the place of all controls against the screen. */
    async function measure(least: number, isLowered: boolean) {
      const boxes = await page.evaluate(() =>
        Array.from(document.querySelectorAll('button'), (button) => button.getBoundingClientRect().toJSON())
          .filter(({ width }) => width > 0)
          .map((box) => box as DOMRect),
      );
      expect(boxes.length).toBeGreaterThanOrEqual(least);
      for (const box of boxes) {
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(lengths.target - 0.01);
        expect(Math.min(box.left, width - box.right, box.top)).toBeGreaterThanOrEqual(0);
        expect(height - box.bottom).toBeGreaterThanOrEqual(lengths.lowered);
        // The reach of those who sit ends 1220 mm above the floor.
        if (isLowered) expect(box.top).toBeGreaterThanOrEqual(heightOnGlass(screen, 1220));
      }
      // One is over another nowhere.
      for (const [at, a] of boxes.entries())
        for (const b of boxes.slice(0, at))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }
    const lowers = lengths.lowered < lengths.usual;
    for (const [feature, least] of [
      ['Find GPU number …', 24],
      ['See it life-size', 4],
    ] as const) {
      if (await isThere(feature)) await press(page, feature);
      await measure(least, false);
      if (lowers) {
        await click('Lower the controls');
        await measure(least, true);
        await click('Raise the controls');
      }
      await click('To the other hand');
      await measure(least, false);
      await click('To the other hand');
    }
    await click('Leave life-size');
  });

  it('begins again exactly as it was', async () => {
    const { page } = shared();
    await page.evaluate(() => history.replaceState(null, '', '?'));
    await page.setViewportSize(SCREEN.viewport);
    await page.evaluate(() => dispatchEvent(new Event('resize')));
    await press(page, 'To the other hand');
    await press(page, 'Moving pictures');
    await press(page, 'Deutsch');
    await press(page, german['exhibit.restart']);
    await isIn(page, 'attract');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(async () => ({ ...(await stateOf(page)), kiosk: 0 })).toEqual({ ...initial, kiosk: 0 });
    // Each screen of another size was got over.
    expect((await stateOf(page)).kiosk).toMatchObject({ state: 'attract', visits: 1 });
    expect(await picture(page)).toBe(initialPicture);
    expect(await page.getByRole('button').allTextContents()).toEqual(OWN_NAMES);
  });
});

describe('an exhibit that is left alone', () => {
  it('tells its attract loop, and the tour to its end without asking', async () => {
    const { page } = await harness().open(QUICK, { alone: true });
    await page.clock.install();
    await touch(page);
    await isIn(page, 'tour');
    await expect.poll(async () => (await stateOf(page)).story).toBe('tour');
    await page.clock.runFor(60_000);
    expect(await stateOf(page)).toMatchObject({ kiosk: { state: 'tour' }, story: 'tour' });
    expect((await stateOf(page)).stepIndex).toBeGreaterThan(3);
    await page.clock.runFor(60_000);
    await isIn(page, 'explore');
    // It was told for as long as it takes; the question comes a minute later.
    await page.clock.fastForward(60_000);
    await isIn(page, 'asking');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Yes, go on' }).tap();
    await isIn(page, 'explore');
    await page.clock.fastForward(60_000);
    await isIn(page, 'asking');
    await page.clock.fastForward(19_000);
    await isIn(page, 'asking');
    await page.clock.fastForward(1_500);
    await isIn(page, 'attract');
    await expect.poll(async () => (await stateOf(page)).story).toBe('attract');
    await page.clock.runFor(25_000);
    await expect.poll(async () => (await stateOf(page)).step).toBe('hall');
  });

  it('is back in its attract loop after a lost context, and counts that through a reload', async () => {
    const { page } = await harness().open(QUICK, { alone: true });
    await touch(page);
    await isIn(page, 'tour');
    await loseAndRestore(page);
    await isIn(page, 'attract');
    expect((await stateOf(page)).kiosk).toEqual({ state: 'attract', visits: 1, recoveries: 1 });
    await page.reload();
    await waitReady(page);
    expect((await stateOf(page)).kiosk).toEqual({ state: 'attract', visits: 1, recoveries: 1 });
  });

  it('begins free exploring where its address says, after its own stories', async () => {
    const { page } = await harness().open(`${QUICK}&config=100k&view=hall&look=night&story=how-big`);
    await page.getByText('The exhibit tells its own stories and does not use “story”.').waitFor();
    expect(await stateOf(page)).toMatchObject({ story: 'attract', config: '200k' });
    for (let visit = 0; visit < 2; visit++) {
      await touch(page);
      await isIn(page, 'tour');
      await expect.poll(async () => (await stateOf(page)).story).toBe('tour');
      await touch(page);
      await isIn(page, 'explore');
      expect(await stateOf(page)).toMatchObject({ config: '100k', view: 'hall', look: 'night' });
      await press(page, 'Start again');
      await expect
        .poll(() => stateOf(page))
        .toMatchObject({ story: 'attract', config: '200k', kiosk: { state: 'attract' } });
    }
  });

  it('goes on with a sentence where its address is wrong', async () => {
    const { page } = await harness().open(`${QUICK}&diagonal=huge`);
    await page.getByText('“diagonal=huge” is not a number from 7 to 200, so 32 is taken.').waitFor();
    expect((await stateOf(page)).kiosk?.state).toBe('attract');
  });
});
