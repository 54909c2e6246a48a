/** A part of every day, minutes after midnight by the wall clock; it may go over midnight. Empty where both are equal. */
export type Span = readonly [from: number, to: number];

/** What the staff of an exhibit may set; kept on the machine. */
export interface Settings {
  /** When the hall is open; always where the span is empty. */
  open: Span;
  /** When the attract loop is shown by day instead of at night; never where the span is empty. */
  daylight: Span;
  /** When the screen is dimmed; never where the span is empty. */
  dimmed: Span;
  /** How bright a dimmed screen is, per cent. */
  brightness: number;
  /** Seconds until it asks whether somebody is still there; 0 for what the address says. */
  idle: number;
  /** Tag of the language in which it begins; undefined for what the address says. */
  language?: string | undefined;
}

/** What is shown at a moment. */
export interface Schedule {
  isOpen: boolean;
  look: 'model' | 'night';
  /** Share of the full brightness. */
  brightness: number;
}

export const USUAL_SETTINGS: Settings = {
  open: [0, 0],
  daylight: [0, 0],
  dimmed: [0, 0],
  brightness: 50,
  idle: 0,
};

/** Minutes of a day. */
const DAY = 1440;
const LEAST_BRIGHTNESS = 20;
const [LEAST_IDLE, MOST_IDLE] = [10, 3600];

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

const isWithin = ([from, to]: Span, minute: number) =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to;

/** What is shown at a moment: by the wall clock alone, so that a clock that is put forward or back changes it like any other clock of the house. */
export function scheduleAt({ open, daylight, dimmed, brightness }: Settings, at: Date): Schedule {
  const minute = at.getHours() * 60 + at.getMinutes();
  return {
    isOpen: open[0] === open[1] || isWithin(open, minute),
    look: isWithin(daylight, minute) ? 'model' : 'night',
    brightness: isWithin(dimmed, minute) ? brightness / 100 : 1,
  };
}

const isMinute = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < DAY;
const spanIn = (value: unknown, usual: Span): Span =>
  Array.isArray(value) && value.length === 2 && value.every(isMinute) ? [value[0], value[1]] : usual;
const numberIn = (value: unknown, least: number, most: number, usual: number): number =>
  typeof value === 'number' && value >= least && value <= most ? value : usual;

/** Reads kept settings; whatever cannot be used is as usual. */
export function readSettings(kept: unknown): Settings {
  const { open, daylight, dimmed, brightness, idle, language } = (
    typeof kept === 'object' && kept !== null ? kept : {}
  ) as Partial<Record<keyof Settings, unknown>>;
  const usual = USUAL_SETTINGS;
  return {
    open: spanIn(open, usual.open),
    daylight: spanIn(daylight, usual.daylight),
    dimmed: spanIn(dimmed, usual.dimmed),
    brightness: numberIn(brightness, LEAST_BRIGHTNESS, 100, usual.brightness),
    idle: numberIn(idle, LEAST_IDLE, MOST_IDLE, usual.idle),
    ...(typeof language === 'string' && TAG.test(language) ? { language } : {}),
  };
}

/** How long what lies over the attract loop stands in one place, milliseconds. */
export const DRIFT_MS = 30_000;

/** How far what lies over the attract loop is from its place at a moment, pixels: 2 to 4, so that nothing burns into the screen. */
export function driftAt(now: number): readonly [x: number, y: number] {
  const turn = Math.floor(now / DRIFT_MS);
  // Fractions of the golden section come back to no place that they have been at lately.
  const share = (turn * 0.618_034) % 1;
  const [distance, angle] = [2 + 2 * share, turn * 2.399_963];
  return [distance * Math.cos(angle), distance * Math.sin(angle)];
}
