import type { Grade } from '../../model/figure.ts';
import type { SubjectKind } from '../things/subject.ts';

/** A figure with its evidence; `name`, `about` and `note` are in the viewer's language, as far as they are ours. */
export interface ExplainedFigure {
  id: string;
  name: string;
  /** What it is a figure of; missing for figures of the whole site and of comparisons. */
  about?: string;
  value: number;
  unit: string;
  /** The range in which the value lies. */
  low?: number;
  high?: number;
  asOf?: string;
  source?: { id: string; publisher: string; title?: string; date?: string; url?: string };
  grade: Grade;
  /** Of a computed figure the least known grade of those that it is computed from, if that is less known than its own. */
  restsOn?: Grade;
  note?: string;
  /** Ids of the figures that it is computed from. */
  from?: readonly string[];
  /** How: a formula with `{id}` for a figure, numbers with units, `+ - * /` and brackets. */
  arithmetic?: string;
}

/** Position of a thing among the racks; all 1-based. `number` is the GPU's number in the campus. */
export interface Address {
  hall: number;
  row?: number;
  rack?: number;
  server?: number;
  gpu?: number;
  number?: number;
}

/** What is drawn at a pixel, with its figures and their sources. */
export interface Explained {
  campus: string;
  subject: SubjectKind;
  name: string;
  address: Address | null;
  /** How well it is known that it is there, as the overlay `evidence` paints it. */
  grade: Grade;
  figures: ExplainedFigure[];
}
