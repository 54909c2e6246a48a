import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ELEMENT,
  PICTURE,
  article,
  elementDrawn,
  facts,
  loaded,
  middle,
  picture,
  rewind,
  scrolled,
  settled,
  swipe,
  touches,
  type Place,
} from '../harness/article.ts';
import { statsOf } from '../harness/browser.ts';
import type { Rackfield } from '../harness/handle.ts';
import { COARSE, FEW, harnessForFile, sharedPage } from '../harness/suite.ts';
import { chances } from '../scene/scene.ts';

/** Chromium moves a finger to where it guesses that it will be at the next frame, which depends on the machine's pace. */
const harness = harnessForFile(
  { flags: ['--disable-features=ResamplingInputEvents,ResamplingScrollEvents'] },
  { ...COARSE, ...FEW },
);

describe('one finger on an article with the element', () => {
  const opened = sharedPage(harness, () => harness().offer('touched', article(harness(), ELEMENT)), {
    viewport: { width: 400, height: 700 },
    touch: true,
    ready: false,
  });
  const SWIPES = [
    [-240, 50],
    [-200, 2],
    [200, 5],
  ] as const;
  /** How far the page goes by each of them from beside the element. */
  const beside: number[] = [];
  beforeAll(async () => {
    const { page } = opened();
    await loaded(page);
    for (const [down, steps] of SWIPES) {
      await rewind(page);
      await swipe(page, [350, PICTURE[1]], [0, down], steps);
      beside.push(await scrolled(page));
    }
  });
  beforeEach(() => rewind(opened().page));

  it.each(['.stage', '.days', '.play', '.day'])(
    'moves the page from %s as far as from beside it, slowly and fast, and nothing else',
    async (part) => {
      const { page } = opened();
      const from = await middle(page, part);
      const before = [await picture(page), await facts(page)];
      for (const [at, [down, steps]] of SWIPES.entries()) {
        await rewind(page);
        await swipe(page, from, [0, down], steps);
        expect(Math.abs(beside[at]!)).toBeGreaterThan(Math.abs(down) * 0.8);
        // The browser guesses where a finger is between two frames.
        expect(Math.abs((await scrolled(page)) - beside[at]!)).toBeLessThanOrEqual(3);
      }
      await rewind(page);
      expect(await facts(page)).toEqual(before[1]);
      expect((await picture(page)) === before[0]).toBe(true);
    },
  );

  it('keeps its day where a slider follows the first touch, as in other browsers', async () => {
    const { page } = opened();
    const { day } = await facts(page);
    const days = await page.locator('rack-field .days').evaluate((slider: HTMLInputElement) => {
      const { x, y, width } = slider.getBoundingClientRect();
      const send = (type: string, right: number, down: number) =>
        slider.dispatchEvent(
          new PointerEvent(type, {
            pointerType: 'touch',
            isPrimary: true,
            clientX: x + width / 2 + right,
            clientY: y + down,
          }),
        );
      const jump = () => {
        slider.value = '500';
        slider.dispatchEvent(new Event('input'));
        return slider.value;
      };
      send('pointerdown', 0, 0);
      const found = [jump()];
      send('pointermove', 2, 30);
      found.push(jump());
      send('pointercancel', 2, 30);
      return [...found, slider.value].map(Number);
    });
    expect(days).toEqual([day, day, day]);
    expect((await facts(page)).day).toBe(day);
  });

  it('says once how the picture is turned', async () => {
    const { page } = opened();
    const hint = page.locator('rack-field .hint');
    expect(await hint.textContent()).toContain('two fingers');
    await hint.waitFor({ state: 'hidden' });
    await swipe(page, PICTURE, [0, -30], 3);
    expect(await hint.isVisible()).toBe(false);
  });

  it('turns the picture sideways while the page stays, and there is a way home', async () => {
    const { page } = opened();
    const before = await picture(page);
    await settled(page, false);
    await swipe(page, PICTURE, [90, 12], 9);
    expect(await scrolled(page)).toBe(0);
    await settled(page, true);
    expect((await picture(page)) === before).toBe(false);
    await page.locator('rack-field .home').tap();
    await settled(page, false);
    expect((await picture(page)) === before).toBe(true);
  });

  it('gives back what a gesture has turned that the browser takes over', async () => {
    const { page } = opened();
    const before = await picture(page);
    const { send, session } = await touches(page);
    await send('touchStart', PICTURE);
    for (let step = 1; step <= 8; step++) await send('touchMove', [PICTURE[0] + step * 10, PICTURE[1]]);
    await elementDrawn(page);
    const during = await picture(page);
    await send('touchCancel');
    await session.detach();
    await elementDrawn(page);
    expect(during === before).toBe(false);
    expect((await picture(page)) === before).toBe(true);
  });

  it('changes the day by the slider with a tap or sideways, and a cancelled movement goes back', async () => {
    const { page } = opened();
    const slider = page.locator('rack-field .days');
    const box = (await slider.boundingBox())!;
    const y = box.y + box.height / 2;
    const at = (share: number): Place => [box.x + box.width * share, y];
    const { day } = await facts(page);
    await swipe(page, at(0.3), [box.width * 0.3, 2], 8, 'touchCancel');
    expect((await facts(page)).day).toBe(day);
    await swipe(page, at(0.3), [box.width * 0.3, 2], 8);
    const dragged = (await facts(page)).day;
    expect(dragged).toBeGreaterThan(day + 100);
    expect(await scrolled(page)).toBe(0);
    await page.touchscreen.tap(...at(0.1));
    expect((await facts(page)).day).toBeLessThan(dragged - 100);
    await page.evaluate(() =>
      (document.querySelector('rack-field') as unknown as { seek(day: number): unknown }).seek(100),
    );
  });

  it('leaves two fingers to the model, which do not scroll the page', async () => {
    const { page } = opened();
    const { send, session } = await touches(page);
    const [x, y] = PICTURE;
    const pair = (half: number, down: number) => [
      [x - half, y + down] as const,
      [x + half, y + down] as const,
    ];
    await send('touchStart', ...pair(30, 0));
    for (let step = 1; step <= 10; step++) await send('touchMove', ...pair(30 + step * 9, step * 6));
    await send('touchEnd');
    await session.detach();
    expect(await scrolled(page)).toBe(0);
    await settled(page, true);
    expect((await facts(page)).view).toBe('building');
    await page.locator('rack-field .home').tap();
    await settled(page, false);
    expect((await facts(page)).view).toBe('site');
  });

  it('turns the picture in every direction once a tap has activated it, until something else is touched', async () => {
    const { page } = opened();
    const before = await picture(page);
    await page.touchscreen.tap(...PICTURE);
    expect((await facts(page)).isActivated).toBe(true);
    await swipe(page, PICTURE, [0, -80], 8);
    expect(await scrolled(page)).toBe(0);
    await page.touchscreen.tap(350, 330);
    expect((await facts(page)).isActivated).toBe(false);
    expect((await picture(page)) === before).toBe(false);
    await swipe(page, PICTURE, [0, -80], 8);
    expect(await scrolled(page)).toBeGreaterThan(40);
  });
});

