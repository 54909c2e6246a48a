import type { Grade, NamedFigure } from './figure.ts';
import type { Site } from './site.ts';

/** From the best known to the least. */
export const GRADES: readonly Grade[] = ['reported', 'announced', 'derived', 'assumed'];

/** The least known of some grades; `assumed` for none. */
export function leastKnown(grades: readonly Grade[]): Grade {
  const least = Math.max(...grades.map((grade) => GRADES.indexOf(grade)));
  return GRADES[least] ?? 'assumed';
}

/** What a figure of a grade says of the figures that it is computed from: see `NamedFigure.restsOn`. */
export function restingOn(
  grade: Grade,
  from: readonly Pick<NamedFigure, 'grade' | 'restsOn'>[],
): Pick<NamedFigure, 'restsOn'> {
  const least = leastKnown([grade, ...from.map((each) => each.restsOn ?? each.grade)]);
  return least === grade ? {} : { restsOn: least };
}

/** How well it is known what a site's halls hold: the least that its document says of their types. */
export const gradeOfHalls = ({ document, halls }: Pick<Site, 'document' | 'halls'>): Grade =>
  leastKnown(
    document.hallTypes
      .filter(({ id }) => halls.some(({ type }) => type === id))
      .map(({ grade }) => grade ?? document.defaults.grade),
  );
