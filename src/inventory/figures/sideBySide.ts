import type { Grade, NamedFigure } from '../../model/figure.ts';
import { leastKnown } from '../../model/grades.ts';
import type { ShownCampus } from './figuresOnPage.ts';
import { figuresOfSite } from './figuresOfSite.ts';

/** The figures in which systems are compared, by the names of the columns. */
export const COMPARED_FIGURES = {
  gpus: 'gpus-in-service',
  racks: 'racks-installed',
  power: 'facility-power',
  floor: 'floor-area',
  peak: 'peak-bf16',
} as const;
export type ComparedFigure = keyof typeof COMPARED_FIGURES;

/** On what the power of a system rests: documented powers, an account's watts for each GPU, or what its servers draw at most. */
type PowerBasis = 'documented' | 'account' | 'servers';

/** A figure of a system beside those of others, with what tells whether they rest on the same. */
export interface SystemFigure {
  figure: NamedFigure;
  /** The least known grade of the figures that it is computed from; its own if it is not computed. */
  restsOn: Grade;
  /** Of power only. */
  power?: PowerBasis;
}

/** The figures that a figure is computed from, in the end; itself if it is not computed. */
function given(figure: NamedFigure, byId: ReadonlyMap<string, NamedFigure>): NamedFigure[] {
  const from = (figure.from ?? []).flatMap((id) => byId.get(id) ?? []);
  return from.length === 0 ? [figure] : from.flatMap((each) => given(each, byId));
}

function powerBasis(roots: readonly NamedFigure[]): PowerBasis {
  // An account's watts are shared out by a documented ratio.
  if (roots.some(({ id }) => id.endsWith('.watts-per-gpu'))) return 'account';
  return roots.some(({ id }) => id.startsWith('power.')) ? 'documented' : 'servers';
}

/** The figures of a campus on a day in which systems are compared; those that are not known are missing. */
export function systemFigures({ campus, day }: ShownCampus): Partial<Record<ComparedFigure, SystemFigure>> {
  const byId = new Map(figuresOfSite(campus, day).map((figure) => [figure.id, figure]));
  const found: Partial<Record<ComparedFigure, SystemFigure>> = {};
  for (const [name, id] of Object.entries(COMPARED_FIGURES) as [ComparedFigure, string][]) {
    const figure = byId.get(id);
    // A system without GPUs has no number of GPUs.
    if (!figure || (name === 'gpus' && campus.layout.totals.gpus === 0)) continue;
    const roots = given(figure, byId);
    found[name] = {
      figure,
      restsOn: leastKnown(roots.map(({ grade }) => grade)),
      ...(name === 'power' && { power: powerBasis(roots) }),
    };
  }
  return found;
}
