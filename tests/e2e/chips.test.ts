import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { difference } from '../harness/picture.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, pictureOf, PLAIN, SMALL } from '../scene/scene.ts';

const harness = harnessForFile({ policy: true });
const NAMES = ['NVIDIA H100 SXM5', 'NVIDIA H200 SXM5', 'NVIDIA B200'];

/** A text with plain spaces. */
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');

/** The labels under the chips: text and middle, once they stand. */
async function labelsOn(page: Page) {
  await page.locator('.chip-labels:visible').waitFor();
  await drawn(page);
  return page.$$eval('.chip-label', (all) =>
    all.map((label) => {
      const { left, right, top } = label.getBoundingClientRect();
      return { text: (label as HTMLElement).innerText, x: (left + right) / 2, left, right, top };
    }),
  );
}

/** What is drawn at a pixel, in short. */
const seenAt = (page: Page, x: number, y: number) =>
  withHandle(
    page,
    async (handle, [px, py]: readonly [number, number]) => {
      const found = await handle.explain(px, py);
      return found && { name: found.name, ids: found.figures.map(({ id }) => id), subject: found.subject };
    },
    [x, y] as const,
  );

/** Leftmost and rightmost pixel of a row of pixels at which a chip is drawn, for each of them. */
const extentsOn = (page: Page, y: number) =>
  withHandle(
    page,
    async (handle, row: number) => {
      const extents: Record<string, [number, number]> = {};
      for (let x = 0; x < window.innerWidth; x += 4) {
        const found = await handle.explain(x, row);
        // GPUs of the racks have an address.
        if (!found || found.subject !== 'gpu' || found.address) continue;
        extents[found.name] ??= [x, x];
        extents[found.name]![1] = x;
      }
      return extents;
    },
    y,
  );

