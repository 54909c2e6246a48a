import type { Frame, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ELEMENT,
  PICTURE,
  article,
  connected,
  facts,
  isStill,
  loaded,
  picture,
  rewind,
  scrolled,
  settled,
  swipe,
} from '../harness/article.ts';
import { statsOf, withHandle } from '../harness/browser.ts';
import { sandboxPage } from '../harness/serve.ts';
import { COARSE, FEW, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn } from '../scene/scene.ts';

const harness = harnessForFile({}, { ...COARSE, ...FEW });

describe('keys on an article with the element', () => {
  const opened = sharedPage(
    harness,
    () => harness().offer('typed', article(harness(), `${ELEMENT}<button id="after">After</button>`)),
    {
      viewport: { width: 400, height: 700 },
      ready: false,
    },
  );
  beforeAll(async () => {
    const { page } = opened();
    await loaded(page);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      document.addEventListener('keydown', ({ key }) => heard.push(key));
    });
  });
  beforeEach(() => rewind(opened().page));
  const heard = (page: Page) =>
    page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0).join(' '));

  it("are the picture's after Tab has led to it, only those that it uses, until Escape", async () => {
    const { page } = opened();
    await page.keyboard.press('Tab');
    const before = await picture(page);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('2');
    await page.keyboard.press('Control+2');
    await page.keyboard.press('x');
    await settled(page, true);
    expect((await facts(page)).view).toBe('building');
    expect((await picture(page)) === before).toBe(false);
    expect(await heard(page)).toBe('Tab Control 2 x');
    await page.keyboard.press('Escape');
    await page.keyboard.press('3');
    expect((await facts(page)).view).toBe('building');
    expect(await heard(page)).toBe('3');
  });

  it("are the page's after a click and once the pointer has left", async () => {
    const { page } = opened();
    await page.mouse.click(...PICTURE);
    await page.keyboard.press('1');
    expect((await facts(page)).view).toBe('site');
    await page.mouse.move(350, 330);
    await page.keyboard.press('3');
    expect((await facts(page)).view).toBe('site');
    expect(await heard(page)).toBe('3');
  });

  it('do not reach the page from a button or a slider of the element that uses them', async () => {
    const { page } = opened();
    await page.locator('rack-field .play').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await page.locator('rack-field .days').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('a');
    expect(await heard(page)).toBe('a');
  });
});

describe('a frame', () => {
  const QUERY = 'quality=low&motion=reduce';
  /** A page with the frame, once it takes keys; files whose address `held` matches never come. */
  const framed = async (html: string, held?: RegExp): Promise<{ page: Page; frame: Frame }> => {
    const { page } = await harness().open('about:blank', {
      viewport: { width: 400, height: 700 },
      ready: false,
    });
    if (held) await page.route(held, () => undefined);
    await page.goto(harness().offer('framed', html));
    const frame = page.frames()[1]!;
    await connected(frame);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      addEventListener('keydown', ({ key }) => heard.push(key));
      addEventListener('message', ({ data }) => heard.push(String(data)));
    });
    return { page, frame };
  };
  const heard = (page: Page) =>
    page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0).join(' '));
  const pageOf = (address: string) =>
    article(harness(), `<iframe title="Rackfield" src="${harness().at(address)}"></iframe>`);

  it('leaves wheel and fingers to the page around it, its camera in place to the millimetre', async () => {
    const camera = '310.123,90.456,402.789,0.125,1.25,0.375';
    const { page, frame } = await framed(pageOf(`embed/?${QUERY}&camera=${camera}`));
    await rewind(page);
    await page.mouse.move(...PICTURE);
    await page.mouse.wheel(0, 120);
    expect(await scrolled(page)).toBe(120);
    await rewind(page);
    await swipe(page, PICTURE, [0, -200], 20);
    expect(await scrolled(page)).toBeGreaterThan(150);
    await withHandle(frame, (handle) => handle.seek(33));
    await frame.waitForFunction(() => location.search.includes('day=33'));
    expect(new URLSearchParams(await frame.evaluate(() => location.search)).get('camera')).toBe(camera);
  });

  it('hands the keys that it does not use to a page of its own origin', async () => {
    const { page, frame } = await framed(pageOf(`embed/?${QUERY}`));
    await frame.locator('canvas').focus();
    await page.keyboard.press('x');
    await page.keyboard.press('3');
    await page.keyboard.press('PageDown');
    expect(await heard(page)).toBe('x PageDown');
    expect((await statsOf(frame)).view).toBe('hall');
  });

  it('sends keys as reveal.js wants them to a deck that has spoken before the picture was there', async () => {
    const { page, frame } = await framed(
      pageOf(`embed/?${QUERY}`).replace(
        '<iframe',
        `<iframe onload="contentWindow.postMessage('slide:start', '*')"`,
      ),
      // What comes after the input is not waited for.
      /\/elementDetails-/,
    );
    await frame.locator('canvas').focus();
    await page.keyboard.press('x');
    await expect.poll(() => heard(page)).toBe('{"method":"triggerKey","args":[88]}');
  });

  it('lets go of the focus for a page of another origin, which gets the next key', async () => {
    const { page, frame } = await framed(sandboxPage(harness().at(`embed/?${QUERY}`)));
    await frame.locator('canvas').focus();
    await page.keyboard.press('2');
    await page.keyboard.press('x');
    await page.keyboard.press('y');
    expect(await heard(page)).toBe('y');
    expect((await statsOf(frame)).view).toBe('building');
  });

  it('stands still from slide:stop to slide:start, and then sends keys as reveal.js wants them', async () => {
    const { page, frame } = await framed(sandboxPage(harness().at(`embed/?${QUERY}`)));
    const send = (message: string) =>
      page.evaluate(
        (data) => document.querySelector('iframe')!.contentWindow!.postMessage(data, '*'),
        message,
      );
    await send('slide:stop');
    await withHandle(frame, (handle) => handle.play());
    await frame.evaluate(() => dispatchEvent(new Event('resize')));
    expect(await isStill(page, () => statsOf(frame))).toBe(true);
    const { day, frame: drawnFrame } = await statsOf(frame);
    await send('slide:start');
    await expect.poll(async () => (await statsOf(frame)).frame.count).toBeGreaterThan(drawnFrame.count);
    await expect.poll(async () => (await statsOf(frame)).day).toBeGreaterThan(day);
    await frame.locator('canvas').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('n');
    expect(await heard(page)).toBe('{"method":"triggerKey","args":[78]}');
    await drawn(frame);
  });
});
