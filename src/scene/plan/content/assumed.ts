import type { CatalogueItem } from '../../../model/catalogue.ts';
import type { Hall, Site } from '../../../model/site.ts';

/** Whether a figure of an item is assumed, or missing. */
export const isAssumedFigure = (item: CatalogueItem | undefined, figure: string): boolean =>
  (item?.figures[figure]?.grade ?? 'assumed') === 'assumed';

/** Whether the edge of a site is assumed. */
export const isAssumedEdge = ({ document }: Site): boolean => document.defaults.grade === 'assumed';

/** Whether a building's size is assumed. */
export function isAssumedBuilding({ document }: Site, building: string): boolean {
  const grade = document.buildings.find(({ id }) => id === building)?.grade;
  return (grade ?? document.defaults.grade) === 'assumed';
}

/** Whether the sizes of a hall, its rows and its aisles are assumed. */
export function isAssumedHall({ document }: Site, hall: Hall): boolean {
  const grade = document.hallTypes.find(({ id }) => id === hall.type)?.grade;
  return (grade ?? document.defaults.grade) === 'assumed';
}
