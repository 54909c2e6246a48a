import type { DataTexture } from 'three';
import { nearestLamp, nearestLight } from '../../inventory/land/nearestLamp.ts';
import { inventorySteps } from '../../inventory/inventory.ts';
import { shownThings } from '../../inventory/shownThings.ts';
import { finish, type Steps } from '../../inventory/steps.ts';
import type { Box } from '../../inventory/things/shapes.ts';
import type { Things } from '../../inventory/things/Things.ts';
import type { Campus } from '../../timeline/campus.ts';
import { shownParcels } from '../../timeline/parcels.ts';
import { boxRecords, casterRecords } from '../boxes/boxes.ts';
import { together } from '../context/SceneContext.ts';
import { glowRecords } from '../ground/glows.ts';
import { paintSteps } from '../ground/paintGeometry.ts';
import { finishOf } from '../materials/materials.ts';
import { crowdSteps } from '../people/crowd.ts';
import { BOX, itemGeometry, QUAD, type Shape } from '../records/itemGeometry.ts';
import { largestFirst, shadowedAt } from './casters.ts';
import { fineLast, seenFrom } from './details.ts';
import { thingsInHalls } from './hallThings.ts';
import { ROD, rodRecords } from './rods.ts';
import { treeRecords } from './trees.ts';

/** Things of one shape as records with their geometry, which tells overlays what it draws; see {@link itemGeometry} for `again`. */
function* items<T>(
  things: readonly T[],
  shape: Shape,
  recordsOf: (things: readonly T[]) => DataTexture,
  again: readonly number[] = [],
) {
  yield;
  const geometry = itemGeometry(things.length, shape, again);
  geometry.userData = { things };
  yield;
  return together({ geometry, texture: recordsOf(things) });
}

/** Whether a box needs the shader variant with fans and windows. */
const isFanned = (box: Box) => ['chiller', 'bus'].includes(finishOf(box));

/** Geometries and records of a campus except its racks, and how much of them is seen from where. */
function* campusSteps(campus: Things) {
  const boxes = fineLast(campus.boxes.filter((box) => !isFanned(box)));
  const rods = fineLast(campus.rods);
  const { buildings, halls } = campus.site;
  const [boxesIn, rodsIn] = [thingsInHalls(boxes, halls), thingsInHalls(rods, halls)];
  const lampAt = nearestLamp(campus.glows, buildings);
  const lightAt = nearestLight(lampAt, campus.glows, buildings);
  const crowd = yield* crowdSteps(campus.people, 0, undefined, lightAt);
  const drawn = together({
    boxes: yield* items(boxes, BOX, (each) => boxRecords(each, lightAt), boxesIn.numbers),
    fanned: yield* items(campus.boxes.filter(isFanned), BOX, (each) => boxRecords(each, lightAt)),
    details: yield* items(campus.details.flat(), BOX, (each) => boxRecords(each)),
    floorCasters: yield* items(campus.floorCasters, QUAD, (each) => casterRecords(each)),
    casters: yield* items(largestFirst(campus.casters), QUAD, (each) => casterRecords(each, lampAt)),
    rods: yield* items(rods, ROD, (each) => rodRecords(each, lightAt), rodsIn.numbers),
    trees: yield* items(campus.trees, QUAD, (each) => treeRecords(each, lampAt)),
    glows: yield* items(campus.glows, QUAD, glowRecords),
    ground: together({ geometry: yield* paintSteps(campus.ground) }),
    floors: together({ geometry: yield* paintSteps(campus.floors) }),
    people: together({ geometry: crowd.geometry }),
  });
  const seen = {
    boxes: seenFrom(boxes, boxesIn.ranges),
    rods: seenFrom(rods, rodsIn.ranges),
    casters: shadowedAt(campus.casters),
  };
  return { ...drawn, crowd, seen };
}

type CampusThings = ReturnType<typeof campusSteps> extends Steps<infer T> ? T : never;

/** What was computed ahead and has not been taken yet. */
const ahead = new WeakMap<Things, CampusThings>();

/** Computes in steps what {@link takeThings} gives of each of these campuses. */
export function* thingsAhead(campuses: readonly Campus[]): Steps<void> {
  for (const { layout, timeline } of shownParcels(campuses)) yield* inventorySteps(layout, timeline);
  for (const things of shownThings(campuses)) ahead.set(things, yield* campusSteps(things));
}

/** Geometries and records of a campus, computed now unless they were ahead; the caller owns them. */
export function takeThings(campus: Things): CampusThings {
  const taken = ahead.get(campus);
  ahead.delete(campus);
  return taken ?? finish(campusSteps(campus));
}
