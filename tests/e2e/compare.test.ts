import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SiteDocument } from '../../src/model/schema.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { difference } from '../harness/picture.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, pictureOf, PLAIN } from '../scene/scene.ts';

const harness = harnessForFile({ policy: true }, COARSE);

interface Shown {
  campus: string;
  view: string;
  date: string;
  gpus: { inService: number };
  campuses: { id: string; at: [number, number]; gpus: number; servers: number; halls: number }[];
}
const shownOn = (page: Page) =>
  page.evaluate('window.rackfield.stats()').then((stats) => stats as unknown as Shown);
const idsOn = async (page: Page) => (await shownOn(page)).campuses.map(({ id }) => id);
const address = (page: Page) => new URL(page.url()).searchParams;

describe('systems beside the site, in the explorer', () => {
  const shared = sharedPage(harness, `?compare=colossus:100k,frontier&day=122&config=100k&${PLAIN}`, {
    viewport: { width: 1280, height: 720 },
    reducedMotion: true,
  });

  it('stand there with their numbers, and the address keeps them', async () => {
    const { page } = shared();
    const { campuses, campus } = await shownOn(page);
    expect(campus).toBe('colossus');
    expect(campuses).toMatchObject([
      { id: 'colossus', at: [0, 0], gpus: 100_000, servers: 12_500, halls: 4 },
      { id: 'colossus:100k', gpus: 100_000 },
      { id: 'frontier', gpus: 37_888 },
    ]);
    await page.keyboard.press('r');
    await expect.poll(() => address(page).get('roof')).toBe('on');
    expect(address(page).get('compare')).toBe('colossus:100k,frontier');
    await page.keyboard.press('r');
  });

  it('are named over their buildings, with count, date and what the count rests on', async () => {
    const { page } = shared();
    await drawn(page);
    const labels = await page.$$eval('.campus-label', (all) =>
      all.map((label) => ({
        text: (label as HTMLElement).innerText,
        isShown: getComputedStyle(label).visibility === 'visible',
        box: label.getBoundingClientRect().toJSON() as DOMRect,
      })),
    );
    expect(labels.map(({ isShown }) => isShown)).toEqual([true, true, true]);
    expect(labels[0]!.text).toMatch(/Colossus[^]*100,000 GPUs[^]*Claimed by the owner[^]*announced/);
    expect(labels[2]!.text).toMatch(/Frontier[^]*37,888 GPUs, since/);
    // The days and milestones are those of the site.
    expect(await page.locator('.milestone-owner').textContent()).toBe('Colossus');
    expect(await page.locator('.timeline').getAttribute('aria-label')).toMatch(/: Colossus$/);
    for (const [index, { box: a }] of labels.entries())
      for (const { box: b } of labels.slice(index + 1))
        expect(
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
          'labels apart',
        ).toBe(true);
  });

  it('are visited from a list, by keyboard, down to their racks', async () => {
    const { page } = shared();
    const list = page.locator('.campuses');
    expect(await list.locator('li button').count()).toBe(3);
    await list.getByRole('button', { name: /Frontier/ }).focus();
    await page.keyboard.press('Enter');
    await drawn(page);
    expect(await shownOn(page)).toMatchObject({ campus: 'frontier', view: 'building', date: '2024-09-02' });
    expect((await shownOn(page)).gpus.inService).toBe(37_888);
    expect(await list.locator('[aria-current]').innerText()).toContain('Frontier');
    await page.keyboard.press('5');
    await drawn(page);
    expect(await shownOn(page)).toMatchObject({ campus: 'frontier', view: 'rack' });
    const explained = await withHandle(page, (handle) => handle.explain(800, 400));
    expect(explained?.campus).toBe('frontier');
    expect(explained?.figures.length).toBeGreaterThan(0);
    for (const { source, grade } of explained!.figures)
      expect([source?.publisher, grade]).not.toContain(undefined);
    await expect.poll(() => address(page).get('campus')).toBe('frontier');
    await page.reload();
    await expect.poll(async () => (await shownOn(page).catch(() => undefined))?.campus).toBe('frontier');
    expect(await shownOn(page)).toMatchObject({ view: 'rack', date: '2024-09-02' });
    expect(await page.locator('.title-name').innerText()).toBe('Frontier');
    await page.keyboard.press('1');
    await drawn(page);
  });

  it('are chosen from a list of the known ones, at most six', async () => {
    const { page } = shared();
    await page.locator('.options-compare').or(page.locator('.choices .fold')).first().click();
    if (
      !(await page
        .locator('dialog')
        .isVisible()
        .catch(() => false))
    )
      await page.locator('.options-compare').click();
    const dialog = page.locator('dialog');
    const box = (value: string) => dialog.locator(`input[value="${value}"]`);
    expect(await box('frontier').isChecked()).toBe(true);
    await box('frontier').uncheck();
    await expect.poll(() => idsOn(page)).toEqual(['colossus', 'colossus:100k']);
    const more = ['frontier', 'aurora', 'fugaku', 'eagle', 'meta-24k'];
    for (const id of more) await box(id).check();
    await expect.poll(() => idsOn(page)).toEqual(['colossus', 'colossus:100k', ...more]);
    expect(await box('twitter-10k').isDisabled()).toBe(true);
    await expect.poll(() => address(page).get('compare')).toBe(['colossus:100k', ...more].join(','));
    for (const id of more) await box(id).uncheck();
    await expect.poll(() => idsOn(page)).toEqual(['colossus', 'colossus:100k']);
    await expect.poll(() => address(page).get('compare')).toBe('colossus:100k');
  });

  it('can be documents of the viewer’s, and a refused one leaves address and picture as they were', async () => {
    const { page } = shared();
    const before = page.url();
    const picture = await pictureOf(page);
    const file = (name: string, document: unknown) => ({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)),
    });
    const choose = (name: string, document: unknown) =>
      page.locator('.compare-document input').setInputFiles(file(name, document));
    const notices = page.locator('.notice');
    const wrong = { ...generatedSite(1000), edge: { x: [0, -3], z: [0, 'far'] }, operator: 7 };
    await choose('wrong.json', wrong);
    await expect
      .poll(() => notices.allInnerTexts())
      .toEqual([expect.stringMatching(/wrong\.json[^]*operator[^]*edge/)]);
    await choose('text.json', 'no document');
    await expect.poll(() => notices.count()).toBe(2);
    expect(page.url()).toBe(before);
    expect(difference(await pictureOf(page), picture).pixels).toBe(0);
    await choose('mine.json', generatedSite(1000));
    await expect.poll(() => idsOn(page)).toEqual(['colossus', 'colossus:100k', 'own']);
    await page.keyboard.press('Escape');
    const dropped: SiteDocument = { ...generatedSite(64), name: 'Dropped' };
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    }, JSON.stringify(dropped));
    await expect.poll(() => idsOn(page)).toEqual(['colossus', 'colossus:100k', 'own', 'own-2']);
    await expect.poll(() => page.locator('.campuses').innerText()).toContain('Dropped');
    assertSilent(shared());
  });
});

