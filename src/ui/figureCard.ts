import type { ExplainedFigure } from '../inventory/figures/explained.ts';
import { tokensOf } from '../model/formula.ts';
import type { Grade } from '../model/figure.ts';
import { type Format, withSymbol } from './format.ts';

/** What a card needs of a figure. */
type CardFigure = Omit<ExplainedFigure, 'id'>;

/** The lines of a figure's card, as plain text. */
export interface Card {
  name: string;
  about?: string;
  /** With its unit. */
  value: string;
  /** From the least to the most, with its unit. */
  range?: string;
  /** The figures that it is computed from, with their units: 192 GB / 141 GB − 1. */
  arithmetic?: string;
  grade: Grade;
  /** See `NamedFigure.restsOn`. */
  restsOn?: Grade;
  asOf?: string;
  /** Publisher, title and date. */
  source?: readonly string[];
  /** Address of the source at its publisher. */
  link?: string;
  note?: string;
}

/** Names that Intl has for units, and whether they are written out. */
const INTL: Readonly<Record<string, [unit: string, display: 'short' | 'long']>> = {
  '%': ['percent', 'short'],
  mm: ['millimeter', 'short'],
  m: ['meter', 'short'],
  kg: ['kilogram', 'short'],
  GB: ['gigabyte', 'short'],
  h: ['hour', 'short'],
  days: ['day', 'long'],
};
/** How other units are written; a bare number has none, nor has one whose figure is named after its unit. Those that are missing here are written as they are. */
const WRITTEN: Readonly<Record<string, string>> = { count: '', homes: '', U: '', mm2: 'mm²', m2: 'm²' };
/** Prefixes of operations for each joule, each 1000 times the one before. */
const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P'];
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** From here on numbers are written as powers of ten. */
const HUGE = 1e15;
const NO_BREAK = '\u00a0';

/** Digits after the point: as given, at most four; of computed values two below 10, one below 1000, then none. */
function digits(value: number, isComputed: boolean): Intl.NumberFormatOptions {
  const size = Math.abs(value);
  if (!isComputed) return { maximumFractionDigits: 4 };
  if (size > 0 && size < 0.1) return { maximumSignificantDigits: 2 };
  return { maximumFractionDigits: size < 10 ? 2 : size < 1000 ? 1 : 0 };
}

const formats = new Map<string, Intl.NumberFormat>();

/** A format of numbers, made once: making one takes longer than using it. */
function formatOf(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${tag} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(tag, options);
  formats.set(key, known);
  return known;
}

/** A value with its unit, in the way of a language. */
export function measured(value: number, unit: string, tag: string, isComputed = false): string {
  const options = digits(value, isComputed);
  const intl = INTL[unit];
  if (intl) {
    const [name, unitDisplay] = intl;
    return formatOf(tag, { ...options, style: 'unit', unit: name, unitDisplay }).format(value);
  }
  if (unit === 'FLOP/J' && value >= 1) {
    const step = Math.min(Math.floor(Math.log10(value) / 3), PREFIXES.length - 1);
    const number = formatOf(tag, { maximumSignificantDigits: 3 }).format(value / 1000 ** step);
    return withSymbol(tag, number, `${PREFIXES[step]}${unit}`, NO_BREAK);
  }
  const power = Math.log10(value);
  const number =
    value < HUGE
      ? formatOf(tag, options).format(value)
      : Number.isInteger(power)
        ? `10${[...String(power)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`
        : formatOf(tag, { notation: 'scientific', maximumSignificantDigits: 3 }).format(value);
  const written = WRITTEN[unit] ?? unit;
  return written === '' ? number : withSymbol(tag, number, written, NO_BREAK);
}

const SIGNS: Readonly<Record<string, string>> = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' / ' };

/** A formula with the values of its figures instead of their ids; an unknown id stays. */
function written(formula: string, tag: string, find: (id: string) => CardFigure | undefined): string {
  return tokensOf(formula)
    .map((token) => {
      if (token.is === 'number') return measured(token.value, token.unit, tag);
      if (token.is !== 'id') return SIGNS[token.is] ?? token.is;
      const figure = find(token.id);
      return figure ? measured(figure.value, figure.unit, tag, figure.arithmetic !== undefined) : token.id;
    })
    .join('');
}

/** The card of a figure in the way of a language; `find` answers the figures that it is computed from. */
export function cardOf(
  figure: CardFigure,
  find: (id: string) => CardFigure | undefined,
  { tag, knownDate }: Pick<Format, 'tag' | 'knownDate'>,
): Card {
  const { name, about, value, unit, low, high, asOf, source, grade, restsOn, note, arithmetic } = figure;
  const isComputed = arithmetic !== undefined;
  const text = (number: number) => measured(number, unit, tag, isComputed);
  const isRanged = low !== undefined && high !== undefined && text(low) !== text(high);
  return {
    ...{ name, value: text(value), grade },
    ...(about !== undefined && { about }),
    ...(isRanged && { range: `${text(low)} – ${text(high)}` }),
    ...(isComputed && { arithmetic: written(arithmetic, tag, find) }),
    ...(restsOn && { restsOn }),
    ...(asOf !== undefined && { asOf: knownDate(asOf) }),
    ...(source && {
      source: [source.publisher, source.title, source.date && knownDate(source.date)].flatMap(
        (part) => part || [],
      ),
    }),
    ...(source?.url !== undefined && { link: source.url }),
    ...(note !== undefined && { note }),
  };
}
