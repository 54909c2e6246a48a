import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { assertSilent, type Opened } from '../harness/browser.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import type { Rackfield } from '../harness/handle.ts';
import { hostPage } from '../harness/serve.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { chances, SMALL } from '../scene/scene.ts';

const harness = harnessForFile({}, COARSE);

/** The element, as an article's script sees it. */
type Element = HTMLElement & Rackfield & { load(): Promise<void> } & Record<string, unknown>;

const plain = 'quality="low" motion="reduce" loading="eager"';
let pages = 0;

/** Address of a page of somebody else with this in its body. */
const articleAt = (body: string) =>
  harness().offer(
    `article-${pages++}`,
    hostPage(body, `<script type="module" src="${harness().at('embed.js')}"></script>`),
  );

/** Such a page, once all its elements have their first frame. */
async function article(body: string): Promise<Opened> {
  const opened = await harness().open(articleAt(body), { ...SMALL, ready: false });
  await allReady(opened.page);
  return opened;
}

const allReady = (page: Page) =>
  page.evaluate(async () => {
    await customElements.whenDefined('rack-field');
    for (const element of document.querySelectorAll<HTMLElement & { load(): Promise<void> }>('rack-field'))
      await element.load();
  });

/** Runs a function in the page with its elements in the order of the document. */
function withElements<Result>(
  page: Page,
  use: (elements: Element[]) => Result | Promise<Result>,
): Promise<Result> {
  return page.evaluate(`(${use.toString()})([...document.querySelectorAll('rack-field')])`);
}

describe('two elements on a page', () => {
  it('are independent', async () => {
    const opened = await article(
      `<rack-field config="100k" day="10" ${plain}></rack-field><rack-field ${plain}></rack-field>`,
    );
    const both = await withElements(opened.page, async ([first, second]) => {
      const heard: string[] = [];
      for (const name of ['daychange', 'viewchange', 'select', 'play', 'pause'])
        second!.addEventListener(name, () => heard.push(name));
      const before = second!.stats();
      first!.setAttribute('curve', 'power');
      await first!.seek(100);
      await first!.goTo('rack', { gpu: 7 });
      await first!.play();
      await first!.pause();
      const after = second!.stats();
      return { first: first!.stats(), before, after, heard };
    });
    expect(both.first).toMatchObject({ config: '100k', view: 'rack', curve: 'power' });
    expect(both.first.day).toBeGreaterThanOrEqual(100);
    expect(both.first.gpus.installed).toBeGreaterThan(50_000);
    expect(both.after).toMatchObject({
      config: '200k',
      view: 'site',
      curve: 'claimed',
      day: both.before.day,
    });
    expect(both.heard).toEqual([]);
    assertSilent(opened);
  });
});

