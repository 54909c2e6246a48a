import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { LOOKS } from '../../src/views/look.ts';
import { VIEWS } from '../../src/views/view.ts';
import {
  assertSilent,
  MODULE_REFUSED,
  type Opened,
  statsOf,
  waitReady,
  withHandle,
} from '../harness/browser.ts';
import type { Rackfield } from '../harness/handle.ts';
import { assertSame, difference } from '../harness/picture.ts';
import { sandboxPage } from '../harness/serve.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { PLAIN, pictureOf, show, SMALL } from '../scene/scene.ts';

const harness = harnessForFile({ policy: true });
let pages = 0;

/** Address of a page that holds `embed/` with this query in a sandboxed frame. */
const sandboxed = (query: string) =>
  harness().offer(`sandbox-${pages++}`, sandboxPage(harness().at(`embed/?${query}`), [320, 180]));

/** The frame of such a page, once its first picture is there. */
async function frameOf({ page }: Opened): Promise<Frame> {
  const frame = page.frames().at(-1)!;
  await waitReady(frame);
  return frame;
}

const asked = ({ requests }: Opened, part: string) => requests.filter((address) => address.includes(part));

describe('a sandboxed frame from a host without CORS headers', () => {
  const inSandbox = sharedPage(
    harness,
    () => sandboxed(PLAIN),
    { ...SMALL, ready: false },
    (opened) => assertSilent(opened, MODULE_REFUSED),
  );
  const outside = sharedPage(harness, `embed/?${PLAIN}`, {
    ...SMALL,
    before: () => {
      // Without a type of its own, as in a sandbox.
      FontFaceSet.prototype.add = function add() {
        return this;
      };
    },
  });

  it('boots from classic scripts, and asks for no other module and no font', async () => {
    const frame = await frameOf(inSandbox());
    expect(await frame.evaluate(() => window.origin)).toBe('null');
    expect(asked(inSandbox(), '/embed.classic.js')).toHaveLength(1);
    const chunks = asked(inSandbox(), '/embed-chunks/');
    expect(chunks.length).toBeGreaterThan(0);
    expect(chunks.filter((address) => !address.includes('/embed-chunks/classic/'))).toEqual([]);
    expect(await frame.evaluate(() => document.fonts.size)).toBe(0);
  });

  it('follows its handle, and explains what is drawn', async () => {
    const frame = await frameOf(inSandbox());
    await withHandle(frame, (handle) => {
      handle.seek(122);
      handle.goTo('hall');
    });
    expect(await statsOf(frame)).toMatchObject({ ready: true, day: 122, view: 'hall' });
    expect(await withHandle(frame, (handle) => handle.explain(160, 150))).not.toBeNull();
  });

  it.each(LOOKS)('draws every view of the look %s as outside of it, in the system’s type', async (look) => {
    const frame = await frameOf(inSandbox());
    for (const view of VIEWS) {
      const query = `day=300&look=${look}&view=${view}`;
      await show(outside().page, query);
      await show(frame, query);
      const [own, other] = [await pictureOf(frame, 320, 180), await pictureOf(outside().page, 320, 180)];
      await assertSame(`sandboxed-${look}-${view}`, own, other);
    }
  });

  it.each(['mine.json', 'https://example.com/mine.json'])(
    'says why it does not show the site %s',
    async (site) => {
      const opened = await harness().open(sandboxed(`${PLAIN}&site=${encodeURIComponent(site)}`), {
        ...SMALL,
        ready: false,
      });
      const frame = await frameOf(opened);
      const said = await frame.locator('rack-field .notice').textContent();
      expect(said).toContain(site);
      expect(said).toMatch(/does not let a sandboxed frame read it|not an address on this page's own host/);
      expect((await statsOf(frame)).site).toBe('colossus');
    },
  );
});

describe('a page opened from a file', () => {
  it('draws the look and the view of its address, and others after that', async () => {
    const file = pathToFileURL(`${harness().folder}/embed/index.html`);
    const opened = await harness().open(`${file}?look=model&view=hall&${PLAIN}`, SMALL);
    expect(asked(opened, '/embed.classic.js')).toHaveLength(1);
    expect(await opened.stats()).toMatchObject({ ready: true, look: 'model', view: 'hall' });
    const hall = await pictureOf(opened.page);
    await show(opened.page, 'look=plan&view=rack');
    expect(await opened.stats()).toMatchObject({ look: 'plan', view: 'rack' });
    expect(difference(await pictureOf(opened.page), hall).share).toBeGreaterThan(0.1);
    assertSilent(opened, MODULE_REFUSED);
  });
});

describe('what the README says to put into a page', () => {
  /** Blocks of HTML in the README, with the build's address at `origin`. */
  const snippets = (origin: string) =>
    [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```html\n([^]*?)```/g)].map(([, html]) =>
      html!.replaceAll('https://example.org/rackfield', origin),
    );
  /** An article without styles of its own, whose text is painted before the element's script comes. */
  async function open(html: string, { head = '', isMissing = false } = {}) {
    const opened = await harness().open('about:blank', { ...SMALL, ready: false });
    const { page } = opened;
    let isPainted = () => {};
    const painted = new Promise<void>((resolve) => {
      isPainted = resolve;
    });
    await page.route('**/embed*.js', async (route) => {
      await painted;
      await route.continue();
    });
    // The picture's chunk does not come the first time.
    if (isMissing) await page.route('**/picture-*', (route) => route.abort(), { times: 1 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const article = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}</head>
<body><p>An article.</p>${html}<p>The article goes on.</p></body></html>`;
    await page.goto(harness().offer(`article-${pages++}`, article), { waitUntil: 'commit' });
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
      undefined,
      { polling: 50 },
    );
    isPainted();
    return opened;
  }
  const load = (page: Page) =>
    page.evaluate(async () => {
      await customElements.whenDefined('rack-field');
      const element = document.querySelector('rack-field') as unknown as Rackfield & {
        load(): Promise<void>;
      };
      await element.load();
      return element.stats();
    });
  const shifts = (page: Page) => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);

  it('is the module, the frame and the classic script', () => {
    const files = snippets('').map((html) => /src="\/([^"?]*)/.exec(html)?.[1]);
    expect(files).toEqual(['embed.js', 'embed/', 'embed.classic.js']);
  });

  it.each([
    ['embed.js', 'its own origin', () => harness().origin],
    ['embed.classic.js', 'another origin without CORS headers', () => harness().otherOrigin],
  ])('shows the picture with %s from %s, and moves nothing on the page', async (file, _where, origin) => {
    const opened = await open(snippets(origin()).find((html) => html.includes(`/${file}"`))!);
    const { page } = opened;
    expect(await load(page)).toMatchObject({ ready: true, day: 122, view: 'hall', config: '200k' });
    expect(await page.locator('rack-field').boundingBox()).toMatchObject({ width: 304, height: 171 });
    expect(await shifts(page)).toEqual([]);
    assertSilent(opened);
  });

  it('shows the picture in a frame from another origin without CORS headers, and moves nothing on the page', async () => {
    const opened = await open(snippets(harness().otherOrigin).find((html) => html.includes('<iframe'))!);
    const { page } = opened;
    await expect.poll(() => page.frames()[1]?.url()).toContain('embed/');
    expect(await statsOf(await frameOf(opened))).toMatchObject({ ready: true, day: 122, view: 'hall' });
    expect(await page.locator('iframe').boundingBox()).toMatchObject({ width: 304, height: 171 });
    expect(await shifts(page)).toEqual([]);
    assertSilent(opened, MODULE_REFUSED);
  });

  it('cannot have it from embed.js', async () => {
    const address = `${harness().otherOrigin}/embed.js`;
    const opened = await open(`<script type="module" src="${address}"></script>`);
    await expect.poll(() => opened.failed.join()).toContain('/embed.js');
    expect(await opened.page.evaluate(() => customElements.get('rack-field'))).toBeUndefined();
  });

  it.each([
    ['embed.js', "'nonce-x7'"],
    ['embed.js', "'nonce-x7' 'strict-dynamic'"],
    ['embed.classic.js', "'nonce-x7'"],
    ['embed.classic.js', "'nonce-x7' 'strict-dynamic'"],
  ])(
    'draws from %s under script-src %s, also after a chunk had to be asked for again',
    async (file, sources) => {
      const snippet = snippets(harness().origin).find((each) => each.includes(`/${file}"`))!;
      const html = snippet.replace('<script', '<script nonce="x7"').replace(/ style="[^"]*"/, '');
      const policy = `default-src 'none'; script-src ${sources}; img-src 'self'`;
      const opened = await open(html, {
        head: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        isMissing: true,
      });
      expect(await load(opened.page)).toMatchObject({ ready: true, day: 122 });
      expect(opened.requests.filter((address) => address.includes('classic.js?retry=1'))).toHaveLength(1);
      expect(opened.messages.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
      expect(opened.errors).toEqual([]);
    },
  );
});

describe('a browser whose language is no proper tag', () => {
  const says = (tag: string) =>
    new Function(`
      Object.defineProperty(Navigator.prototype, 'language', { get: () => '${tag}' });
      Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['${tag}'] });`) as () => void;
  const TAGS = ['C', 'en-US@posix'].map((tag) => [tag, says(tag)] as const);

  it.each(TAGS)('draws the element and its controls with %s', async (_tag, before) => {
    const opened = await harness().open(`embed/?day=122&look=plan&${PLAIN}`, { ...SMALL, before });
    const element = opened.page.locator('rack-field');
    expect(await element.locator('.count').textContent()).toContain('100,000 GPUs in service');
    expect(await element.locator('.day').textContent()).toMatch(/2024/);
    assertSilent(opened);
  });
});

describe('a host with CORS headers', () => {
  const open = harnessForFile({ cors: true });

  it('gives modules to a sandboxed frame, and no classic script', async () => {
    const host = open().offer('sandbox', sandboxPage(open().at(`embed/?${PLAIN}`)));
    const opened = await open().open(host, { ...SMALL, ready: false });
    await frameOf(opened);
    expect(asked(opened, 'classic')).toEqual([]);
    assertSilent(opened);
  });
});