describe('the hint', () => {
  it('stays away from a notice, which is in its place', async () => {
    const body = ELEMENT.replace('day="100"', 'day="-1"');
    const { page } = await harness().open(harness().offer('noticed', article(harness(), body)), {
      viewport: { width: 400, height: 700 },
      ready: false,
    });
    await loaded(page);
    await rewind(page);
    const hint = page.locator('rack-field .hint');
    await page.mouse.move(350, 330);
    await page.mouse.move(...PICTURE);
    await page.locator('rack-field .notice').waitFor();
    await chances(page, 3);
    expect(await hint.isVisible()).toBe(false);
    await page.locator('rack-field .dismiss').click();
    await page.mouse.move(350, 330);
    await page.mouse.move(...PICTURE);
    await hint.waitFor({ state: 'visible' });
  });
});

describe('a small picture', () => {
  const opened = sharedPage(harness, () => harness().offer('small', article(harness(), ELEMENT)), {
    viewport: { width: 400, height: 700 },
    touch: true,
    ready: false,
  });
  beforeAll(() => loaded(opened().page));

  it.each([
    [200, 192],
    [320, 200],
    [390, 219],
    [390, 300],
    [640, 240],
  ])(
    'of %d by %d pixels has a bar of at most a fifth of its height, with a slider for a thumb',
    async (...size) => {
      const { page } = opened();
      await page.locator('rack-field').evaluate((element, [width, height]) => {
        element.style.width = `${width}px`;
        element.style.height = `${height}px`;
        element.setAttribute('day', '99');
        element.setAttribute('day', '100');
      }, size);
      await rewind(page);
      const boxOf = async (part: string) => (await page.locator(`rack-field ${part}`).boundingBox())!;
      expect((await boxOf('.controls')).height).toBeLessThanOrEqual(size[1] / 5);
      const slider = await boxOf('.days');
      expect(slider.width).toBeGreaterThanOrEqual(60);
      expect(slider.height).toBeGreaterThanOrEqual(24);
      const { day } = await facts(page);
      await page.touchscreen.tap(slider.x + slider.width * 0.8, slider.y + slider.height / 2);
      expect((await facts(page)).day).toBeGreaterThan(day + 200);
    },
  );
});

