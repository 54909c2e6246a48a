import { describe, expect, it } from 'vitest';
import { LOOKS } from '../../src/views/look.ts';
import { withHandle } from '../harness/browser.ts';
import type { Picture } from '../harness/picture.ts';
import { unfold } from '../e2e/unfold.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, goTo, pictureOf, PLAIN, seek } from './scene.ts';

const explorer = sharedPage(harnessForFile(), `?view=building&${PLAIN}`, {
  viewport: { width: 980, height: 660 },
});

/** Mean of all channels, 0 to 255. */
function brightness({ data }: Picture): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum += data[at]! + data[at + 1]! + data[at + 2]!;
  return sum / (data.length * 0.75);
}

describe('the night look', () => {
  it('is dark, and comes and goes without building anything again', async () => {
    const opened = explorer();
    const { page } = opened;
    await drawn(page);
    // The first night brings the light that lamps throw on the ground; every later one finds it there.
    for (let look = 0; look < LOOKS.length; look++) {
      await page.keyboard.press('l');
      await drawn(page);
    }
    const before = (await opened.stats()).memory;
    const day = await pictureOf(page);
    await unfold(page);
    await page.getByRole('radio', { name: 'Night' }).check({ force: true });
    await drawn(page);
    expect((await opened.stats()).look).toBe('night');
    const night = await pictureOf(page);
    expect(brightness(night)).toBeLessThan(brightness(day) * 0.45);
    expect(brightness(night)).toBeGreaterThan(15);
    await expect.poll(() => page.url()).toContain('look=night');
    await page.keyboard.press('l');
    await drawn(page);
    expect((await opened.stats()).look).toBe('plan');
    await page.keyboard.press('l');
    await drawn(page);
    expect((await opened.stats()).look).toBe('model');
    expect(brightness(await pictureOf(page))).toBe(brightness(day));
    expect((await opened.stats()).memory).toEqual(before);
  });

  it('leaves the day to a dark page, which dims it and builds nothing again', async () => {
    const opened = explorer();
    const { page } = opened;
    await goTo(page, 'site');
    const light = await pictureOf(page);
    const before = (await opened.stats()).memory;
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'));
    const white = await paper();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await pictureOf(page);
    expect(brightness(dark)).toBeLessThan(brightness(light) * 0.9);
    expect(brightness(dark)).toBeGreaterThan(60);
    expect(await paper()).not.toBe(white);
    expect((await opened.stats()).memory).toEqual(before);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(brightness(await pictureOf(page))).toBe(brightness(light));
  });

  it('lights a hall when its first rack is energized, and not before', async () => {
    const { page } = explorer();
    await goTo(page, 'hall');
    await seek(page, 60);
    await page.keyboard.press('l');
    expect(await withHandle(page, (handle) => handle.stats().look)).toBe('night');
    const before = brightness(await pictureOf(page));
    await seek(page, 70);
    expect(brightness(await pictureOf(page))).toBeGreaterThan(before * 1.5);
  });
});
