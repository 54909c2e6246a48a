import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { assertSilent, type Opened } from '../harness/browser.ts';
import type { Rackfield } from '../harness/handle.ts';
import { hostPage } from '../harness/serve.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { chances, SMALL } from '../scene/scene.ts';

const harness = harnessForFile({}, COARSE);

type Element = HTMLElement & Rackfield & { load(): Promise<void> } & Record<string, unknown>;

const PLAIN = 'controls quality="low" motion="reduce" loading="eager"';
const THE_122 = 'from="2024-05-03" to="2024-09-02"';
let pages = 0;

type Size = readonly [width: number, height: number];
const SIZE: Size = [320, 180];

/** Address of a page of somebody else with one element of a size. */
function addressOf(attributes: string, [width, height] = SIZE, inside = ''): string {
  const body = `<rack-field style="width: ${width}px; height: ${height}px" ${PLAIN} ${attributes}>${inside}</rack-field>`;
  const page = hostPage(body, `<script type="module" src="${harness().at('embed.js')}"></script>`);
  return harness().offer(`dates-${pages++}`, page);
}

/** Such a page, once it is drawn. */
async function open(attributes: string, size = SIZE, inside = ''): Promise<Opened> {
  const opened = await harness().open(addressOf(attributes, size, inside), { ...SMALL, ready: false });
  await resize(opened.page, size);
  await use(opened.page, (element) => element.load());
  return opened;
}

/** Gives the window room for an element of this size. */
const resize = (page: Page, [width, height]: Size) =>
  page.setViewportSize({ width: Math.max(width, SIZE[0]), height: Math.max(height, SIZE[1]) });

const shared = sharedPage(harness, () => addressOf(''), { ...SMALL, ready: false });
beforeAll(() => use(shared().page, (element) => element.load()));

/** The page that tests share, its element with these attributes beside those of {@link PLAIN}, as if just opened. */
async function show(attributes: Record<string, string> = {}, size = SIZE): Promise<Page> {
  const { page } = shared();
  await resize(page, size);
  // What a handle has chosen goes when the attribute comes and goes, not in one step.
  await use(page, (element) => {
    for (const [name, value] of [
      ['day', '1'],
      ['view', 'hall'],
      ['curve', 'power'],
    ] as const)
      element.setAttribute(name, value);
  });
  await page.evaluate(
    ([given, [width, height]]) => {
      const element = document.querySelector<HTMLElement>('rack-field')!;
      for (const name of ['day', 'date', 'view', 'curve', 'from', 'to', 'dir']) element.removeAttribute(name);
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
    },
    [attributes, size] as const,
  );
  await chances(page, 3);
  return page;
}

/** Runs a function in the page with its element. */
function use<Result>(page: Page, task: (element: Element) => Result | Promise<Result>): Promise<Result> {
  return page.evaluate(`(async () => {
    await customElements.whenDefined('rack-field');
    return (${task.toString()})(document.querySelector('rack-field'));
  })()`);
}

const dayOf = (page: Page) => use(page, (element) => element.stats().day);
const noticesOf = (page: Page) =>
  use(page, (element) =>
    [...element.shadowRoot!.querySelectorAll('.notice')].map(({ textContent }) => textContent),
  );
const focusSlider = (page: Page) =>
  use(page, (element) => element.shadowRoot!.querySelector<HTMLElement>('.days')!.focus());

