import type { ExplainedFigure } from '../../../inventory/figures/explained.ts';
import type { Grade } from '../../../model/figure.ts';

/** What figures are looked for; an empty part lets all pass. */
export interface Filter {
  /** Words that all have to be in a figure's name, in what it is about, in its id or in its source. */
  text: string;
  grade: Grade | '';
  /** Id of a source. */
  source: string;
}

const textOf = ({ id, name, about = '', source }: ExplainedFigure): string =>
  [id, name, about, source?.publisher, source?.title].join(' ').toLocaleLowerCase();

/** The figures that pass a filter, in their order. */
export function filtered(
  figures: readonly ExplainedFigure[],
  { text, grade, source }: Filter,
): ExplainedFigure[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return figures.filter((figure) => {
    if (grade !== '' && figure.grade !== grade) return false;
    if (source !== '' && figure.source?.id !== source) return false;
    const searched = textOf(figure);
    return words.every((word) => searched.includes(word));
  });
}

/** The sources of figures with the number of figures of each, those with most figures first. */
export function sourcesOf(
  figures: readonly ExplainedFigure[],
): { source: NonNullable<ExplainedFigure['source']>; count: number }[] {
  const counts = new Map<string, { source: NonNullable<ExplainedFigure['source']>; count: number }>();
  for (const { source } of figures) {
    if (!source) continue;
    const known = counts.get(source.id) ?? { source, count: 0 };
    known.count++;
    counts.set(source.id, known);
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}
