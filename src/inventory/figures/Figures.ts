import { evaluate, idsIn, type Ranged } from '../../model/formula.ts';
import { fromSi, toSi } from '../../model/furtherUnits.ts';
import type { NamedFigure } from '../../model/figure.ts';
import { restingOn } from '../../model/grades.ts';
import { COMPUTED, tidy } from './evidence.ts';

/** A figure that a formula gives; see formula.ts. */
export interface Formula {
  id: string;
  name: string;
  unit: string;
  formula: string;
  about?: string;
  /** ISO date for which it holds; by default the latest of its figures'. */
  asOf?: string;
}

/** A value in SI, with its range. */
function rangeOf({ value, low = value, high = value, unit }: NamedFigure): Ranged {
  return { value: toSi(value, unit), low: toSi(low, unit), high: toSi(high, unit) };
}

/** A list of figures in which each id is there once, and in which what is computed comes after what it is computed from. */
export class Figures {
  private readonly byId = new Map<string, NamedFigure>();

  get all(): NamedFigure[] {
    return [...this.byId.values()];
  }

  get(id: string): NamedFigure | undefined {
    return this.byId.get(id);
  }

  /** Adds figures, with what computed ones rest on; of two with the same id the first stays. */
  add(figures: readonly NamedFigure[]): void {
    for (const figure of figures) {
      if (this.byId.has(figure.id)) continue;
      const from = (figure.from ?? []).flatMap((id) => this.byId.get(id) ?? []);
      this.byId.set(figure.id, { ...figure, ...restingOn(figure.grade, from) });
    }
  }

  /** Computes a figure and adds it; nothing is added if one that it needs is missing, or if it would be no number. */
  compute({ formula, ...figure }: Formula): void {
    const from = idsIn(formula);
    const used = from.flatMap((id) => this.byId.get(id) ?? []);
    if (used.length < from.length) return;
    const { unit } = figure;
    const found = evaluate(formula, (id) => rangeOf(this.byId.get(id)!));
    const [value, low, high] = [found.value, found.low, found.high].map((each) => tidy(fromSi(each, unit)));
    if (!Number.isFinite(value)) return;
    const asOf = used
      .flatMap((each) => each.asOf ?? [])
      .sort()
      .at(-1);
    const isRanged = Number.isFinite(low) && Number.isFinite(high) && high! - low! > 1e-9 * Math.abs(value!);
    this.add([
      {
        ...(asOf !== undefined && { asOf }),
        ...figure,
        ...{ value: value!, ...COMPUTED, arithmetic: formula },
        ...(isRanged && { low: low!, high: high! }),
        ...(from.length > 0 && { from }),
      },
    ]);
  }
}
