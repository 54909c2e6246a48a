import type { EXHIBIT_KEYS, Message } from './choice.ts';

/** What the address of an exhibit says about its screen and its patience. */
export interface ExhibitWish extends Record<(typeof EXHIBIT_KEYS)[number], number> {
  /** Seconds without a touch until it asks whether somebody is still there. */
  idle: number;
  /** Inches. */
  diagonal: number;
  /** From the floor to the lower edge of the screen, millimetres. */
  mount: number;
}

interface Range {
  usual: number;
  least: number;
  most: number;
}

const RANGES: Readonly<Record<keyof ExhibitWish, Range>> = {
  idle: { usual: 60, least: 10, most: 3600 },
  diagonal: { usual: 32, least: 7, most: 200 },
  mount: { usual: 800, least: 0, most: 3000 },
};
const NUMBER = /^\d{1,5}(\.\d{1,3})?$/;
/** Length to which values are cut in messages, characters. */
const SHOWN_LENGTH = 40;

/** Reads the exhibit's own keys; the rest of the address is left for the picture. A value that cannot be used becomes a message. */
export function readExhibit(query: readonly (readonly [string, string])[]): {
  wish: ExhibitWish;
  rest: (readonly [string, string])[];
  messages: Message[];
  /** Whether the address says how large the screen is, so that things can be shown as large as they are. */
  isSized: boolean;
} {
  const messages: Message[] = [];
  const read = (key: keyof ExhibitWish): number => {
    const { usual, least, most } = RANGES[key];
    const value = query.find(([each]) => each === key)?.[1];
    if (value === undefined) return usual;
    const number = NUMBER.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    const values = { key, value: value.slice(0, SHOWN_LENGTH), least, most, usual };
    messages.push({ key: 'exhibit.notice.range', values });
    return usual;
  };
  const wish = { idle: read('idle'), diagonal: read('diagonal'), mount: read('mount') };
  const isSized =
    query.some(([key]) => key === 'diagonal') && !messages.some(({ values }) => values.key === 'diagonal');
  return { wish, rest: query.filter(([key]) => !(key in RANGES)), messages, isSized };
}
