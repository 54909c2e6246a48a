import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { assertSilent, type PageOptions } from '../harness/browser.ts';
import type { Rackfield } from '../harness/handle.ts';
import { colourCount, photograph, pixelAt } from '../harness/picture.ts';
import { harnessForFile, sharedPage, WHOLE } from '../harness/suite.ts';
import { chances } from '../scene/scene.ts';

const harness = harnessForFile();

type Element = HTMLElement & Rackfield & { load(): Promise<void> };

const WINDOW: PageOptions = { viewport: { width: 800, height: 600 }, ready: false };
const ELEMENT = '<rack-field controls quality="low" motion="reduce" loading="eager" day="100"></rack-field>';
let pages = 0;

/** Address of a page of somebody else: it has its own styles, and the element's script. */
const pageAt = (styles: string, body: string, html = '') =>
  harness().offer(
    `page-${pages++}`,
    `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>Host</title><style>${styles}</style>
<script type="module" src="${harness().at('embed.js')}"></script></head><body>${body}</body></html>`,
  );

const load = (page: Page) =>
  page.evaluate(async () => {
    await customElements.whenDefined('rack-field');
    await document.querySelector<Element>('rack-field')!.load();
  });

describe('the picture has the size that the page gives it', () => {
  const shared = sharedPage(
    harness,
    () =>
      pageAt(
        'body { margin: 0 } #box > * { width: 100% }',
        `<div id="box">${ELEMENT}</div><div id="other"></div>`,
      ),
    WINDOW,
  );
  beforeAll(() => load(shared().page));

  /** Lays the element out in another way; the widths differ, so that each is a new size. Answers where things then are. */
  async function layOut(box: string, own = '', wrap = 'div') {
    const { page } = shared();
    await page.evaluate(
      async ([box, own, wrap]) => {
        const element = document.querySelector<Element>('rack-field')!;
        const parent = document.createElement(wrap!);
        parent.id = 'box';
        parent.setAttribute('style', box!);
        element.setAttribute('style', own!);
        const before = document.querySelector('#box')!;
        before.before(parent);
        parent.append(element);
        before.remove();
        if (parent instanceof HTMLDialogElement) parent.showModal();
        if (parent instanceof HTMLDetailsElement) parent.open = true;
      },
      [box, own, wrap] as const,
    );
    await chances(page, 6);
    return page.evaluate(() => {
      const element = document.querySelector<Element>('rack-field')!;
      const canvas = element.shadowRoot!.querySelector('canvas')!;
      const [outer, inner] = [element.getBoundingClientRect(), canvas.getBoundingClientRect()];
      return {
        drawn: [canvas.width, canvas.height],
        layout: [element.clientWidth, element.clientHeight],
        off: Math.max(
          ...(['left', 'top', 'right', 'bottom'] as const).map((side) => Math.abs(outer[side] - inner[side])),
        ),
      };
    });
  }

  it.each([
    ['16 by 9 by itself', 'width: 480px', '', 'div', [480, 270]],
    ['as the host says', 'width: 300px', 'height: 200px', 'div', [300, 200]],
    ['in a shape of the host', 'width: 310px', 'aspect-ratio: 1', 'div', [310, 310]],
    ['under a scale', 'width: 320px; transform: scale(0.5)', '', 'div', [320, 180]],
    [
      'under a large scale',
      'width: 352px; transform: scale(1.7); transform-origin: 0 0',
      '',
      'div',
      [352, 198],
    ],
    ['as it comes in from nothing', 'width: 336px; scale: 0', '', 'div', [336, 189]],
    ['under zoom', 'width: 368px; zoom: 1.5', '', 'div', [368, 207]],
    ['in an opened details', 'width: 384px', '', 'details', [384, 216]],
    ['in a dialog', 'width: 400px; padding: 0; border: 0', '', 'dialog', [400, 225]],
    ['at 200 pixels', 'width: 200px', 'aspect-ratio: 4 / 3', 'div', [200, 150]],
    [
      'in a grid that keeps a least height',
      'width: 328px; display: grid; grid-template-columns: 100%',
      'aspect-ratio: 2; min-height: 200px',
      'div',
      [328, 200],
    ],
    [
      'in a grid that centres it',
      'width: 344px; height: 300px; display: grid; align-items: center',
      'aspect-ratio: 2',
      'div',
      [344, 172],
    ],
    [
      'in a row that shares its width',
      'width: 416px; height: 100px; display: flex',
      'flex: 1',
      'div',
      [416, 100],
    ],
  ])('%s', async (_name, box, own, wrap, size) => {
    const found = await layOut(box, own, wrap);
    expect(found.layout).toEqual(size);
    expect(found.drawn).toEqual(size);
    expect(found.off).toBeLessThan(0.6);
  });

  it('after it was not laid out at all, or had no width', async () => {
    await layOut('width: 432px; display: none');
    expect((await layOut('width: 0')).drawn).toEqual([1, 1]);
    expect((await layOut('width: 448px')).drawn).toEqual([448, 252]);
  });

  it('in full screen, and after it', async () => {
    const { page } = shared();
    await layOut('width: 464px');
    const drawn = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('rack-field')!.shadowRoot!.querySelector('canvas')!;
        return [canvas.width, canvas.height];
      });
    await page.locator('rack-field').evaluate((element) => element.requestFullscreen());
    await expect.poll(drawn).toEqual([800, 600]);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(drawn).toEqual([464, 261]);
  });
});

