import type { Building, Rect, Site } from '../../model/site.ts';

/** How far the opening in the roof reaches beyond the halls, metres. */
const MARGIN = 12;

/** The part of a building whose roof can be removed: above its halls, over the full depth. Undefined for a building without halls. */
export function cutaway(site: Site, building: Building): Rect | undefined {
  const halls = site.halls.filter((hall) => hall.building === building.id);
  if (halls.length === 0) return undefined;
  return {
    x0: Math.max(building.rect.x0, Math.min(...halls.map((hall) => hall.rect.x0)) - MARGIN),
    x1: Math.min(building.rect.x1, Math.max(...halls.map((hall) => hall.rect.x1)) + MARGIN),
    z0: building.rect.z0,
    z1: building.rect.z1,
  };
}
