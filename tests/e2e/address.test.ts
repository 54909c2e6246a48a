import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { difference } from '../harness/picture.ts';
import { COARSE, harnessForFile } from '../harness/suite.ts';
import { drawn, pictureOf, PLAIN, SMALL } from '../scene/scene.ts';

const harness = harnessForFile({}, COARSE);
const EXPLORER = { viewport: { width: 640, height: 400 } };

/** The address of a page once it no longer changes with what is on screen. */
async function settledAddress(page: Page): Promise<URL> {
  await drawn(page);
  let last = '';
  await expect
    .poll(() => [last, (last = page.url())].every((each, _, [first]) => each === first), { interval: 500 })
    .toBe(true);
  return new URL(last);
}

describe('the address', () => {
  it('follows a view that a hand has turned, and gives the same picture back', async () => {
    const opened = await harness().open(`embed/?view=building&day=150&${PLAIN}`, SMALL);
    const { page } = opened;
    expect((await settledAddress(page)).searchParams.has('camera')).toBe(false);
    const before = await pictureOf(page);
    await page.mouse.move(160, 90);
    await page.mouse.down();
    await page.mouse.move(200, 80, { steps: 4 });
    await page.mouse.up();
    await page.locator('rack-field').evaluate((element) => element.setAttribute('roof', 'on'));
    await expect.poll(() => page.url()).toContain('camera=');
    const address = await settledAddress(page);
    expect(address.searchParams.get('roof')).toBe('on');
    const turned = await pictureOf(page);
    expect(difference(turned, before).share).toBeGreaterThan(0.05);

    const again = await harness().open(address.href, SMALL);
    expect((await settledAddress(again.page)).search).toBe(address.search);
    expect(difference(await pictureOf(again.page), turned).share).toBeLessThan(0.001);
    // Taken away, both go back to their defaults.
    await again.page.evaluate(() => {
      const element = document.querySelector('rack-field')!;
      for (const name of ['camera', 'roof'])
        element.setAttribute(name, name === 'roof' ? 'on' : '1,90,200,0,0,0');
      for (const name of ['camera', 'roof']) element.removeAttribute(name);
    });
    expect(difference(await pictureOf(again.page), before).share).toBeLessThan(0.001);
    assertSilent(opened);
    assertSilent(again);
  });

  it('is a link that can be copied, and takes links of before', async () => {
    const opened = await harness().open(`?${PLAIN}#camera=30,120,260,10,0,0`, EXPLORER);
    const { page } = opened;
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async (text: string) => Object.assign(window, { link: text }) },
      });
    });
    const shown = await settledAddress(page);
    expect([shown.hash, shown.searchParams.get('camera')]).toEqual(['', '30,120,260,10,0,0']);
    await page.keyboard.press('c');
    await page.waitForFunction(() => 'link' in window);
    expect(await page.evaluate(() => (window as unknown as { link: string }).link)).toBe(shown.href);
    assertSilent(opened);
  });

  it('says so of a place to look from that is none, or is far away', async () => {
    for (const [camera, sentence] of [
      ['1,2,three', 'six numbers'],
      ['90000,10,0,90000,0,0', 'nothing of the site can be seen'],
    ] as const) {
      const opened = await harness().open(`embed/?camera=${camera}&${PLAIN}`, SMALL);
      expect(await opened.page.locator('rack-field .notice').textContent()).toContain(sentence);
      await expect.poll(() => opened.page.url()).not.toContain('camera');
      assertSilent(opened);
    }
  });

  it('of a site that was handed over says, when it is read again, that it cannot be shown', async () => {
    const opened = await harness().open(`?look=night&${PLAIN}`, EXPLORER);
    const { page } = opened;
    const site = generatedSite(1000);
    await withHandle(page, (handle, document: unknown) => handle.setSite(document), site);
    await expect.poll(() => page.title()).toContain(site.name);
    expect(await page.locator('canvas').getAttribute('aria-label')).toContain(site.name);
    const address = await settledAddress(page);
    expect(address.searchParams.get('site')).toBe('own');
    const again = await harness().open(address.href, EXPLORER);
    const notices = again.page.locator('.notice');
    expect(await notices.allTextContents()).toEqual([expect.stringContaining('handed over')]);
    expect(await again.stats()).toMatchObject({ site: 'colossus', config: '200k', look: 'night' });
    expect(await again.page.title()).toContain('Colossus');
    assertSilent(again);
  });
});

describe('a site under an address that never answers', () => {
  it('gets a sentence after ten seconds, and the built-in site is shown', async () => {
    const opened = await harness().open('about:blank', { ...SMALL, ready: false, alone: true });
    const { page } = opened;
    await page.clock.install();
    await page.route('**/silent.json', () => undefined);
    const asked = page.waitForRequest('**/silent.json');
    await page.goto(harness().at(`embed/?site=silent.json&config=100k&${PLAIN}`));
    await asked;
    expect(await page.locator('canvas').count()).toBe(0);
    await page.clock.runFor(10_000);
    await page.clock.resume();
    await page.locator('rack-field .notice').waitFor();
    expect(await page.locator('rack-field .notice').textContent()).toContain('within 10 seconds');
    expect(await opened.stats()).toMatchObject({ site: 'colossus', config: '100k' });
    expect(opened.errors).toEqual([]);
  });

  it.each(['https://example.com/site.json', 'data:application/json,{}'])(
    'of another origin or scheme is not asked for: %s',
    async (site) => {
      const opened = await harness().open(`embed/?site=${encodeURIComponent(site)}&${PLAIN}`, SMALL);
      expect(await opened.page.locator('rack-field .notice').textContent()).toContain(site);
      expect((await opened.stats()).site).toBe('colossus');
      assertSilent(opened);
    },
  );
});

describe('a picture that cannot be made', () => {
  it('is refused with what was found and what is expected, and the next one is made', async () => {
    const opened = await harness().open(`embed/?${PLAIN}`, SMALL);
    const refusals = await withHandle(opened.page, async (handle) => {
      const wishes: unknown[] = [
        ...[-1, 0, Number.NaN, 1e9, 1.5, '9', null].map((width) => ({ width, height: 90 })),
        { width: 90, height: -1 },
        { width: 8192, height: 8192 },
        { width: 9, height: 9, type: 'image/tiff' },
      ];
      const said: string[] = [];
      for (const wish of wishes)
        await handle
          .toBlob(wish as Parameters<typeof handle.toBlob>[0])
          .then(() => said.push('made'))
          .catch((error: Error) => said.push(`${error.name}: ${error.message}`));
      const made = await handle.toBlob({ width: 90, height: 60, type: 'image/png' });
      return { said, size: made.size };
    });
    for (const sentence of refusals.said)
      expect(sentence).toMatch(/^RangeError: toBlob: found .+, expected .+\.$/);
    expect(refusals.size).toBeGreaterThan(100);
    assertSilent(opened);
  });
});
