import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../assets/languages/en.json';
import { VIEWS } from '../../src/views/view.ts';
import {
  directionOfText,
  fill,
  languageOf,
  loadLanguages,
  loadWords,
  sayIn,
  sentencesIn,
  sharedWords,
  wordsTag,
} from '../../src/state/words.ts';

const src = resolve(import.meta.dirname, '../../src');
/** The explorer has words of its own; the rest of the code says what the shared file has. */
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path));
const textOf = (path: string) => readFileSync(join(src, path), 'utf8');
const shared = files.filter((path) => !path.startsWith('ui/explorer/'));
const all = files.map(textOf).join('\n');
const code = shared.map(textOf).join('\n');
const rooms = [...new Set(Object.keys(english).map((key) => key.slice(0, key.indexOf('.'))))];

/** Keys that stand in the code as they are, and the reasons that address.ts makes into keys. */
function keysSaid(): Set<string> {
  const literal = new RegExp(`'((?:${rooms.join('|')})\\.\\w+)'`, 'g');
  const keys = [...code.matchAll(literal)].map((match) => match[1]!);
  const reasons = [...textOf('state/address.ts').matchAll(/refuse\(([^\n]*)\);/g)]
    .flatMap(
      (match) =>
        match[1]!
          .split(',')
          .slice(1)
          .join(',')
          .match(/'[a-z]\w*'/gi) ?? [],
    )
    .map((reason) => `notice.${reason.slice(1, -1)}`);
  return new Set([...keys, ...reasons]);
}

