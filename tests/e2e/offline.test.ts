import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { keptFiles } from '../../scripts/offline.ts';
import { shippedStories } from '../../src/stories/shipped.ts';
import { HASH, publishAnother } from '../harness/anotherVersion.ts';
import { loaded } from '../harness/article.ts';
import { assertSilent, type Opened, statsOf, waitReady } from '../harness/browser.ts';
import { hostPage } from '../harness/serve.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';

const stories = await Promise.all(Object.values(shippedStories).map(({ load }) => load()));

const folder = mkdtempSync(join(tmpdir(), 'rackfield-'));
cpSync(join(root, 'dist'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const harness = harnessForFile({ folder });
const KEEPING = { ...COARSE, viewport: { width: 640, height: 360 }, touch: true, worker: true, alone: true };
const PLAIN = 'quality=low&motion=reduce';

/** Waits until a page is kept for use offline, as far as it can see that from outside. */
const keptAway = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { polling: 100 });
const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** Opens an address in a page, and waits for its picture. */
async function go(page: Page, query: string) {
  await page.goto(harness().at(`?${PLAIN}&${query}`));
  await waitReady(page);
  return statsOf(page);
}

/** Addresses of scripts that the browser keeps. */
const keptScripts = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists
      .flat()
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => path.endsWith('.js'));
  });

/** An answer of a page or a worker. What goes away meanwhile never answers: then there is none after five seconds, and a poll asks again. */
const asked = <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> =>
  Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, 5000))]);

/** Number of pages that the workers of a page's browser answer. */
const clientsOf = async (page: Page) => {
  const counts = page
    .context()
    .serviceWorkers()
    .map((worker) => worker.evaluate('self.clients.matchAll().then(({ length }) => length)'));
  return (await Promise.all(counts)).reduce((sum: number, count) => sum + Number(count), 0);
};

/** Classes of the stage's boxes of words that do not hold them. */
const cutWords = (page: Page) =>
  page.$$eval('.stage-band, .stage-words, .stage-title, .stage-figure', (all) =>
    all
      .filter((it) => it.scrollHeight > it.clientHeight + 1 || it.scrollWidth > it.clientWidth + 1)
      .map((it) => it.className),
  );

describe('what is kept for use offline', () => {
  it('is all that is beside the explorer, and nothing of the element or its page', () => {
    const urls = keptFiles(folder).map(({ url }) => url);
    expect(urls).toEqual(expect.arrayContaining(['index.html', 'icon.svg', 'examples/smallest.json']));
    expect(urls.filter((url) => url.startsWith('assets/')).length).toBeGreaterThan(30);
    expect(urls.filter((url) => /embed|stills|(^|\/)sw\.js/.test(url))).toEqual([]);
  });

  it('names a hash of every file, in its address or beside it', () => {
    for (const { url, revision, integrity } of keptFiles(folder))
      if (revision === null) expect(url).toMatch(HASH);
      else expect(integrity).toBe(`sha256-${revision}`);
  });
});

describe('a page with the element, or in a frame', () => {
  const counting = {
    ...KEEPING,
    ready: false,
    before: () => {
      const { register } = ServiceWorkerContainer.prototype;
      ServiceWorkerContainer.prototype.register = function count(...given) {
        Object.assign(window, { hasRegistered: true });
        return register.apply(this, given);
      };
    },
  };
  const hasRegistered = (where: Page | Frame) => where.evaluate(() => 'hasRegistered' in window);
  const host = (body: string, head?: string) => harness().offer(body.slice(1, 7), hostPage(body, head));

  it('of our own registers nothing', async () => {
    const { page } = await harness().open(`embed/?${PLAIN}`, { ...counting, ready: true });
    expect(await hasRegistered(page)).toBe(false);
  });

  it('of somebody else registers nothing', async () => {
    const script = `<script type="module" src="${harness().at('embed.js')}"></script>`;
    const { page } = await harness().open(host('<rack-field quality="low"></rack-field>', script), counting);
    await loaded(page);
    expect(await hasRegistered(page)).toBe(false);
  });

  it('that shows the explorer registers nothing, which the explorer does by itself', async () => {
    const address = harness().at(`?${PLAIN}`);
    for (const isFrame of [true, false]) {
      const opened = await harness().open(
        isFrame ? host(`<iframe src="${address}"></iframe>`) : address,
        counting,
      );
      const keeping = () => opened.requests.find((url) => url.includes('/assets/offline-'));
      await expect.poll(keeping).toBeDefined();
      const where = opened.page.frames().at(-1)!;
      // Resolves after the explorer's own import of it.
      await where.evaluate(`import("${keeping()}").then(() => undefined)`);
      expect(await hasRegistered(where)).toBe(!isFrame);
    }
  });
});

