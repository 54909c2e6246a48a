import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { assertSilent, withHandle } from '../harness/browser.ts';
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
    // Turned to and fro about the site: nothing but the eye changes.
    await page.mouse.move(160, 90);
    await page.mouse.down();
    const coarsest = before.lines * 0.6;
    for (let step = 1; step < 60 && (await lines(page)) > coarsest; step++)
      await page.mouse.move(160 + (step % 2) * 12, 90);
    expect(await lines(page)).toBeLessThan(coarsest);
    expect(await triangles(page)).toBeLessThan(before.triangles - LEFT_OUT);
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
