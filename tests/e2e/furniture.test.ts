import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { VIEWS } from '../../src/views/view.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, goTo, seek } from '../scene/scene.ts';

const harness = harnessForFile({}, COARSE);
const STILL = 'motion=reduce&quality=low';
const DESKTOP = { width: 1440, height: 900 };
const desktop = sharedPage(harness, `?${STILL}`, { viewport: DESKTOP });

/** Pixels between the places at which the window is sampled: far less than any control is wide. */
const STEP = 12;

/** Share of the window that no furniture covers; `from` and `to` bound the height, 0 to 1. */
function freeShare(page: Page, [from, to] = [0, 1]): Promise<number> {
  return page.evaluate(
    ([first, last, step]) => {
      const scale = document.querySelector<HTMLElement>('.scale');
      if (scale) scale.style.pointerEvents = 'auto';
      let free = 0;
      let all = 0;
      for (let y = Math.ceil(innerHeight * first) + 2; y + 1 < innerHeight * last; y += step)
        for (let x = 2; x < innerWidth; x += step) {
          all++;
          if (document.elementFromPoint(x, y)?.closest('#stage')) free++;
        }
      return free / all;
    },
    [from, to, STEP] as const,
  );
}

/** Whether all of an element's parts lie inside of it and of the window, and none is cut. */
const isWhole = (page: Page, selector: string) =>
  page.$eval(selector, (element) =>
    [element, ...element.querySelectorAll(':not(.hidden)')].every((part) => {
      const box = part.getBoundingClientRect();
      const isInside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
      return isInside && (part === element || part.scrollWidth <= part.clientWidth + 1 || !part.clientWidth);
    }),
  );

describe('at 1440 x 900', () => {
  it('leaves at least 70 % of the picture free at every station', async () => {
    const { page } = desktop();
    for (const view of VIEWS) {
      await goTo(page, view);
      expect(await freeShare(page), view).toBeGreaterThanOrEqual(0.7);
    }
  });

  it('folded panels open and close by pointer, keyboard and touch, and say so', async () => {
    const { page } = await harness().open(`?${STILL}`, { viewport: DESKTOP, touch: true });
    for (const [name, inside] of [
      ['All facts', '.ledger'],
      ['What is shown', '.options'],
    ] as const) {
      const button = page.getByRole('button', { name });
      const state = async () => [
        await button.getAttribute('aria-expanded'),
        await page.locator(inside).isVisible(),
      ];
      expect(await state()).toEqual(['false', false]);
      await button.click();
      expect(await state()).toEqual(['true', true]);
      await button.press('Enter');
      expect(await state()).toEqual(['false', false]);
      await button.tap();
      expect(await state()).toEqual(['true', true]);
      const controlled = (await button.getAttribute('aria-controls')) ?? '';
      expect(await page.locator(`[id="${controlled}"] ${inside}`).count()).toBe(1);
    }
  });

  it('the middle of a station moves with the free part of the window', async () => {
    const { page } = desktop();
    await goTo(page, 'site');
    const nameAt = async () => (await page.locator('.label').first().boundingBox())?.x ?? Number.NaN;
    const before = await nameAt();
    const choices = page.getByRole('button', { name: 'What is shown' });
    await choices.click();
    await drawn(page);
    expect(await nameAt()).toBeLessThan(before - 20);
    await choices.click();
    await drawn(page);
    expect(await nameAt()).toBe(before);
  });
});

