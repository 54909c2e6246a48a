import { describe, expect, it } from 'vitest';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { drawn, goTo, seek } from '../scene/scene.ts';
import { findings } from './axe.ts';
import { fold, unfold } from './unfold.ts';

const harness = harnessForFile({}, COARSE);
const DESKTOP = { width: 1280, height: 720 };
const explorer = sharedPage(harness, '?day=122&quality=low', { viewport: DESKTOP, reducedMotion: true });

describe('axe', () => {
  it('can find something', async () => {
    const { page } = explorer();
    await page.evaluate(() => document.body.append(document.createElement('button')));
    expect((await findings(page)).join()).toContain('button-name');
    await page.evaluate(() => document.body.lastElementChild?.remove());
  });

  describe.each(['model', 'plan'])('with a GPU chosen and a sentence shown', (look) => {
    const opened = sharedPage(
      harness,
      `?day=100&gpu=137482&look=${look}&overlay=evidence&wheel=none&quality=low`,
    );

    it.each([
      [1280, 720],
      [390, 844],
      [844, 390],
    ])(`finds nothing in the ${look} at %i x %i`, async (width, height) => {
      const { page } = opened();
      await page.setViewportSize({ width, height });
      await drawn(page);
      expect(await page.locator('.notice').count()).toBe(1);
      expect(await findings(page)).toEqual([]);
      await unfold(page);
      expect(await findings(page)).toEqual([]);
      await fold(page);
    });
  });

  it('finds nothing at night, nor on a dark page', async () => {
    const { page } = await harness().open('?day=100&gpu=137482&look=night&quality=low');
    await unfold(page);
    expect(await findings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('radio', { name: 'Day' }).check({ force: true });
    expect(await findings(page)).toEqual([]);
  });

  it.each(['server', 'gpu'])('finds nothing beside the name plate of a %s', async (view) => {
    const { page } = explorer();
    await goTo(page, view);
    await unfold(page);
    await page.locator('.plate a').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await fold(page);
    await goTo(page, 'site');
  });

  it('finds nothing in the sheet of a phone', async () => {
    const { page } = explorer();
    await page.setViewportSize({ width: 320, height: 568 });
    await page.getByRole('button', { name: 'Details' }).click();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize(DESKTOP);
  });

  it.each([
    ['Find a GPU', 'Find a GPU'],
    ['Help and keys', 'Help'],
    ['Milestones and sources', 'Milestones and sources'],
  ])('finds nothing in the window behind “%s”, which gives the focus back', async (button, title) => {
    const { page } = explorer();
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('dialog', { name: title }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(button);
  });

  it('finds nothing in the window with energy, compute and chips', async () => {
    const { page } = explorer();
    await unfold(page);
    await page.getByRole('button', { name: 'Energy, compute and chips' }).click();
    await page.getByRole('dialog').locator('.chip-table').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await fold(page);
  });

  it('finds nothing where there is no WebGL, and the facts are there as text', async () => {
    const { page } = await harness().open('?config=100k&day=122', {
      ready: false,
      before: () => {
        HTMLCanvasElement.prototype.getContext = () => null;
      },
    });
    await page.locator('.text').waitFor();
    expect(await page.locator('[data-count=in-service]').textContent()).toBe('100,000');
    expect(await page.locator('.story li').count()).toBeGreaterThan(15);
    expect(await findings(page)).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('reaches every control, in the order of reading', async () => {
    const { page } = explorer();
    await unfold(page);
    const reached = new Set<string>();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return '';
        const label = element.closest('label')?.textContent;
        return element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
      });
      reached.add(name.trim());
    }
    for (const name of [
      'Find a GPU',
      'Help and keys',
      'Roof',
      'Play the growth',
      'Milestones',
      'Day',
      'Speed',
    ])
      expect(reached, name).toContain(name);
    expect([...reached].some((name) => name.endsWith('Hall'))).toBe(true);
  });

  it('sees fingers: every control is at least 44 px', async () => {
    const { page } = explorer();
    for (const viewport of [{ width: 320, height: 568 }, DESKTOP]) {
      await page.setViewportSize(viewport);
      await drawn(page);
      const details = page.getByRole('button', { name: 'Details' });
      if (await details.isVisible()) await details.click();
      await unfold(page);
      const small = await page.$$eval('.explorer :is(button, select, input, [role=slider])', (all) =>
        all
          .filter((element) => element.checkVisibility())
          .filter((element) => {
            const { width, height } = element.getBoundingClientRect();
            return width < 43.9 || height < 43.9;
          })
          .map((element) => element.getAttribute('aria-label') ?? element.textContent),
      );
      expect(small).toEqual([]);
    }
  });
});

describe('moods of the system', () => {
  it('reduced motion jumps from milestone to milestone', async () => {
    const opened = explorer();
    const { page } = opened;
    await seek(page, 0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await expect.poll(async () => (await opened.stats()).motion).toBe('full');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(async () => (await opened.stats()).motion).toBe('reduce');
    await page.getByRole('button', { name: 'Play the growth' }).click();
    await expect.poll(async () => (await opened.stats()).day).toBeGreaterThan(0);
    const { day } = await opened.stats();
    expect(day).toBe(Math.round(day));
    await page.getByRole('button', { name: 'Pause' }).click();
  });

  it('forced colours keep the counters, the handle and the chosen options apart', async () => {
    const { page } = explorer();
    await page.emulateMedia({ forcedColors: 'active' });
    const [column, handle] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.column') as Element).borderTopStyle,
      getComputedStyle(document.querySelector('.handle') as Element, '::before').backgroundColor,
    ]);
    expect(column).toBe('solid');
    expect(handle).toBe('rgb(242, 100, 25)');
    await page.emulateMedia({ forcedColors: 'none' });
  });
});
