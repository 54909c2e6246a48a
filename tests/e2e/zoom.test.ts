import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { VIEWS } from '../../src/views/view.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, goTo } from '../scene/scene.ts';

const harness = harnessForFile({}, COARSE);
const STILL = 'motion=reduce&quality=low';
const WINDOW = { viewport: { width: 700, height: 520 } };
const mouse = sharedPage(harness, `?${STILL}`, WINDOW);
const finger = sharedPage(harness, `?${STILL}`, { ...WINDOW, touch: true });
const SCALES = ['site', 'phase', 'hall', 'array', 'rack', 'server', 'gpu'];

const scaleOf = (page: Page) => page.locator('.caption').getAttribute('data-scale');
/** Lengths on the scale bar, metres. */
async function bar(page: Page): Promise<number> {
  const text = (await page.locator('.scale-metric').textContent()) ?? '';
  const [, value, unit] = /^([\d.]+)\s(mm|m|km)$/.exec(text) ?? [];
  return Number(value) * ({ mm: 1e-3, m: 1, km: 1e3 }[unit ?? ''] ?? Number.NaN);
}

describe('the zoom from the site to one GPU', () => {
  it('goes all the way by wheel, past every station, and back', async () => {
    const opened = mouse();
    const { page } = opened;
    await page.mouse.move(350, 230);
    const seen: (string | null)[] = [];
    const lengths: number[] = [];
    const roll = async (by: number, until: string) => {
      for (let notch = 0; notch < 80; notch++) {
        const scale = await scaleOf(page);
        if (seen.at(-1) !== scale) seen.push(scale);
        lengths.push(await bar(page));
        if ((await opened.stats()).view === until) return;
        for (const _ of [1, 2]) await page.mouse.wheel(0, by);
        await drawn(page);
      }
    };
    await roll(-250, 'gpu');
    for (let notch = 0; notch < 6; notch++) await page.mouse.wheel(0, -250);
    await drawn(page);
    expect(seen).toEqual(SCALES.slice(0, seen.length));
    expect((await opened.stats()).view).toBe('gpu');
    expect(await scaleOf(page)).toBe('gpu');
    // Nearer with every notch.
    expect([...lengths].sort((a, b) => b - a)).toEqual(lengths);
    expect(await page.locator('.plate').textContent()).toContain('814');
    await expect.poll(() => page.url()).toContain('view=gpu');
    await roll(250, 'site');
    expect((await opened.stats()).view).toBe('site');
  });

  it('shows lengths from 500 m to 10 mm', async () => {
    const { page } = mouse();
    await page.setViewportSize({ width: 1280, height: 720 });
    await goTo(page, 'gpu');
    /** All at once: frames between would only take time. */
    const roll = async (by: number) => {
      await page.locator('canvas').evaluate((canvas, deltaY) => {
        for (let notch = 0; notch < 60; notch++)
          canvas.dispatchEvent(
            new WheelEvent('wheel', { deltaY, clientX: 480, clientY: 300, bubbles: true, cancelable: true }),
          );
      }, by);
      await drawn(page);
    };
    await roll(-400);
    expect(await bar(page)).toBeLessThanOrEqual(0.01);
    await roll(400);
    expect(await bar(page)).toBeGreaterThanOrEqual(500);
    await page.setViewportSize(WINDOW.viewport);
  });

  it('goes from station to station by the slider and by the figures of the keyboard', async () => {
    const opened = mouse();
    const { page } = opened;
    await goTo(page, 'site');
    const slider = page.getByRole('slider', { name: 'How near' });
    await slider.focus();
    for (const view of VIEWS.slice(1)) {
      await page.keyboard.press('ArrowRight');
      await drawn(page);
      expect((await opened.stats()).view).toBe(view);
      await expect
        .poll(() => slider.getAttribute('aria-valuetext'))
        .toBe(view === 'gpu' ? 'GPU' : capital(view));
    }
    await page.keyboard.press('ArrowLeft');
    await drawn(page);
    expect((await opened.stats()).view).toBe('server');
    await page.locator('canvas').focus();
    for (const [at, view] of VIEWS.entries()) {
      await page.keyboard.press(String(at + 1));
      expect((await opened.stats()).view).toBe(view);
    }
  });

  it('leads to the GPU under the pointer, and chooses it', async () => {
    const opened = mouse();
    const { page } = opened;
    await goTo(page, 'hall');
    const label = page.locator('.pointed-name');
    // Racks and aisles take turns under the pointer: one of some places is on a rack.
    for (let y = 180; y < 320 && !/^GPU/.test((await label.allTextContents())[0] ?? ''); y += 7) {
      await page.mouse.move(300, y);
      await drawn(page);
    }
    const pointed = await label.textContent();
    expect(pointed).toMatch(/^GPU [\d,]+$/);
    for (let notch = 0; notch < 30; notch++) {
      for (const _ of [1, 2]) await page.mouse.wheel(0, -250);
      await drawn(page);
      if ((await opened.stats()).view === 'server') break;
    }
    expect(await page.locator('.selected strong').textContent()).toBe(pointed);
  });
});