/**
 * What is wrong with the controls: those whose words are cut, that leave the picture, that overlap another one, that a pointer in their
 * middle does not hit, or that are smaller than 24 pixels. `size` is that of the day's letters, CSS pixels.
 */
const wrongControls = (page: Page) =>
  page.evaluate(() => {
    const { shadowRoot, clientWidth, clientHeight } = document.querySelector('rack-field')!;
    const all = ['.play', '.days', '.day', '.count', '.controls .caption'].flatMap((name) => {
      const part = shadowRoot!.querySelector(name)!;
      const box = part.getBoundingClientRect();
      return box.width > 0 ? [{ name, part, box }] : [];
    });
    const wrong = all.flatMap(({ name, part, box }, at) => {
      const target = part.querySelector('summary') ?? part;
      const { left, top, width, height } = target.getBoundingClientRect();
      const isOver = (other: DOMRect) =>
        Math.min(box.right, other.right) - Math.max(box.left, other.left) > 0.5 &&
        Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 0.5;
      const isInside =
        box.left >= 0 && box.top >= 0 && box.right <= clientWidth && box.bottom <= clientHeight;
      const hit = shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
      const isCut = part.matches('.day, .count') && part.scrollWidth > part.clientWidth + 1;
      const isSmall = part.matches('.play, .days, .caption') && Math.min(width, height) < 24;
      return [
        ...(isCut ? [`${name} is cut`] : []),
        ...(isInside ? [] : [`${name} leaves the picture`]),
        ...(target.contains(hit) ? [] : [`${name} is covered`]),
        ...(isSmall ? [`${name} is small`] : []),
        ...all
          .slice(at + 1)
          .flatMap((other) => (isOver(other.box) ? [`${name} overlaps ${other.name}`] : [])),
      ];
    });
    const { fontSize } = getComputedStyle(shadowRoot!.querySelector('.day')!);
    return { wrong, size: Number.parseFloat(fontSize) };
  });

describe('on a page of html { font-size: 10px }', () => {
  it.each([
    ['of their usual size', 16, [14, 14, 12, 12]],
    ['of twice their size', 32, [24, 22.4, 15.6, 12]],
  ])('the controls are whole with letters %s, in every size', async (_name, standard, sizes) => {
    const opened = await harness().open('about:blank', WINDOW);
    const { page } = opened;
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: 13 } });
    await page.goto(pageAt('html { font-size: 10px } body { margin: 0 }', ELEMENT));
    await load(page);
    const found: unknown[] = [];
    const places = [
      [640, 360],
      [560, 500],
      [390, 219],
      [200, 300],
    ] as const;
    for (const [width, height] of places) {
      const style = `width: ${width}px; height: ${height}px`;
      await page.evaluate(
        (style) => document.querySelector('rack-field')!.setAttribute('style', style),
        style,
      );
      await chances(page, 6);
      found.push(await wrongControls(page));
    }
    expect(found).toEqual(sizes.map((size) => ({ wrong: [], size: expect.closeTo(size, 1) })));
    assertSilent(opened);
  });
});

