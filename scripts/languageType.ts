/** Cuts the type of languages whose letters the product's own type lacks down to the letters that are in use. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/** Families on the npm registry under the SIL Open Font License, by script (ISO 15924); each comes in slices of the Unicode range. */
const FAMILIES: Readonly<Record<string, string>> = { Arab: 'noto-sans-arabic', Hans: 'noto-sans-sc' };
/** What Archivo has (see tokens.css) and raised figures, which the families lack, so that nothing is shipped for it. */
const OWN = /[\u0000-\u024f\u1e9e\u2000-\u209f\u20ac\u2122\u2190-\u2193\u2212]/u;
const WEIGHTS = { wght: { min: 400, max: 700 } };
const LANGUAGES = resolve(import.meta.dirname, '../assets/languages');
const PACKAGES = resolve(import.meta.dirname, '../node_modules/@fontsource-variable');

const KEPT = resolve(import.meta.dirname, '../node_modules/.cache/language-type');

/** Bytes of one slice and the letters that it is for, as CSS writes a range. */
export interface Slice {
  range: string;
  bytes: Buffer;
}

/** Tags of the languages that have files, English left out. */
export const translatedTags = (folder = LANGUAGES): string[] =>
  readdirSync(folder).flatMap((name) => (/^(?!en\.)([^.]+)\.json$/.exec(name) ?? []).slice(1));

const scriptOf = (tag: string) => new Intl.Locale(tag).maximize().script ?? '';

/** The name of a language in its own words, as the choice of languages shows it. */
const nameOf = (tag: string) => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

/** Everything that `Intl` writes for a tag in the product's formats: dates of every month, and lengths, masses and memory. */
function writtenByIntl(tag: string): string {
  const parts = [nameOf(tag)];
  for (let month = 0; month < 12; month++)
    for (const style of ['long', 'short', 'narrow'] as const) {
      const options = { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' } as const;
      parts.push(new Intl.DateTimeFormat(tag, options).format(Date.UTC(2024, month, 28)));
      parts.push(
        new Intl.DateTimeFormat(tag, { month: style, timeZone: 'UTC' }).format(Date.UTC(2024, month)),
      );
    }
  for (const dateStyle of ['full', 'medium'] as const)
    for (let day = 1; day < 8; day++)
      parts.push(new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day)));
  for (const unit of UNITS)
    for (const value of [0, 1, 2, 3, 11, 100, 1234567.89])
      parts.push(new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short' }).format(value));
  return parts.join('');
}
const UNITS = [
  ...['millimeter', 'meter', 'kilometer', 'foot', 'inch', 'kilogram'],
  ...['gigabyte', 'terabyte', 'petabyte', 'second', 'minute', 'percent'],
];

/** The letters of a language's files, and of what `Intl` writes, that the product's own type lacks. */
export function lettersOf(tag: string, folder = LANGUAGES): Set<string> {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${tag}.`));
  const texts = files.flatMap((name) =>
    Object.values(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>),
  );
  return foreign(texts.join('') + writtenByIntl(tag));
}

const foreign = (text: string) => new Set([...text].filter((letter) => !OWN.test(letter)));

/** Whether a range as CSS writes it (`U+4e00-4e10,U+5000`) has a code point. */
function holds(range: string, point: number): boolean {
  return range.split(',').some((part) => {
    const [from = Number.NaN, to = from] = part
      .replace(/^\s*U\+/i, '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return point >= from && point <= to;
  });
}

/** Cuts a language's family down to these letters; none for a script that the product's own type has. Warns of a script without a family. */
export async function slicesFor(tag: string, letters: ReadonlySet<string>): Promise<Slice[]> {
  const family = FAMILIES[scriptOf(tag)];
  if (!family) {
    if (letters.size > 0 && scriptOf(tag) !== 'Latn')
      console.warn(`No type for ${tag}: scripts/languageType.ts knows no family for ${scriptOf(tag)}.`);
    return [];
  }
  const home = join(PACKAGES, family);
  const ranges = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8')) as Record<string, string>;
  const left = new Set(letters);
  const slices: Slice[] = [];
  for (const [name, range] of Object.entries(ranges)) {
    const own = [...left].filter((letter) => holds(range, letter.codePointAt(0)!));
    if (own.length === 0) continue;
    for (const letter of own) left.delete(letter);
    const file = join(home, `files/${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`);
    if (!existsSync(file)) throw new Error(`${basename(file)} is not in the package ${family}.`);
    const bytes = await cut(readFileSync(file), own.sort().join(''));
    const points = own.map((letter) => `U+${letter.codePointAt(0)!.toString(16)}`);
    slices.push({ range: points.join(','), bytes });
  }
  return slices;
}

/** A font with these letters only. Kept from build to build, since Chinese takes seconds. */
async function cut(font: Buffer, text: string): Promise<Buffer> {
  const kept = join(KEPT, createHash('sha256').update(font).update(text).digest('hex'));
  if (existsSync(kept)) return readFileSync(kept);
  const options = { variationAxes: WEIGHTS, targetFormat: 'woff2', noHinting: true } as const;
  const bytes = await subsetFont(font, text, options);
  mkdirSync(KEPT, { recursive: true });
  // Another build may read it at the same time.
  writeFileSync(`${kept}.${process.pid}`, bytes);
  renameSync(`${kept}.${process.pid}`, kept);
  return bytes;
}

const MODULE = 'virtual:language-type';

/**
 * The module `virtual:language-type`: by language one file with the slices of its type, and for each slice its range, where it begins and
 * where it ends; and `names`, the letters of all languages' own names. With `none` there is nothing in it: in development, in tests, and in
 * the classic build, which may stand where browsers refuse fonts.
 */
export function languageType({ none = false } = {}): Plugin {
  let isServed = false;
  return {
    name: 'rackfield:language-type',
    configResolved: ({ command }) => void (isServed = command === 'serve'),
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null;
      const found: string[] = [];
      const tags = none || isServed ? [] : translatedTags();
      const names = (await Promise.all(tags.map((tag) => slicesFor(tag, foreign(nameOf(tag)))))).flat();
      for (const tag of [...tags, 'names']) {
        const slices = tag === 'names' ? names : await slicesFor(tag, lettersOf(tag));
        if (slices.length === 0) continue;
        const source = Buffer.concat(slices.map(({ bytes }) => bytes));
        const file = this.emitFile({ type: 'asset', name: `type-${tag}.bin`, source });
        let end = 0;
        const faces = slices.map(({ range, bytes: { length } }) => {
          end += length;
          return [range, end - length, end];
        });
        found.push(
          `${JSON.stringify(tag)}:{url:import.meta.ROLLUP_FILE_URL_${file},faces:${JSON.stringify(faces)}}`,
        );
      }
      return `export default {${found.join(',')}};`;
    },
  };
}
