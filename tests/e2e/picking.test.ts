import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/layout/address.ts';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { type Colour, shareOf } from '../harness/picture.ts';
import { harnessForFile } from '../harness/suite.ts';
import { drawn, goTo, pictureOf, plan, PLAIN } from '../scene/scene.ts';

const harness = harnessForFile({ policy: true });
const GPU = 137_482;
const { hall, row, place, server, gpu } = addressOf(plan, GPU);
const viewport = { width: 960, height: 640 };
const isSignal = ([red, green, blue]: Colour) => red > 200 && green < 160 && blue < 90;

describe('a GPU by its number', () => {
  it('is gone to and marked, and its rack says its address when pointed at', async () => {
    const opened = await harness().open(`?day=214&gpu=${GPU}&${PLAIN}`, { viewport });
    const { page } = opened;
    await drawn(page);
    expect((await opened.stats()).view).toBe('rack');
    expect(await page.locator('.selected').textContent()).toContain(
      `hall ${hall}, row ${row}, rack ${place}, server ${server}, GPU ${gpu}`,
    );
    const marked = shareOf(await pictureOf(page), isSignal);
    expect(marked).toBeGreaterThan(0.0005);

    const canvas = await page.locator('canvas').boundingBox();
    await page.mouse.move(canvas!.x + canvas!.width / 2, canvas!.y + canvas!.height / 2);
    await page.locator('.pointed').waitFor();
    expect(await page.locator('.pointed').textContent()).toContain(`hall ${hall}, row ${row}, rack ${place}`);

    // From far away the pin is still there; let go of, it is not.
    await goTo(page, 'site');
    const pinned = shareOf(await pictureOf(page), isSignal);
    await page.locator('.selected button').last().click();
    await drawn(page);
    expect(await page.locator('.selected').count()).toBe(0);
    expect(pinned - shareOf(await pictureOf(page), isSignal)).toBeGreaterThan(0.0004);
    assertSilent(opened);
  });

  it('is chosen by a click on it, and nothing is where no rack stands yet', async () => {
    const opened = await harness().open(`?day=214&gpu=${GPU}&${PLAIN}`, { viewport });
    const { page } = opened;
    await drawn(page);
    const canvas = await page.locator('canvas').boundingBox();
    const [x, y] = [canvas!.x + canvas!.width / 2, canvas!.y + canvas!.height / 2];
    await page.mouse.click(x, y);
    const number = Number(
      ((await page.locator('.selected').textContent()) ?? '').replaceAll(',', '').match(/\d{6}/)?.[0],
    );
    expect(addressOf(plan, number)).toMatchObject({ hall, row, place });
    await withHandle(page, (handle) => handle.seek(10));
    await drawn(page);
    await page.mouse.move(x + 3, y + 3);
    await drawn(page);
    await expect.poll(() => page.locator('.pointed').count()).toBe(0);
    assertSilent(opened);
  });
});