/** Every computed style that a host could reach, of all that the element shows; a script of the page. */
const SHADOW_STYLES = `[...document.querySelector('rack-field').shadowRoot.querySelectorAll('*')].map((node) => {
  const style = getComputedStyle(node);
  const names = [...style].filter((name) => !/^(--|inline-size|block-size|width|height|perspective|transform-origin)/.test(name));
  return node.localName + '.' + node.className + ': ' + names.map((name) => name + ' ' + style.getPropertyValue(name)).join('; ');
})`;

/** The lines of a list that differ from those of another, with what they would be. */
const withoutEqual = (a: string[], b: string[]) =>
  a.length === b.length
    ? a.flatMap((line, at) => {
        const other = b[at]!.split('; ');
        const odd = line
          .split('; ')
          .flatMap((each, i) => (each === other[i] ? [] : [`${each} | ${other[i]}`]));
        return odd.length > 0 ? [`${line.slice(0, 30)}: ${odd.join('; ')}`] : [];
      })
    : [a, b];

const HOSTILE = `
* { all: unset }
html { font-size: 10px }
* { font: italic 31px/3 fantasy !important; letter-spacing: 9px; word-spacing: 9px; text-transform: uppercase; text-align: right; text-indent: 40px;
  color: #f0f; background: #0ff; margin: 9px; padding: 9px; border: 5px solid red; white-space: pre; list-style: square; cursor: help;
  box-sizing: content-box; text-shadow: 3px 3px red; hyphens: auto; user-select: none; accent-color: #0f0; caret-color: red }
`;
const SIZED =
  'body { margin: 0 } rack-field { display: grid; width: 480px; height: 270px; margin: 0; padding: 0; border: 0 }';

describe('a host with a hostile style sheet', () => {
  it('changes nothing inside of the element', async () => {
    const open = async (sheet: string) => {
      const opened = await harness().open(pageAt(sheet + SIZED, ELEMENT), WINDOW);
      await load(opened.page);
      // The way home and the caption find their state a little after the first frame.
      await chances(opened.page, 30);
      assertSilent(opened);
      return () => opened.page.evaluate<string[]>(SHADOW_STYLES);
    };
    const plain = await open('');
    expect((await plain()).length).toBeGreaterThan(10);
    const hostile = await open(HOSTILE);
    await expect.poll(async () => withoutEqual(await hostile(), await plain())).toEqual([]);
  });

  it('is not covered by it, even if it makes the element a part of a line', async () => {
    const text = '<p id="text" style="display: block">The article goes on.</p>';
    const opened = await harness().open(
      pageAt('* { all: unset } body { display: block }', ELEMENT + text),
      WINDOW,
    );
    const { page } = opened;
    await load(page);
    const found = await page.evaluate(() => {
      const frame = document.querySelector('rack-field')!.shadowRoot!.querySelector('.frame')!;
      const [picture, text] = [
        frame.getBoundingClientRect(),
        document.querySelector('#text')!.getBoundingClientRect(),
      ];
      return { height: picture.height, gap: text.top - picture.bottom };
    });
    expect(found.height).toBeGreaterThan(100);
    expect(found.gap).toBeGreaterThanOrEqual(0);
    assertSilent(opened);
  });
});

