import type { Layout } from '../layout/layout.ts';
import { hallsOf } from '../layout/parcels.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { addBuilding } from './building/building.ts';
import { addGalleries } from './hall/galleries.ts';
import { addHall } from './hall/halls.ts';
import { addLamps } from './land/lamps.ts';
import { addLand, addTrees } from './land/landscape.ts';
import { addReferences } from './land/references.ts';
import { finish, type Steps } from './steps.ts';
import { Things } from './things/Things.ts';
import { addYard } from './yard/yard.ts';

/** Inventories by timeline, which is immutable and belongs to one layout. */
const made = new WeakMap<Timeline, Things>();

/** Everything in a campus except its racks. Returns the same object for the same timeline. */
export const inventory = (layout: Layout, timeline: Timeline): Things =>
  finish(inventorySteps(layout, timeline));

/** {@link inventory} in steps. */
export function* inventorySteps(layout: Layout, timeline: Timeline): Steps<Things> {
  const known = made.get(timeline);
  if (known) return known;
  const things = new Things(layout, timeline);
  // Later ground covers earlier ground, so the order matters.
  if (!things.site.isParcel) addLand(things);
  yield;
  addYard(things);
  for (const building of things.site.buildings) {
    yield;
    addBuilding(things, building);
  }
  addGalleries(things);
  for (const hall of hallsOf(things.site)) {
    yield;
    addHall(things, hall);
  }
  addLamps(things);
  yield;
  addReferences(things);
  addTrees(things);
  made.set(timeline, things);
  return things;
}
