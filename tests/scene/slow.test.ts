import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withHandle } from '../harness/browser.ts';
import type { WithHandle } from '../harness/handle.ts';
import { assertSame, pictureBytes } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, pictureOf, SMALL } from './scene.ts';

const opened = sharedPage(harnessForFile(), '?day=214&view=site&quality=auto', {
  ...SMALL,
  before: slowDown,
});

/** What {@link slowDown} leaves in the page: lets pass the time after which a picture is at rest. */
type Slowed = Window & { rest(): void };

/**
 * A machine on which time passes only by drawing, a hundred milliseconds for a frame, and by the call of `rest`: whatever this
 * one is like. Runs in the page.
 */
function slowDown() {
  const { prototype } = WebGL2RenderingContext;
  const { clear } = prototype;
  let now = performance.now();
  performance.now = () => now;
  prototype.clear = function (mask) {
    now += 100;
    clear.call(this, mask);
  };
  const { setTimeout, clearTimeout } = window;
  const waiting = new Map<number, () => void>();
  let handles = 0;
  window.setTimeout = ((callback: () => void, milliseconds?: number) => {
    // The pace's wait for a rest.
    if (milliseconds !== 220) return setTimeout(callback, milliseconds);
    waiting.set(--handles, callback);
    return handles;
  }) as typeof window.setTimeout;
  window.clearTimeout = (handle) => {
    if (!waiting.delete(handle as number)) clearTimeout(handle);
  };
  (window as unknown as Slowed).rest = () => {
    now += 1000;
    const due = [...waiting.values()];
    waiting.clear();
    for (const callback of due) callback();
  };
}

/** Triangles of the shadow of small things and trees. */
const LEFT_OUT = 3000;
/**
 * Presses the pointer, moves it with every frame until the picture has fewer lines than that, and lets it go; answers the triangles
 * of the coarse picture. Events go to the canvas itself, whatever furniture lies over it. Runs in the page.
 */
function turnUntilCoarse(fewest: number): Promise<number> {
  const canvas = document.querySelector('canvas')!;
  const { rackfield } = window as unknown as WithHandle;
  const send = (type: string, clientX: number) =>
    canvas.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        pointerType: 'mouse',
        isPrimary: true,
        buttons: type === 'pointerup' ? 0 : 1,
        clientX,
        clientY: 90,
      }),
    );
  return new Promise((resolve, reject) => {
    let frames = 0;
    const turn = () => {
      if (canvas.height < fewest) {
        const { triangles } = rackfield.stats().frame;
        // Back to where it was pressed, so that the eye is where it was.
        send('pointermove', 160);
        send('pointerup', 160);
        resolve(triangles);
      } else if (++frames > 200) reject(new Error(`Still ${canvas.height} lines after ${frames} frames`));
      else {
        send('pointermove', 160 + (frames % 2) * 12);
        requestAnimationFrame(turn);
      }
    };
    send('pointerdown', 160);
    turn();
  });
}

const lines = (page: Page) => page.evaluate(() => document.querySelector('canvas')!.height);
const triangles = (page: Page) => withHandle(page, (handle) => handle.stats().frame.triangles);

/** Turns the site to and fro, frame by frame, until the picture is coarse; nothing but the eye changes. */
async function turned() {
  const { page } = opened();
  await drawn(page);
  await rest(page);
  const before = {
    lines: await lines(page),
    triangles: await triangles(page),
    picture: await pictureOf(page),
  };
  return { page, before, coarse: await page.evaluate(turnUntilCoarse, before.lines * 0.6) };
}

const rest = async (page: Page) => {
  await page.evaluate(() => (window as unknown as Slowed).rest());
  await drawn(page);
};

describe('a slow machine that sets its own quality', () => {
  it('moves with fewer pixels and less shadow, and has all of them again at rest', async () => {
    const { page, before, coarse } = await turned();
    expect(coarse).toBeLessThan(before.triangles - LEFT_OUT);
    await drawn(page);
    expect(await lines(page)).toBeLessThan(before.lines);
    await rest(page);
    expect(await lines(page)).toBe(before.lines);
    expect(await triangles(page)).toBe(before.triangles);
    await assertSame('slow-rested', await pictureOf(page), before.picture, { threshold: 0 });
  });

  it('has all of its pixels at rest after a picture was asked for before it was', async () => {
    const { page, before } = await turned();
    await drawn(page);
    expect(await lines(page)).toBeLessThan(before.lines);
    await pictureBytes(page, 64, 36);
    await drawn(page);
    await rest(page);
    expect(await lines(page)).toBe(before.lines);
  });
});
