import type { Building, Rect, Site } from '../../model/site.ts';

/** How far the opening in the roof reaches beyond the halls, metres. */
const MARGIN = 12;
/** Least width of a closed part, metres; a narrower rest is open, too. */
const LEAST = 1;

/** The part of a building whose roof can be removed: above its halls, over the full depth. Undefined for a building without halls. */
export function cutaway(site: Site, building: Building): Rect | undefined {
  const halls = site.halls.filter((hall) => hall.building === building.id);
  if (halls.length === 0) return undefined;
  const { rect } = building;
  const x0 = Math.min(...halls.map((hall) => hall.rect.x0)) - MARGIN;
  const x1 = Math.max(...halls.map((hall) => hall.rect.x1)) + MARGIN;
  return {
    x0: x0 > rect.x0 + LEAST ? x0 : rect.x0,
    x1: x1 < rect.x1 - LEAST ? x1 : rect.x1,
    z0: rect.z0,
    z1: rect.z1,
  };
}
