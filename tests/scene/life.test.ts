import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { assertSilent, type Opened, withHandle } from '../harness/browser.ts';
import type { WithHandle } from '../harness/handle.ts';
import { difference } from '../harness/picture.ts';
import { hostPage } from '../harness/serve.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { VERTICAL_FIELD } from '../fixtures/projection.ts';
import { distanceOf, readPose } from '../../src/views/pose.ts';
import { chances, drawn, framesTaken, goTo, pictureOf, seek, SMALL } from './scene.ts';

const harness = harnessForFile();
const explorer = sharedPage(harness, '?day=122&quality=low', { viewport: { width: 640, height: 400 } });
const embed = sharedPage(harness, 'embed/?day=122&quality=low', SMALL);
const dayOf = (page: Page) => withHandle(page, (handle) => handle.stats().day);
const countOf = (page: Page) => withHandle(page, (handle) => handle.stats().frame.count);
/** Until this many more frames have been drawn. */
async function moreFrames(page: Page, more: number) {
  const wanted = (await countOf(page)) + more;
  await page.waitForFunction(
    (count) => (window as unknown as WithHandle).rackfield.stats().frame.count >= count,
    wanted,
    { polling: 'raf' },
  );
}

describe('a frame', () => {
  it.each<[string, () => Opened]>([
    ['', explorer],
    ['embed/', embed],
  ])('is not drawn while nothing changes: /%s', async (_, opened) => {
    const { page } = opened();
    await drawn(page);
    expect(await framesTaken(page)).toBe(0);
    // And is, as soon as something does.
    const before = await countOf(page);
    await withHandle(page, (handle) => handle.seek(100));
    await drawn(page);
    expect(await countOf(page)).toBeGreaterThan(before);
  });

  it('is not drawn while the page is hidden, and the days stand still', async () => {
    const { page } = embed();
    await seek(page, 70);
    const hide = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await withHandle(page, (handle) => handle.play());
    await moreFrames(page, 3);
    await hide(true);
    await drawn(page);
    const day = await dayOf(page);
    expect(day).toBeGreaterThan(70);
    expect(await framesTaken(page)).toBe(0);
    expect(await dayOf(page)).toBe(day);
    // What changes meanwhile is there when the page is.
    const count = await countOf(page);
    await withHandle(page, (handle) => handle.seek(150));
    await chances(page, 30);
    expect(await countOf(page)).toBe(count);
    await hide(false);
    await moreFrames(page, 3);
    expect(await dayOf(page)).toBeGreaterThan(150);
    await withHandle(page, (handle) => handle.pause());
  });

  it('is not drawn while the element is scrolled away', async () => {
    const article = hostPage(
      `<div style="height: 2500px">Above</div><rack-field page day="70" quality="low" loading="eager"></rack-field><div style="height: 2500px">Below</div>`,
      `<script type="module" src="${harness().at('embed.js')}"></script>`,
    );
    const opened = await harness().open(harness().offer('long', article), SMALL);
    const { page } = opened;
    const scroll = (to: 'element' | 'top') =>
      page.evaluate((where) => {
        if (where === 'element') document.querySelector('rack-field')!.scrollIntoView();
        else scrollTo(0, 0);
      }, to);
    await scroll('element');
    await withHandle(page, (handle) => handle.play());
    await moreFrames(page, 3);
    await scroll('top');
    await drawn(page);
    const day = await dayOf(page);
    expect(await framesTaken(page)).toBe(0);
    expect(await dayOf(page)).toBe(day);
    await scroll('element');
    await moreFrames(page, 3);
    expect(await dayOf(page)).toBeGreaterThan(day);
    assertSilent(opened);
  });
});

/** The explorer at a station, with the link that it would copy kept where a test can read it. */
async function explorerAt(view: string) {
  const { page } = explorer();
  await page.evaluate(() => {
    const keep = async (text: string) => {
      (window as unknown as { link: string }).link = text;
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: keep }, configurable: true });
  });
  await goTo(page, view);
  return page;
}

