import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { assertSilent, withHandle } from '../harness/browser.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { unfold } from './unfold.ts';
import { chances, drawn } from '../scene/scene.ts';

const harness = harnessForFile({ policy: true }, COARSE);
/** One explorer for most tests, at 1280 x 720. They share its day, view and choices: each sets those that it needs. */
const explorer = sharedPage(harness, '');
const seek = (page: Page, day: number) => withHandle(page, (handle, to: number) => handle.seek(to), day);

const count = async (page: Page, name: string) =>
  Number((await page.locator(`[data-count=${name}]`).first().textContent())?.replaceAll(/\D/g, ''));
const text = async (page: Page, selector: string) => (await page.locator(selector).textContent()) ?? '';
const nothingFocused = (page: Page) =>
  page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());

describe('the counters', () => {
  it('say what the handle says, on the day of the address', async () => {
    const opened = await harness().open('?config=100k&day=122');
    const { page } = opened;
    expect(await text(page, '.title-date')).toBe('2 September 2024');
    expect(await text(page, '.title-day')).toBe('Day 122');
    const stats = await opened.stats();
    expect(await count(page, 'in-service')).toBe(stats.gpus.inService);
    expect(await count(page, 'installed')).toBe(stats.gpus.installed);
    expect(await count(page, 'racks')).toBe(stats.racks.installed);
    expect(await count(page, 'arrays')).toBe(stats.arrays.total);
    expect(await count(page, 'itPower')).toBeGreaterThan(100);
    expect(await text(page, '.milestone-title')).toContain('100,000');
    expect(await page.locator('.milestone a').first().getAttribute('rel')).toContain('noopener');
    assertSilent(opened);
  });

  it('keep their places while the days run', async () => {
    const { page } = explorer();
    await seek(page, 0);
    await page.waitForFunction(() => document.querySelector('.title-day')?.textContent === 'Day 0');
    await unfold(page);
    const widths = () =>
      page.$$eval('.column > *, .ledger dd > *, .headline dd', (all) =>
        all.map((element) => Math.round(element.getBoundingClientRect().width * 10)),
      );
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const before = await widths();
    await seek(page, 200);
    await page.waitForFunction(() => document.querySelector('.title-day')?.textContent === 'Day 200');
    expect(await widths()).toEqual(before);
  });
});

describe('the timeline', () => {
  it('follows a drag, and rests on a whole day', async () => {
    const opened = explorer();
    const { page } = opened;
    await seek(page, 0);
    const box = await page.locator('.chart').boundingBox();
    if (!box) throw new Error('There is no chart');
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2, { steps: 4 });
    const dragged = (await opened.stats()).day;
    expect(dragged).toBeGreaterThan(80);
    await page.mouse.up();
    const { day } = await opened.stats();
    expect(day).toBe(Math.round(dragged));
    expect(await page.getByRole('slider', { name: 'Day' }).getAttribute('aria-valuetext')).toMatch(
      new RegExp(`day ${day}: [\\d,]+ GPUs in service$`),
    );
  });

  it('plays, and pauses where it is', async () => {
    const opened = explorer();
    const { page } = opened;
    await seek(page, 60);
    const spoken = await text(page, '[data-spoken]');
    await page.getByRole('button', { name: 'Play the growth' }).click();
    await expect.poll(async () => (await opened.stats()).day).toBeGreaterThan(61);
    await page.getByRole('button', { name: 'Pause' }).click();
    const { day } = await opened.stats();
    await chances(page, 10);
    expect((await opened.stats()).day).toBe(day);
    await expect.poll(() => text(page, '[data-spoken]')).not.toBe(spoken);
    expect(await text(page, '[data-spoken]')).toContain('GPUs installed');
  });

  it('walks from milestone to milestone with the arrows', async () => {
    const opened = explorer();
    await seek(opened.page, 0);
    await opened.page.getByRole('listbox', { name: 'Milestones' }).focus();
    const days: number[] = [];
    for (let step = 0; step < 3; step++) {
      await opened.page.keyboard.press('ArrowRight');
      days.push((await opened.stats()).day);
    }
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(new Set(days).size).toBe(3);
    expect(await text(opened.page, '.flag')).toContain(await text(opened.page, '.milestone-title'));
  });
});

