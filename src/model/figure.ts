/**
 * How well a figure is known. `reported`: seen, measured or documented by somebody other than the operator, or a product's published
 * specification; `announced`: the operator's own statement about its site, done or planned; `derived`: arithmetic that is shown, or the
 * estimate of a named outside party; `assumed`: a plausible engineering value where nothing public was found.
 */
export type Grade = 'reported' | 'announced' | 'derived' | 'assumed';

/** A value in its source's unit, with its evidence: ISO date for which it holds, source id, grade; `low` to `high` is its range. */
export interface Figure {
  value: number;
  unit: string;
  low?: number;
  high?: number;
  asOf?: string;
  source: string;
  grade: Grade;
  note?: string;
}

/** A figure that can be found. `id` is its path in the catalogue or the document, or a name of ours; `name` a key of the language file. */
export interface NamedFigure extends Figure {
  id: string;
  name: string;
  /**
   * What it is about: a part of the catalogue or the document (`catalogue/h100`, `halls/hall-1`), what is drawn without either
   * (`drawn/lamp`), or an account of growth (`growth/claimed`); missing for figures about the whole site or about none.
   */
  about?: string;
  /** Ids of the figures that it is computed from. */
  from?: readonly string[];
  /** Of a computed figure the least known grade of those that it is computed from, in the end; missing where that is not less known than its own. */
  restsOn?: Grade;
  /** The formula that gives it, see formula.ts; missing where the result is rounded to whole machines. */
  arithmetic?: string;
}

/** Factors from datasheets' units to SI, bytes or a bare number. */
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

/** The units that a figure may have. */
export const units: readonly string[] = Object.keys(TO_SI);

/** A figure's value in SI, bytes or as a bare number; rack units stay rack units. Throws RangeError for an unknown unit. */
export function si(figure: { value: number; unit: string }): number {
  const factor = TO_SI[figure.unit];
  if (factor === undefined) throw new RangeError(`unknown unit ${figure.unit}`);
  return figure.unit === 'mm' ? figure.value / 1000 : figure.value * factor;
}

/** The figure of a name in SI, see {@link si}; `otherwise` if there is none in a unit of this list. */
export function valueOf(
  figures: Readonly<Record<string, Figure>> | undefined,
  name: string,
  otherwise = 0,
): number {
  const figure = figures?.[name];
  return figure && figure.unit in TO_SI ? si(figure) : otherwise;
}

/** One rack unit, metres (EIA-310). */
export const RACK_UNIT = 0.04445;

/** Widths in a 19-inch rack, metres (EIA-310): between the posts, between the screw holes, and of a faceplate with ears. */
export const MOUNTING = { opening: 0.45, holes: 0.4651, face: 0.4826 } as const;
