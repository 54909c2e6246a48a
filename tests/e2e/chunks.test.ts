import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { translatedTags } from '../../scripts/languageType.ts';
import { root } from '../../scripts/install.mjs';
import { comparedSites } from '../../src/model/comparedSites.ts';
import { MOST_SYSTEMS } from '../../src/modes/documents/readCompare.ts';
import { shippedStories } from '../../src/stories/shipped.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { assertSilent, type Opened, waitReady, withHandle } from '../harness/browser.ts';
import { hostPage, sandboxPage } from '../harness/serve.ts';
import { harnessForFile } from '../harness/suite.ts';
import { chances, drawn, SMALL } from '../scene/scene.ts';

/** The same build under another path, as a second version on another page. */
const harness = harnessForFile({ mounts: { '/older': join(root, 'dist') } });
const chunksIn = (folder: string) =>
  readdirSync(join(root, 'dist', folder)).filter((name) => name.endsWith('.js'));
/** Words of pages, which the element never says. */
const OF_PAGES = /\.(editor|exhibit|explorer|facade|remote|speaker|staff|stage)-/;
const asked = ({ requests }: Opened, part: string) => requests.filter((address) => address.includes(part));
let pages = 0;

const set = (where: Page | Frame, name: string, value: string) =>
  where.evaluate(([name, value]) => document.querySelector('rack-field')!.setAttribute(name, value), [
    name,
    value,
  ] as const);

/** Writes the details of all elements' `error` events into `window.heard`; for the page, before its scripts. */
function hear() {
  const heard: unknown[] = [];
  Object.assign(window, { heard });
  document.addEventListener(
    'error',
    (event) => {
      if (event instanceof CustomEvent) heard.push(event.detail);
    },
    true,
  );
}

/** Those details, once there are so many. */
async function heard(page: Page, count: number): Promise<unknown[]> {
  const all = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  await expect.poll(async () => (await all()).length, { timeout: 20_000 }).toBe(count);
  return all();
}

/** Whether the picture of a page's only element is drawn, once it says so. */
const isShown = (page: Page) =>
  page.evaluate(async () => {
    const element = document.querySelector('rack-field') as unknown as { stats(): { ready: boolean } };
    while (!document.querySelector('rack-field')!.shadowRoot!.querySelector('canvas'))
      await new Promise(requestAnimationFrame);
    await new Promise((resolve) =>
      document.querySelector('rack-field')!.addEventListener('load', resolve, { once: true }),
    );
    return element.stats().ready;
  });

