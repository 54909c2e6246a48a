import { describe, expect, it } from 'vitest';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { harnessForFile } from '../harness/suite.ts';

const harness = harnessForFile({ policy: true });
const without = {
  ready: false,
  viewport: { width: 800, height: 600 },
  before: () => {
    const other = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      kind: string,
      ...rest: unknown[]
    ) {
      return kind.includes('webgl') ? null : Reflect.apply(other, this, [kind, ...rest]);
    } as typeof other;
  },
};

describe('without WebGL', () => {
  it('the explorer shows a still picture and the same facts as text, with the days at hand', async () => {
    const opened = await harness().open('?config=100k&day=122', without);
    const { page } = opened;
    const still = page.locator('.text-still');
    await still.waitFor();
    expect(await page.locator('[data-count=in-service]').textContent()).toBe('100,000');
    expect(await page.locator('.text').textContent()).toContain('2 September 2024');
    expect(await page.locator('.notice').textContent()).toContain('cannot draw in 3D');
    await withHandle(page, (handle) => handle.seek(0));
    await expect.poll(() => page.locator('[data-count=in-service]').textContent()).toBe('0');
    expect((await opened.stats()).ready).toBe(false);
    const picture = withHandle(page, (handle) => handle.toBlob({ width: 9, height: 9, type: 'image/png' }));
    await expect(picture).rejects.toThrow('There is no picture');
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.text-still')?.complete);
    expect(await still.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
    assertSilent(opened);
  });

  it('the element says so, and its days and counts still work', async () => {
    const opened = await harness().open('embed/?config=100k&day=122', without);
    const { page } = opened;
    await page.locator('rack-field .facts').waitFor();
    expect(await page.locator('rack-field .facts').textContent()).toContain('cannot draw in 3D');
    expect(await page.locator('rack-field .notice').count()).toBe(0);
    expect(await page.locator('rack-field .count').textContent()).toBe(
      '100,000 GPUs in service of 100,000 installed',
    );
    await withHandle(page, (handle) => handle.seek(0));
    expect(await page.locator('rack-field .count').textContent()).toMatch(/^0 GPUs/);
    assertSilent(opened);
  });
});