describe('keys of the slider', () => {
  it('reach every date: a day, a month and the ends of the span', async () => {
    const page = await show({ from: '2024-06-10', to: '2024-09-02', date: '2024-07-31' });
    await focusSlider(page);
    const dates: string[] = [];
    for (const key of [
      ...['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'PageUp', 'PageUp'],
      ...['PageDown', 'Home', 'ArrowLeft', 'PageUp', 'End', 'ArrowRight'],
    ]) {
      await page.keyboard.press(key);
      dates.push(await use(page, (element) => element.stats().date));
    }
    expect(dates).toEqual([
      ...['2024-08-01', '2024-08-02', '2024-08-01', '2024-07-31', '2024-08-31', '2024-09-02'],
      ...['2024-08-02', '2024-06-10', '2024-06-10', '2024-07-10', '2024-09-02', '2024-09-02'],
    ]);
  });

  it('follow the direction of a page that is written from right to left', async () => {
    const page = await show({ dir: 'rtl', day: '100' });
    await focusSlider(page);
    await page.keyboard.press('ArrowLeft');
    expect(await dayOf(page)).toBe(101);
  });
});

describe('from and to', () => {
  it('are the ends of the slider, of every move, and of the address', async () => {
    const opened = await open(THE_122);
    const { page } = opened;
    const slider = () =>
      use(page, (element) => {
        const { min, max, value } = element.shadowRoot!.querySelector<HTMLInputElement>('.days')!;
        return [min, max, value].map(Number);
      });
    expect(await slider()).toEqual([0, 122, 122]);
    await expect(use(page, (element) => element.seek('2025-01-01'))).rejects.toThrow(
      'found 2025-01-01, expected a day from 0 to 122',
    );
    expect(await dayOf(page)).toBe(122);
    expect(await noticesOf(page)).toEqual([]);
    await use(page, (element) => {
      element.from = '2024-07-03';
      element.day = '3';
    });
    expect(await slider()).toEqual([61, 122, 61]);
    expect(await noticesOf(page)).toEqual([expect.stringContaining('2024-07-03')]);
    await use(page, (element) => {
      element.removeAttribute('day');
      element.removeAttribute('from');
      element.removeAttribute('to');
    });
    expect(await slider()).toEqual([0, 733, 214]);
    assertSilent(opened);
  });

  it('may be set one after the other, whatever they were, and are judged together', async () => {
    const opened = await open(THE_122);
    const { page } = opened;
    await use(page, (element) => {
      element.from = '2024-12-03';
      element.to = '2025-02-17';
    });
    expect(await use(page, (element) => [element.stats().day])).toEqual([214]);
    expect(await noticesOf(page)).toEqual([]);
    await use(page, (element) => {
      element.to = '2024-11-01';
    });
    expect(await noticesOf(page)).toEqual([expect.stringContaining('2024-11-01')]);
    await use(page, (element) => {
      element.to = 'soon';
    });
    expect(await noticesOf(page)).toEqual([expect.anything(), expect.stringContaining('soon')]);
    assertSilent(opened);
  });

  it('bound the play, which starts at the first day and stops at the last', async () => {
    const opened = await open('from="2024-07-03" to="2024-07-22" play="1"');
    const { page } = opened;
    await page.waitForFunction(() => document.querySelector<Element>('rack-field')!.stats().day === 80);
    const days = await use(page, async (element) => {
      const ended = new Promise((resolve) => element.addEventListener('pause', resolve, { once: true }));
      const heard: number[] = [];
      element.addEventListener('daychange', (event) => heard.push((event as CustomEvent).detail.day));
      await element.play();
      heard.push(element.stats().day);
      await ended;
      return heard;
    });
    expect(Math.min(...days)).toBe(61);
    expect(Math.max(...days)).toBe(80);
    assertSilent(opened);
  });

  it('are kept in the address of the explorer, whose slider has the same ends', async () => {
    const opened = await harness().open('?from=2024-05-03&to=2024-09-02&quality=low&motion=reduce', SMALL);
    const { page } = opened;
    await page.locator('[role=slider][aria-valuemax="122"]').waitFor({ state: 'attached' });
    await page.evaluate(() => (window as unknown as { rackfield: Rackfield }).rackfield.seek(61));
    await page.waitForURL(/day=61/);
    expect(page.url()).toContain('from=2024-05-03&to=2024-09-02');
    await page.keyboard.press('End');
    await page.waitForURL((url) => !url.search.includes('day='));
    assertSilent(opened);
  });
});

/** Collects what the element's live region says from now on, with the time of each. */
const listen = (page: Page) =>
  use(page, (element) => {
    const region = element.shadowRoot!.querySelector('.spoken')!;
    const heard: [number, string][] = [];
    (window as unknown as { heard: typeof heard }).heard = heard;
    new MutationObserver(() => heard.push([performance.now(), region.textContent ?? ''])).observe(region, {
      childList: true,
    });
  });
const heardBy = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: [number, string][] }).heard);
const waitHeard = (page: Page, count: number) =>
  page.waitForFunction((count) => (window as unknown as { heard: unknown[] }).heard.length >= count, count);