describe('an element', () => {
  const shared = sharedPage(
    harness,
    () => articleAt(`<div id="from"><rack-field day="100" ${plain}></rack-field></div><div id="to"></div>`),
    { ...SMALL, ready: false },
  );
  beforeAll(() => allReady(shared().page));

  it('survives being moved in the page, with its context and its state', async () => {
    const { page } = shared();
    const before = await withElements(page, async ([element]) => {
      await element!.seek(111);
      const canvas = element!.shadowRoot!.querySelector('canvas');
      (window as unknown as { kept: unknown }).kept = canvas;
      const stats = element!.stats();
      document.querySelector('#to')!.append(element!);
      await element!.seek(112);
      return stats;
    });
    await page.waitForFunction(
      (count) => (document.querySelector('#to rack-field') as unknown as Element).stats().frame.count > count,
      before.frame.count,
    );
    const after = await withElements(page, ([element]) => ({
      stats: element!.stats(),
      isSame: element!.shadowRoot!.querySelector('canvas') === (window as unknown as { kept: unknown }).kept,
    }));
    expect(after.isSame).toBe(true);
    expect(after.stats).toMatchObject({ day: 112, contextLosses: 0, ready: true });
  });

  it('taken away and put back while it loads has one picture', async () => {
    const found = await withElements(shared().page, async () => {
      const element = document.createElement('rack-field') as unknown as Element;
      element.setAttribute('loading', 'eager');
      element.setAttribute('quality', 'low');
      document.body.append(element);
      await new Promise((resolve) => setTimeout(resolve));
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      document.body.append(element);
      await element.load();
      const loaded = {
        canvases: element.shadowRoot!.querySelectorAll('canvas').length,
        controls: element.shadowRoot!.querySelectorAll('.controls').length,
        ready: element.stats().ready,
      };
      element.remove();
      return loaded;
    });
    expect(found).toEqual({ canvases: 1, controls: 1, ready: true });
  });

  it('mirrors attributes in properties, and follows both after load', async () => {
    const opened = await article(`<rack-field config="100k" day="60" ${plain}></rack-field>`);
    const found = await withElements(opened.page, async ([element]) => {
      const read = () => {
        const { config, day, curve, view } = element!.stats();
        return [config, day, curve, view].join(' ');
      };
      const mirrored = [element!.config, element!.day, element!.quality, element!.view, element!.controls];
      const steps = [read()];
      element!.setAttribute('config', '200k');
      steps.push(read());
      element!.day = 150;
      steps.push(read());
      element!.setAttribute('date', '2024-09-02');
      steps.push(read());
      element!.curve = 'estimate';
      steps.push(read());
      element!.view = 'hall';
      steps.push(read());
      element!.controls = true;
      const attributes = ['day', 'curve', 'view', 'controls'].map((name) => element!.getAttribute(name));
      const shown = !element!.shadowRoot!.querySelector<HTMLElement>('.controls')!.hidden;
      element!.controls = false;
      const hidden = element!.shadowRoot!.querySelector<HTMLElement>('.controls')!.hidden;
      const canvas = element!.shadowRoot!.querySelector('canvas')!;
      const touch = [canvas.style.touchAction];
      element!.touchAction = 'none';
      touch.push(canvas.style.touchAction, String(element!.getAttribute('touch-action')));
      element!.alt = 'A hall of racks';
      return { mirrored, steps, attributes, shown, hidden, touch, alt: canvas.getAttribute('aria-label') };
    });
    expect(found.mirrored).toEqual(['100k', '60', 'low', null, false]);
    expect(found.steps).toEqual([
      '100k 60 claimed site',
      '200k 60 claimed site',
      '200k 150 claimed site',
      '200k 122 claimed site',
      '200k 122 estimate site',
      '200k 122 estimate hall',
    ]);
    expect(found.attributes).toEqual(['150', 'estimate', 'hall', '']);
    expect([found.shown, found.hidden]).toEqual([true, true]);
    expect(found.touch).toEqual(['pan-y', 'none', 'none']);
    expect(found.alt).toBe('A hall of racks');
    assertSilent(opened);
  });

  it('goes back to the default of each attribute that is taken away, by the document on screen', async () => {
    const opened = await article(`<rack-field ${plain}></rack-field>`);
    const site = generatedSite(1000);
    const steps = await opened.page.evaluate(
      async ([document_, name]) => {
        const element = document.querySelector('rack-field') as unknown as Element;
        const canvas = element.shadowRoot!.querySelector('canvas')!;
        const read = () => {
          const { frame, memory, ...stats } = element.stats() as unknown as Record<string, unknown>;
          return { ...stats, roof: element.getAttribute('roof'), label: canvas.getAttribute('aria-label') };
        };
        const pairs: [string, string][] = [
          ['config', '100k'],
          ['curve', 'estimate'],
          ['day', '60'],
          ['date', '2024-09-02'],
          ['view', 'hall'],
          ['gpu', '77'],
          ['look', 'night'],
          ['play', '1'],
          ['alt', 'Racks'],
          ['motion', 'full'],
        ];
        const found: Record<string, [unknown, unknown, unknown]> = {};
        for (const [attribute, value] of pairs) {
          const before = read();
          element.setAttribute(attribute, value);
          const during = read();
          element.removeAttribute(attribute);
          found[attribute] = [before, during, read()];
        }
        await element.setSite(document_);
        element.setAttribute('config', 'all');
        const own = read();
        element.setAttribute('config', '100k');
        const refused = element.shadowRoot!.querySelector('.notice')?.textContent;
        element.removeAttribute('config');
        element.setAttribute('day', '1');
        element.removeAttribute('day');
        return { found, own, refused, after: read(), name };
      },
      [site, site.name] as const,
    );
    const { found, own, refused, after } = steps;
    for (const [attribute, [before, during, back]] of Object.entries(found)) {
      expect(during, attribute).not.toEqual(before);
      // A day that was played on from stays, and so does the view of a GPU that was let go of. Motion is then the system's.
      const days = ['day', 'date', 'gpus', 'racks'].map((name) => [name, (back as never)[name]] as const);
      const kept = attribute === 'play' ? Object.fromEntries(days) : {};
      const changed =
        attribute === 'gpu' ? { view: 'rack' } : attribute === 'motion' ? { motion: 'full' } : kept;
      expect(back, attribute).toEqual({ ...(before as object), ...changed });
    }
    expect(own).toMatchObject({ site: 'own', config: 'all', gpus: { inService: 1000 } });
    expect(own.label).toContain(site.name);
    expect(refused).toContain('100k');
    expect(after).toMatchObject({ config: 'all', gpus: { inService: 1000 } });
    assertSilent(opened);
  });

  it('tells what happens, with details', async () => {
    const heard = await withElements(shared().page, async () => {
      const log: [string, unknown][] = [];
      const element = document.createElement('rack-field') as unknown as Element;
      for (const name of ['load', 'progress', 'error', 'play', 'pause', 'daychange', 'viewchange', 'select'])
        element.addEventListener(name, (event) => log.push([name, (event as CustomEvent).detail]));
      element.setAttribute('quality', 'low');
      element.setAttribute('loading', 'eager');
      document.body.append(element);
      await element.load();
      await element.seek(122);
      await element.goTo('rack', { gpu: 7 });
      await element.play();
      await element.pause();
      element.remove();
      return log;
    });
    const details = (name: string) =>
      heard.filter(([heardName]) => heardName === name).map(([, detail]) => detail);
    expect(details('load')).toMatchObject([{ stats: { ready: true, site: 'colossus' } }]);
    const progress = details('progress').map((detail) => (detail as { totalProgress: number }).totalProgress);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
    expect(details('daychange')[0]).toEqual({ day: 122, date: '2024-09-02' });
    expect(details('viewchange')).toEqual([{ view: 'rack', gpu: 7 }]);
    expect(details('select')).toEqual([{ gpu: 7 }]);
    expect(details('play')).toEqual([{ day: 122 }]);
    expect(details('pause')).toEqual([{ day: 122 }]);
    expect(details('error')).toEqual([]);
    expect(heard.findIndex(([name]) => name === 'load')).toBeLessThan(
      heard.findIndex(([name]) => name === 'play'),
    );
  });

  it('far below the window loads nothing but what waits until it comes near', async () => {
    const html = hostPage(
      '<div style="height: 4000px"></div><rack-field quality="low"></rack-field>',
      `<script type="module" src="${harness().at('embed.js')}"></script>`,
    );
    const opened = await harness().open(harness().offer('below', html), { ...SMALL, ready: false });
    const { page } = opened;
    await page.waitForFunction(() => customElements.get('rack-field') !== undefined);
    await chances(page, 20);
    expect(opened.requests.filter((address) => address.includes('embed-chunks'))).toEqual([
      expect.stringContaining('/elementLife-'),
    ]);
    const loaded = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.querySelector('rack-field')!.addEventListener('load', () => resolve(true)),
        ),
    );
    await page.evaluate(() => document.querySelector('rack-field')!.scrollIntoView());
    expect(await loaded).toBe(true);
    assertSilent(opened);
  });
});

