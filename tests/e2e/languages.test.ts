import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import attract from '../../assets/exhibit/attract.json';
import { withHandle } from '../harness/browser.ts';
import { COARSE, harnessForFile, sharedPage } from '../harness/suite.ts';
import { findings } from './axe.ts';
import { troubles } from './troubles.ts';

const TAGS = ['de', 'es', 'fr', 'zh-Hans', 'ar', 'en'];
const STILL = 'quality=low&motion=reduce&lang=en';
const folder = resolve(import.meta.dirname, '../../assets/languages');
const words = (tag: string, chunk: string) =>
  JSON.parse(readFileSync(resolve(folder, `${tag}.${chunk}.json`), 'utf8')) as Record<string, string>;
const harness = harnessForFile({ policy: true }, { ...COARSE, triangles: 1 });

const speaks = (page: Page, tag: string) =>
  page.locator(`html[lang="${tag}"]`).waitFor({ state: 'attached' });
const directionOf = (page: Page) => page.locator('html').getAttribute('dir');
/** What the viewer sees, apart from words. */
const stateOf = (page: Page) =>
  withHandle(page, (handle) => {
    const { view, day, look, story, step, curve, config } = handle.stats();
    return { view, day, look, story, step, curve, config };
  });

describe('the explorer', () => {
  const shared = sharedPage(harness, `?${STILL}&day=100&view=hall`, {
    viewport: { width: 1280, height: 720 },
  });

  it.each(TAGS)('speaks %s: whole sentences, nothing lost, nothing moved', async (tag) => {
    const { page } = shared();
    const before = await stateOf(page);
    await page.locator('.languages').selectOption(tag);
    await speaks(page, tag);
    expect(await directionOf(page)).toBe(tag === 'ar' ? 'rtl' : 'ltr');
    expect(await stateOf(page)).toEqual(before);
    expect(await troubles(page)).toEqual([]);
    expect(await findings(page)).toEqual([]);
  });
});

describe('the stage', () => {
  const shared = sharedPage(harness, `present/?${STILL}&story=122-days`, {
    viewport: { width: 1280, height: 720 },
  });

  it.each(TAGS)('speaks %s: the step that is told stays', async (tag) => {
    const { page } = shared();
    const before = await stateOf(page);
    await page.locator('.stage-menu').dispatchEvent('click');
    expect(await troubles(page)).toEqual([]);
    await page.locator(`.stage-languages [lang="${tag}"]`).dispatchEvent('click');
    await speaks(page, tag);
    await page.locator('.stage-close').dispatchEvent('click');
    expect(await stateOf(page)).toEqual(before);
    expect(await troubles(page)).toEqual([]);
    expect(await findings(page)).toEqual([]);
  });
});

describe('the element at 320 pixels', () => {
  const shared = sharedPage(harness, `embed/?${STILL}&controls`, { viewport: { width: 320, height: 240 } });

  it.each(TAGS)('speaks %s', async (tag) => {
    const { page } = shared();
    await page.locator('rack-field').evaluate((element, lang) => element.setAttribute('lang', lang), tag);
    await page.locator(`rack-field .frame[lang="${tag}"]`).waitFor({ state: 'attached' });
    expect(await troubles(page, 'rack-field')).toEqual([]);
    // Landmarks and headings are those of the page around the frame.
    const own = (await findings(page)).filter((each) => !/^(landmark|page-has-heading|region)/.test(each));
    expect(own).toEqual([]);
  });
});

describe('the exhibit', () => {
  const shared = sharedPage(harness, `kiosk/?${STILL}`, {
    viewport: { width: 1080, height: 1920 },
    touch: true,
  });
  const SIZES = [
    { width: 1080, height: 1920 },
    { width: 3840, height: 2160 },
  ];
  const choose = async (page: Page, tag: string) => {
    await page.locator(`.exhibit-languages [lang="${tag}"]`).dispatchEvent('click');
    await speaks(page, tag);
  };
  /** Looks at some screens in all languages and both sizes; each is brought up by a function. */
  async function lookAt(page: Page, screens: Readonly<Record<string, () => Promise<unknown>>>) {
    const found: string[] = [];
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const tag of TAGS) {
        await choose(page, tag);
        for (const [name, show] of Object.entries(screens)) {
          await show();
          found.push(...(await troubles(page)).map((each) => `${tag}, ${size.width}, ${name}: ${each}`));
        }
      }
    }
    expect(found).toEqual([]);
  }

  it('has room for all that the attract loop says, in every language', async () => {
    const { page } = shared();
    const found: string[] = [];
    /** Puts words into the picture that is there: opening the exhibit once for each language would take a minute. */
    const write = (words: { lang: string; dir: string; title: string; text: string; touch: string }) =>
      page.evaluate(({ lang, dir, title, text, touch }) => {
        Object.assign(document.documentElement, { lang, dir });
        const said = { heading: title, text, invite: touch };
        for (const [part, sentence] of Object.entries(said))
          document.querySelector(`.exhibit-${part}`)!.textContent = sentence;
      }, words);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      // English last, so that the page is as it was.
      for (const lang of TAGS) {
        const told = lang === 'en' ? {} : words(lang, 'stories');
        const touch = words(lang, 'exhibit')['exhibit.touch']!;
        for (const step of attract.steps) {
          const [title, text] = (['title', 'text'] as const).map(
            (part) => told[`attract.${step.id}.${part}`] ?? step[part],
          );
          await write({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr', title: title!, text: text!, touch });
          found.push(...(await troubles(page)).map((each) => `${lang}, ${size.width}: ${each}`));
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('says every screen in every language, in one piece', async () => {
    const { page } = shared();
    const touch = () => page.touchscreen.tap(500, 300);
    expect(await troubles(page)).toEqual([]);
    // The choice of a language begins the tour, and does not end it.
    await lookAt(page, { tour: async () => undefined });
    await page.locator('[data-state="tour"]').waitFor();
    await touch();
    await page.locator('[data-state="explore"]').waitFor();
    const features = page.locator('.exhibit-feature:not([hidden])');
    const screens = { explore: async () => undefined } as Record<string, () => Promise<unknown>>;
    for (let card = 0; card < (await features.count()); card++)
      screens[`card ${card}`] = () => features.nth(card).dispatchEvent('click');
    await lookAt(page, screens);
  });

  it.each(TAGS)('has nothing that axe finds in %s', async (tag) => {
    const { page } = shared();
    await choose(page, tag);
    expect(await findings(page)).toEqual([]);
  });
});