describe('a screen reader', () => {
  it('is told view, day and counts once after they have changed', async () => {
    const opened = await open('day="100"');
    const { page } = opened;
    await listen(page);
    await use(page, (element) => {
      for (const day of [5, 60, 122]) element.seek(day);
    });
    await waitHeard(page, 1);
    await use(page, (element) => {
      element.goTo('hall');
      element.seek(122);
    });
    await waitHeard(page, 2);
    const texts = (await heardBy(page)).map(([, text]) => text);
    expect(texts[0]).toMatch(/^Site\. .*2024: 100,000 GPUs in service of 100,000 installed$/);
    expect(texts[1]).toMatch(/^Hall\. /);
    expect(texts).toHaveLength(2);
    assertSilent(opened);
  });

  it('hears at most one text a second while the growth plays, and each once', async () => {
    const opened = await open('motion="full" from="2024-08-01" day="95"');
    const { page } = opened;
    await listen(page);
    await use(page, (element) => element.play());
    await waitHeard(page, 3);
    await use(page, (element) => element.pause());
    const heard = await heardBy(page);
    const gaps = heard.slice(1).map(([time], at) => time - heard[at]![0]);
    for (const gap of gaps) expect(gap).toBeGreaterThan(990);
    expect(new Set(heard.map(([, text]) => text)).size).toBe(heard.length);
    assertSilent(opened);
  });

  it('hears a day that the focused slider tells from the slider alone, and from no other region', async () => {
    const opened = await open('day="100"');
    const { page } = opened;
    await listen(page);
    await focusSlider(page);
    await page.keyboard.press('ArrowRight');
    await use(page, () => new Promise((resolve) => setTimeout(resolve, 0)));
    await use(page, (element) => element.goTo('hall'));
    await waitHeard(page, 1);
    const texts = (await heardBy(page)).map(([, text]) => text);
    expect(texts).toEqual([expect.stringMatching(/^Hall\. .*12 Aug|^Hall\. Aug 12/)]);
    const live = await use(page, (element) =>
      [...element.shadowRoot!.querySelectorAll('[role=status], [aria-live], output')].map(
        ({ className }) => className,
      ),
    );
    expect(live.sort()).toEqual(['notices', 'spoken']);
    const told = await use(page, (element) =>
      element.shadowRoot!.querySelector('.days')!.getAttribute('aria-valuetext'),
    );
    expect(told).toContain('GPUs in service');
    assertSilent(opened);
  });
});

/** Text of the caption, whether it is folded, and heights: of the bar and of the picture. */
const captionOf = (page: Page) =>
  use(page, (element) => {
    const root = element.shadowRoot!;
    const bar = root.querySelector('.controls')!;
    return {
      text: root.querySelector('.caption-text')!.textContent,
      account: root.querySelector('.caption-name')?.textContent,
      isFolded: root.querySelector('.caption details') !== null,
      isInBar: bar.querySelector('.caption') !== null,
      links: [...root.querySelectorAll<HTMLAnchorElement>('.caption a')].map(({ href }) => href),
      share: bar.getBoundingClientRect().height / element.getBoundingClientRect().height,
    };
  });