describe('chips side by side', () => {
  const shared = sharedPage(harness, `?view=gpu&compare=h100,h200,b200&day=122&config=100k&${PLAIN}`, {
    ...COARSE,
    viewport: { width: 1280, height: 720 },
    locale: 'en-US',
  });

  it('lie on a bench in all three looks, equally large, each named with its date, and each is explained', async () => {
    const { page } = shared();
    const labels = await labelsOn(page);
    expect(labels.map(({ text }) => text.split('\n')[0])).toEqual(NAMES);
    expect(plain(labels[2]!.text)).toMatch(/As of Mar 2024[^]*192 GB[^]*8 TB\/s[^]*1,000 W/);
    for (const [at, { left }] of labels.entries()) expect(left).toBeGreaterThan(labels[at - 1]?.right ?? 0);
    for (const look of ['model', 'night', 'plan']) {
      expect(await withHandle(page, (handle) => handle.stats().look)).toBe(look);
      const [{ x, top } = { x: 0, top: 0 }] = await labelsOn(page);
      const extents = await extentsOn(page, top - 60);
      expect(Object.keys(extents), look).toEqual(NAMES);
      const widths = Object.values(extents).map(([from, to]) => to - from);
      expect(Math.max(...widths) - Math.min(...widths), look).toBeLessThanOrEqual(12);
      expect(widths[0], look).toBeGreaterThan(60);
      const found = await seenAt(page, x, top - 60);
      expect(found!.ids, look).toEqual(expect.arrayContaining(['h100.memory', 'h100.length']));
      await page.keyboard.press('l');
    }
    expect(new URL(page.url()).searchParams.get('compare')).toBe('h100,h200,b200');
  });

  it('are there as figures, with the gains and the capacity as shipped, and figures() has all that is explained', async () => {
    const { page } = shared();
    const table = page.locator('.chip-table');
    await table.waitFor({ state: 'attached' });
    const text = plain(await page.locator('.plate').textContent());
    expect(text).toMatch(/H100H200B200/);
    expect(text).toMatch(/36\.2%[^]*180 GB/);
    expect(text).toContain('66.7%');
    expect(await table.locator('td').count()).toBe(18);
    expect(text).toMatch(/80 billion[^]*208 billion/);
    const ids = await withHandle(page, async (handle) => (await handle.figures()).map(({ id }) => id));
    for (const id of ['b200.length', 'gb200.dies', 'drawn.bench.length', 'drawn.rule.length'])
      expect(ids).toContain(id);
  });

  it('give the days to 10^26 operations by sliders that the keyboard moves, whatever the configuration', async () => {
    const { page } = shared();
    await page.getByRole('button', { name: 'What is shown' }).click();
    await page.getByRole('button', { name: 'Energy, compute and chips' }).click();
    const dialog = page.getByRole('dialog');
    const output = dialog.locator('output');
    await output.waitFor();
    const answer = async () => plain(await output.innerText());
    expect(await answer()).toMatch(/29\.2 days[^]*derived[^]*10²⁶ FLOP \/ \(100,000 × 989\.4/);
    const precision = dialog.getByRole('slider', { name: 'Precision' });
    await precision.focus();
    await page.keyboard.press('ArrowRight');
    expect(await precision.getAttribute('aria-valuetext')).toBe('FP8');
    expect(await answer()).toMatch(/^14\.6 days/);
    await page.keyboard.press('ArrowLeft');
    const utilisation = dialog.getByRole('slider', { name: 'Utilisation' });
    await utilisation.fill('50');
    expect(await answer()).toMatch(/^23\.4 days/);
    await utilisation.fill('40');
    const gpus = dialog.getByRole('slider', { name: 'Number of GPUs' });
    await gpus.focus();
    await page.keyboard.press('End');
    expect(await gpus.getAttribute('aria-valuetext')).toBe('1,000,000');
    expect(await answer()).toMatch(/^2\.92 days/);
  });

  it('stand beside power, energy and homes of the shown day, each figure with its grade and its source', async () => {
    const { page } = shared();
    const lines = await page
      .locator('.dialog .figure-line')
      .evaluateAll((all) => all.map((line) => (line as HTMLElement).innerText))
      .then((all) => all.map(plain));
    const line = (start: string) => lines.find((text) => text.startsWith(start))!;
    expect(line('Energy in a year')).toMatch(/1\.59 TWh/);
    expect(lines.filter((text) => /FLOP\/J/.test(text)).length).toBeGreaterThanOrEqual(5);
    expect(lines.length).toBeGreaterThan(14);
    for (const text of lines) expect(text).toMatch(/reported|announced|derived|assumed/i);
    for (const text of lines) expect(text.split('\n').length, text).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
  });

  it('leave the accounts of the growth over the timeline, with what is disputed on the day in one sentence', async () => {
    const { page } = shared();
    const accounts = page.locator('.accounts');
    expect(await accounts.locator('li').count()).toBe(4);
    expect(await page.locator('.curves path.curve-line').count()).toBe(3);
    expect(await page.locator('.curves .curve-band').count()).toBe(2);
    expect(await accounts.locator('p').innerText()).toMatch(/100,000 GPUs are announced[^]*63,000/);
    await withHandle(page, (handle) => handle.seek(40));
    await expect.poll(() => accounts.locator('p').innerText()).toContain('no GPUs are announced');
  });

  it('go with a remark on the site’s claim, with its sources', async () => {
    const { page } = shared();
    const note = page.locator('.site-note');
    await expect.poll(() => note.textContent()).toMatch(/A doubling within months[^]*Epoch AI/);
    await withHandle(page, (handle) => handle.goTo('site'));
    await page.locator('.chip-labels').waitFor({ state: 'hidden' });
    await expect.poll(() => page.url()).toMatch(/compare=h100%2Ch200%2Cb200[^]*view=site/);
  });
});

describe('chips that cannot be shown', () => {
  it('get a sentence each, and the element shows the rest', async () => {
    const opened = await harness().open(`embed/?compare=h100,h300,frontier,b200&${PLAIN}`, {
      ...SMALL,
      locale: 'en-US',
    });
    const { page } = opened;
    await page.getByText('There is no chip “h300”').waitFor();
    await page.getByText('are not compared with each other, so “frontier” is left out').waitFor();
    expect(await withHandle(page, (handle) => handle.stats().view)).toBe('gpu');
    const labels = await labelsOn(page);
    expect(labels.map(({ text }) => text.split('\n')[0])).toEqual([NAMES[0], NAMES[2]]);
    const bench = await pictureOf(page, 320, 180);
    await page.evaluate(() => document.querySelector('rack-field')!.setAttribute('compare', ''));
    await page.locator('.chip-labels').waitFor({ state: 'hidden' });
    expect(difference(bench, await pictureOf(page, 320, 180)).share).toBeGreaterThan(0.3);
    assertSilent(opened);
  });
});
