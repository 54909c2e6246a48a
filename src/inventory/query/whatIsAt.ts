import { type Hit, pick } from '../../layout/pick.ts';
import { acceleratorOf } from '../../layout/serverPlan.ts';
import { reached } from '../../model/curve.ts';
import { ALWAYS_FROM, ALWAYS_UNTIL, type Box, type Person, type Rod, type Tree } from '../things/shapes.ts';
import type { Subject, SubjectKind } from '../things/subject.ts';
import type { Things } from '../things/Things.ts';
import { type Block, meetBall, meetBox, meetRod, NEVER, pointAt, type Ray, type Vector } from './rays.ts';
import { paintedAt, type Slot, sizeOfSlot, slotAt } from './surfaces.ts';
import { HIGH, hallNear, LOW, presence, type Sight } from './sight.ts';

/** What a ray hits first. */
export interface Found {
  subject: Subject;
  /** Along the ray, multiples of its direction's length. */
  distance: number;
  /** Site frame, metres. */
  at: Vector;
  /** Size along, up and across, metres; 0 up for flat things, missing for racks. */
  size?: Vector;
  /** The rack, if it or a GPU in it was hit. */
  rackIndex?: number;
  /** GPU number; 0 for none. */
  gpu?: number;
  /** The server of the rack whose part was hit, 1-based from the bottom. */
  server?: number;
  /** A rack place without a rack. */
  slot?: Slot;
}

/** Height by which a roof that is off, and a hidden ceiling, are raised, metres. The box shader has the same values. */
const ROOF_LIFT = 9;
const CEILING_LIFT = 4;
/** A tree's crown (height of its middle, half width, half height) and trunk, as drawn; shares of the tree's height. */
const CROWN = { middle: 0.62, wide: 0.344, high: 0.37 } as const;
const TRUNK = { radius: 0.028, height: 0.5 } as const;

/** Bounding boxes by list: 6 numbers per item, least x, y, z and greatest x, y, z; metres. The lists no longer change. */
const bounds = new WeakMap<readonly unknown[], Float64Array>();

function boundsOf<Item>(items: readonly Item[], extentOf: (item: Item) => readonly number[]): Float64Array {
  let made = bounds.get(items);
  if (!made) {
    made = new Float64Array(items.length * 6);
    for (const [at, item] of items.entries()) made.set(extentOf(item), at * 6);
    bounds.set(items, made);
  }
  return made;
}

/** Bounding box of an upright thing that may be turned. */
function around(x: number, y: number, z: number, reach: number, height: number): number[] {
  return [x - reach, y, z - reach, x + reach, y + height, z + reach];
}

function boxExtent({ x, y = 0, z, size: [width, height, depth], cutaway }: Box): number[] {
  const lift = cutaway === 'roof' || cutaway === 'ceiling' ? ROOF_LIFT : 0;
  return around(x, y, z, Math.hypot(width, depth) / 2, height + lift);
}

function rodExtent({ from, to, radius }: Rod): number[] {
  const low = from.map((start, axis) => Math.min(start, to[axis]!) - radius);
  const high = from.map((start, axis) => Math.max(start, to[axis]!) + radius);
  return [...low, ...high];
}

const treeExtent = ({ x, z, height }: Tree) => around(x, 0, z, CROWN.wide * height, height);

const personExtent = ({ x, y, z, height, length, width }: Person) =>
  around(x, y, z, Math.hypot(length, width) / 2, height);

/** The part of a box that is drawn on a day and under a cut; undefined for none. */
export function blockOf(box: Box, sight: Sight): Block | undefined {
  const { x, y = 0, z, size, heading = 0, cutaway, from = ALWAYS_FROM, until = ALWAYS_UNTIL, fine } = box;
  const { day, cut, roof, inside, isPlan, ceiling, eye } = sight;
  if (fine && eye.y > HIGH) return;
  let top = y + size[1] * presence(day, from, until);
  if (cutaway === 'cut') top = Math.min(top, cut);
  if (top <= y) return;
  if (cutaway === 'roof' ? roof <= 0 : cutaway === 'ceiling' ? inside <= 0 : y > ceiling) return;
  if (isPlan && (y > cut || (cutaway === 'hollow' && top > cut))) return;
  const lift =
    cutaway === 'roof' ? (1 - roof) * ROOF_LIFT : cutaway === 'ceiling' ? (1 - inside) * CEILING_LIFT : 0;
  return { x, y: y + lift, z, width: size[0], height: top - y, depth: size[2], heading };
}