describe('the caption', () => {
  it('says whose account is shown, its source, and the credit of Epoch AI for its estimate', async () => {
    const opened = await open('', [800, 450]);
    const { page } = opened;
    const claimed = await captionOf(page);
    expect(claimed).toMatchObject({ isFolded: false, isInBar: true });
    expect(claimed.text).toMatch(/^Claimed by the owner\. Source: xAI, .*20\d\d/);
    await use(page, (element) => {
      element.curve = 'estimate';
      element.seek(214);
    });
    const estimate = await captionOf(page);
    expect(estimate.text).toMatch(/^Estimated by Epoch AI\. Source: Epoch AI, .*CC BY 4\.0.*2026/);
    expect(estimate.links).toEqual(['https://epoch.ai/data/data-centers']);
    await use(page, (element) => element.seek(80));
    expect((await captionOf(page)).text).toMatch(/Source: Teslarati.*Epoch AI, .*CC BY 4\.0\.$/);
    await use(page, (element) => {
      element.curve = 'power';
    });
    const power = (await captionOf(page)).text!;
    expect(power).toMatch(/^Fed by documented power\. Source: /);
    expect(power).not.toContain('Epoch');
    assertSilent(opened);
  });

  it.each([
    [640, 360],
    [390, 844],
    [390, 219],
    [200, 300],
  ])('is folded in a bar of at most a fifth of a picture of %d by %d pixels', async (width, height) => {
    const page = await show({}, [width, height]);
    const caption = await captionOf(page);
    expect(caption).toMatchObject({ isFolded: true, account: 'Claimed by the owner' });
    expect(caption.share).toBeLessThanOrEqual(0.2);
    const slider = await use(
      page,
      (element) => element.shadowRoot!.querySelector('.days')!.getBoundingClientRect().width,
    );
    expect(slider).toBeGreaterThanOrEqual(60);
    await page.locator('rack-field summary').click();
    const place = await use(page, (element) => {
      const [outer, inner] = [element, element.shadowRoot!.querySelector('.caption-text')!].map((each) =>
        each.getBoundingClientRect(),
      );
      return inner!.top >= outer!.top && inner!.right <= outer!.right + 1 && inner!.height > 0;
    });
    expect(place).toBe(true);
    expect((await captionOf(page)).share).toBe(caption.share);
  });

  it.each([
    ['in a wide picture', {}, [800, 450]],
    ['in a phone', {}, [390, 844]],
    ['in a low picture', {}, [390, 219]],
    ['where it is too long for a line', { curve: 'estimate', day: '80' }, [500, 500]],
  ] as const)('comes without moving anything, %s', async (_, attributes, size) => {
    const page = await show(attributes, size);
    const places = () =>
      use(page, (element) =>
        ['.controls', '.play', '.days', '.day', '.count'].map((part) => {
          const { x, y, width, height } = element.shadowRoot!.querySelector(part)!.getBoundingClientRect();
          return [x, y, width, height];
        }),
      );
    const withCaption = await places();
    const caption = page.locator('rack-field .caption');
    await caption.evaluate((shown: HTMLElement) => {
      shown.style.display = 'none';
    });
    expect(await caption.isVisible()).toBe(false);
    expect(await places()).toEqual(withCaption);
    await caption.evaluate((shown: HTMLElement) => shown.removeAttribute('style'));
  });

  it('is a line at the lower edge where there are no controls, and gives way to the slot', async () => {
    const opened = await open('', [800, 450], '<em slot="caption">Our own words</em>');
    const { page } = opened;
    const seen = () => page.locator('rack-field em').isVisible();
    expect([await seen(), await page.locator('rack-field .caption-text').isVisible()]).toEqual([true, false]);
    await use(page, (element) => {
      element.removeAttribute('controls');
      element.replaceChildren();
    });
    await page.locator('rack-field .frame > .caption .caption-text').waitFor();
    const box = await page.locator('rack-field .caption').boundingBox();
    const picture = await page.locator('rack-field').boundingBox();
    expect(box!.y + box!.height).toBeCloseTo(picture!.y + picture!.height, 0);
    assertSilent(opened);
  });
});
