import { dateOf } from '../../model/days.ts';
import type { NamedFigure } from '../../model/figure.ts';
import type { Campus } from '../../timeline/campus.ts';
import type { Drawn } from './drawnRanges.ts';
import { figuresOfSite } from './figuresOfSite.ts';
import { countShares } from './shares.ts';

/** A figure of a page, with the index of the campus that it belongs to: the first of those that share it. */
export interface PageFigure extends NamedFigure {
  campusIndex: number;
}

/** A campus and the day on which it is shown, days from its own day 0. */
export interface ShownCampus {
  campus: Campus;
  day: number;
  /** What is drawn near the eye beside the inventory. */
  drawn?: readonly Drawn[];
}

/** The prefixes of the shown campuses' ids: the id in the address, or with the configuration where one site is shown twice. */
const prefixesOf = (shown: readonly ShownCampus[]): string[] =>
  shown.map(({ campus: { id, config } }) =>
    shown.filter(({ campus }) => campus.id === id).length > 1 ? `${id}:${config}:` : `${id}:`,
  );

/** Whether two figures of one id say the same. */
const isSame = (a: NamedFigure, b: NamedFigure): boolean =>
  (
    ['value', 'unit', 'low', 'high', 'asOf', 'source', 'grade', 'restsOn', 'note', 'arithmetic'] as const
  ).every((part) => a[part] === b[part]);

const renamed = (figure: NamedFigure, names: ReadonlyMap<string, string>): NamedFigure => {
  const name = (id: string) => names.get(id) ?? id;
  const { from, arithmetic } = figure;
  return {
    ...figure,
    id: name(figure.id),
    ...(from && { from: from.map(name) }),
    ...(arithmetic !== undefined && {
      arithmetic: arithmetic.replace(/\{([^{}]+)\}/g, (_, id: string) => `{${name(id)}}`),
    }),
  };
};

/**
 * Every figure that a page shows, each id once. Ids of the first campus are as in its own address; a further campus's figure has the
 * campus's prefix where an earlier one has another figure of that id. What is the same everywhere is there once.
 */
export function figuresOnPage(shown: readonly ShownCampus[]): PageFigure[] {
  const figures = new Map<string, PageFigure>();
  const prefixes = prefixesOf(shown);
  for (const [campusIndex, { campus, day, drawn }] of shown.entries()) {
    const names = new Map<string, string>();
    for (const figure of figuresOfSite(campus, day, drawn)) {
      const known = figures.get(figure.id);
      const isOther = known && !isSame(known, figure);
      if (isOther || figure.from?.some((id) => names.has(id)))
        names.set(figure.id, `${prefixes[campusIndex]}${figure.id}`);
      else if (known) continue;
      const own = renamed(figure, names);
      figures.set(own.id, { ...own, campusIndex });
    }
  }
  const all = [...figures.values()];
  const [first] = shown;
  const asOf = first && dateOf(first.campus.site.dayZero, first.day);
  const shares = countShares(all).map((share) => ({ ...share, ...(asOf && { asOf }), campusIndex: 0 }));
  return [...all, ...shares];
}

/** Figures of one of the shown campuses under the ids that they have on the page. */
export function asOnPage(
  figures: readonly NamedFigure[],
  shown: readonly ShownCampus[],
  campusIndex: number,
): NamedFigure[] {
  const listed = new Set(figuresOnPage(shown).map(({ id }) => id));
  const prefix = prefixesOf(shown)[campusIndex]!;
  const ids = figures.flatMap(({ id, from = [] }) => [id, ...from]);
  const names = new Map(
    ids.filter((id) => listed.has(`${prefix}${id}`)).map((id) => [id, `${prefix}${id}`] as const),
  );
  return figures.map((figure) => renamed(figure, names));
}
