import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { assertSilent, type Opened, withHandle } from '../harness/browser.ts';
import { difference } from '../harness/picture.ts';
import { COARSE, harnessForFile } from '../harness/suite.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { pictureOf, PLAIN, SMALL } from '../scene/scene.ts';

const harness = harnessForFile({ policy: true }, COARSE);
const wrong: [key: string, value: string][] = [
  ['site', 'atlantis'],
  ['config', '300k'],
  ['date', '2024-02-31'],
  ['day', 'soon'],
  ['curve', 'hoped'],
  ['view', 'moon'],
  ['gpu', '200001'],
  ['look', 'sepia'],
  ['overlay', 'noise'],
  ['compare', 'abacus'],
  ['story', 'tale'],
  ['lang', 'not a tag'],
  ['motion', 'sideways'],
  ['play', 'loud'],
];
const query = new URLSearchParams([...wrong, ['quality', 'low'], ['utm_source', 'elsewhere']]).toString();

describe('values that cannot be used', () => {
  it.each([
    ['', '.notice', 'Dismiss'],
    ['embed/', 'rack-field .notice', 'Dismiss'],
  ])('get one visible sentence each, that can be dismissed: /%s', async (path, selector, name) => {
    const opened = await harness().open(`${path}?${query}`, { viewport: { width: 800, height: 1200 } });
    const { page } = opened;
    const notices = page.locator(selector);
    await notices.first().waitFor();
    // A story that there is not is refused once the names of all stories have come.
    await expect.poll(() => notices.count()).toBe(wrong.length);
    const said = await notices.allTextContents();
    for (const [key, value] of wrong) {
      const found = said.filter((sentence) => sentence.replaceAll(',', '').includes(value));
      expect(found, `${key}=${value}`).toHaveLength(1);
    }
    expect(await notices.last().isVisible()).toBe(true);
    await notices.last().getByRole('button', { name }).click();
    expect(await notices.count()).toBe(wrong.length - 1);
    expect(await notices.allTextContents()).toEqual(said.slice(0, -1));
    await notices.getByRole('button', { name }).evaluateAll((all) => {
      for (const button of all) (button as HTMLButtonElement).click();
    });
    expect(await notices.count()).toBe(0);
    expect(await opened.stats()).toMatchObject({
      site: 'colossus',
      config: '200k',
      day: 214,
      curve: 'claimed',
      view: 'site',
      look: 'model',
      overlay: 'none',
      motion: 'full',
    });
    assertSilent(opened);
  });

  it('get it as attributes too, before and after load', async () => {
    const opened = await harness().open(`embed/?${PLAIN}`, SMALL);
    const { page } = opened;
    await page.evaluate(() => document.querySelector('rack-field')?.setAttribute('view', 'moon'));
    await page.locator('rack-field .notice').waitFor();
    expect(await page.locator('rack-field .notice').textContent()).toContain('moon');
    expect((await opened.stats()).view).toBe('site');
    assertSilent(opened);
  });
});

describe('a wrong site document', () => {
  it('is refused with path, found and expected, and the picture stays', async () => {
    const opened = await harness().open(`embed/?view=building&${PLAIN}`, SMALL);
    const { page } = opened;
    const before = await pictureOf(page);
    const document = structuredClone(generatedSite(1000)) as unknown as Record<string, unknown>;
    document.halls = 'eight';
    document.operator = { name: '<b>Nobody</b>' };
    const refused = (given: unknown) =>
      withHandle(
        page,
        async (handle, site: unknown) => {
          try {
            await handle.setSite(site);
            return null;
          } catch (error) {
            const { name, message, faults } = error as Error & { faults: unknown[] };
            return { name, message, faults };
          }
        },
        given,
      );
    const found = await refused(document);
    expect(found).toMatchObject({ name: 'SiteRefused' });
    const faults = found?.faults as { path: string; found: string; expected: string }[];
    expect(faults.map(({ path }) => path).join(' ')).toMatch(/halls/);
    for (const fault of faults) {
      for (const part of [fault.path, fault.found, fault.expected]) expect(part).not.toBe('');
      expect(found?.message).toContain(`${fault.path}: found ${fault.found}, expected ${fault.expected}.`);
    }
    for (const given of [null, 7, 'colossus', [], {}, { schemaVersion: 99 }]) {
      const { faults: reasons } = (await refused(given)) as { faults: unknown[] };
      expect(reasons.length, JSON.stringify(given)).toBeGreaterThan(0);
      expect(reasons.length).toBeLessThanOrEqual(20);
    }
    expect((await opened.stats()).site).toBe('colossus');
    expect(difference(await pictureOf(page), before, 0).pixels).toBe(0);
    assertSilent(opened);
  });

  const notice = async (opened: Opened) => {
    await opened.page.locator('rack-field .notice').waitFor();
    return (await opened.page.locator('rack-field .notice').textContent()) ?? '';
  };

  it.each([
    ['wrong.json', JSON.stringify({ ...builtinSites.colossus, dayZero: 'yesterday' }), 'dayZero'],
    ['no.json', '{ this is not JSON', 'could not be read'],
    ['large.json', JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), '1 MiB'],
  ])('under an address gets one sentence, and Colossus is shown: %s', async (name, text, expected) => {
    const address = harness().offer(name, text);
    const opened = await harness().open(
      `embed/?site=${encodeURIComponent(address)}&config=100k&${PLAIN}`,
      SMALL,
    );
    const said = await notice(opened);
    expect(said).toContain(expected);
    expect(said).toContain(name);
    expect(await opened.page.locator('rack-field .notice').count()).toBe(1);
    expect(await opened.stats()).toMatchObject({ site: 'colossus', gpus: { inService: 100_000 } });
    assertSilent(opened);
  });
});

describe('a site document of somebody else', () => {
  it('is shown from its address, its text as text', async () => {
    const name = '<img src=x onerror="window.broken = 1"><b>Bold</b>';
    const document = { ...generatedSite(1000), name, operator: '<i>Nobody</i>' };
    const address = harness().offer('html.json', JSON.stringify(document));
    const opened = await harness().open(`?site=${encodeURIComponent(address)}&${PLAIN}`, {
      viewport: { width: 1000, height: 700 },
    });
    const { page } = opened;
    expect(await opened.stats()).toMatchObject({
      site: address,
      gpus: { inService: 1000 },
      halls: { total: 1 },
    });
    expect(await page.locator('h1').first().textContent()).toContain(name);
    expect(await page.locator('canvas').getAttribute('aria-label')).toContain(name);
    expect(await page.locator('img[src=x], h1 b').count()).toBe(0);
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    await expect.poll(() => page.url()).toContain('site=');
    assertSilent(opened);
  });
});