describe('the keys', () => {
  // From here on stations are gone to at once.
  beforeAll(() => explorer().page.emulateMedia({ reducedMotion: 'reduce' }));

  it('move in time, change the view, and leave typing alone', async () => {
    const opened = explorer();
    const { page } = opened;
    await seek(page, 100);
    const day = async (key: string) => {
      await page.keyboard.press(key);
      return (await opened.stats()).day;
    };
    await nothingFocused(page);
    expect(await day('ArrowRight')).toBe(101);
    expect(await day('ArrowLeft')).toBe(100);
    expect(await day('Shift+ArrowRight')).toBe(131);
    expect(await day('Home')).toBe(0);
    expect(await day('PageDown')).toBeGreaterThan(0);
    expect(await day('End')).toBe(733);
    await page.keyboard.press('3');
    expect((await opened.stats()).view).toBe('hall');
    await page.keyboard.press('r');
    const roof = page.getByRole('switch', { name: 'Roof', includeHidden: true });
    expect(await roof.isChecked()).toBe(true);
    await page.keyboard.press('g');
    await page.getByLabel(/^Number/).fill('');
    await page.keyboard.type('1r');
    expect(await roof.isChecked()).toBe(true);
    expect((await opened.stats()).view).toBe('hall');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('turn the picture, and not the days, while the picture has them', async () => {
    const opened = explorer();
    await seek(opened.page, 100);
    await opened.page.locator('#stage canvas').focus();
    await opened.page.keyboard.press('ArrowLeft');
    expect((await opened.stats()).day).toBe(100);
  });

  it('are all in the help, which Escape closes', async () => {
    const { page } = explorer();
    await nothingFocused(page);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Help' });
    expect(await help.locator('kbd').count()).toBeGreaterThan(30);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  });
});

describe('the choices', () => {
  it('find a GPU by its number, and say so when there is none', async () => {
    const opened = explorer();
    const { page } = opened;
    await page.getByRole('button', { name: 'Find a GPU' }).click();
    const input = page.getByLabel(/^Number/);
    await input.fill('200001');
    await input.press('Enter');
    expect(await text(page, '.find-said')).toContain('“200001” is not a GPU here');
    await input.fill('137,482');
    const address = await text(page, '.find-said');
    expect(address).toMatch(/^hall \d, row \d+, rack \d+, server \d, GPU \d$/);
    await input.press('Enter');
    expect((await opened.stats()).view).toBe('rack');
    expect(await text(page, '.selected')).toContain(address);
    await expect.poll(() => page.url()).toContain('gpu=137482');
  });

  it('change the configuration and the account of it, and the address with them', async () => {
    const opened = explorer();
    const { page } = opened;
    await unfold(page);
    await page.getByRole('radio', { name: '100,000 GPUs' }).check();
    expect((await opened.stats()).racks.compute).toBe(1564);
    await page.getByRole('radio', { name: /Epoch AI/ }).check();
    expect((await opened.stats()).curve).toBe('estimate');
    await expect.poll(() => page.url()).toContain('curve=estimate');
    expect(page.url()).toContain('config=100k');
    await page.getByRole('button', { name: 'Aisle' }).click();
    await expect.poll(() => page.url()).toContain('view=aisle');
  });

  it('shows one dismissable sentence for a value that cannot be used', async () => {
    const opened = await harness().open('?day=soon&overlay=power');
    const { page } = opened;
    expect(await page.locator('.notice').count()).toBe(2);
    expect(await text(page, '.notices')).toContain('soon');
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    expect(await page.locator('.notice').count()).toBe(1);
    expect((await opened.stats()).overlay).toBe('none');
    assertSilent(opened);
  });
});

describe('the scale bar', () => {
  it('is a round length', async () => {
    const { page } = explorer();
    await withHandle(page, (handle) => void handle.goTo('site'));
    await drawn(page);
    const label = (await page.locator('.scale').getAttribute('aria-label')) ?? '';
    expect(label).toMatch(/ [125]0{0,2} m long$/);
    const width = await page.locator('.scale-bar').evaluate((bar) => bar.getBoundingClientRect().width);
    expect(width).toBeGreaterThan(40);
  });
});

describe('small and large screens', () => {
  const sizes = [
    [320, 568],
    [390, 844],
    [568, 320],
    [844, 390],
    [768, 1024],
    [980, 660],
    [1280, 720],
    [1080, 1920],
    [3840, 1080],
  ] as const;

  const resized = sharedPage(harness, '?day=122');

  it.each(sizes)(
    '%i x %i: everything is inside, and half of the height is picture',
    async (width, height) => {
      const { page } = resized();
      await page.setViewportSize({ width, height });
      await drawn(page);
      const outside = await page.$$eval(
        '.explorer :is(button, select, [role=slider], h1, dd)',
        (all, [right, bottom]) =>
          all
            .filter((element) => element.checkVisibility() && !element.closest('.column, .options, .sheet'))
            .map((element) => ({ element, box: element.getBoundingClientRect() }))
            .filter(
              ({ box }) =>
                box.left < -24 || box.top < -1 || box.right > right + 24 || box.bottom > bottom + 1,
            )
            .map(({ element }) => element.className),
        [width, height] as const,
      );
      expect(outside).toEqual([]);
      const timeline = await page.locator('.timeline').boundingBox();
      const bar = await page.locator('.bar, .timeline').last().boundingBox();
      const strip = await page.locator('.strip').evaluateAll((all) => {
        const box = all[0]?.getBoundingClientRect();
        return box && box.width > innerWidth / 2 ? box.bottom : 0;
      });
      const below = Math.min(timeline?.y ?? 0, bar?.y ?? 0);
      expect((below - strip) / height).toBeGreaterThan(0.5);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );

  it('a phone keeps the rest behind one button', async () => {
    const { page } = await harness().open('?day=122', {
      viewport: { width: 390, height: 844 },
      touch: true,
    });
    expect(await page.getByRole('switch', { name: 'Roof' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Details' }).tap();
    expect(await page.getByRole('switch', { name: 'Roof' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Close details' }).tap();
    expect(await page.getByRole('switch', { name: 'Roof' }).isVisible()).toBe(false);
  });
});