describe('systems beside the site, in the element', () => {
  const shared = sharedPage(harness, `embed/?day=122&compare=twitter-10k,h100&campus=twitter-10k&${PLAIN}`, {
    viewport: { width: 390, height: 300 },
    reducedMotion: true,
  });
  const set = (page: Page, name: string, value: string | null) =>
    page.evaluate(
      ([name, value]) => {
        const element = document.querySelector('rack-field')!;
        if (value === null) element.removeAttribute(name!);
        else element.setAttribute(name!, value!);
      },
      [name, value],
    );
  beforeAll(() => drawn(shared().page));

  it('come before `load`, with the viewer at the one that is asked for, and a sentence for a chip among systems', async () => {
    const { page } = shared();
    expect(await shownOn(page)).toMatchObject({ campus: 'twitter-10k', view: 'site' });
    expect(await page.locator('rack-field .notice').allTextContents()).toEqual([
      expect.stringContaining('h100'),
    ]);
  });

  it('stand above the bar', async () => {
    const { page } = shared();
    const bar = (await page.locator('rack-field .controls').boundingBox())!;
    for (let share = 0.05; share < 1; share += 0.1) {
      const pixel = [bar.x + bar.width * share, bar.y + 2];
      const seen = await withHandle(page, (handle, [x, y]: number[]) => handle.explain(x!, y!), pixel);
      expect(seen?.subject ?? 'sky').not.toMatch(/rack|gpu|wall|roof|floor|chiller|column|building/);
    }
  });

  it('follow the attributes, and are gone to by the handle', async () => {
    const { page } = shared();
    await withHandle(page, (handle) => handle.goTo('rack', { campus: 'colossus', gpu: 9 }));
    expect(await shownOn(page)).toMatchObject({ campus: 'colossus', view: 'rack' });
    await page.evaluate(() => history.replaceState(null, '', '?quality=low&motion=reduce'));
    await set(page, 'compare', 'meta-24k,colosus');
    await expect.poll(() => idsOn(page)).toEqual(['colossus', 'meta-24k']);
    expect(await page.locator('rack-field .notice').last().textContent()).toContain('colosus');
    await set(page, 'campus', 'meta-24k');
    await expect.poll(async () => (await shownOn(page)).campus).toBe('meta-24k');
    await withHandle(page, (handle) => handle.goTo('site'));
    await drawn(page);
    const { drawCalls: both } = (await shared().stats()).frame;
    await set(page, 'compare', null);
    await expect.poll(() => idsOn(page)).toEqual(['colossus']);
    await drawn(page);
    const { drawCalls: alone } = (await shared().stats()).frame;
    expect(both).toBeGreaterThan(alone);
    expect(both - alone).toBeLessThanOrEqual(12);
    assertSilent(shared());
  });
});

describe('a system as the site', () => {
  it('is opened by its id', async () => {
    const opened = await harness().open(`?site=frontier&compare=colossus:100k&${PLAIN}`, {
      viewport: { width: 390, height: 780 },
    });
    const { page } = opened;
    expect(await shownOn(page)).toMatchObject({
      campus: 'frontier',
      campuses: [
        { id: 'frontier', gpus: 37_888 },
        { id: 'colossus:100k', gpus: 100_000 },
      ],
    });
    await page.getByRole('button', { name: 'Details' }).click();
    await page
      .locator('.campuses')
      .getByRole('button', { name: /Colossus/ })
      .click();
    expect((await shownOn(page)).campus).toBe('colossus:100k');
    assertSilent(opened);
    await opened.close();
  });
});
