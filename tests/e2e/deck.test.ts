import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { connected, elementDrawn, isStill, loaded, swipe } from '../harness/article.ts';
import { assertSilent, statsOf } from '../harness/browser.ts';
import type { Rackfield, Stats } from '../harness/handle.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { chances, drawn } from '../scene/scene.ts';

const harness = harnessForFile({ mounts: { '/reveal': join(root, 'node_modules/reveal.js/dist') } });
const WINDOW = { viewport: { width: 576, height: 324 }, touch: true, ready: false };
const QUERY = 'embed/?quality=low&day=30';

interface Deck {
  getIndices(): { h: number };
  getScale(): number;
  slide(index: number): void;
}
type DeckWindow = Window & { Reveal: Deck };

/** A deck of three slides of 960 by 540 with this on the second, which fades from slide to slide; shown at six tenths of its size. */
async function deck(body: string, transition = 'fade'): Promise<Page> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Deck</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/reveal/reveal.css"><script src="/reveal/reveal.js"></script>
<script type="module" src="${harness().at('embed.js')}"></script>
<style>rack-field, iframe { display: block; width: 640px; height: 360px; border: 0 }</style></head>
<body><div class="reveal"><div class="slides"><section>One</section><section>${body}</section><section>Three</section></div></div>
<script>Reveal.initialize({ width: 960, height: 540, margin: 0, minScale: 0.1, transition: '${transition}', hash: false })</script></body></html>`;
  const { page } = await harness().open(harness().offer('deck', html), WINDOW);
  await page.waitForFunction(() => document.querySelector('.reveal.ready') !== null);
  expect(await page.evaluate(() => (window as unknown as DeckWindow).Reveal.getScale())).toBeCloseTo(0.6, 2);
  return page;
}

const show = (page: Page, index: number) =>
  page.evaluate((to) => (window as unknown as DeckWindow).Reveal.slide(to), index);
const shown = (page: Page) => page.evaluate(() => (window as unknown as DeckWindow).Reveal.getIndices().h);

/** The frame on the second slide, once its picture takes keys. */
async function frameOf(page: Page): Promise<Frame> {
  await page.waitForFunction(() => document.querySelector('iframe')?.hasAttribute('src'));
  await expect.poll(() => page.frames()[1]?.url()).toContain('embed/');
  const frame = page.frames()[1]!;
  await connected(frame);
  return frame;
}

/** Plays with Space, turns the slide with another key, and comes back. */
async function playAndTurn(page: Page, focus: () => Promise<void>, stats: () => Promise<Stats>) {
  await show(page, 1);
  await focus();
  await page.keyboard.press('Space');
  await expect.poll(async () => (await stats()).day).toBeGreaterThan(30);
  expect(await shown(page)).toBe(1);
  await page.keyboard.press('n');
  await expect.poll(() => shown(page)).toBe(2);
  expect(await isStill(page, stats)).toBe(true);
  const { day } = await stats();
  // The picture has let go of the keys, which go to the deck from wherever the focus is.
  await page.keyboard.press('Space');
  await page.keyboard.press('p');
  await expect.poll(() => shown(page)).toBe(1);
  await expect.poll(async () => (await stats()).day).toBeGreaterThan(day);
}

describe('a frame in a deck of reveal.js at six tenths of its size', () => {
  it.each(['', 'sandbox="allow-scripts"'])(
    'plays on Space without turning the slide, hands on other keys, and stands still on a slide that is not shown (%s)',
    async (sandbox) => {
      const page = await deck(
        `<iframe title="Rackfield" data-preload ${sandbox} data-src="${harness().at(QUERY)}"></iframe>`,
      );
      const frame = await frameOf(page);
      await playAndTurn(
        page,
        () => frame.locator('canvas').focus(),
        () => statsOf(frame),
      );
    },
  );

  it.each([
    ['fades', 'its own', () => harness().origin],
    ['fades', 'another', () => harness().otherOrigin],
    ['slides', 'another', () => harness().otherOrigin],
  ])(
    'that is loaded ahead by a deck that %s, from %s origin, plays only once its slide is shown',
    async (turn, _whose, origin) => {
      const page = await deck(
        `<iframe title="Rackfield" data-preload data-src="${origin()}/${QUERY}&play=1"></iframe>`,
        turn.slice(0, -1),
      );
      await page.waitForFunction(() => document.querySelector('iframe')?.hasAttribute('src'));
      await expect.poll(() => page.frames()[1]?.url()).toContain('embed/');
      const frame = page.frames()[1]!;
      // A frame out of the window draws nothing at all, not even its first picture.
      if (turn === 'fades') {
        await frame.locator('rack-field .play[data-playing=true]').waitFor({ timeout: 60_000 });
        await drawn(frame);
        expect(await isStill(page, () => statsOf(frame))).toBe(true);
        expect((await statsOf(frame)).day).toBe(30);
      } else {
        await frame.waitForFunction(() => 'rackfield' in window, undefined, { polling: 100 });
        await chances(page, 60);
        expect(await statsOf(frame)).toMatchObject({ ready: false, day: 30 });
      }
      await show(page, 1);
      await expect.poll(async () => (await statsOf(frame)).day).toBeGreaterThan(30);
      await show(page, 2);
      expect(await isStill(page, () => statsOf(frame))).toBe(true);
    },
  );

  it.each(['', 'sandbox="allow-scripts"'])(
    'that the deck unloads and loads again starts again, and hands on keys (%s)',
    async (sandbox) => {
      const page = await deck(
        `<iframe title="Rackfield" ${sandbox} data-src="${harness().at(QUERY)}"></iframe>`,
      );
      await show(page, 1);
      await frameOf(page);
      await show(page, 2);
      await expect.poll(() => page.frames().some((frame) => frame.url().includes('embed/'))).toBe(false);
      await show(page, 1);
      const frame = await frameOf(page);
      expect((await statsOf(frame)).day).toBe(30);
      await frame.locator('canvas').focus();
      await page.keyboard.press('n');
      await expect.poll(() => shown(page)).toBe(2);
    },
  );
});

describe('an element in a deck of reveal.js at six tenths of its size', () => {
  const element = (attributes = '') =>
    `<rack-field controls quality="low" day="30" loading="eager" ${attributes}></rack-field>`;
  const stats = (page: Page) =>
    page.evaluate(() => (document.querySelector('rack-field') as unknown as Rackfield).stats());

  it('plays on Space without turning the slide, leaves other keys, and stands still on a slide that is not shown', async () => {
    const page = await deck(element());
    await loaded(page);
    await playAndTurn(
      page,
      () => page.locator('rack-field canvas').focus(),
      () => stats(page),
    );
  });

  it('plays only once its slide is shown', async () => {
    const page = await deck(element('play'));
    await loaded(page);
    expect(await isStill(page, () => stats(page))).toBe(true);
    const { day } = await stats(page);
    await show(page, 1);
    await expect.poll(async () => (await stats(page)).day).toBeGreaterThan(day);
  });

  it('is as large as its place and drawn whole, and turns the model with a swipe and not the slide', async () => {
    const page = await deck(element());
    await loaded(page);
    await show(page, 1);
    const sizes = await page.evaluate(() => {
      const element = document.querySelector('rack-field')!;
      const canvas = element.shadowRoot!.querySelector('canvas')!;
      const [place, seen] = [element, canvas].map((each) => each.getBoundingClientRect());
      const edges = (box: DOMRect) => [box.left, box.top, box.right, box.bottom].map(Math.round);
      return {
        drawn: [canvas.width, canvas.height],
        place: edges(place!),
        seen: edges(seen!),
        width: place!.width,
      };
    });
    expect(sizes.drawn).toEqual([640, 360]);
    expect(sizes.seen).toEqual(sizes.place);
    expect(sizes.width).toBeCloseTo(640 * 0.6, 1);
    await page.locator('rack-field .home').waitFor({ state: 'attached' });
    await elementDrawn(page);
    await swipe(page, [200, 110], [-120, 6], 8);
    await page.locator('rack-field .home').waitFor({ state: 'visible' });
    expect(await shown(page)).toBe(1);
    await swipe(page, [560, 300], [-200, 6], 8);
    await expect.poll(() => shown(page)).toBe(2);
  });
});

describe('the example deck', () => {
  const shared = sharedPage(harness, 'examples/deck/', WINDOW);
  const place = (page: Page) =>
    page.evaluate(() => {
      const slide = document.querySelector('section.present')!;
      return [slide.querySelector('h1, h2')!.textContent, slide.querySelectorAll('.fragment.visible').length];
    });
  /** Turns the deck by a key, and waits until a picture is at a step. */
  async function turn(page: Page, key: string, stats: () => Promise<Stats>, step: string) {
    await page.keyboard.press(key);
    await expect.poll(async () => (await stats()).step, { timeout: 20_000 }).toBe(step);
  }

  it('tells a story in a frame, fragment by fragment, forwards and backwards', async () => {
    const { page } = shared();
    await page.locator('.reveal.ready').waitFor();
    // The frame may still be loading: it shows the last step that it was asked for.
    for (const key of ['n', 'n', 'n']) await page.keyboard.press(key);
    const frame = await frameOf(page);
    const stats = () => statsOf(frame);
    await expect.poll(async () => (await stats()).step, { timeout: 20_000 }).toBe('day-122');
    for (const step of ['disputed', 'doubling']) await turn(page, 'n', stats, step);
    for (const step of ['disputed', 'day-122']) await turn(page, 'p', stats, step);
    expect(await place(page)).toEqual(['122 days', 2]);
    expect((await stats()).story).toBe('122-days');
  });

  it('tells one in an element, and finds each where it was when a slide is come back to', async () => {
    const { page } = shared();
    for (const key of ['n', 'n', 'n']) await page.keyboard.press(key);
    await loaded(page);
    const stats = () =>
      page.evaluate(() => (document.querySelector('rack-field') as unknown as Rackfield).stats());
    await expect.poll(async () => (await stats()).step, { timeout: 20_000 }).toBe('chip');
    for (const step of ['server', 'rack']) await turn(page, 'n', stats, step);
    for (const step of ['server', 'chip']) await turn(page, 'p', stats, step);
    const frame = page.frames()[1]!;
    await turn(page, 'p', () => statsOf(frame), 'doubling');
    expect(await place(page)).toEqual(['122 days', 4]);
  });

  it('gets a sentence in its frame for a step that there is not, and the picture stays', async () => {
    const { page } = shared();
    const frame = page.frames()[1]!;
    const before = (await statsOf(frame)).step;
    await page.evaluate(() => {
      const message = JSON.stringify({ method: 'goToStep', args: ['122-days', 99] });
      document.querySelector<HTMLIFrameElement>('iframe.picture')!.contentWindow!.postMessage(message, '*');
    });
    await frame
      .locator('rack-field .notice', { hasText: 'found step 99, expected an index below 12' })
      .waitFor();
    expect((await statsOf(frame)).step).toBe(before);
    await frame.locator('rack-field .dismiss').click();
    // Nothing in the console, and no rejection that nobody handles.
    assertSilent(shared());
  });

  it('is the only one whose messages its frame hears, and those only that ask for a step', async () => {
    const { page } = shared();
    const frame = page.frames()[1]!;
    const move = (method: string, ...args: unknown[]) => JSON.stringify({ method, args });
    const send = (from: Page | Frame, message: unknown) =>
      from.evaluate((what) => {
        const picture = window.top!.document.querySelector<HTMLIFrameElement>('iframe.picture')!;
        picture.contentWindow!.postMessage(what, '*');
      }, message);
    await page.evaluate(() => document.body.append(document.createElement('iframe')));
    await expect.poll(() => page.frames().length).toBe(3);
    await send(page.frames()[2]!, move('previous'));
    for (const message of [
      '{',
      '{}',
      move('toBlob'),
      move('goToStep', { story: 'one-chip' }),
      move('previous', 'x'.repeat(300)),
      { method: 'previous', args: [] },
    ])
      await send(page, message);
    await send(page, move('next'));
    await expect.poll(async () => (await statsOf(frame)).step).toBe('supply');
  });

  it('shows stills in the place of the pictures where it is printed', async () => {
    // The policy of the page refuses two rules that reveal.js adds for print, so deck.css has them.
    const { page } = await harness().open('examples/deck/?print-pdf', WINDOW);
    await page.locator('.pdf-page').nth(3).waitFor();
    const stills = page.locator('.pdf-page .still:visible');
    await expect.poll(() => stills.count()).toBe(2);
    const widths = () =>
      stills.evaluateAll((all) => all.map((still) => (still as HTMLImageElement).naturalWidth));
    await expect.poll(async () => Math.min(...(await widths()))).toBeGreaterThan(0);
    expect(await page.locator('.picture:visible').count()).toBe(0);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(4);
    // 1280 by 720 CSS pixels in points.
    expect(pdf).toContain('[0 0 960 540]');
  });
});