type ClientPoint = readonly [x: number, y: number];

/** Fingers that go through these places one after another, CSS pixels of the window. */
async function touch(page: Page, steps: readonly (readonly ClientPoint[])[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [at, fingers] of steps.entries())
    await session.send('Input.dispatchTouchEvent', {
      type: at === 0 ? 'touchStart' : 'touchMove',
      touchPoints: fingers.map(([x, y], id) => ({ x, y, id })),
    });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
  await drawn(page);
}

const STEPS = [0, 0.25, 0.5, 0.75, 1];

/** Two fingers that come from one distance to another around a place. */
const pinch = (page: Page, from: number, to: number, [x, y]: ClientPoint) =>
  touch(
    page,
    STEPS.map((share) => {
      const half = (from * (to / from) ** share) / 2;
      return [
        [x - half, y],
        [x + half, y],
      ];
    }),
  );

/** One finger that goes straight from place to place. */
const drag = (page: Page, from: ClientPoint, to: ClientPoint) =>
  touch(
    page,
    STEPS.map((share) => [[from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]]),
  );

describe('the zoom by two fingers', () => {
  const PHONE = { viewport: { width: 390, height: 700 }, touch: true };
  const MIDDLE: ClientPoint = [195, 250];

  it('goes from the site to a GPU and back, past every station', async () => {
    const opened = await harness().open(`?${STILL}`, PHONE);
    const { page } = opened;
    const seen: string[] = [];
    const go = async (from: number, to: number, until: string) => {
      for (let turn = 0; turn < 30; turn++) {
        const { view } = await opened.stats();
        if (seen.at(-1) !== view) seen.push(view);
        if (view === until) return;
        await pinch(page, from, to, MIDDLE);
      }
    };
    await go(70, 196, 'gpu');
    await go(196, 70, 'site');
    expect(seen).toEqual([...VIEWS, ...VIEWS.toReversed().slice(1)]);
  });

  it('is free once a finger has turned the picture', async () => {
    const opened = finger();
    const { page } = opened;
    // Over the lawn, where there is no rack to mean.
    const lawn: ClientPoint = [350, 100];
    await drag(page, [200, 120], [420, 120]);
    const before = await bar(page);
    for (const _ of [1, 2, 3]) await pinch(page, 80, 160, lawn);
    expect(await bar(page)).toBeLessThan(before);
    expect((await opened.stats()).view).toBe('site');
  });

  it('goes from station to station after a tap', async () => {
    const opened = finger();
    const { page } = opened;
    await goTo(page, 'site');
    await page.touchscreen.tap(350, 100);
    for (const _ of [1, 2]) await pinch(page, 80, 160, [350, 100]);
    expect((await opened.stats()).view).toBe('building');
  });
});

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);
