import type { EXHIBIT_KEYS, Message } from './choice.ts';
import { STAFF_CODE } from './staffGate.ts';

/**
 * Faults that an address can provoke, each once: a lost WebGL context that is not given back, another one right after it, no frames though
 * scripts run, an uncaught error, a failed allocation, storage that throws, a clock that jumps, a screen that changes its size.
 */
export const CHAOS = [
  'context',
  'context-twice',
  'stall',
  'script',
  'memory',
  'storage',
  'clock',
  'screen',
] as const;
export type Chaos = (typeof CHAOS)[number];

/** What the address of an exhibit says about its screen and its patience. */
export interface ExhibitWish
  extends Record<Exclude<(typeof EXHIBIT_KEYS)[number], 'chaos' | 'staff'>, number> {
  /** Seconds without a touch until it asks whether somebody is still there. */
  idle: number;
  /** Inches. */
  diagonal: number;
  /** From the floor to the lower edge of the screen, millimetres. */
  mount: number;
  /** Fault to provoke. */
  chaos?: Chaos;
  /** Code of the staff page, 4 to 8 digits; without it there is none. */
  staff?: string;
}

interface Range {
  usual: number;
  least: number;
  most: number;
}

const RANGES: Readonly<Record<Exclude<keyof ExhibitWish, 'chaos' | 'staff'>, Range>> = {
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
  const given = (key: string) => query.find(([each]) => each === key)?.[1];
  const read = (key: keyof typeof RANGES): number => {
    const { usual, least, most } = RANGES[key];
    const value = given(key);
    if (value === undefined) return usual;
    const number = NUMBER.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    const values = { key, value: value.slice(0, SHOWN_LENGTH), least, most, usual };
    messages.push({ key: 'exhibit.notice.range', values });
    return usual;
  };
  const wish: ExhibitWish = { idle: read('idle'), diagonal: read('diagonal'), mount: read('mount') };
  const isSized =
    query.some(([key]) => key === 'diagonal') && !messages.some(({ values }) => values.key === 'diagonal');
  const fault = given('chaos');
  const chaos = CHAOS.find((each) => each === fault);
  if (chaos) wish.chaos = chaos;
  else if (fault !== undefined) {
    const values = { key: 'chaos', value: fault.slice(0, SHOWN_LENGTH), expected: CHAOS };
    messages.push({ key: 'notice.unknown', values });
  }
  const code = given('staff');
  if (code !== undefined && STAFF_CODE.test(code)) wish.staff = code;
  // The value is not said: it may be a code with one wrong sign.
  else if (code !== undefined) messages.push({ key: 'exhibit.notice.staff', values: {} });
  const rest = query.filter(([key]) => !(key in RANGES) && key !== 'chaos' && key !== 'staff');
  return { wish, rest, messages, isSized };
}