describe('the shared language file', () => {
  it('has every key that the code says, and every view', () => {
    const keys = keysSaid();
    expect(shared.length).toBeGreaterThan(50);
    expect(keys.size).toBeGreaterThan(15);
    expect([...keys].filter((key) => !(key in english))).toEqual([]);
    for (const view of VIEWS) expect(english).toHaveProperty([`view.${view}`]);
  });

  it('has no key that nothing says', () => {
    const keys = keysSaid();
    const begun = [...all.matchAll(/`([a-z]+\.)\$\{/g)].map((match) => match[1]!);
    const unsaid = Object.keys(english).filter(
      (key) =>
        !keys.has(key) && !all.includes(`'${key}'`) && !(key.startsWith('view.') && begun.includes('view.')),
    );
    expect(unsaid).toEqual([]);
  });

  it('has sentences, not leftovers', () => {
    for (const [key, sentence] of Object.entries(english)) {
      expect(sentence.trim(), key).toBe(sentence);
      expect(sentence, key).not.toBe('');
      if (key.startsWith('notice.')) expect(sentence, key).toMatch(/[.}]$/);
    }
  });
});

describe('files of other languages', () => {
  const folder = resolve(src, '../assets/languages');
  const read = (name: string) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
  const names = readdirSync(folder);
  const endings = names.flatMap((name) => (/^en(.*)$/.exec(name) ?? []).slice(1));
  const tags = names.flatMap((name) => (/^([^.]+)\.json$/.exec(name) ?? []).slice(1));

  it('have exactly the keys of the English file of the same chunk, with the same places', () => {
    const places = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();
    expect(tags).toEqual(expect.arrayContaining(['ar', 'de', 'en', 'es', 'fr', 'zh-Hans']));
    for (const ending of endings) {
      const model = read(`en${ending}`);
      for (const tag of tags) {
        const own = read(tag + ending);
        expect(Object.keys(own).sort(), tag + ending).toEqual(Object.keys(model).sort());
        for (const [key, sentence] of Object.entries(own)) {
          expect(places(sentence), `${tag}${ending}: ${key}`).toEqual(places(model[key]!));
          expect(sentence.trim(), `${tag}${ending}: ${key}`).toBe(sentence);
          expect(sentence, `${tag}${ending}: ${key}`).not.toBe('');
        }
      }
    }
  });

  it('are set as their language sets type', () => {
    /** What a language never writes, by the start of its tag. */
    const wrong: Readonly<Record<string, RegExp>> = {
      ar: /\p{Script=Arabic}\s?[,;?]|[,;?]\s?\p{Script=Arabic}/u,
      zh: /\p{Script=Han} ?[,;:?!()]|[,;:?!()] ?\p{Script=Han}|\p{Script=Han} [\w{]|[\w%] \p{Script=Han}|[\d}] (?:MW|kW|GB|mm|m|U)(?!\w)/u,
      // A unit keeps to its number, and in French a high sign to its word.
      de: /[\d}] (?:mm|m|kg|s|h|min|MW|kW|GB|HE|%)(?![\p{L}\d])|"/u,
      es: /[\d}] (?:mm|m|kg|s|h|min|MW|kW|GB|U|%)(?![\p{L}\d])|"/u,
      fr: /[\d}] (?:mm|m|kg|s|h|min|MW|kW|Go|U|%)(?![\p{L}\d’])| [;:?!»]|« |["']/u,
    };
    const found = names.flatMap((name) => {
      const pattern = wrong[name.slice(0, 2)];
      return Object.entries(read(name)).flatMap(([key, sentence]) =>
        pattern?.test(sentence) ? `${name}, ${key}: ${sentence}` : [],
      );
    });
    expect(found).toEqual([]);
  });

  it('say that they run from right to left where they do not begin with such a letter', () => {
    const found = names
      .filter((name) => name.startsWith('ar'))
      .flatMap((name) =>
        Object.entries(read(name)).map(([key, sentence]) => [`${name}, ${key}`, sentence] as const),
      )
      .filter(([, sentence]) => /\p{Script=Arabic}|\} ?[:،]/u.test(sentence))
      // What isolates a text takes its direction from its first letter, which may be that of a value.
      .filter(([, sentence]) => /^[^\p{L}\u200f\u2067]*[\p{Script=Latin}{]/u.test(sentence));
    expect(found).toEqual([]);
  });

  it('are chosen by language and script', async () => {
    expect(await loadLanguages()).toEqual(expect.arrayContaining([...tags]));
    const chosen = {
      'de-AT': 'de',
      zh: 'zh-Hans',
      'zh-CN': 'zh-Hans',
      'zh-SG': 'zh-Hans',
      'ar-EG': 'ar',
      'es-MX': 'es',
    };
    for (const [tag, language] of Object.entries(chosen)) expect(languageOf(tag), tag).toBe(language);
    // Nobody gets a script that is not theirs.
    for (const tag of ['zh-TW', 'zh-Hant', 'zh-HK', 'ja', 'xx', 'not a tag']) {
      expect(languageOf(tag), tag).toBe('en');
      expect(wordsTag(tag), tag).toBe('en');
    }
    expect(wordsTag('de-AT')).toBe('de-AT');
  });

  it('are loaded by their endings, for the language that is asked for', async () => {
    await loadWords('fr-CA', '.telling');
    const french = read('fr.telling.json');
    expect(sentencesIn('fr', '.telling')).toEqual(french);
    expect(sentencesIn('fr', '.speaker')).toBeUndefined();
    expect(sentencesIn('es', '.telling')).toBeUndefined();
    await loadWords('es');
    expect(sentencesIn('es', '.telling')).toEqual(read('es.telling.json'));
  });
});

describe('say', () => {
  const say = sayIn('en', sharedWords);

  it('fills the places of a sentence, and takes values as text', () => {
    const values = { inService: '{installed}', installed: '$&' };
    expect(fill('{inService} of {installed}', values)).toBe('{installed} of $&');
    expect(fill('{inService} of {installed}', { inService: 3 })).toBe('3 of {installed}');
  });

  it('shows a key that is missing as itself', () => {
    expect(say('no.such.key')).toBe('no.such.key');
    expect(say('toString')).toBe('toString');
  });

  it('speaks English where there is no file of the language', async () => {
    for (const tag of ['en', 'en-GB', 'zxx', 'xx-Invalid', '', 'constructor', '__proto__']) {
      await loadWords(tag);
      expect(sayIn(tag, sharedWords)('element.play')).toBe(english['element.play']);
      expect(wordsTag(tag).slice(0, 2)).toBe('en');
    }
  });

  it('is one function for one wish, and knows only the words that are asked for', () => {
    expect(sayIn('en', sharedWords)).toBe(sayIn('en-GB', sharedWords));
    const own = { file: '.own', english: { 'own.word': 'Own {name}' } };
    expect(sayIn('en', sharedWords, own)('own.word', { name: 'A' })).toBe('Own A');
    expect(sayIn('en', sharedWords)('own.word')).toBe('own.word');
  });

  it('lists several values in the way of the language, each isolated where that is needed', () => {
    expect(fill('It can be: {a}.', { a: ['x', 'y', 'z'] })).toBe('It can be: x, y, or z.');
    expect(fill('可选：{a}。', { a: ['x', 'y', 'z'] }, 'zh-Hans')).toBe('可选：x、y或z。');
    expect(fill('الخيارات: {a}.', { a: ['x', 'y'] }, 'ar')).toBe('الخيارات: \u2068x\u2069 أو \u2068y\u2069.');
  });

  it('knows which way a text runs that stands by itself', () => {
    const texts = ['2.24 متر', '80,000 وحدة GPU', '2.24 m', 'Colossus', '12', ''];
    expect(texts.map(directionOfText)).toEqual(['rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'ltr']);
  });

  it('isolates a value only where it and the sentence could run in different directions', () => {
    expect(fill('{name}, seen from above', { name: 'Colossus' })).toBe('Colossus, seen from above');
    expect(fill('{name}, day {day}', { name: 'قاعة', day: 3 })).toBe('\u2068قاعة\u2069, day 3');
    expect(fill('יום {day}', { day: 'Day 3' })).toBe('יום \u2068Day 3\u2069');
  });
});
