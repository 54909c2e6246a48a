import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import oneChip from '../../assets/stories/one-chip.json' with { type: 'json' };
import { withHandle } from '../harness/browser.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn } from '../scene/scene.ts';

const harness = harnessForFile({ policy: true });
const QUICK = 'quality=low&motion=reduce';

const goTo = (page: Page, story: string, step: string | number) =>
  withHandle(page, (handle, [id, at]: readonly [string, string | number]) => handle.goToStep(id, at), [
    story,
    step,
  ] as const);
const stateOf = (page: Page) =>
  withHandle(page, (handle) => {
    const { frame, memory, contextLosses, ...state } = handle.stats();
    return state;
  });
const indexOf = async (page: Page) => (await stateOf(page)).stepIndex;

/** Boxes of the panel, and of what lies around it; CSS pixels. */
const boxesOf = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('rack-field')?.shadowRoot ?? document;
    const box = (selector: string) => {
      const { left, top, right, bottom } = root.querySelector(selector)!.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const title = getComputedStyle(root.querySelector('.telling-title')!);
    return {
      panel: box('.telling'),
      previous: box('.telling-previous'),
      next: box('.telling-next'),
      text: box('.telling-text'),
      type: `${title.fontSize} ${title.fontFamily} ${title.color}`,
    };
  });

describe('a story in the element', () => {
  const shared = sharedPage(harness, `embed/?story=one-chip&step=server&${QUICK}`, {
    viewport: { width: 320, height: 240 },
  });
  const { steps } = oneChip;

  it('is told in words, and moved by its buttons from the keyboard, which keep the focus', async () => {
    const { page } = shared();
    await expect.poll(() => page.locator('.telling-title').textContent()).toBe(steps[2]!.title);
    expect((await stateOf(page)).mode).toBe('embed');
    expect(await page.locator('.telling-text').textContent()).toBe(steps[2]!.text);
    expect(await page.locator('.telling-count').textContent()).toBe('3 of 10');
    await page.getByRole('button', { name: 'Next step' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.telling-count').textContent()).toBe('4 of 10');
    await page.keyboard.press('Space');
    await expect.poll(() => indexOf(page)).toBe(4);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.telling-title').textContent()).toBe(steps[3]!.title);
    await goTo(page, 'one-chip', steps.length - 1);
    const next = page.getByRole('button', { name: 'Next step' });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await next.press('Enter');
    expect(await indexOf(page)).toBe(steps.length - 1);
  });

  it('writes title and text into its live region once for each step', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 0);
    const written = await withHandle(page, async (handle) => {
      const region = document
        .querySelector('rack-field')!
        .shadowRoot!.querySelector('.telling [aria-live=polite]')!;
      let changes = 0;
      const observer = new MutationObserver((records) => {
        changes += records.filter(({ addedNodes }) => addedNodes.length > 0).length;
      });
      observer.observe(region, { childList: true, characterData: true, subtree: true });
      for (let at = 0; at < 3; at++) await handle.next();
      // The figure comes later, and is not part of the region.
      const { figures } = { figures: await handle.figures() };
      for (let at = 0; at < 5; at++) await new Promise((resolve) => requestAnimationFrame(resolve));
      observer.disconnect();
      return { changes, hasFigures: figures.length > 0 };
    });
    expect(written).toEqual({ changes: 6, hasFigures: true });
  });

  it('lies inside of the picture and takes at most half of it, at widths of 320 and 280, both directions and forced colours', async () => {
    const { page } = shared();
    await goTo(page, 'one-chip', 'array');
    for (const [width, height] of [
      [320, 240],
      [280, 200],
    ] as const) {
      await page.setViewportSize({ width, height });
      await drawn(page);
      const { panel, previous, next, text } = await boxesOf(page);
      expect(panel.left).toBeGreaterThanOrEqual(0);
      expect(panel.right).toBeLessThanOrEqual(width);
      expect((panel.bottom - panel.top) / height, `${width}`).toBeLessThanOrEqual(0.5);
      expect(panel.top).toBeGreaterThan(0);
      expect(text.bottom).toBeLessThanOrEqual(panel.bottom);
      expect(next.left).toBeGreaterThanOrEqual(previous.right);
      expect(next.right - next.left).toBeGreaterThanOrEqual(24);
    }
    const turn = (to: 'ltr' | 'rtl') =>
      page.locator('.telling').evaluate((panel, dir) => panel.setAttribute('dir', dir), to);
    await turn('rtl');
    const { previous, next } = await boxesOf(page);
    expect(next.right).toBeLessThanOrEqual(previous.left);
    await turn('ltr');
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await page.locator('.telling').evaluate((panel) => getComputedStyle(panel).borderTopWidth)).toBe(
      '1px',
    );
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 320, height: 240 });
  });

  it('looks the same in a page whose styles mean to change everything', async () => {
    const { page } = shared();
    await drawn(page);
    const before = await boxesOf(page);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '*, *::before { all: unset !important; font: 40px serif !important; color: red !important }',
      );
      document.adoptedStyleSheets = [sheet];
      for (const box of document.querySelectorAll<HTMLElement>('html, body, rack-field'))
        box.style.setProperty('display', 'block', 'important');
    });
    const { type } = await boxesOf(page);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
    expect(type).toBe(before.type);
  });

  it('has no words after it was ended', async () => {
    const { page } = shared();
    await withHandle(page, (handle) => handle.goTo('hall'));
    expect(await page.locator('.telling').isHidden()).toBe(true);
  });
});