/** The nearest hit so far. */
interface Nearest {
  distance: number;
  subject: Subject | undefined;
  size: Vector | undefined;
}

/** Updates `nearest` from a list; tests bounding boxes first. */
function scan<Item extends { subject: Subject }>(
  items: readonly Item[],
  extentOf: (item: Item) => readonly number[],
  { origin, direction }: Ray,
  nearest: Nearest,
  meet: (item: Item) => number,
  sizeOf: (item: Item) => Vector,
): void {
  const bounds = boundsOf(items, extentOf);
  for (let at = 0; at < items.length; at++) {
    let enter = 0;
    let leave = nearest.distance;
    for (let axis = 0; axis < 3; axis++) {
      const inverse = 1 / direction[axis]!;
      const a = (bounds[at * 6 + axis]! - origin[axis]!) * inverse;
      const b = (bounds[at * 6 + 3 + axis]! - origin[axis]!) * inverse;
      // A ray in a face's plane gives NaN, for which both comparisons are false.
      if (Math.min(a, b) > enter) enter = Math.min(a, b);
      if (Math.max(a, b) < leave) leave = Math.max(a, b);
    }
    if (enter > leave) continue;
    const item = items[at]!;
    const distance = meet(item);
    if (distance >= nearest.distance) continue;
    nearest.distance = distance;
    nearest.subject = item.subject;
    nearest.size = sizeOf(item);
  }
}

function scanBoxes(
  boxes: readonly Box[],
  ray: Ray,
  sight: Sight,
  nearest: Nearest,
  isWanted: (box: Box) => boolean = () => true,
): void {
  const meet = (box: Box) => {
    const block = isWanted(box) ? blockOf(box, sight) : undefined;
    return block ? meetBox(ray, block) : NEVER;
  };
  scan(boxes, boxExtent, ray, nearest, meet, ({ size }) => size);
}

/** What a ray (site frame, metres) hits first: exact for boxes, racks and floors, near for people, trees and rods; null for the sky. */
export function whatIsAt(things: Things, ray: Ray, sight: Sight): Found | null {
  const { boxes, rods, details, trees, people, layout, timeline, site } = things;
  const { day, inside, eye } = sight;
  const nearest: Nearest = { distance: NEVER, subject: undefined, size: undefined };
  scanBoxes(boxes, ray, sight, nearest);
  const hall = eye.y > LOW ? 0 : hallNear(site, eye);
  const near = details[hall - 1];
  if (near) scanBoxes(near, ray, sight, nearest);
  scan(
    rods,
    rodExtent,
    ray,
    nearest,
    ({ from, to, radius, days: [first, last] = [ALWAYS_FROM, ALWAYS_UNTIL], fine }) => {
      const there = presence(day, first, last);
      if (there <= 0 || (fine && eye.y > HIGH) || Math.min(from[1], to[1]) > sight.ceiling) return NEVER;
      const reach: Vector = [(to[0] - from[0]) * there, (to[1] - from[1]) * there, (to[2] - from[2]) * there];
      return meetRod(ray, from, reach, radius);
    },
    ({ from, to, radius }) => [
      Math.hypot(...from.map((start, axis) => to[axis]! - start)),
      radius * 2,
      radius * 2,
    ],
  );
  scan(
    people,
    personExtent,
    ray,
    nearest,
    ({ x, y, z, height, heading, length, width, from = ALWAYS_FROM, hall: own = 0 }) =>
      day < from || (inside === 1 && own !== hall)
        ? NEVER
        : meetBox(ray, { x, y, z, width: length, height, depth: width, heading }),
    ({ height, length, width }) => [length, height, width],
  );
  if (inside < 1)
    scan(
      trees,
      treeExtent,
      ray,
      nearest,
      ({ x, z, height }) =>
        Math.min(
          meetBall(ray, [x, CROWN.middle * height, z], CROWN.wide * height, CROWN.high * height),
          meetRod(ray, [x, 0, z], [0, TRUNK.height * height, 0], TRUNK.radius * height),
        ),
      ({ height }) => [CROWN.wide * 2 * height, height, CROWN.wide * 2 * height],
    );

  const { origin, direction } = ray;
  const installed = reached(timeline.installedDay, day);
  const rack = pick(layout, origin, direction, installed, undefined, sight.leftOut);
  const surface = paintedAt(things, ray, Math.min(nearest.distance, rack?.distance ?? NEVER), sight);
  if (surface) {
    const at = pointAt(ray, surface.distance);
    const slot = surface.subject.kind === 'floor' ? slotAt(layout, installed, at[0], at[2]) : undefined;
    if (!slot) return { ...surface, at };
    return { ...surface, at, slot, subject: { kind: 'slot' }, size: sizeOfSlot(layout, slot) };
  }
  if (rack && rack.distance < nearest.distance)
    return rackFound(things, rack, rack.distance, [rack.x, rack.y, rack.z]);
  if (!nearest.subject) return null;
  const { distance, subject, size } = nearest;
  return { subject, distance, at: pointAt(ray, distance), ...(size && { size }) };
}