describe('the explorer', () => {
  // A page that is left does not wait for what it has still asked for.
  const isSilent = (opened: Opened) => assertSilent(opened, /^failed \S+ net::ERR_ABORTED$/);
  const shared = sharedPage(harness, `?${PLAIN}`, KEEPING, isSilent);

  it('is kept without a reload', async () => {
    const { page } = shared();
    await keptAway(page);
    expect(await registrations(page)).toBe(1);
  });

  it('shows one version whole until all its pages are closed but one, which is reloaded', async () => {
    const { page } = shared();
    const other = await page.context().newPage();
    await go(other, 'view=hall');
    const before = await keptScripts(page);
    await publishAnother(folder);
    const waits = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        if (!registration.waiting && !registration.installing) await registration.update();
        return registration.waiting !== null;
      });
    await expect.poll(() => asked(waits()), { timeout: 60_000 }).toBe(true);
    // The files of this version are not on the server any more.
    expect((await go(page, 'view=rack')).view).toBe('rack');
    expect(await page.locator('#another').count()).toBe(0);
    await expect.poll(() => asked(clientsOf(page))).toBe(2);
    await other.close();
    // The browser still counts a page for a moment after it is closed.
    await expect.poll(() => asked(clientsOf(page))).toBe(1);
    // On a busy machine the waiting version may start too late for the first reload; that shows the old one once more.
    const reloaded = async () => {
      await page.reload({ timeout: 10_000 }).catch(() => undefined);
      return asked(page.locator('#another').count());
    };
    await expect.poll(reloaded, { timeout: 80_000, interval: 2000 }).toBe(1);
    await waitReady(page);
    await expect
      .poll(async () => (await keptScripts(page)).filter((path) => before.includes(path)))
      .toEqual([]);
    expect(await keptScripts(page)).toHaveLength(before.length);
  });

  it('tells on the stage a story from a file that is dropped once the server is gone, also after a reload', async () => {
    const { page } = shared();
    await harness().cut();
    await page.goto(harness().at(`present/?${PLAIN}`));
    await page.locator('.stage-choice').first().waitFor();
    await page.evaluate(() => {
      const steps = ['First', 'Second'].map((title, at) => ({
        id: `step-${at}`,
        title,
        text: 'Text.',
        figure: 'gpus-in-service',
      }));
      const story = { schemaVersion: 1, id: 'mine', title: 'Mine', steps };
      const data = new DataTransfer();
      data.items.add(new File([JSON.stringify(story)], 'mine.story.json'));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    });
    const title = page.locator('.stage-title');
    await expect.poll(() => title.textContent(), { timeout: 20_000 }).toBe('First');
    await page.keyboard.press('PageDown');
    await expect.poll(() => title.textContent()).toBe('Second');
    await page.reload();
    await expect.poll(() => title.textContent(), { timeout: 20_000 }).toBe('Second');
  });

  it('comes up then with any query and all its parts, but not the page of the element', async () => {
    const { page } = shared();
    const query = 'view=hall&look=night&overlay=evidence&compare=frontier,nvl72-100k&day=150';
    const stats = await go(page, query);
    expect(stats).toMatchObject({ view: 'hall', look: 'night', overlay: 'evidence', day: 150 });
    expect(stats.campuses).toHaveLength(3);
    expect((await go(page, 'look=plan&site=examples/smallest.json')).look).toBe('plan');
    await page.reload();
    await waitReady(page);
    // In a page of its own, since the browser's page about that would interrupt the next visit.
    const other = await page.context().newPage();
    const missing = await other.goto(harness().at('embed/')).catch((error: Error) => error.message);
    expect(missing).toContain('ERR_CONNECTION_REFUSED');
    await other.close();
  });

  it('draws people to the exhibit by itself, from a browser that has just started', async () => {
    const { page } = shared();
    const cold = await page.context().newPage();
    await cold.goto(harness().at(`kiosk/?${PLAIN}`));
    await waitReady(cold);
    await expect.poll(async () => (await statsOf(cold)).kiosk?.state).toBe('attract');
    await expect.poll(async () => (await statsOf(cold)).story).toBe('attract');
    expect(await cold.locator('.notice').allTextContents()).toEqual([]);
    await cold.touchscreen.tap(300, 100);
    await expect.poll(async () => (await statsOf(cold)).story).toBe('tour');
    await cold.close();
  });

  it('says on the stage that all is ready', async () => {
    const { page } = shared();
    await page.goto(harness().at(`present/?${PLAIN}`));
    await page.locator('.stage-offline[data-offline="ready"]').waitFor();
    expect(await page.locator('.stage-offline').textContent()).toMatch(/^Ready offline/);
  });

  it.each([
    ['one-chip', 'keys', PLAIN],
    ['122-days', 'taps', PLAIN],
    ['how-big', 'keys', 'quality=low'],
  ])('tells %s to its end by %s at %s, with words that fit, also after a reload', async (id, way, how) => {
    const { steps } = stories.find((story) => story.id === id)!;
    const { page } = shared();
    await page.goto(harness().at(`present/?${how}&story=${id}`));
    const place = page.locator('.stage-place');
    for (const [at, { title, id: name }] of steps.entries()) {
      if (at > 0 && way === 'keys') await page.keyboard.press('PageDown');
      else if (at > 0) await page.touchscreen.tap(620, 100);
      await expect
        .poll(() => place.textContent(), { timeout: 20_000, interval: 20 })
        .toBe(`${at + 1} / ${steps.length}`);
      if (at === 5) {
        await page.waitForURL((url) => url.searchParams.get('step') === name, { waitUntil: 'commit' });
        await page.reload();
      }
      await expect.poll(() => page.locator('.stage-title').textContent()).toBe(title);
      expect(await page.locator('.notice').allTextContents(), name).toEqual([]);
      expect(await cutWords(page), name).toEqual([]);
    }
    await page.keyboard.press('PageDown');
    expect(await place.textContent()).toBe(`${steps.length} / ${steps.length}`);
  });
});
