import type { Layout } from '../layout/layout.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { addBuilding } from './building/building.ts';
import { addGalleries } from './hall/galleries.ts';
import { addHall } from './hall/halls.ts';
import { addLamps } from './land/lamps.ts';
import { addLand, addTrees } from './land/landscape.ts';
import { addReferences } from './land/references.ts';
import { Things } from './things/Things.ts';
import { addYard } from './yard/yard.ts';

/** Gathers the whole things around the racks. The ground is painted in this order, so the order matters. */
export function inventory(layout: Layout, timeline: Timeline): Things {
  const things = new Things(layout, timeline);
  addLand(things);
  addYard(things);
  for (const building of things.site.buildings) addBuilding(things, building);
  addGalleries(things);
  for (const hall of things.site.halls) addHall(things, hall);
  addLamps(things);
  addReferences(things);
  addTrees(things);
  return things;
}
