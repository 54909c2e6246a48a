import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { assertSilent, waitReady, withHandle } from '../harness/browser.ts';
import { photograph, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage, SPARSE, WHOLE } from '../harness/suite.ts';
import { drawn } from '../scene/scene.ts';

const harness = harnessForFile({ policy: true }, WHOLE);
const QUICK = 'quality=low&motion=reduce';

const stateOf = (page: Page) =>
  withHandle(page, (handle) => {
    const { mode, stage, story, step, stepIndex, steps, view, day } = handle.stats();
    return { mode, blank: stage?.blank, audience: stage?.audience, story, step, stepIndex, steps, view, day };
  });
/** Waits until the stage is at a step: keys act as soon as the page has its turn. */
const isAt = (page: Page, step: number) =>
  expect.poll(async () => (await stateOf(page)).stepIndex, { timeout: 20_000 }).toBe(step);
const goTo = (page: Page, story: string, step: number) =>
  withHandle(page, (handle, [id, at]: readonly [string, number]) => handle.goToStep(id, at), [
    story,
    step,
  ] as const);

/** Relative luminance of a colour, 0 to 1. */
function luminance([red, green, blue]: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part = 0) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Keeps the locks that a page asks for to keep the screen awake, in `window.wakes`. */
function recordWakes() {
  const wakes: Promise<WakeLockSentinel>[] = [];
  Object.assign(window, { wakes });
  const { request } = WakeLock.prototype;
  WakeLock.prototype.request = function (type) {
    wakes.push(request.call(this, type));
    return wakes.at(-1)!;
  };
}
/** Whether each lock that a page has asked for to keep the screen awake holds. */
const wakesOf = (page: Page) =>
  page.evaluate(async () => {
    const { wakes } = window as unknown as { wakes: Promise<WakeLockSentinel>[] };
    return (await Promise.all(wakes)).map(({ released }) => !released);
  });

