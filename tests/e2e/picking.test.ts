import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/layout/address.ts';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { type Colour, type Picture, pixelAt, shareOf } from '../harness/picture.ts';
import { harnessForFile } from '../harness/suite.ts';
import { drawn, goTo, pictureOf, plan, PLAIN } from '../scene/scene.ts';
import { unfold } from './unfold.ts';

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

  it('is in a rack that says its grade when pointed at, while the picture is painted by that', async () => {
    const opened = await harness().open(`?day=214&gpu=${GPU}&overlay=evidence&${PLAIN}`, {
      viewport: { width: 1280, height: 720 },
    });
    const { page } = opened;
    await drawn(page);
    const canvas = await page.locator('canvas').first().boundingBox();
    await page.mouse.move(canvas!.x + canvas!.width / 2, canvas!.y + canvas!.height / 2);
    // Of the second 100,000, whose count is worked out.
    await expect
      .poll(() => page.locator('.pointed .card-there .grade-word').allTextContents())
      .toEqual(['derived']);
    await unfold(page);
    await page.getByRole('radio', { name: 'Date' }).check();
    await expect.poll(() => page.locator('.legend-entry').count()).toBe(7);
    await page.getByRole('radio', { name: 'Nothing' }).check();
    await page.locator('.legend').waitFor({ state: 'hidden' });
    assertSilent(opened);
  });

  it('is chosen by a click on it, and nothing is where no rack stands yet', async () => {
    const opened = await harness().open(`?day=214&gpu=${GPU}&${PLAIN}`, { viewport });
    const { page } = opened;
    await drawn(page);
    const canvas = await page.locator('canvas').boundingBox();
    // On a server in the middle of the picture, with nothing chosen before.
    const [x, y] = [canvas!.x + canvas!.width / 2, canvas!.y + canvas!.height * 0.5];
    await page.locator('.selected button').last().click();
    await expect.poll(() => page.locator('.selected').count()).toBe(0);
    await page.mouse.click(x, y);
    await page.locator('.selected').waitFor();
    const number = Number(
      ((await page.locator('.selected').textContent()) ?? '').replaceAll(',', '').match(/\d{6}/)?.[0],
    );
    expect(addressOf(plan, number)).toMatchObject({ hall, row, place });
    await withHandle(page, (handle) => handle.seek(10));
    await drawn(page);
    await page.mouse.move(x + 3, y + 3);
    await drawn(page);
    // The floor under the place.
    await expect.poll(() => page.locator('.pointed-name').textContent()).toBe('Former Electrolux factory');
    assertSilent(opened);
  });
});

/** The rectangle of all that changed from one picture to the other, pixels; nothing if nothing did. */
function changed(from: Picture, to: Picture) {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < from.height; y++)
    for (let x = 0; x < from.width; x++) {
      const [before, after] = [pixelAt(from, x, y), pixelAt(to, x, y)];
      if (!before.some((each, at) => Math.abs(each - after[at]!) > 3)) continue;
      xs.push(x);
      ys.push(y);
    }
  return {
    x0: Math.min(...xs),
    x1: Math.max(...xs),
    y0: Math.min(...ys),
    y1: Math.max(...ys),
    count: xs.length,
  };
}

describe('one of the racks that no longer change', () => {
  it('lights up alone where it is pointed at from outside of its hall', async () => {
    const opened = await harness().open(`?day=700&view=hall&${PLAIN}`, { viewport });
    const { page } = opened;
    await drawn(page);
    const size = [viewport.width, viewport.height] as const;
    const before = await pictureOf(page, ...size);
    const named = new Set<string>();
    const spots = new Set<number>();
    for (const [x, y] of [
      [480, 338],
      [420, 293],
    ] as const) {
      await page.mouse.move(x, y);
      await page.locator('.pointed').waitFor();
      await drawn(page);
      named.add((await page.locator('.pointed').textContent()) ?? '');
      const spot = changed(before, await pictureOf(page, ...size));
      expect(spot.count).toBeGreaterThan(20);
      // A rack is 0.75 m wide and 2.2 m high; the hall of 42 m fills the picture.
      expect(spot.x1 - spot.x0).toBeLessThan(50);
      expect(spot.y1 - spot.y0).toBeLessThan(60);
      spots.add(spot.x0);
    }
    expect([named.size, spots.size]).toEqual([2, 2]);
    assertSilent(opened);
  });
});