describe('what a framework sets', () => {
  it('counts, before the element is there and after', async () => {
    const opened = await harness().open(
      harness().offer(
        'early',
        hostPage('<rack-field quality="low" loading="eager" controls="false"></rack-field>'),
      ),
      {
        ...SMALL,
        ready: false,
      },
    );
    const { page } = opened;
    await page.evaluate(() => {
      Object.assign(document.querySelector('rack-field')!, { day: 77, config: '100k', wheel: 'zoom' });
    });
    await page.addScriptTag({ type: 'module', url: harness().at('embed.js') });
    await allReady(page);
    const found = await withElements(page, async ([first]) => {
      const element = first!;
      const early = element.stats();
      const hidden = () => element.shadowRoot!.querySelector<HTMLElement>('.controls')!.hidden;
      const shown = [hidden()];
      element.controls = true;
      shown.push(hidden());
      element.setAttribute('controls', 'false');
      shown.push(hidden());
      element.play = '1' as never;
      const playing = element.getAttribute('play');
      element.play = false as never;
      await element.pause();
      return {
        early,
        wheel: element.getAttribute('wheel'),
        shown,
        playing,
        left: element.getAttribute('play'),
        play: typeof element.play,
      };
    });
    expect(found.early).toMatchObject({ day: 77, config: '100k' });
    expect(found).toMatchObject({
      wheel: 'zoom',
      shown: [true, false, true],
      playing: '1',
      left: null,
      play: 'function',
    });
    assertSilent(opened);
  });

  it('keeps day and camera while it is taken out for less than a second', async () => {
    const opened = await article(`<rack-field ${plain}></rack-field>`);
    const poses = await withElements(opened.page, async ([element]) => {
      await element!.seek(88);
      await element!.goTo('hall');
      const before = element!.stats();
      element!.remove();
      while (!element!.shadowRoot!.querySelector('.kept'))
        await new Promise((resolve) => requestAnimationFrame(resolve));
      document.body.append(element!);
      const after = await element!.toBlob({ width: 16, height: 9, type: 'image/png' });
      return { before, after: element!.stats(), size: after.size };
    });
    expect(poses.after).toMatchObject({ day: 88, view: 'hall', ready: true });
    expect(poses.size).toBeGreaterThan(50);
    assertSilent(opened);
  });
});