describe('the wheel on an article with the element', () => {
  const opened = sharedPage(harness, () => harness().offer('rolled', article(harness(), ELEMENT)), {
    viewport: { width: 400, height: 700 },
    ready: false,
  });
  beforeAll(() => loaded(opened().page));
  beforeEach(async () => {
    const { page } = opened();
    await rewind(page);
    await page.mouse.move(350, 330);
  });
  const roll = async (page: Page, by: number, notches = 1) => {
    for (let notch = 0; notch < notches; notch++) await page.mouse.wheel(0, by);
    return scrolled(page);
  };

  it('scrolls the page as far over the picture and its bar as beside them, and moves nothing else', async () => {
    const { page } = opened();
    const beside = await roll(page, 100, 3);
    const before = [await picture(page), await facts(page)];
    expect(beside).toBe(300);
    for (const part of ['.stage', '.days', '.play', '.day']) {
      await rewind(page);
      await page.mouse.move(...(await middle(page, part)));
      expect(await roll(page, 100, 3)).toBe(beside);
    }
    expect((await facts(page)).view).toBe('site');
    await page.mouse.move(350, 330);
    expect([await picture(page), await facts(page)]).toEqual(before);
  });

  it('zooms with Ctrl while the page stays', async () => {
    const { page } = opened();
    await page.mouse.move(...PICTURE);
    await page.keyboard.down('Control');
    expect(await roll(page, -100, 4)).toBe(0);
    await page.keyboard.up('Control');
    await settled(page, true);
    expect((await facts(page)).view).not.toBe('site');
    await page.locator('rack-field .home').click();
    await settled(page, false);
  });

  it('zooms after a click, and lets go at both ends, on Escape and when the pointer leaves', async () => {
    const { page } = opened();
    const click = () => page.mouse.click(...PICTURE);
    await click();
    expect((await facts(page)).isActivated).toBe(true);
    expect(await roll(page, 100, 2)).toBe(0);
    expect(await roll(page, 400, 40)).toBeGreaterThan(400);
    await rewind(page);
    await click();
    expect(await roll(page, -100, 2)).toBe(0);
    expect(await roll(page, -400, 60)).toBeLessThan(-400);
    expect((await facts(page)).view).toBe('gpu');
    await rewind(page);
    await click();
    await page.keyboard.press('Escape');
    expect((await facts(page)).isActivated).toBe(false);
    expect(await roll(page, 100)).toBe(100);
    await rewind(page);
    await click();
    await page.mouse.move(350, 330);
    await page.mouse.move(...PICTURE);
    expect((await facts(page)).isActivated).toBe(false);
    expect(await roll(page, 100)).toBe(100);
    await page.locator('rack-field .home').click();
    await settled(page, false);
  });

  it('has a way home to what the handle or an attribute last asked for', async () => {
    const { page } = opened();
    const element = page.locator('rack-field');
    const away = async () => {
      await page.mouse.move(...PICTURE);
      await page.mouse.down();
      await page.mouse.move(PICTURE[0] + 80, PICTURE[1], { steps: 4 });
      await page.mouse.up();
      await page.mouse.move(350, 330);
      await settled(page, true);
    };
    const home = async () => {
      await page.locator('rack-field .home').click();
      await page.mouse.move(350, 330);
      await settled(page, false);
      return (await facts(page)).view;
    };
    await element.evaluate((rackField) => (rackField as unknown as Rackfield).goTo('hall'));
    await settled(page, false);
    await away();
    expect(await home()).toBe('hall');
    await element.evaluate((rackField) => rackField.setAttribute('view', 'building'));
    await settled(page, false);
    await away();
    expect(await home()).toBe('building');
    await element.evaluate((rackField) => rackField.removeAttribute('view'));
    await settled(page, false);
    await away();
    expect(await home()).toBe('site');
  });

  it('zooms at once where the attribute says so', async () => {
    const { page } = opened();
    await page.evaluate(() => document.querySelector('rack-field')!.setAttribute('wheel', 'zoom'));
    await page.mouse.move(...PICTURE);
    expect(await roll(page, -100, 2)).toBe(0);
    await page.evaluate(() => document.querySelector('rack-field')!.removeAttribute('wheel'));
    expect(await roll(page, -100, 2)).toBe(-200);
    await page.locator('rack-field .home').click();
    await settled(page, false);
  });
});

describe('the explorer, which has a page of its own', () => {
  const camera = (page: Page) => page.evaluate(() => new URLSearchParams(location.search).get('camera'));
  const open = (touch: boolean) =>
    harness().open('?quality=medium&motion=reduce', {
      viewport: { width: 400, height: 700 },
      touch,
    });

  it('turns the model with one finger in every direction, at once', async () => {
    const { page } = await open(true);
    expect(await camera(page)).toBe(null);
    await swipe(page, [200, 150], [0, -60], 6);
    await expect.poll(() => camera(page)).not.toBe(null);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it('zooms with the wheel, at once', async () => {
    const { page } = await open(false);
    await page.mouse.move(200, 150);
    for (let notch = 0; notch < 8; notch++) await page.mouse.wheel(0, -250);
    await expect.poll(async () => (await statsOf(page)).view).not.toBe('site');
  });
});
