import { fromSi } from '../../model/furtherUnits.ts';
import type { Grade, NamedFigure } from '../../model/figure.ts';
import { GRADES } from '../../model/grades.ts';
import { COMPUTED, tidy } from './evidence.ts';

/** The share that each grade has in some grades, as figures `reported-<of>`, `announced-<of>` and so on; empty for none. */
function shares(grades: readonly Grade[], of: 'share' | 'area'): NamedFigure[] {
  const all = grades.length;
  if (all === 0) return [];
  return GRADES.map((grade) => {
    const count = grades.filter((each) => each === grade).length;
    const name = `${grade}-${of}`;
    return {
      ...{ id: name, name, value: tidy(fromSi(count / all, '%')), unit: '%', ...COMPUTED },
      arithmetic: `${count} / ${all}`,
    };
  });
}

/** Whether an id is that of a share of the picture. */
export const isAreaShare = (id: string): boolean => GRADES.some((grade) => id === `${grade}-area`);

/** How many of some figures are reported, announced, derived and assumed. */
export const countShares = (figures: readonly NamedFigure[]): NamedFigure[] =>
  shares(
    figures.map(({ grade }) => grade),
    'share',
  );

/** The grade of a thing: at least half of its figures are known so well or better; `assumed` for none. */
export function gradeOfThing(figures: readonly Pick<NamedFigure, 'grade'>[]): Grade {
  const grades = figures.map(({ grade }) => GRADES.indexOf(grade)).sort();
  return GRADES[grades[(grades.length - 1) >> 1] ?? -1] ?? 'assumed';
}

/** How much of a picture shows what is reported, announced, derived and assumed, by the grades of what is drawn at points spread evenly. */
export const areaShares = (grades: readonly Grade[]): NamedFigure[] => shares(grades, 'area');
