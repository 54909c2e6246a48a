/** How often the corner is tapped to ask for the staff page, and in what time, milliseconds. */
const TAPS = 7;
const TAPS_MS = 5000;
/** Digits of a code. */
export const STAFF_CODE = /^\d{4,8}$/;
/** Wrong codes that cost nothing, the wait after the next one, and the longest, milliseconds. */
const FREE = 2;
const FIRST_WAIT_MS = 5000;
const MOST_WAIT_MS = 600_000;

/** The times of the last taps in the corner after one more, and whether they ask for the staff page. */
export function tapped(taps: readonly number[], now: number): { taps: readonly number[]; asks: boolean } {
  const recent = [...taps.filter((at) => now - at <= TAPS_MS), now];
  return recent.length >= TAPS ? { taps: [], asks: true } : { taps: recent, asks: false };
}

/** What has been tried at the staff page. */
export interface Gate {
  wrong: number;
  /** Until when nothing is tried, milliseconds of a clock that never goes back. */
  closedUntil: number;
}
export const CLOSED_GATE: Gate = { wrong: 0, closedUntil: 0 };

/** The gate after a code, and whether it opens. While one has to wait the right code does not open it, either. */
export function tried(gate: Gate, given: string, code: string, now: number): { gate: Gate; opens: boolean } {
  if (now < gate.closedUntil) return { gate, opens: false };
  if (given === code) return { gate: CLOSED_GATE, opens: true };
  const wrong = gate.wrong + 1;
  const wait = wrong <= FREE ? 0 : Math.min(MOST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE - 1));
  return { gate: { wrong, closedUntil: now + wait }, opens: false };
}
