import { si } from './figure.ts';

/** Factors from units that only compared and computed figures have to SI or a bare number. */
const TO_SI: Readonly<Record<string, number>> = {
  '%': 0.01,
  h: 3600,
  days: 86_400,
  kWh: 3.6e6,
  TWh: 3.6e15,
  homes: 1,
  FLOP: 1,
  'FLOP/J': 1,
  'EFLOP/s': 1e18,
};

/** Units that a figure may have beside those of figure.ts. Load this module lazily. */
export const furtherUnits: readonly string[] = Object.keys(TO_SI);

/** A value in its unit as SI or a bare number, see `si`. Throws RangeError for an unknown unit. */
export const toSi = (value: number, unit: string): number =>
  Object.hasOwn(TO_SI, unit) ? value * TO_SI[unit]! : si({ value, unit });

/** A value in SI or a bare number in a unit: {@link toSi} inverted. */
export const fromSi = (value: number, unit: string): number => value / toSi(1, unit);