describe('code that is loaded later', () => {
  it.each([
    ['as modules on a page', 'embed-chunks', (address: string) => address],
    [
      'as classic scripts in a sandboxed frame',
      'embed-chunks/classic',
      (address: string) => harness().offer(`sandbox-${pages++}`, sandboxPage(address)),
    ],
  ])('comes %s, every chunk of the build', { timeout: 240_000 }, async (_way, folder, pageWith) => {
    const address = harness().at('embed/?look=night&quality=high&motion=reduce&day=122&site=none.json');
    const opened = await harness().open(pageWith(address), { ...SMALL, ready: false });
    const where = opened.page.frames().at(-1)!;
    await waitReady(where);
    await drawn(where);
    // The passes are there; all that follows needs none of them.
    await set(where, 'quality', 'low');
    await withHandle(where, (handle) => handle.goTo('gpu', { gpu: 77 }));
    expect(await withHandle(where, (handle) => handle.explain(240, 135))).not.toBeNull();
    // Beside the notice about the site document that is not there.
    await opened.page.mouse.move(290, 100);
    await set(where, 'overlay', 'evidence');
    await set(where, 'look', 'plan');
    await set(where, 'figure', 'h100.memory');
    await drawn(where);
    await set(where, 'compare', 'h100,b200');
    await expect
      .poll(() => ['/chips-', '/chipLabels-'].every((name) => asked(opened, name).length > 0), {
        timeout: 20_000,
      })
      .toBe(true);
    expect(await withHandle(where, (handle) => handle.explain(160, 60))).not.toBeNull();
    const systems = Object.keys(comparedSites);
    for (const ids of [systems.slice(0, MOST_SYSTEMS), systems.slice(MOST_SYSTEMS)]) {
      await set(where, 'compare', ids.join(','));
      const shown = () => withHandle(where, (handle) => handle.stats().campuses.map(({ id }) => id));
      await expect.poll(shown, { timeout: 20_000 }).toEqual(['colossus', ...ids]);
    }
    await withHandle(where, (handle, site) => handle.setSite(site), generatedSite(1000));
    for (const story of Object.keys(shippedStories)) {
      await set(where, 'story', story);
      await expect.poll(() => asked(opened, `/${story}-`).length, { timeout: 20_000 }).toBeGreaterThan(0);
    }
    for (const tag of translatedTags()) await set(where, 'lang', tag);
    const came = () =>
      asked(opened, `/${folder}/`)
        .map((each) => each.slice(each.lastIndexOf('/') + 1))
        .filter((name) => name.endsWith('.js'));
    await expect
      .poll(() => chunksIn(folder).filter((name) => !came().includes(name) && !OF_PAGES.test(name)), {
        timeout: 20_000,
      })
      .toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

describe('an element whose picture cannot be loaded', () => {
  const SCRIPTS = {
    'embed.js': '<script type="module" src="embed.js"></script>',
    'embed.classic.js': '<script defer src="embed.classic.js"></script>',
  } as const;

  /** A page with one element, whose `error` events are counted in `window.heard`. */
  async function failing(file: keyof typeof SCRIPTS, isGone: () => boolean) {
    const opened = await harness().open('about:blank', { ...SMALL, ready: false, alone: true });
    await opened.page.route(/\/picture-/, (route) => (isGone() ? route.abort() : route.continue()));
    await opened.page.addInitScript(hear);
    const body =
      '<rack-field motion="reduce" quality="low"><p>A hall of racks</p></rack-field><div style="height: 3000px"></div>';
    const script = SCRIPTS[file].replace(file, harness().at(file));
    await opened.page.goto(harness().offer(`failing-${pages++}`, hostPage(body, script)));
    await heard(opened.page, 1);
    return opened;
  }
  const tries = (opened: Opened) => asked(opened, '/picture-').length;

  it.each(Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[])(
    'by %s says why, in place and by an event, and waits for the network',
    async (file) => {
      let isGone = true;
      const opened = await failing(file, () => isGone);
      const { page } = opened;
      const [detail] = await heard(page, 1);
      expect(detail).toMatchObject({ reason: 'chunk', message: expect.stringContaining('/picture-') });
      const element = page.locator('rack-field');
      expect(await element.locator('[role=status]').textContent()).toContain('could not be loaded');
      expect(await element.locator('p', { hasText: 'A hall of racks' }).isVisible()).toBe(true);
      await chances(page, 20);
      // Its own, and that of a new copy of the script.
      expect(tries(opened)).toBe(2);
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await heard(page, 2);
      await chances(page, 20);
      expect(tries(opened)).toBe(3);
      isGone = false;
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      expect(await isShown(page)).toBe(true);
      expect(tries(opened)).toBe(4);
      expect(await element.locator('[role=status]', { hasText: 'could not' }).count()).toBe(0);
      expect(opened.errors).toEqual([]);
    },
  );

  it.each([
    [
      'it comes into view again',
      async (page: Page) => {
        await page.evaluate(() => window.scrollTo(0, 2000));
        await chances(page, 5);
        await page.evaluate(() => window.scrollTo(0, 0));
      },
    ],
    [
      'the page is shown again',
      (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
    ],
    ['its button is pressed', (page: Page) => page.getByRole('button', { name: 'Try again' }).click()],
  ])('is tried again when %s', async (_when, hope) => {
    let isGone = true;
    const opened = await failing('embed.js', () => isGone);
    isGone = false;
    await hope(opened.page);
    expect(await isShown(opened.page)).toBe(true);
    expect(opened.errors).toEqual([]);
  });

  it.each(['picture', 'elementLife'])(
    'because an update took its file away has the new version’s: %s',
    async (chunk) => {
      const opened = await harness().open('about:blank', { ...SMALL, ready: false, alone: true });
      await opened.page.route(`**/embed-chunks/${chunk}-*`, (route) => route.fulfill({ status: 404 }));
      await opened.page.addInitScript(hear);
      const body = '<rack-field motion="reduce" quality="low"></rack-field>';
      const script = SCRIPTS['embed.js'].replace('embed.js', harness().at('embed.js'));
      await opened.page.goto(harness().offer(`updated-${pages++}`, hostPage(body, script)));
      expect(await isShown(opened.page)).toBe(true);
      expect(asked(opened, '/embed.classic.js?retry=1')).toHaveLength(1);
      expect(await heard(opened.page, 0)).toEqual([]);
    },
  );
});

describe('an element of which no more than the first script comes', () => {
  it('says so, in place and by an event, and is whole once the network is back', async () => {
    let isGone = true;
    const opened = await harness().open('about:blank', { ...SMALL, ready: false, alone: true });
    const { page } = opened;
    await opened.page.route(/embed-chunks|classic/, (route) => (isGone ? route.abort() : route.continue()));
    await opened.page.addInitScript(hear);
    const body = '<rack-field motion="reduce" quality="low"></rack-field>';
    const script = `<script type="module" src="${harness().at('embed.js')}"></script>`;
    await page.goto(harness().offer(`alone-${pages++}`, hostPage(body, script)));
    expect(await heard(page, 1)).toMatchObject([{ reason: 'chunk' }]);
    const notice = page.locator('rack-field [role=status]', { hasText: 'could not be loaded' });
    expect(await notice.isVisible()).toBe(true);
    expect(await page.locator('rack-field .still').isVisible()).toBe(true);
    await chances(page, 20);
    expect(asked(opened, '/embed.classic.js')).toHaveLength(1);
    isGone = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    expect(await isShown(page)).toBe(true);
    expect(await notice.count()).toBe(0);
  });
});

describe('a part of the picture that cannot be loaded', () => {
  const PARTS: readonly [string, 'no answer' | 'an error', string, string][] = [
    ['near', 'no answer', 'view', 'gpu'],
    ['PlanDrawing', 'an error', 'look', 'plan'],
    ['passes', 'no answer', 'look', 'night'],
    ['elementInput', 'an error', 'view', 'hall'],
  ];

  it.each(PARTS)(
    'is named by a notice and an event, and comes later: %s after %s',
    async (chunk, fault, name, value) => {
      // Pages of one context share a process, which may still have the file of the one before.
      const opened = await harness().open('about:blank', { ...SMALL, ready: false, alone: true });
      const { page } = opened;
      let isGone = true;
      await opened.page.route(new RegExp(`/${chunk}-`), (route) =>
        !isGone ? route.continue() : fault === 'no answer' ? route.abort() : route.fulfill({ status: 503 }),
      );
      await opened.page.addInitScript(hear);
      await page.goto(harness().at(`embed/?quality=${chunk === 'passes' ? 'high' : 'low'}&motion=reduce`));
      await waitReady(page);
      await set(page, name, value);
      const picture = withHandle(page, (handle) =>
        handle.toBlob({ width: 9, height: 9, type: 'image/png' }).then(({ type }) => type),
      );
      expect(await heard(page, 1)).toMatchObject([{ reason: 'chunk' }]);
      expect(await picture).toBe('image/png');
      const notice = page.locator('rack-field .notice', { hasText: 'could not be loaded' });
      await notice.waitFor();
      await drawn(page);
      const before = asked(opened, `/${chunk}-`).length;
      await chances(page, 20);
      expect(asked(opened, `/${chunk}-`)).toHaveLength(before);
      isGone = false;
      const came = page.waitForResponse((answer) => answer.url().includes(`/${chunk}-`) && answer.ok());
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await came;
      await notice.waitFor({ state: 'detached' });
      await drawn(page);
      expect(opened.errors).toEqual([]);
    },
  );
});

describe('copies of the script on one page', () => {
  const open = async (...scripts: string[]) => {
    const body = '<rack-field motion="reduce" quality="low" loading="eager"></rack-field>';
    const address = harness().offer(`copies-${pages++}`, hostPage(body, scripts.join('')));
    const opened = await harness().open(address, { ...SMALL, ready: false });
    await opened.page.evaluate(async () => {
      await customElements.whenDefined('rack-field');
      await (document.querySelector('rack-field') as unknown as { load(): Promise<void> }).load();
    });
    return opened;
  };
  const own = (file: string) => `<script type="module" src="${harness().at(file)}"></script>`;

  it('load each file once, also with a query', async () => {
    const opened = await open(own('embed.js?v=1.2.0'));
    const files = opened.requests.map((address) => address.replace(/\?.*/, ''));
    expect(files.filter((file) => file.endsWith('/embed.js'))).toHaveLength(1);
    expect(files).toEqual([...new Set(files)]);
    assertSilent(opened);
  });

  it('leave the element to the first, whatever their version and kind', async () => {
    const { origin } = harness();
    const opened = await open(
      own('embed.js?v=2'),
      `<script type="module" src="${origin}/older/embed.js"></script>`,
      `<script defer src="${origin}/older/embed.classic.js"></script>`,
      own('embed.js?v=1'),
    );
    expect(asked(opened, '/embed')).toEqual(
      expect.arrayContaining([expect.stringContaining('/older/embed.js')]),
    );
    expect(asked(opened, 'classic/')).toEqual([]);
    expect(asked(opened, '/older/embed-chunks/')).toEqual([]);
    expect(asked(opened, '/picture-')).toHaveLength(1);
    assertSilent(opened);
  });
});

describe('embed/ whose scripts do not come', () => {
  it('says so, and has the picture once the network is back', async () => {
    let isGone = true;
    const opened = await harness().open('about:blank', { ...SMALL, ready: false, alone: true });
    const { page } = opened;
    await opened.page.route('**/embed*.js', (route) => (isGone ? route.abort() : route.continue()));
    await page.goto(harness().at('embed/?quality=low&motion=reduce'));
    const element = page.locator('rack-field', { hasText: 'could not be loaded' });
    await element.waitFor();
    await chances(page, 20);
    expect(asked(opened, '/embed.classic.js')).toHaveLength(1);
    isGone = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await waitReady(page);
    expect(await element.count()).toBe(0);
  });
});