/** What hangs over the racks of a hall; a rack can be picked through it. */
const OVERHEAD: ReadonlySet<SubjectKind> = new Set([
  'fibre-tray',
  'tray-post',
  'busway',
  'cable-ladder',
  'light',
]);

/**
 * The rack or GPU that a ray (site frame, metres) hits, or the wall, roof or other box that hides it; null for neither. Racks are
 * picked through people, trees, pipes and what hangs over them.
 */
export function rackAt(things: Things, ray: Ray, sight: Sight): Found | null {
  const { layout, timeline, boxes } = things;
  const installed = reached(timeline.installedDay, sight.day);
  const rack = pick(layout, ray.origin, ray.direction, installed, undefined, sight.leftOut);
  const nearest: Nearest = { distance: rack?.distance ?? NEVER, subject: undefined, size: undefined };
  scanBoxes(boxes, ray, sight, nearest, ({ subject }) => !OVERHEAD.has(subject.kind));
  const { distance, subject } = nearest;
  if (subject) return { subject, distance, at: pointAt(ray, distance) };
  return rack && rackFound(things, rack, distance, [rack.x, rack.y, rack.z]);
}

/** The result for a rack or one of its GPUs. */
function rackFound(
  { layout }: Things,
  { rackIndex, gpu }: Pick<Hit, 'rackIndex' | 'gpu'>,
  distance: number,
  at: Vector,
): Found {
  const { racks, site } = layout;
  const item = gpu ? acceleratorOf(layout, rackIndex) : site.rackKinds[racks.kind[rackIndex]!]!.id;
  const subject: Subject = { kind: gpu ? 'gpu' : 'rack', of: `catalogue/${item}` };
  return { subject, distance, at, rackIndex, gpu };
}

/**
 * What is met first in several parcels, by `look`, and `at`, the parcel's index. For an eye in a hall of one of them, the others are
 * not drawn. At the same distance the last counts, since one parcel's land lies under another's ground.
 */
export function firstMet<Line extends { sight: Pick<Sight, 'inside'> }, Met extends { distance: number }>(
  lines: readonly Line[],
  look: (line: Line, at: number) => Met | null,
): { at: number; met: Met } | null {
  const isEnclosed = lines.some(({ sight }) => sight.inside >= 1);
  let first: { at: number; met: Met } | null = null;
  for (const [at, line] of lines.entries()) {
    if (isEnclosed && line.sight.inside < 1) continue;
    const met = look(line, at);
    if (met && !(first && first.met.distance < met.distance)) first = { at, met };
  }
  return first;
}
