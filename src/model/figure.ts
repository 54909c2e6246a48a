/** How well a figure is known: stated or seen, promised, worked out from others, or a plausible value of ours. */
export type Grade = 'reported' | 'announced' | 'derived' | 'assumed';

/** A value with its evidence: unit as its source gives it, date it holds for (ISO), source id, grade. */
export interface Figure {
  value: number;
  unit: string;
  asOf?: string;
  source: string;
  grade: Grade;
  note?: string;
}

/** A figure worked out from others: it names the figures it comes from and carries no source of its own. */
export interface DerivedFigure {
  value: number;
  unit: string;
  grade: 'derived';
  /** `item.figure` or `site.figure` names of the inputs. */
  from: string[];
}

/** Factor from a datasheet's unit to metres, kilograms, watts, bytes or a bare number. */
const TO_SI: Readonly<Record<string, number>> = {
  mm: 0.001,
  m: 1,
  kg: 1,
  t: 1000,
  W: 1,
  kW: 1e3,
  MW: 1e6,
  m2: 1,
  mm2: 1e-6,
  U: 1,
  MWh: 3.6e9,
  GB: 1e9,
  'TB/s': 1e12,
  'Gb/s': 1e9,
  'TFLOP/s': 1e12,
  count: 1,
};

/** The units a figure may have. */
export const units: readonly string[] = Object.keys(TO_SI);

/** A figure's value in metres, kilograms, watts, joules, bytes, or as a bare number; rack units stay rack units. */
export function si(figure: { value: number; unit: string }): number {
  const factor = TO_SI[figure.unit];
  if (factor === undefined) throw new RangeError(`unknown unit ${figure.unit}`);
  return figure.unit === 'mm' ? figure.value / 1000 : figure.value * factor;
}

/** One rack unit, metres (EIA-310). */
export const RACK_UNIT = 0.04445;

/** Widths of what is mounted in a 19-inch rack, metres (EIA-310): between the posts, from hole to hole, and over the ears. */
export const MOUNTING = { opening: 0.45, holes: 0.4651, face: 0.4826 } as const;
