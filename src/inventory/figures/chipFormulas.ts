import type { Catalogue } from '../../model/catalogue.ts';
import { CHIPS } from '../../model/chips.ts';
import type { NamedFigure } from '../../model/figure.ts';
import { Figures, type Formula } from './Figures.ts';

/** Entries that are compared with, whatever a site draws. */
export const COMPARED = [...CHIPS, 'household', 'sb-1047', 'training-run', 'pitch', 'eiffel-tower'] as const;

/** Precisions of arithmetic and the chips' figures for them. */
const PRECISIONS = { bf16: 'bf16-dense', fp8: 'fp8-dense' } as const;
type Precision = keyof typeof PRECISIONS;

const THRESHOLD = '{sb-1047.compute}';
const gain = (name: string) => `{b200.${name}} / {h200.${name}} - 1`;

/** How much faster a chip computes for each watt: for every chip whose peak and power are known. */
export const chipFormulas = (items: Catalogue, ids: Iterable<string>): Formula[] =>
  [...ids].flatMap((id) =>
    items.get(id)?.figures['bf16-dense'] && items.get(id)!.figures.power
      ? {
          ...{ id: `${id}.flop-per-joule`, name: 'flop-per-joule', unit: 'FLOP/J', about: `catalogue/${id}` },
          formula: `{${id}.bf16-dense} / {${id}.power}`,
        }
      : [],
  );

/** What Blackwell gains over the H200, and how long the threshold of SB 1047 takes with 100,000 H100, whatever is shown. */
export const COMPARISONS: readonly Formula[] = [
  { id: 'memory-gain', name: 'memory-gain', unit: '%', formula: gain('memory') },
  { id: 'bandwidth-gain', name: 'bandwidth-gain', unit: '%', formula: gain('memory-bandwidth') },
  { id: 'flop-per-joule-gain', name: 'flop-per-joule-gain', unit: '%', formula: gain('flop-per-joule') },
  {
    ...{ id: 'days-to-1e26', name: 'days-to-1e26', unit: 'days' },
    formula: `${THRESHOLD} / ({training-run.gpus-used} * {h100.bf16-dense} * {training-run.utilisation})`,
  },
];

/** A training run: on how many of which chips, in which precision, at which share of their peak (0 to 1). */
interface Run {
  gpus: number;
  chip: string;
  precision: Precision;
  utilisation: number;
}

/** Days to the threshold of SB 1047 for a run, by the figures of a catalogue; undefined for a chip whose peak is not known. */
export function daysTo1e26(
  items: Catalogue,
  { gpus, chip, precision, utilisation }: Run,
): NamedFigure | undefined {
  const figures = new Figures();
  for (const item of ['sb-1047', chip])
    for (const [name, figure] of Object.entries(items.get(item)?.figures ?? {}))
      figures.add([{ ...figure, id: `${item}.${name}`, name, about: `catalogue/${item}` }]);
  const id = 'days-to-1e26.own';
  const share = Number((utilisation * 100).toFixed(6));
  figures.compute({
    ...{ id, name: 'days-to-1e26', unit: 'days' },
    formula: `${THRESHOLD} / (${gpus} * {${chip}.${PRECISIONS[precision]}} * ${share} %)`,
  });
  return figures.get(id);
}