describe('a story in the explorer', () => {
  const shared = sharedPage(
    harness,
    `?view=hall&look=night&day=100&config=100k&overlay=phase&to=2024-12-03&compare=frontier&${QUICK}`,
    { ...COARSE, viewport: { width: 1280, height: 720 } },
  );

  it('is found in a list, moves by keys, and leaving it brings back what was there', async () => {
    const { page } = shared();
    const before = await stateOf(page);
    expect(before).toMatchObject({ mode: 'explore', view: 'hall', day: 100 });
    expect(before.campuses).toHaveLength(2);
    const { search } = new URL(page.url());
    const begin = async () => {
      const button = page.getByRole('button', { name: 'Stories …' });
      if (!(await button.isVisible())) await page.getByRole('button', { name: 'What is shown' }).click();
      await button.click();
      await page.getByRole('button', { name: 'How big is it?' }).click();
      await expect.poll(() => page.locator('.telling-title').textContent()).toBe('Beside a person');
    };
    await begin();
    expect(await stateOf(page)).toMatchObject({
      story: 'how-big',
      view: 'rack',
      look: 'model',
      overlay: 'none',
    });
    await page.locator('body').press('PageDown');
    await page.locator('body').press('PageDown');
    await page.locator('body').press('PageUp');
    await expect.poll(() => page.locator('.telling-count').textContent()).toBe('2 of 13');
    await expect.poll(() => page.locator('.telling-value').textContent()).toBe('2,346 m');
    await goTo(page, 'how-big', 'science');
    await page.getByRole('button', { name: 'Leave the story' }).click();
    expect(await stateOf(page)).toEqual(before);
    expect(await page.locator('.telling').count()).toBe(0);
    await page.waitForURL((url) => url.search === search);
  });

  it('brings back where the eye was', async () => {
    const { page } = shared();
    const eye = () => new URL(page.url()).searchParams.get('camera');
    await page.locator('#stage canvas').press('+');
    await expect.poll(eye).toMatch(/^-?[\d.]+,/);
    const before = eye();
    await goTo(page, '122-days', 'filling');
    await page.waitForURL(/story=122-days/);
    await page.getByRole('button', { name: 'Leave the story' }).click();
    await page.waitForURL((url) => !url.search.includes('story'));
    expect(eye()).toBe(before);
  });

  it('has its words and buttons in a window of 320 pixels, with part of the picture free', async () => {
    const { page } = shared();
    await page.setViewportSize({ width: 320, height: 568 });
    await goTo(page, '122-days', 'disputed');
    await expect.poll(() => page.locator('.telling-title').textContent()).toBe('What is disputed');
    const { panel, text, next } = await boxesOf(page);
    expect([panel.left, panel.right]).toEqual([0, 320]);
    expect(text.right).toBeLessThanOrEqual(320);
    expect(next.right).toBeLessThanOrEqual(320);
    const strip = await page.locator('.strip').boundingBox();
    expect(panel.top - (strip!.y + strip!.height)).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Leave the story' }).click();
    expect((await stateOf(page)).story).toBeUndefined();
  });
});
