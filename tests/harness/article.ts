import type { CDPSession, Frame, Page } from 'playwright-core';
import { chances } from '../scene/scene.ts';
import { type Harness, type Scripted, waitReady } from './browser.ts';
import type { Stats } from './handle.ts';

export type Place = readonly [x: number, y: number];

/** An article: text above, beside and below a picture at (0, 200) in the scrolled window, with room to scroll. */
export const article = (
  harness: Harness,
  body: string,
  [width, height] = [300, 300],
) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Host</title>
<style>body { margin: 0; height: 6000px } main { position: absolute; top: 1200px; left: 0 }
rack-field, iframe { display: block; width: ${width}px; height: ${height}px; border: 0 }</style>
</head><body><main>${body}</main><script type="module" src="${harness.at('embed.js')}"></script></body></html>`;

export const ELEMENT =
  '<rack-field controls quality="low" motion="reduce" loading="eager" day="100"></rack-field>';
const START = 1000;
/** Places in the window, with the page scrolled to `START`. */
export const PICTURE: Place = [150, 330];

/** Scrolls the page to its start, and waits until it is there. */
export async function rewind(page: Scripted) {
  await page.evaluate((top) => scrollTo(0, top), START);
  await chances(page, 3);
}

/** How far the page has gone from its start, once it has come to rest; CSS pixels. */
export async function scrolled(page: Scripted): Promise<number> {
  let last = Number.NaN;
  for (let now = await page.evaluate(() => scrollY); now !== last; now = await page.evaluate(() => scrollY)) {
    last = now;
    await chances(page, 12);
  }
  return last - START;
}

interface Touches {
  /** Puts fingers down, moves them, lifts them all or has the browser take them over; 16 ms after the last. */
  send(type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', ...fingers: Place[]): Promise<void>;
  /** Has the next event tell that so many seconds more have passed since the last. */
  rest(seconds: number): void;
  session: CDPSession;
}

export async function touches(page: Page): Promise<Touches> {
  const session = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000;
  return {
    session,
    rest(seconds) {
      timestamp += seconds;
    },
    async send(type, ...fingers) {
      timestamp += 0.016;
      const touchPoints = fingers.map(([x, y], id) => ({ x, y, id }));
      await session.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
    },
  };
}

/**
 * One finger that goes by so many pixels in so many steps, and nearly rests before it is lifted, so that the page does not roll on and
 * the browser's guess of where the finger is between two frames is off by a pixel at most.
 */
export async function swipe(
  page: Page,
  [x, y]: Place,
  [right, down]: Place,
  steps: number,
  end: 'touchEnd' | 'touchCancel' = 'touchEnd',
): Promise<void> {
  const { send, rest, session } = await touches(page);
  await send('touchStart', [x, y]);
  for (let step = 1; step <= steps; step++)
    await send('touchMove', [x + (right * step) / steps, y + (down * step) / steps]);
  for (const still of [1, 0, 1, 0]) {
    rest(0.1);
    // Moves without a difference are left out by the browser.
    await send('touchMove', [x + right + still, y + down + still]);
  }
  await send(end);
  await session.detach();
}

/** Whether a picture neither draws nor changes its day in the time of 40 frames of the page, once it has come to rest. */
export async function isStill(page: Page, stats: () => Promise<Stats>): Promise<boolean> {
  const state = async () => {
    const { day, frame } = await stats();
    return `${day} ${frame.count}`;
  };
  await chances(page, 20);
  const before = await state();
  await chances(page, 40);
  return (await state()) === before;
}

/** The picture without what the browser or the element draws over it. */
export const picture = async (page: Page) =>
  (await page.screenshot({ clip: { x: 80, y: 270, width: 140, height: 100 } })).toString('base64');

/** The middle of a part of the element. */
export async function middle(page: Page, part: string): Promise<Place> {
  const { x, y, width, height } = (await page.locator(`rack-field ${part}`).boundingBox())!;
  return [x + width / 2, y + height / 2];
}

export const facts = (page: Scripted) =>
  page.evaluate(() => {
    const element = document.querySelector('rack-field') as unknown as {
      stats(): { day: number; view: string };
      shadowRoot: ShadowRoot;
    };
    const { day, view } = element.stats();
    const stage = element.shadowRoot.querySelector('.stage')!;
    return { day, view, isActivated: stage.hasAttribute('data-activated') };
  });

/** Waits until the element of the page draws no more: it has not in ten frames of the page. */
export const elementDrawn = (page: Scripted): Promise<void> =>
  page.evaluate(async () => {
    const element = document.querySelector('rack-field') as unknown as { stats(): Stats };
    let last = -1;
    for (let quiet = 0; quiet < 10; quiet++) {
      const { count } = element.stats().frame;
      if (count !== last) quiet = 0;
      last = count;
      await new Promise(requestAnimationFrame);
    }
  });

/** Waits until the element draws no more, and opens the way home or not. */
export async function settled(page: Page, isAway: boolean): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('rack-field')!.shadowRoot!.querySelector<HTMLElement>('.home')!.hidden !==
      wanted,
    isAway,
    { polling: 'raf' },
  );
  await elementDrawn(page);
}

export const loaded = (page: Scripted) =>
  page.evaluate(async () => {
    await customElements.whenDefined('rack-field');
    await document.querySelector<HTMLElement & { load(): Promise<void> }>('rack-field')!.load();
  });

/** Waits until the picture of a page of ours takes keys and gestures. */
export async function connected(frame: Frame | Page): Promise<void> {
  await waitReady(frame);
  await frame.locator('rack-field .home').waitFor({ state: 'attached' });
}