describe('light and dark', () => {
  it('follow the page that the element is on, and its own attribute before that', async () => {
    const opened = await harness().open(pageAt(`:root { color-scheme: dark } ${SIZED}`, ELEMENT), WINDOW);
    const { page } = opened;
    await load(page);
    const scheme = () =>
      page.evaluate(
        () =>
          document.querySelector('rack-field')!.shadowRoot!.querySelector<HTMLElement>('.controls')!.dataset
            .page,
      );
    expect(await scheme()).toBe('dark');
    await page.evaluate(() => document.documentElement.style.setProperty('color-scheme', 'light'));
    await expect.poll(scheme).toBe('light');
    await page.evaluate(() => document.querySelector('rack-field')!.setAttribute('color-scheme', 'dark'));
    await expect.poll(scheme).toBe('dark');
    await page.evaluate(() => document.querySelector('rack-field')!.removeAttribute('color-scheme'));
    await expect.poll(scheme).toBe('light');
    assertSilent(opened);
  });

  it('follow a page that leaves it to the system', async () => {
    const page = pageAt(`:root { color-scheme: light dark } ${SIZED}`, ELEMENT);
    const opened = await harness().open(page, { ...WINDOW, colorScheme: 'dark' });
    await load(opened.page);
    const { page: shown } = opened;
    const piece = shown.locator('rack-field .controls');
    expect(await piece.getAttribute('data-page')).toBe('dark');
    await shown.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => piece.getAttribute('data-page')).toBe('light');
    assertSilent(opened);
  });
});

describe('on a page that is written from right to left', () => {
  it('numbers and dates keep their order', async () => {
    const opened = await harness().open(pageAt(SIZED, ELEMENT, 'dir="rtl"'), WINDOW);
    const { page } = opened;
    await load(page);
    /** Where the words of a text stand, from the left, CSS pixels. */
    const lefts = (selector: string) =>
      page.evaluate((selector) => {
        const text = document.querySelector('rack-field')!.shadowRoot!.querySelector(selector)!
          .firstChild as Text;
        return [...text.data.matchAll(/\S+/g)].map(({ index, 0: word }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return range.getBoundingClientRect().left;
        });
      }, selector);
    for (const selector of ['.day', '.count']) {
      const found = await lefts(selector);
      expect(found.length, selector).toBeGreaterThan(2);
      expect(found, selector).toEqual([...found].sort((a, b) => a - b));
    }
    assertSilent(opened);
  });
});

describe('with forced colours', () => {
  it('the play button has its icon, and the focus on the picture its ring', async () => {
    const opened = await harness().open(pageAt(SIZED, ELEMENT), { ...WINDOW, forcedColors: true });
    const { page } = opened;
    await load(page);
    const colours = await page.evaluate(() => {
      const play = document.querySelector('rack-field')!.shadowRoot!.querySelector('.play')!;
      return [getComputedStyle(play).backgroundColor, getComputedStyle(play, '::before').backgroundColor];
    });
    expect(colours[0]).not.toBe(colours[1]);
    const corner = { x: 0, y: 0, width: 3, height: 60 };
    const before = await photograph(page, corner);
    await page.keyboard.press('Tab');
    const after = await photograph(page, corner);
    expect(pixelAt(after, 1, 50)).not.toEqual(pixelAt(before, 1, 50));
    assertSilent(opened);
  });
});

describe('printed', () => {
  it('the page has the picture as it was drawn', async () => {
    const opened = await harness().open(pageAt(SIZED, ELEMENT), { ...WINDOW, ...WHOLE });
    const { page } = opened;
    await load(page);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      // What is left of the drawing buffer after a frame is up to the browser; in print nothing is.
      document.querySelector('rack-field')!.shadowRoot!.querySelector('canvas')!.style.opacity = '0';
    });
    const picture = await photograph(page, { x: 20, y: 20, width: 400, height: 200 });
    expect(colourCount(picture)).toBeGreaterThan(200);
    const left = await page.evaluate(() => {
      window.dispatchEvent(new Event('afterprint'));
      return document.querySelector('rack-field')!.shadowRoot!.querySelectorAll('canvas').length;
    });
    expect(left).toBe(1);
    const pdf = await page.pdf();
    expect(pdf.toString('latin1')).toMatch(/\/Subtype\s*\/Image/);
    assertSilent(opened);
  });
});