/** Metres from the eye to the point looked at, as the link to this view has it. */
async function lookedAt(page: Page): Promise<number> {
  await page.evaluate(() => Reflect.deleteProperty(window, 'link'));
  await page.keyboard.press('c');
  await page.waitForFunction(() => 'link' in window);
  const link = await page.evaluate(() => (window as unknown as { link: string }).link);
  return distanceOf(readPose(new URL(link).searchParams.get('camera') ?? '')!);
}

describe('motion', () => {
  it('arrives at once where motion is reduced', async () => {
    const opened = embed();
    const { page } = opened;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await drawn(page);
    // What is loaded near a rack draws frames of its own the first time.
    await goTo(page, 'rack');
    await pictureOf(page);
    await goTo(page, 'site');
    await drawn(page);
    const before = await countOf(page);
    await goTo(page, 'rack');
    expect((await opened.stats()).motion).toBe('reduce');
    expect((await countOf(page)) - before).toBeLessThanOrEqual(3);
    const there = await pictureOf(page);
    await goTo(page, 'site');
    expect(difference(await pictureOf(page), there).share).toBeGreaterThan(0.3);
  });

  it('flies otherwise, and a hand stops the flight where it is', async () => {
    const page = await explorerAt('rack');
    const near = await lookedAt(page);
    // In the page, so that the hand comes in the frame in which the eye has gone so far, however fast frames are.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const canvas = document.querySelector('canvas')!;
          /** Metres in a CSS pixel, from the scale bar. */
          const scale = () => {
            const [, metres, unit] = /^([\d.,]+)\s(\w+)$/.exec(
              document.querySelector('.scale-metric')!.textContent!,
            )!;
            const { width } = document.querySelector('.scale-bar')!.getBoundingClientRect();
            return (Number(metres!.replace(',', '')) * { mm: 1e-3, m: 1, km: 1e3 }[unit!]!) / width;
          };
          const first = scale();
          const press = (type: string, clientX: number) =>
            canvas.dispatchEvent(
              new PointerEvent(type, {
                pointerId: 1,
                pointerType: 'mouse',
                isPrimary: true,
                buttons: type === 'pointerup' ? 0 : 1,
                clientX,
                clientY: 300,
                bubbles: true,
              }),
            );
          const look = () => {
            if (scale() < first * 2) return requestAnimationFrame(look);
            press('pointerdown', 500);
            press('pointermove', 510);
            press('pointermove', 520);
            press('pointerup', 520);
            return resolve();
          };
          (window as unknown as { rackfield: { goTo(view: string): void } }).rackfield.goTo('site');
          look();
        }),
    );
    await drawn(page);
    const stopped = await lookedAt(page);
    const count = await countOf(page);
    await goTo(page, 'site');
    expect((await countOf(page)) - count).toBeGreaterThan(3);
    const far = await lookedAt(page);
    expect(near).toBeLessThan(12);
    expect(far).toBeGreaterThan(300);
    expect(stopped).toBeGreaterThan(near * 1.9);
    expect(stopped).toBeLessThan(far * 0.5);
  });

  it('keeps the scale bar right at the point looked at', async () => {
    const page = await explorerAt('rack');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const view of ['rack', 'site', 'hall']) {
      await goTo(page, view);
      const distance = await lookedAt(page);
      const { text, width, height } = await page.evaluate(() => ({
        text: document.querySelector('.scale-metric')?.textContent ?? '',
        width: document.querySelector('.scale-bar')?.getBoundingClientRect().width ?? 0,
        height: document.querySelector('canvas')?.clientHeight ?? 0,
      }));
      const [, number, unit] = /^([\d.,]+)\s(mm|m)$/.exec(text) ?? [];
      const metres = Number(number?.replace(',', '')) * (unit === 'mm' ? 0.001 : 1);
      const perPixel = (2 * distance * Math.tan(VERTICAL_FIELD / 2)) / height;
      expect(metres / width / perPixel, view).toBeCloseTo(1, 1);
    }
  });
});