describe('the stage', () => {
  const shared = sharedPage(harness, `present/?${QUICK}`, {
    viewport: { width: 640, height: 360 },
    before: recordWakes,
  });

  it('says on a plain host that a phone needs the server, and offers the stories again after that', async () => {
    const { page } = shared();
    const choices = page.locator('.stage-choice');
    await choices.first().waitFor();
    await page.getByRole('button', { name: 'A phone as remote control' }).click();
    await page.getByText('npm start -- --remote').waitFor();
    await page.keyboard.press('Escape');
    await choices.first().waitFor();
    await page.keyboard.press('F1');
    await page.keyboard.press('Escape');
    expect(await choices.count()).toBe(3);
  });

  it('offers the stories, and a clicker alone begins one', async () => {
    const { page } = shared();
    await expect
      .poll(() => page.locator('.stage-choice').allTextContents())
      .toEqual(['From one chip to 200,000', '122 days', 'How big is it?']);
    expect(await stateOf(page)).toMatchObject({ mode: 'present', blank: 'none', audience: 'live' });
    await page.keyboard.press('PageDown');
    await page.keyboard.press('F5');
    await isAt(page, 0);
    expect(await stateOf(page)).toMatchObject({ story: '122-days', step: 'factory' });
    expect(await page.locator('.stage-title').textContent()).toBe('An empty factory');
    await expect.poll(() => page.locator('.stage-value').textContent()).toMatch(/72,929/);
    expect(new URL(page.url()).pathname).toMatch(/\/present\/$/);
  });

  it('loses none of 200 presses in a row, and never leaves the page', async () => {
    const { page } = shared();
    let index = 3;
    await goTo(page, 'one-chip', index);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    const keys = ['PageDown', 'PageDown', 'ArrowRight', 'PageUp', 'Space', 'PageUp', 'n', 'k', 'p', 'PageUp'];
    const session = await page.context().newCDPSession(page);
    // Sent without waiting for the one before, as by an impatient hand: the picture is far behind.
    const press = (key: string) => {
      const what = {
        key: key === 'Space' ? ' ' : key,
        code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
      };
      return Promise.all([
        session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...what }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...what }),
      ]);
    };
    // They never reach an end, where one that was lost would not show; ten of them end where they began.
    for (const more of [['n'], [], ['PageUp', 'k'], ['n']]) {
      const pressed = [...Array.from({ length: 50 }, (_, at) => keys[at % keys.length]!), ...more];
      await Promise.all(pressed.map(press));
      index += more.reduce((sum, key) => sum + (key === 'n' ? 1 : -1), 0);
      await isAt(page, index);
    }
    await session.detach();
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
    // After so many presses the address follows later, but not later than the page is hidden.
    const hidden = await withHandle(page, async (handle) => {
      void handle.previous();
      await new Promise((done) => setTimeout(done));
      const { step } = handle.stats();
      document.dispatchEvent(new Event('visibilitychange'));
      return [new URLSearchParams(location.search).get('step'), step];
    });
    expect(hidden[0]).toBe(hidden[1]);
  });

  it('keeps the screen awake from the start, and again whenever it is seen again', async () => {
    const { page } = shared();
    const before = await wakesOf(page);
    expect(before.length).toBeGreaterThan(0);
    expect(before.at(-1)).toBe(true);
    const turn = (hidden: boolean) =>
      page.evaluate((isHidden) => {
        Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        Reflect.deleteProperty(document, 'hidden');
      }, hidden);
    await turn(true);
    expect(await wakesOf(page)).toHaveLength(before.length);
    await turn(false);
    expect(await wakesOf(page)).toEqual([...before, true]);
  });

  it('goes to full screen and leaves it by what a clicker sends, without a reload or another step', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 4);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    const fills = () => page.evaluate(() => document.fullscreenElement === document.documentElement);
    for (const key of ['F5', 'Escape', 'F5', 'Escape', 'f', 'f']) {
      const before = await fills();
      await page.keyboard.press(key);
      await expect.poll(fills, { message: key }).toBe(!before);
    }
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
    expect(await stateOf(page)).toMatchObject({ story: 'one-chip', stepIndex: 4 });
  });

  it('knows only its blank keys and the help while it is blank', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 2);
    await page.keyboard.press('.');
    expect(await stateOf(page)).toMatchObject({ blank: 'black' });
    expect(pixelAt(await photograph(page), 320, 180)).toEqual([0, 0, 0, 255]);
    for (const key of ['PageDown', 'ArrowLeft', 'o', 'g']) await page.keyboard.press(key);
    await page.keyboard.press(',');
    expect(await stateOf(page)).toMatchObject({ blank: 'white', stepIndex: 2 });
    expect(pixelAt(await photograph(page), 320, 180)).toEqual([255, 255, 255, 255]);
    await page.keyboard.press('w');
    expect(await stateOf(page)).toMatchObject({ blank: 'none' });
    expect(await page.locator('.stage-panel').count()).toBe(0);
  });

  it('shows on its help page what a clicker just sent, without moving', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 2);
    await page.keyboard.press('F1');
    await page.keyboard.press('PageDown');
    expect(await page.locator('.stage-heard').textContent()).toBe('PageDown came (PageDown): Next step.');
    await page.keyboard.press('F5');
    expect(await page.locator('.stage-heard').textContent()).toMatch(/^F5 came/);
    await page.keyboard.press('z');
    expect(await page.locator('.stage-heard').textContent()).toMatch(/nothing happens/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.stage-panel').count()).toBe(0);
    expect(await stateOf(page)).toMatchObject({ stepIndex: 2 });
  });

  it('goes to a step by its number and from the list of all', async () => {
    const { page } = shared();
    await goTo(page, '122-days', 0);
    await page.keyboard.press('g');
    // Letters are the field's own there.
    await page.keyboard.type('no');
    await page.keyboard.press('Enter');
    expect(await page.locator('.stage-wrong').textContent()).toMatch(/“no”.*1 to 12/);
    await page.locator('.stage-field').fill('6');
    await page.keyboard.press('Enter');
    await isAt(page, 5);
    await page.keyboard.press('o');
    expect(await page.locator('.stage-choice').count()).toBe(12);
    expect(await page.locator('.stage-choice:focus').textContent()).toBe('6. Day 122');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Enter');
    await isAt(page, 6);
    await page.keyboard.press('Home');
    await isAt(page, 0);
    await page.keyboard.press('Shift+ArrowRight');
    await isAt(page, 11);
  });

  it('shows the picture from the upper edge of the window to its words', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 8);
    await drawn(page);
    const top = (await page.locator('.stage-band').boundingBox())!.y;
    const picture = await photograph(page);
    // At night all of it is dark; the page behind it is not.
    for (const y of [2, 20, top / 2, top - 2])
      for (const x of [100, 320, 540])
        expect(luminance(pixelAt(picture, x, y)), `${x} ${y}`).toBeLessThan(0.3);
  });

  it('moves by the sides of the picture, and leaves its middle to the eye', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 3);
    await page.mouse.click(620, 100);
    await isAt(page, 4);
    await page.mouse.click(20, 100);
    await isAt(page, 3);
    await page.mouse.click(320, 100);
    expect(await stateOf(page)).toMatchObject({ stepIndex: 3 });
  });

  it.each([
    ['usual', 7],
    ['light on black', 18],
    ['black on white', 18],
  ])('is legible on the picture: %s, at least %i to 1', async (_name, least) => {
    const { page } = shared();
    await goTo(page, 'one-chip', 7);
    await drawn(page);
    const box = (await page.locator('.stage-title').boundingBox())!;
    const picture = await photograph(page, box);
    const all: number[] = [];
    for (let y = 0; y < picture.height; y++)
      for (let x = 0; x < picture.width; x++) all.push(luminance(pixelAt(picture, x, y)));
    expect((Math.max(...all) + 0.05) / (Math.min(...all) + 0.05)).toBeGreaterThanOrEqual(least);
    // The next preset; after the last the usual one again.
    await page.keyboard.press('c');
  });
});

