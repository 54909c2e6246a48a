import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { assertSilent } from '../harness/browser.ts';
import type { Rackfield } from '../harness/handle.ts';
import { colourCount, photograph } from '../harness/picture.ts';
import { harnessForFile, WHOLE } from '../harness/suite.ts';

/** Contexts of which the browser, as on a phone, drops the oldest when there are more. */
const MOST = 8;
const harness = harnessForFile({ flags: [`--max-active-webgl-contexts=${MOST}`] });

const HEIGHT = 100;
const COUNT = 30;
const element = '<rack-field quality="low" motion="reduce"></rack-field>';
const page = (count: number) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<style>body { margin: 0 } rack-field { width: 178px; height: ${HEIGHT}px }</style>
<script type="module" src="${harness().at('embed.js')}"></script></head><body>${element.repeat(count)}</body></html>`;

/** Of each element, whether it holds a context, keeps a picture, or neither. */
const held = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('rack-field')].map((element) => {
      const stage = element.shadowRoot!.querySelector('.stage')!;
      const canvas = stage.querySelector<HTMLCanvasElement>('canvas:not(.kept)');
      const isLive = canvas && !canvas.getContext('webgl2')?.isContextLost();
      const isShown = stage.parentElement!.querySelector<HTMLElement>('.poster')!.hidden;
      return isLive && isShown ? 'live' : stage.querySelector('.kept') ? 'kept' : 'none';
    }),
  );

describe(`${COUNT} elements on one page`, () => {
  it('share six contexts, and all that are in the window are drawn', { timeout: 500_000 }, async () => {
    const opened = await harness().open(harness().offer('many', page(COUNT)), {
      ...WHOLE,
      viewport: { width: 200, height: 400 },
      ready: false,
    });
    const { page: shown } = opened;
    for (const first of [0, 26, 0]) {
      await shown.evaluate((top) => scrollTo(0, top), first * HEIGHT);
      const inWindow = (states: string[]) => states.slice(first, first + 4);
      await expect
        .poll(async () => inWindow(await held(shown)), { timeout: 150_000 })
        .toEqual(['live', 'live', 'live', 'live']);
      const states = await held(shown);
      expect(states.filter((state) => state === 'live').length).toBeLessThanOrEqual(6);
      for (let at = 0; at < 4; at++) {
        const clip = { x: 5, y: at * HEIGHT + 5, width: 160, height: HEIGHT - 10 };
        expect(colourCount(await photograph(shown, clip))).toBeGreaterThan(100);
      }
    }
    // Those that were scrolled away keep their last picture.
    expect((await held(shown)).filter((state) => state === 'kept').length).toBeGreaterThan(3);
    const live = async () => (await held(shown)).flatMap((state, at) => (state === 'live' ? [at] : []));
    await expect.poll(live, { timeout: 150_000 }).toEqual([0, 1, 2, 3, 4, 5]);
    // One of them takes a context for a moment.
    const type = await shown.evaluate(async () => {
      const last = [...document.querySelectorAll('rack-field')].at(-1)!;
      const { toBlob } = last as unknown as Rackfield;
      return (await toBlob.call(last, { width: 16, height: 9, type: 'image/png' })).type;
    });
    expect(type).toBe('image/png');
    await expect.poll(live, { timeout: 150_000 }).toEqual([0, 1, 2, 3, 4, 5]);
    expect((await held(shown)).at(-1)).toBe('kept');
    assertSilent(opened);
  });
});

describe('a context that is lost and does not come back', () => {
  it('is replaced, at the same day and from the same place', async () => {
    const opened = await harness().open(harness().offer('lost', page(1)), {
      viewport: { width: 200, height: 400 },
      ready: false,
    });
    const { page: shown } = opened;
    await shown.evaluate(async () => {
      const element = document.querySelector('rack-field') as unknown as HTMLElement & {
        load(): Promise<void>;
        seek(day: number): Promise<void>;
      };
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      element.addEventListener('error', (event) =>
        heard.push((event as unknown as CustomEvent).detail.reason),
      );
      await element.load();
      await element.seek(99);
      const canvas = element.shadowRoot!.querySelector('canvas')!;
      canvas.dataset.first = '';
      canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    });
    const canvas = shown.locator('rack-field canvas:not([data-first])');
    await canvas.waitFor({ timeout: 60_000 });
    await expect.poll(() => held(shown)).toEqual(['live']);
    const stats = await shown.evaluate(() => {
      const element = document.querySelector('rack-field') as unknown as { stats(): { day: number } };
      return element.stats();
    });
    expect(stats.day).toBe(99);
    expect(await shown.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
      'webglcontextlost',
    ]);
    expect(opened.errors).toEqual([]);
  });
});

describe('an element that is removed', () => {
  it('frees its context, more often than there may be contexts, and comes back when it is put back', async () => {
    const opened = await harness().open(harness().offer('removed', page(1)), {
      viewport: { width: 200, height: 400 },
      ready: false,
    });
    const left = await opened.page.evaluate(async (times) => {
      type Element = HTMLElement & {
        load(): Promise<void>;
        seek(day: number): unknown;
        stats(): { day: number };
      };
      const gone = async (element: Element) => {
        const context = element.shadowRoot!.querySelector('canvas')!.getContext('webgl2')!;
        element.remove();
        while (!context.isContextLost()) await new Promise((resolve) => setTimeout(resolve, 10));
        return element.shadowRoot!.querySelectorAll('canvas:not(.kept)').length;
      };
      const kept = document.querySelector<Element>('rack-field')!;
      await kept.load();
      await kept.seek(112);
      let canvases = 0;
      for (let time = 0; time < times; time++) {
        const element = document.createElement('rack-field') as Element;
        element.setAttribute('quality', 'low');
        element.setAttribute('loading', 'eager');
        document.body.append(element);
        await element.load();
        canvases += await gone(element);
      }
      canvases += await gone(kept);
      document.body.append(kept);
      await kept.load();
      return { canvases, stats: kept.stats() };
    }, MOST + 2);
    expect(left.canvases).toBe(0);
    expect(left.stats).toMatchObject({ ready: true, day: 112 });
    assertSilent(opened);
  });
});
