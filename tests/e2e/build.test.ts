import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { assertSilent } from '../harness/browser.ts';
import { hostPage } from '../harness/serve.ts';
import { harnessForFile, WHOLE } from '../harness/suite.ts';

const dist = join(root, 'dist');
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; media-src 'self' blob:; frame-src 'self'; manifest-src 'self'";
const files = existsSync(dist)
  ? readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  : [];
const pages = files.filter((path) => path.endsWith('.html'));
const read = (path: string) => readFileSync(join(dist, path), 'utf8');

const harness = harnessForFile({ prefix: '/some/where', policy: true }, WHOLE);

describe('the build', () => {
  it('has the explorer, the embed page, the element as module and as classic script, and the schema', () => {
    const parts = [
      'index.html',
      'embed/index.html',
      'embed.js',
      'embed.classic.js',
      'schema/site.schema.json',
      'examples/smallest.json',
      'examples/air-cooled.json',
      'examples/several-buildings.json',
      'examples/deck/index.html',
    ];
    expect(files).toEqual(expect.arrayContaining(parts));
    expect(JSON.parse(read('schema/site.schema.json'))).toHaveProperty('$schema');
  });

  it.each(pages)('%s carries the content policy first in its head', (page) => {
    expect(read(page)).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/);
    expect(read(page)).toContain(`content="${policy}"`);
  });

  it.each(pages)('%s has no inline script or style and only relative addresses', (page) => {
    const html = read(page);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|crossorigin|modulepreload/i);
    for (const [, attributes, body] of html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)) {
      expect(attributes).toMatch(/\bsrc="/);
      expect(body?.trim()).toBe('');
    }
    const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses) expect(address).toMatch(/^\.{1,2}\//);
  });

  it('inlines no font, picture or script into another file', () => {
    const own = files.filter((name) => /\.(js|css)$/.test(name) && !name.startsWith('examples/deck/reveal/'));
    for (const path of own) {
      expect(read(path), path).not.toMatch(/data:(font|image|text\/javascript|application)\/?[\w+-]*;base64/);
    }
  });
});

describe('from a sub-folder, under the policy as a header too', () => {
  it.each(['', 'embed/'])('/%s comes up, asks for its own files only, and says nothing', async (path) => {
    const opened = await harness().open(path);
    expect((await opened.stats()).ready).toBe(true);
    expect(opened.requests.length).toBeGreaterThan(1);
    expect(opened.requests.filter((address) => !address.startsWith(harness().origin))).toEqual([]);
    assertSilent(opened);
  });

  it('embed.js puts the element into a page of somebody else', async () => {
    const article = hostPage(
      '<rack-field id="first" config="100k"></rack-field><rack-field id="second" config="200k"></rack-field>',
      `<script type="module" src="${harness().at('embed.js')}"></script>`,
    );
    const opened = await harness().open(harness().offer('article', article), { ready: false });
    await opened.page.waitForFunction(
      () =>
        [...document.querySelectorAll('rack-field')].every((element) => {
          try {
            return (element as unknown as { stats(): { ready: boolean } }).stats().ready;
          } catch {
            return false; // Not loaded yet.
          }
        }),
      undefined,
      { timeout: 90_000 },
    );
    const halls = await opened.page.evaluate(() =>
      [...document.querySelectorAll('rack-field')].map(
        (element) => (element as unknown as { stats(): { halls: { total: number } } }).stats().halls.total,
      ),
    );
    expect(halls).toEqual([4, 8]);
    assertSilent(opened);
  });
});
