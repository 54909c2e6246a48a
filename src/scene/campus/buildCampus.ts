import type { Layout } from '../../layout/layout.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Palette } from '../shading/look.ts';
import { addBuilding } from './building.ts';
import { Campus } from './Campus.ts';
import { addGalleries } from './galleries.ts';
import { addHall } from './halls.ts';
import { addLamps } from './lamps.ts';
import { addLand, addTrees } from './landscape.ts';
import { addReferences } from './references.ts';
import { addYard } from './yard.ts';

/** Gathers the whole campus around the racks. The ground is painted in this order, so the order matters. */
export function buildCampus(layout: Layout, timeline: Timeline, look: Palette): Campus {
  const campus = new Campus(layout, timeline, look);
  addLand(campus);
  addYard(campus);
  for (const building of campus.site.buildings) addBuilding(campus, building);
  addGalleries(campus);
  for (const hall of campus.site.halls) addHall(campus, hall);
  addLamps(campus);
  addReferences(campus);
  addTrees(campus);
  return campus;
}
