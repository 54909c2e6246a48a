import type { Hall, Site } from '../../model/site.ts';

/** Whether nobody has stated where a site ends: a plausible value of ours. */
export const isAssumedEdge = ({ document }: Site): boolean => document.defaults.grade === 'assumed';

/** The same of a building's size. */
export function isAssumedBuilding({ document }: Site, building: string): boolean {
  const grade = document.buildings.find(({ id }) => id === building)?.grade;
  return (grade ?? document.defaults.grade) === 'assumed';
}

/** The same of a hall's size, its rows and its aisles. */
export function isAssumedHall({ document }: Site, hall: Hall): boolean {
  const grade = document.hallTypes.find(({ id }) => id === hall.type)?.grade;
  return (grade ?? document.defaults.grade) === 'assumed';
}
