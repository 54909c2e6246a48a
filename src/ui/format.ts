import { chosenTag, usableTag } from '../state/words.ts';

/** Number, date and length formats of one language tag. */
export type Format = ReturnType<typeof createFormat>;

const FEET = 0.3048;
const INCH = 0.0254;
/** Units of bytes from 1e9 on, each 1000 times the one before. */
const BYTES = ['gigabyte', 'terabyte', 'petabyte'];

const RIGHT_TO_LEFT = new Set('ar arc ckb dv fa he ks ku ps sd syr ug ur yi'.split(' '));
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa']);

/** The writing direction of a language tag. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const { language, script } = new Intl.Locale(usableTag(tag));
  if (script) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

/** A number with a symbol that Intl does not know; isolated where the text around it runs the other way, which would put the symbol first. */
export const withSymbol = (tag: string, number: string, symbol: string, space = ' '): string =>
  directionOf(tag) === 'rtl' ? `\u2066${number}${space}${symbol}\u2069` : `${number}${space}${symbol}`;

/** Makes the formats of a language tag; English for an invalid tag. Dates are in UTC. */
export function createFormat(wish: string | undefined) {
  const tag = usableTag(wish);
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const two = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const few = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const plain = new Intl.NumberFormat(tag, { useGrouping: false });
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    return (iso: string) => format.format(new Date(`${iso}T00:00:00Z`));
  };
  const unit = (name: string) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 1 });
  const tall = new Intl.NumberFormat(tag, { style: 'unit', unit: 'meter', maximumFractionDigits: 2 });
  const lengths = {
    mm: unit('millimeter'),
    m: unit('meter'),
    km: unit('kilometer'),
    ft: unit('foot'),
    in: unit('inch'),
  };
  const date = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const month = dates({ month: 'short', year: 'numeric' });
  const year = dates({ year: 'numeric' });
  // Intl has no megawatt; the symbol MW is the same in all languages.
  const megawatts = (watts: number) => (watts < 9.95e6 ? few : whole).format(watts / 1e6);

  /** The power of 1000 to write a number with, 0 to 3; 0.05 % early, so that 999.9 becomes 1 of the next unit. */
  const thousands = (value: number) => Math.min(3, Math.max(0, Math.floor(Math.log10(value * 1.0005) / 3)));
  const rounded = (value: number) => {
    const left = value / 1000 ** thousands(value);
    return left < 99.95 ? left : Math.round(left);
  };
  const short = (value: number) => few.format(rounded(value));

  return {
    tag,
    /** 100,000 */
    whole: (value: number) => whole.format(Math.floor(value)),
    /** A bare number with at most two places after the point. */
    decimal: (value: number) => two.format(value),
    /** 0.5x, 2x */
    factor: (value: number) => `${few.format(value)}×`,
    /** Watts as megawatts: 139 MW; two figures below ten. */
    power: (watts: number) => withSymbol(tag, megawatts(watts), 'MW'),
    /** The figure of `power` without its unit. */
    megawatts,
    /** Watts as 700 W, 10.2 kW or 34 MW. */
    watts: (value: number) => withSymbol(tag, short(value), ['W', 'kW', 'MW', 'GW'][thousands(value)]!),
    /** A number of seconds, and one of per cent, with their units. */
    seconds: (value: number) => unit('second').format(value),
    percent: (value: number) => unit('percent').format(value),
    /** Bytes as 80 GB, 41 TB or 16 PB. */
    bytes: (value: number) => unit(BYTES[Math.min(2, thousands(value / 1e9))]!).format(rounded(value / 1e9)),
    /** Kilograms as 80 kg or 9.6 t. */
    mass: (value: number) =>
      value < 1000
        ? unit('kilogram').format(value)
        : withSymbol(tag, (value < 1e5 ? few : whole).format(value / 1000), 't'),
    /** Several things as one text: 96 servers and 384 processors. */
    list: (all: readonly string[]) => new Intl.ListFormat(tag).format(all),
    /** ISO date as 2 September 2024, 2 Sep 2024, Sep, S (for a narrow axis), and 2024. */
    date,
    shortDate: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    monthName: dates({ month: 'short' }),
    monthLetter: dates({ month: 'narrow' }),
    year,
    /** ISO date as the bare number of its year, for an axis: Chinese and Japanese add a word otherwise. */
    yearNumber: (iso: string) => plain.format(Number(iso.slice(0, 4))),
    /** ISO date, month (`2024-09`) or year (`2024`), with the parts that it has. */
    knownDate(iso: string) {
      if (iso.length === 4) return year(`${iso}-01-01`);
      return iso.length === 7 ? month(`${iso}-01`) : date(iso);
    },
    /** Metres as 20 mm, 5 m or 1 km. */
    length(metres: number) {
      if (metres < 0.9995) return lengths.mm.format(metres * 1000);
      return metres < 999.5 ? lengths.m.format(metres) : lengths.km.format(metres / 1000);
    },
    /** The height of a person or a rack in metres, to the centimetre. */
    height: (metres: number) => tall.format(metres),
    /** Metres as feet, in inches below three feet. */
    imperial: (metres: number) =>
      metres < 3 * FEET
        ? lengths.in.format(metres / INCH)
        : lengths.ft.format(metres < 30 ? metres / FEET : Math.round(metres / FEET)),
  };
}

const made = new Map<string, Format>();

/** The formats of a tag, made once. */
export function formatOf(tag: string): Format {
  const format = made.get(tag) ?? createFormat(tag);
  made.set(tag, format);
  return format;
}

/** Formats of the language that is chosen at the moment of writing. */
export const formatNow = (store: { getState(): { langWish: string | undefined } }): Format =>
  new Proxy({} as Format, {
    get: (_, name) => formatOf(chosenTag(store.getState().langWish))[name as keyof Format],
  });

/** Shortest and longest scale bar, metres. */
const SHORTEST_BAR = 0.01;
const LONGEST_BAR = 500;

/** The longest length of 1, 2 or 5 times a power of ten that is at most `mostPixels` wide: 0.01 to 500 metres, or 0 if none is. */
export function barLength(metresPerPixel: number, mostPixels: number): number {
  const most = metresPerPixel * mostPixels;
  if (!(most > 0) || !Number.isFinite(most)) return 0;
  // Built from whole millimetres, because 0.01 and 0.1 are not exact in binary.
  let best = 0;
  for (let power = 10; power <= 100_000; power *= 10)
    for (const step of [1, 2, 5]) {
      const metres = (step * power) / 1000;
      if (metres <= LONGEST_BAR && metres <= most * (1 + 1e-9)) best = metres;
    }
  return best >= SHORTEST_BAR ? best : 0;
}
