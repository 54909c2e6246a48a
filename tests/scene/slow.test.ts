import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { assertSilent, withHandle } from '../harness/browser.ts';
import type { WithHandle } from '../harness/handle.ts';
import { assertSame } from '../harness/picture.ts';
import { harnessForFile } from '../harness/suite.ts';
import { drawn, pictureOf, SMALL } from './scene.ts';

const harness = harnessForFile();

/** A machine that takes a hundred milliseconds for a frame. Runs in the page. */
function slowDown() {
  const { prototype } = WebGL2RenderingContext;
  const { clear } = prototype;
  prototype.clear = function (mask) {
    const end = performance.now() + 100;
    while (performance.now() < end);
    clear.call(this, mask);
  };
}

/** Triangles of the shade of small things and trees. */
const LEFT_OUT = 3000;
/** Moves the pressed pointer with every frame until the picture has fewer lines than that, and answers its triangles. Runs in the page. */
function turnUntilCoarse(fewest: number): Promise<number> {
  const canvas = document.querySelector('canvas')!;
  const { rackfield } = window as unknown as WithHandle;
  const pressed = { bubbles: true, pointerId: 1, pointerType: 'mouse', buttons: 1, clientY: 90 };
  return new Promise((resolve, reject) => {
    let frames = 0;
    const turn = () => {
      if (canvas.height < fewest) resolve(rackfield.stats().frame.triangles);
      else if (++frames > 200) reject(new Error(`Still ${canvas.height} lines after ${frames} frames`));
      else {
        document.dispatchEvent(
          new PointerEvent('pointermove', { ...pressed, clientX: 160 + (frames % 2) * 12 }),
        );
        requestAnimationFrame(turn);
      }
    };
    turn();
  });
}

const lines = (page: Page) => page.evaluate(() => document.querySelector('canvas')!.height);
const triangles = (page: Page) => withHandle(page, (handle) => handle.stats().frame.triangles);

describe('a slow machine that sets its own quality', () => {
  it('moves with fewer pixels and less shade, and has all of them again at rest', async () => {
    const opened = await harness().open('?day=214&view=site&quality=auto', { ...SMALL, before: slowDown });
    const { page } = opened;
    await drawn(page);
    const before = {
      lines: await lines(page),
      triangles: await triangles(page),
      picture: await pictureOf(page),
    };
    // Turned to and fro about the site, frame by frame: nothing but the eye changes.
    await page.mouse.move(160, 90);
    await page.mouse.down();
    const coarse = await page.evaluate(turnUntilCoarse, before.lines * 0.6);
    expect(coarse).toBeLessThan(before.triangles - LEFT_OUT);
    await page.mouse.move(160, 90);
    await page.mouse.up();
    await page.waitForFunction((full) => document.querySelector('canvas')!.height === full, before.lines, {
      polling: 'raf',
    });
    await drawn(page);
    expect(await triangles(page)).toBe(before.triangles);
    await assertSame('slow-rested', await pictureOf(page), before.picture, { threshold: 0 });
    assertSilent(opened);
  });
});