describe('a stage of another shape', () => {
  const shared = sharedPage(harness, `present/?story=one-chip&${QUICK}`, {
    viewport: { width: 320, height: 180 },
    ...SPARSE,
  });

  it('has room for all words of every story at 320 x 180', async () => {
    const { page } = shared();
    for (const [story, steps] of [
      ['one-chip', 10],
      ['122-days', 12],
      ['how-big', 13],
    ] as const)
      for (let step = 0; step < steps; step++) {
        await goTo(page, story, step);
        await isAt(page, step);
        const band = await page.$eval(
          '.stage-band',
          ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => ({
            down: scrollHeight - clientHeight,
            across: scrollWidth - clientWidth,
          }),
        );
        expect(Math.max(band.down, band.across), `${story} ${step}`).toBeLessThanOrEqual(1);
      }
  });

  it('has the names of compared chips in one line each with what follows, also where one takes two', async () => {
    const { page } = shared();
    await page.setViewportSize({ width: 1024, height: 768 });
    await goTo(page, 'one-chip', 9);
    const labels = page.locator('.chip-labels:not([hidden]) .chip-label');
    await expect.poll(() => labels.count(), { timeout: 30_000 }).toBe(4);
    await drawn(page);
    const tops = await labels.evaluateAll((all) =>
      all.map((label) => [...label.children].map((line) => Math.round(line.getBoundingClientRect().top))),
    );
    for (const each of tops) expect(each.slice(0, 2)).toEqual(tops[0]!.slice(0, 2));
    await page.setViewportSize({ width: 320, height: 180 });
  });

  it('keeps its contrast when the page is loaded again', async () => {
    const { page } = shared();
    const contrast = () => page.locator('.presenting').getAttribute('data-contrast');
    expect(await contrast()).toBeNull();
    await page.keyboard.press('c');
    expect(await contrast()).toBe('dark');
    await drawn(page);
    await page.reload();
    expect(await contrast()).toBe('dark');
    await waitReady(page);
    await page.keyboard.press('c');
    expect(await contrast()).toBe('light');
    await page.keyboard.press('c');
    expect(await contrast()).toBeNull();
  });
});

describe('the stage under a finger', () => {
  it('moves by swipes and taps at its sides through all steps, and keeps its words on a narrow phone', async () => {
    const opened = await harness().open(`present/?story=one-chip&${QUICK}`, {
      viewport: { width: 320, height: 568 },
      touch: true,
    });
    const { page } = opened;
    const session = await page.context().newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: x === undefined ? [] : [{ x, y: 120 }],
        });
      await touch('touchStart', from);
      await touch('touchMove', (from + to) / 2);
      await touch('touchMove', to);
      await touch('touchEnd');
    };
    await swipe(240, 90);
    await isAt(page, 1);
    await swipe(90, 240);
    await isAt(page, 0);
    for (let at = 1; at < 10; at++) {
      await page.touchscreen.tap(305, 120);
      await isAt(page, at);
      const cut = await page.$$eval('.stage-band', (all) =>
        all.filter((each) => each.scrollHeight > each.clientHeight + 1).map((each) => each.textContent),
      );
      expect(cut, String(at)).toEqual([]);
    }
    const menu = page.getByRole('button', { name: 'Menu' });
    const seen = () => menu.evaluate((button) => Number(getComputedStyle(button).opacity));
    expect(await seen()).toBe(0);
    await page.touchscreen.tap(160, 120);
    await expect.poll(seen).toBeGreaterThan(0.8);
    const { width, height } = (await menu.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await menu.tap();
    expect(await page.locator('.stage-choice').allTextContents()).toEqual([
      'Keys and clicker',
      'All steps',
      'Speaker view in a second window',
      'Edit this story',
      'Full screen, and back',
      'Leave the stage',
    ]);
    await page.getByRole('button', { name: 'All steps' }).tap();
    await page.getByRole('button', { name: /^3\. / }).tap();
    await isAt(page, 2);
    expect(await seen()).toBe(0);
    // By keyboard too, where it is seen while it has the focus.
    await page.getByRole('button', { name: 'Next step' }).focus();
    await page.keyboard.press('Tab');
    await expect.poll(seen).toBeGreaterThan(0.8);
    await page.keyboard.press('PageDown');
    await isAt(page, 3);
    expect(await seen()).toBe(0);
    await menu.focus();
    assertSilent(opened);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Leave the stage' }).tap();
    await page.waitForURL(/\/\?story=one-chip&step=rack&quality=low&motion=reduce$/, {
      waitUntil: 'commit',
    });
  });
});
