import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withHandle } from '../harness/browser.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, goTo, PLAIN } from '../scene/scene.ts';
import { findings } from './axe.ts';

const harness = harnessForFile({ policy: true }, COARSE);
const DESKTOP = { width: 1280, height: 720 };
const SMALL = { width: 320, height: 568 };

const address = (page: Page) => new URL(page.url()).searchParams;
const card = (page: Page) => page.getByRole('dialog', { name: /./ }).and(page.locator('.card'));
const textOf = async (page: Page) => (await card(page).innerText()).replaceAll(/\s+/g, ' ');
const closed = (page: Page) => card(page).waitFor({ state: 'detached' });
/** What has the focus: its label or its text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.getAttribute('aria-label') ?? element?.textContent;
  });
/** Points of the middle of the free part of the picture, CSS pixels. */
const middle = (page: Page) =>
  page.evaluate(() => {
    const { left, top, right, bottom } = document
      .querySelector('.wide-free, .compact-free')!
      .getBoundingClientRect();
    return [(left + right) / 2, (top + bottom) / 2] as const;
  });

describe('the card of a figure, in the explorer', () => {
  const shared = sharedPage(harness, `?${PLAIN}&figure=memory-gain`, { viewport: DESKTOP });

  it('says value, range, arithmetic, grade, date and source, and closes with Escape and in the address', async () => {
    const { page } = shared();
    await card(page).waitFor();
    const text = await textOf(page);
    for (const part of [
      'Memory, H200 to B200',
      '36.2%',
      '27.7% – 36.2%',
      '192 GB / 141 GB − 1',
      'derived',
      'Mar 2024',
    ])
      expect(text).toContain(part);
    expect(await focused(page)).toBe('Memory, H200 to B200');
    expect(address(page).get('figure')).toBe('memory-gain');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await closed(page);
    await expect.poll(() => address(page).get('figure')).toBeNull();
  });

  it('is opened from the list of figures, which is filtered by text and grade and says how much is reported', async () => {
    const { page } = shared();
    await page.getByRole('button', { name: 'Milestones and sources' }).click();
    await page.getByRole('button', { name: 'All figures …' }).click();
    const list = page.getByRole('dialog', { name: 'Figures and sources' });
    const shares = list.getByRole('table');
    await shares.waitFor();
    const cells = await shares
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
      );
    expect(cells.map(([grade]) => grade)).toEqual(['reported', 'announced', 'derived', 'assumed']);
    for (const column of [2, 3]) {
      const sum = cells.reduce((all, row) => all + Number.parseFloat(row[column]!), 0);
      expect(Math.abs(sum - 100), String(column)).toBeLessThan(0.5);
    }
    const entries = list.locator('.figures-list li');
    expect(await entries.count()).toBeGreaterThan(300);
    expect(await findings(page)).toEqual([]);
    await list.getByLabel('Search').fill('h200 memory');
    await list.getByLabel('How well known').selectOption('reported');
    await expect.poll(() => entries.count()).toBeLessThan(6);
    // Those that are scrolled out of sight have no inner text.
    for (const text of await entries.allTextContents()) expect(text).toMatch(/h200[^]*reported/i);
    const link = list.getByRole('link', { name: 'NVIDIA H200 SXM5: Memory', exact: true });
    expect(new URL(await link.evaluate((each) => (each as HTMLAnchorElement).href)).search).toMatch(
      /[?&]figure=h200\.memory(&|$)/,
    );
    await link.click();
    await list.waitFor({ state: 'detached' });
    await card(page).waitFor();
    expect(await textOf(page)).toContain('141 GB');
    expect(await card(page).getByRole('link').first().getAttribute('href')).toMatch(/^https:/);
    await expect.poll(() => withHandle(page, (handle) => handle.stats().view)).toBe('gpu');
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('leaves a free part of a small window to the picture', async () => {
    const { page } = shared();
    await page.setViewportSize(SMALL);
    await page.locator('.compact').waitFor();
    await drawn(page);
    await page.keyboard.press('i');
    await card(page).waitFor();
    const { x, y, width, height } = (await card(page).boundingBox())!;
    expect(x >= 0 && x + width <= SMALL.width).toBe(true);
    expect(y).toBeGreaterThan(100);
    const timeline = (await page.locator('.timeline').boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(timeline.y);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await closed(page);
    await page.setViewportSize(DESKTOP);
  });
});

describe('a thing in the picture', () => {
  const shared = sharedPage(harness, `?${PLAIN}&view=building&overlay=evidence`, { viewport: DESKTOP });

  it('says what is known of it when pointed at, and keeps saying it once it is pressed', async () => {
    const { page } = shared();
    await drawn(page);
    const [x, y] = await middle(page);
    await page.mouse.move(x, y);
    await page.locator('.pointed .figure-value').waitFor();
    const said = (await page.locator('.pointed').innerText()).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/That it is there: (reported|announced|derived|assumed)/);
    expect(said).toMatch(/as of .*20\d\d/);
    const name = await page.locator('.pointed-name').innerText();
    await page.mouse.click(x, y);
    await card(page).waitFor();
    expect(await textOf(page)).toContain(name);
    const explained = await withHandle(page, (handle, at) => handle.explain(...at), [x, y] as [
      number,
      number,
    ]);
    expect(await card(page).locator('.figure-first').count()).toBe(explained!.figures.length);
    await page.keyboard.press('Escape');
    await closed(page);
  });

  it('is the one in the middle with a key, and a chosen GPU with its button; both take the focus and give it back', async () => {
    const { page } = shared();
    await page.locator('#stage canvas').focus();
    await page.keyboard.press('i');
    await card(page).waitFor();
    expect(await card(page).evaluate((each) => each === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await closed(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS');
    await withHandle(page, (handle) => handle.goTo('rack', { gpu: 137_482 }));
    await page.getByRole('button', { name: 'What is known of this GPU' }).click();
    await card(page).waitFor();
    expect(await textOf(page)).toContain('GPU 137,482');
    expect(await textOf(page)).toContain('NVIDIA H100');
    await page.keyboard.press('Escape');
    await closed(page);
    expect(await focused(page)).toBe('What is known of this GPU');
  });

  it('has its share of the picture in the legend, once the picture rests', async () => {
    const { page } = shared();
    await goTo(page, 'building');
    const shares = () => page.locator('.legend-share').allInnerTexts();
    await expect.poll(async () => (await shares()).every((share) => /^\d+%$/.test(share))).toBe(true);
    const told = (await shares()).map((share) => Number.parseInt(share, 10));
    expect(told).toHaveLength(4);
    expect(Math.abs(told.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(2);
  });
});

describe('the table of the shown systems', () => {
  const shared = sharedPage(harness, `?compare=frontier,openai-80k&${PLAIN}`, {
    viewport: DESKTOP,
    alone: true,
  });
  const names = (page: Page) => page.locator('.systems tbody th').allInnerTexts();

  it('is sorted by any column, says on what each figure rests, and is copied', async () => {
    const { page } = shared();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'As a table …' }).click();
    const table = page.getByRole('dialog', { name: 'Side by side' }).getByRole('table');
    await table.waitFor();
    expect(await names(page)).toEqual(['Colossus, 200,000 GPUs', '80,000 GPUs, said of OpenAI', 'Frontier']);
    expect(await table.locator('th[scope=col]').count()).toBe(7);
    expect(await table.locator('th[aria-sort=descending]').innerText()).toMatch(/^GPUs in service/);
    expect(await table.innerText()).toMatch(/documented power[^]*servers at their peak/);
    expect(await findings(page)).toEqual([]);
    await table.getByRole('button', { name: 'Racks' }).click();
    await expect
      .poll(() => names(page))
      .toEqual(['Colossus, 200,000 GPUs', '80,000 GPUs, said of OpenAI', 'Frontier']);
    await table.getByRole('button', { name: 'Racks' }).click();
    await expect.poll(async () => (await names(page))[0]).toBe('Frontier');
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    await page.getByText('The table is on the clipboard.').waitFor();
    const csv = await page.evaluate(() => navigator.clipboard.readText());
    expect(csv.split('\n')[1]).toMatch(/^Frontier,2022-05-31,37888,/);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize(DESKTOP);
    await page.keyboard.press('Escape');
  });
});

describe('the card of a figure, in the element', () => {
  const shared = sharedPage(harness, `embed/?${PLAIN}&figure=days-to-1e26`, {
    viewport: { width: 640, height: 360 },
  });

  it('opens without taking the focus, leads to the figures behind it, and closes with Escape', async () => {
    const { page } = shared();
    await card(page).waitFor();
    expect(await textOf(page)).toContain('29.2 days');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    // A page of the element alone has no landmarks.
    expect((await findings(page)).filter((each) => !each.startsWith('region'))).toEqual([]);
    await card(page)
      .getByRole('button', { name: /BF16, dense/ })
      .click();
    await expect.poll(() => textOf(page)).toContain('989.4 TFLOP/s');
    await expect
      .poll(() =>
        page.evaluate(() => document.querySelector('rack-field')!.shadowRoot!.activeElement?.className),
      )
      .toBe('card');
    await page.keyboard.press('Escape');
    await closed(page);
    await expect.poll(() => address(page).get('figure')).toBeNull();
  });

  it('is there for what is pressed only while the picture is painted by evidence', async () => {
    const { page } = shared();
    await goTo(page, 'site');
    await page.mouse.click(320, 150);
    await drawn(page);
    expect(await card(page).count()).toBe(0);
    await page.evaluate(() => document.querySelector('rack-field')!.setAttribute('overlay', 'evidence'));
    await drawn(page);
    await page.mouse.click(330, 150);
    await card(page).waitFor();
    expect(await textOf(page)).toContain('That it is there:');
    await page.keyboard.press('Escape');
    await closed(page);
  });
});