describe('at 1080 x 1920', () => {
  const tall = sharedPage(harness, `?${STILL}`, { viewport: { width: 1080, height: 1920 } });

  it.each(['site', 'server'])('the stations fit, and the lower half is the picture (%s)', async (view) => {
    const { page } = tall();
    await goTo(page, view);
    expect(await isWhole(page, '.stations')).toBe(true);
    const boxes = await page.$$eval('.stations, .tools, .column, .choices', (all) =>
      all.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(boxes).toHaveLength(4);
    for (const [at, a] of boxes.entries())
      for (const b of boxes.slice(at + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart).toBe(true);
      }
    const timeline = await page.locator('.timeline').boundingBox();
    const { height = 0 } = timeline ?? {};
    expect(height).toBeLessThan(1920 * 0.12);
    expect(await freeShare(page, [0.5, 1 - height / 1920])).toBeGreaterThan(0.98);
    // The name of a hall in the picture's lower half: the site is framed for what is free.
    if (view === 'site') {
      await page.getByRole('button', { name: 'Building' }).click();
      await drawn(page);
      const lowest = await page.$$eval('.label:not([hidden])', (labels) =>
        Math.max(...labels.map((label) => label.getBoundingClientRect().y)),
      );
      expect(lowest).toBeGreaterThan(1920 / 2);
    }
  });
});

describe('on a phone', () => {
  const phone = sharedPage(harness, `?day=0&${STILL}`, { viewport: { width: 390, height: 844 } });

  it.each([
    [390, 844],
    [320, 568],
  ])('captions are whole at %i x %i, at every station and before anything stands', async (width, height) => {
    const { page } = phone();
    await page.setViewportSize({ width, height });
    for (const view of VIEWS) {
      await goTo(page, view);
      expect(await isWhole(page, '.caption'), view).toBe(true);
    }
  });
});

describe('figures on one screen', () => {
  it('count IT power alike above the picture and beside it', async () => {
    const { page } = desktop();
    await goTo(page, 'site');
    await seek(page, 214);
    const ledger = await page.locator('[data-count=itPower]').textContent();
    expect(await page.locator('.caption').textContent()).toContain(`${ledger} MW of IT power`);
  });

  it('say of what does not stand yet that it comes', async () => {
    const { page } = desktop();
    await goTo(page, 'site');
    await seek(page, 0);
    expect(await page.locator('.caption').textContent()).toMatch(/^When complete:200,000 GPUs/);
    await seek(page, 214);
    await page.waitForFunction(
      () => !document.querySelector('.caption')?.textContent?.includes('When complete'),
    );
  });

  it('name by whose account they are', async () => {
    const { page } = desktop();
    await seek(page, '2024-08-11');
    expect(await page.locator('.headline').textContent()).toContain('Claimed by the owner');
    expect(await page.locator('.milestone-title').textContent()).toContain("by Epoch AI's account");
  });
});

describe('the zoom slider', () => {
  it.each([
    ['ltr', 'ArrowRight', 'ArrowLeft'],
    ['rtl', 'ArrowLeft', 'ArrowRight'],
  ])('goes on and back with the arrows as the page is written (%s)', async (dir, on, back) => {
    const opened = desktop();
    const { page } = opened;
    await goTo(page, 'site');
    await page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, dir);
    await page.getByRole('slider', { name: 'How near' }).focus();
    const press = async (key: string) => {
      await page.keyboard.press(key);
      await drawn(page);
      return (await opened.stats()).view;
    };
    expect(await press(on)).toBe('building');
    expect(await press(on)).toBe('hall');
    expect(await press(back)).toBe('building');
    expect(await press('ArrowUp')).toBe('hall');
    expect(await press('ArrowDown')).toBe('building');
    await page.evaluate(() => {
      document.documentElement.dir = 'ltr';
    });
  });
});

describe('notices', () => {
  const before = () => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.resolve() } });
  };

  it('of success leave by themselves unless they are being read, and never stack', async () => {
    const { page } = await harness().open(`?${STILL}`, { before, alone: true });
    await page.clock.install();
    const notices = page.locator('.notice');
    const copy = () => page.getByRole('button', { name: 'Copy link to this view' }).click();
    await copy();
    await notices.waitFor();
    expect(await page.locator('[role=status] .notice').count()).toBe(1);
    await copy();
    await copy();
    expect(await notices.count()).toBe(1);
    await notices.hover();
    await page.clock.fastForward(60_000);
    expect(await notices.count()).toBe(1);
    await page.mouse.move(5, 5);
    await page.clock.fastForward(5_000);
    expect(await notices.count()).toBe(1);
    await page.clock.fastForward(2_000);
    await notices.waitFor({ state: 'detached' });
  });

  const noticed = sharedPage(harness, `?day=soon&gpu=137482&${STILL}`, { viewport: DESKTOP, alone: true });

  it.each([
    [1440, 900],
    [1080, 1920],
    [390, 844],
    [320, 568],
  ])('cover no control at %i x %i', async (width, height) => {
    const { page } = noticed();
    await page.setViewportSize({ width, height });
    await drawn(page);
    const covered = await page.$$eval('.explorer :is(button, input, select, [role=slider])', (all) => {
      const notice = document.querySelector('.notice')?.getBoundingClientRect() ?? new DOMRect();
      return all
        .filter((control) => control.checkVisibility() && !control.closest('.notice'))
        .filter((control) => {
          const box = control.getBoundingClientRect();
          return (
            box.left < notice.right &&
            notice.left < box.right &&
            box.top < notice.bottom &&
            notice.top < box.bottom
          );
        })
        .map((control) => control.getAttribute('aria-label') ?? control.className);
    });
    expect(covered).toEqual([]);
  });

  it('of a problem stay until they are dismissed', async () => {
    const { page } = noticed();
    await page.clock.install();
    await page.clock.fastForward(600_000);
    expect(await page.locator('[role=alert] .notice').count()).toBe(1);
  });
});
