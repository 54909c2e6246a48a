import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import words from '../../assets/languages/en.facade.json' with { type: 'json' };
import stills from '../../assets/stills.json' with { type: 'json' };
import { CONFIGS, MOST_BYTES, SCHEMES, stillFile, stillSource, stillWords } from '../../scripts/stills.ts';
import { assertSilent, type PageOptions } from '../harness/browser.ts';
import { harnessForFile } from '../harness/suite.ts';

const harness = harnessForFile();

/** Mean of each of 64 by 36 blocks of a picture: red, green and blue, 0 to 255. */
const blocks = (page: Page, type: string, bytes: Buffer) =>
  page.evaluate(
    async ([type, base64]) => {
      const image = new Image();
      image.src = `data:image/${type};base64,${base64}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 36 });
      const context = canvas.getContext('2d')!;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, 64, 36);
      return [...context.getImageData(0, 0, 64, 36).data].filter((_, index) => index % 4 < 3);
    },
    [type, bytes.toString('base64')] as const,
  );

/** Largest and mean difference of two lists. */
function apart(a: number[], b: number[]) {
  const each = a.map((value, index) => Math.abs(value - b[index]!));
  return { most: Math.max(...each), mean: each.reduce((sum, value) => sum + value, 0) / each.length };
}

describe('the stills', () => {
  it('have the words of the site as it is', () => {
    expect(stills, 'npm run plates -- --stills').toEqual(stillWords());
    // They also stand in for other days, so they say of which day their counts are.
    expect(stills.configs['100k']).toMatch(/100,000 GPUs .* on September 2, 2024 by its owner’s account/);
    expect(stills.configs['200k']).toMatch(/200,000 GPUs .* on December 3, 2024 by its owner’s account/);
  });

  it('are small, and show what is drawn today', async () => {
    const { page } = await harness().open('about:blank', { ready: false });
    const kept = await Promise.all(
      CONFIGS.flatMap((config) => SCHEMES.map((scheme) => readFile(stillFile(config, scheme)))),
    );
    for (const bytes of kept) expect(bytes.length).toBeLessThanOrEqual(MOST_BYTES);
    const drawn = await blocks(page, 'png', await stillSource(harness(), '200k', 'light'));
    const found = await Promise.all(
      kept.map(async (bytes) => apart(await blocks(page, 'webp', bytes), drawn)),
    );
    const [half, , whole, dark] = found;
    // Compressing alone costs up to 12 and 1.5; another configuration or scheme is farther off, so the limits can tell.
    const limits = { most: 20, mean: 3 };
    expect(whole!.most, 'npm run plates -- --stills').toBeLessThan(limits.most);
    expect(whole!.mean, 'npm run plates -- --stills').toBeLessThan(limits.mean);
    expect(half!.most).toBeGreaterThan(limits.most);
    expect(dark!.mean).toBeGreaterThan(limits.mean);
  });
});

const WINDOW: PageOptions = { viewport: { width: 640, height: 480 }, ready: false };

/** A host page whose element gets no more than its first script until the test lets it go on. */
async function held(element: string, options: PageOptions = {}) {
  const opened = await harness().open('about:blank', { ...WINDOW, ...options });
  const { page } = opened;
  let goOn = () => {};
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route('**/embed-chunks/**', async (route) => {
    await waiting;
    await route.continue();
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
<style>body { margin: 0 } rack-field { display: block; width: 480px; aspect-ratio: 16 / 9 }</style>
<script type="module" src="${harness().at('embed.js')}"></script></head><body>${element}<p>The article goes on.</p></body></html>`;
  await page.goto(harness().offer(`held-${element.length}-${Math.random()}`, html));
  await page.evaluate(() => customElements.whenDefined('rack-field'));
  return { opened, page, goOn };
}

const poster = (page: Page) =>
  page.evaluate(async () => {
    const element = document.querySelector('rack-field')!;
    const frame = element.shadowRoot!.querySelector<HTMLElement>('.frame')!;
    const image = frame.querySelector<HTMLImageElement>('.still')!;
    const text = frame.querySelector<HTMLElement>('.plain')!;
    if (image.src && !image.hidden) await image.decode();
    const [outer, inner] = [element.getBoundingClientRect(), image.getBoundingClientRect()];
    return {
      isWaiting: !frame.querySelector<HTMLElement>('.poster')!.hidden,
      file: image.hidden ? null : image.src.split('/').pop(),
      alt: image.alt,
      plain: text.hidden ? '' : text.textContent,
      isWhole: outer.width === inner.width && outer.height === inner.height,
    };
  });

const plain = 'quality="low" motion="reduce" loading="eager"';

describe('until the first frame', () => {
  it('the still of the configuration is there, of the exact size, and nothing on the page moves', async () => {
    const { opened, page, goOn } = await held(`<rack-field ${plain} config="100k"></rack-field>`);
    expect(await poster(page)).toMatchObject({
      isWaiting: true,
      file: '100k.webp',
      alt: stills.configs['100k'],
      plain: '',
      isWhole: true,
    });
    goOn();
    await expect.poll(async () => (await poster(page)).isWaiting, { timeout: 60_000 }).toBe(false);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    assertSilent(opened);
  });

  it.each([
    ['in the dark', '', { colorScheme: 'dark' as const }, { file: '200k-dark.webp' }],
    [
      'for another day, the facts, with the day of their counts',
      'from="2024-05-03" to="2024-09-02" date="2024-06-01"',
      {},
      { file: null, plain: stills.configs['200k'] },
    ],
    ['for another look, the facts', 'look="night"', {}, { file: null, plain: stills.configs['200k'] }],
    ['for another site, nothing that could be wrong', 'site="/other.json"', {}, { file: null, plain: '' }],
    [
      'the picture that the host names',
      'day="20" poster="/icon.svg" alt="A rack"',
      {},
      { file: 'icon.svg', alt: 'A rack' },
    ],
  ])('%s', async (_name, attributes, options, expected) => {
    const style = '<style>:root { color-scheme: light dark }</style>';
    const { page } = await held(`${style}<rack-field ${attributes} ${plain}></rack-field>`, options);
    expect(await poster(page)).toMatchObject(expected);
  });

  it('what the host has put into the element stays visible instead', async () => {
    const { page, goOn } = await held(`<rack-field ${plain}> <b id="own">A supercomputer</b> </rack-field>`);
    expect(await poster(page)).toMatchObject({ file: null, plain: '' });
    const own = page.locator('#own');
    expect(await own.isVisible()).toBe(true);
    goOn();
    await expect.poll(() => own.isVisible(), { timeout: 60_000 }).toBe(false);
  });

  it('with reveal="interaction" no more than the button is loaded until it is pressed', async () => {
    const { opened, page, goOn } = await held(`<rack-field ${plain} reveal="interaction"></rack-field>`);
    goOn();
    const button = page.getByRole('button', { name: words['facade.begin'] });
    await button.waitFor();
    expect(opened.requests.filter((address) => address.includes('/embed-chunks/'))).toEqual([
      expect.stringContaining('/elementLife-'),
    ]);
    await button.click();
    await expect.poll(async () => (await poster(page)).isWaiting, { timeout: 60_000 }).toBe(false);
    expect(await page.locator('rack-field .begin').isVisible()).toBe(false);
  });
});

describe('without scripts', () => {
  it('embed/ shows the default still and the facts', async () => {
    const opened = await harness().open('embed/', { ...WINDOW, scripts: false });
    const { page } = opened;
    expect(await page.locator('noscript p').textContent()).toBe(stills.configs['200k']);
    const box = await page.locator('noscript img').boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: 640, height: 360 });
    assertSilent(opened);
  });
});
