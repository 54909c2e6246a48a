import { beforeAll, describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import type { SiteDocument } from '../../src/model/schema.ts';
import { withHandle } from '../harness/browser.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn } from '../scene/scene.ts';
import { unfold } from './unfold.ts';

const opened = sharedPage(harnessForFile({}, COARSE), '?day=122&motion=reduce&quality=low');

const LONG = 'W'.repeat(200);
const ARABIC = `${'مركز البيانات '.repeat(14).trim()}`;
const MARKED = 'Z\u0323\u0307a\u0323\u0307'.repeat(30);

/** The built-in site with every text of its document replaced. */
function withTexts(text: string): SiteDocument {
  const copy = JSON.parse(JSON.stringify(builtinSites.colossus)) as Record<string, unknown>;
  const replace = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((part) => replace(part));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replace(part, name)]));
    const isText = /^(name|label|operator|placeName|title|text|note|held|publisher)$/.test(key);
    return isText && typeof value === 'string'
      ? text.slice(0, key === 'title' && value.length < 60 ? 60 : 200)
      : value;
  };
  return replace(copy) as SiteDocument;
}

describe.each([
  ['200 letters without a space', LONG],
  ['Arabic', ARABIC],
  ['combining marks', MARKED],
])('a document whose texts are %s', (_, text) => {
  beforeAll(() => withHandle(opened().page, (handle, document) => handle.setSite(document), withTexts(text)));

  it.each([
    [320, 568],
    [1280, 720],
    [1080, 1920],
  ])('widens nothing, and stays in its places, at %i x %i', async (width, height) => {
    const { page } = opened();
    await page.setViewportSize({ width, height });
    await drawn(page);
    if (width < 980) await page.getByRole('button', { name: 'Details' }).click();
    await unfold(page);
    const wide = await page.$$eval('.explorer *', (all) =>
      all
        .filter((element) => element.checkVisibility() && !element.closest('.labels, .timeline'))
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return box.right > innerWidth + 1 || box.left < -1;
        })
        .map((element) => element.className || element.tagName),
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.locator('.title-name bdi').textContent()).toBe(text.slice(0, 200).normalize('NFC'));
    const title = await page.locator('.title').boundingBox();
    expect(title?.height).toBeLessThan(220);
    // What stands in a sentence of the page's own is isolated, too: its direction ends with it.
    const loose = await page.$$eval('.explorer *', (all) =>
      all
        .filter((element) =>
          [...element.childNodes].some(
            (node) => node.nodeType === 3 && /[\u0600-\u06ff]/.test(node.textContent ?? ''),
          ),
        )
        .filter(
          (element) =>
            !element.closest('bdi, option[lang]') &&
            !/[\u2068][^\u2069]*[\u0600-\u06ff]/.test(element.textContent ?? ''),
        )
        .map((element) => element.className || element.tagName),
    );
    expect(loose).toEqual([]);
  });
});
