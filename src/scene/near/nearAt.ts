import {
  type Block as Extent,
  meetBox,
  meetMesh,
  meetRod,
  NEVER,
  pointAt,
  type Ray,
  type Vector,
} from '../../inventory/query/rays.ts';
import type { Found } from '../../inventory/query/whatIsAt.ts';
import type { SubjectKind } from '../../inventory/things/subject.ts';
import { addressOf } from '../../layout/address.ts';
import type { Layout } from '../../layout/layout.ts';
import { modulePlan } from '../../layout/modulePlan.ts';
import { serverParts } from '../../layout/serverParts.ts';
import { type Block, FACEPLATE, serverOf } from '../../layout/serverPlan.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { ServerOpening } from '../../views/serverOpening.ts';
import type { Sightline } from '../../views/sightline.ts';
import { crowdOf } from '../people/crowd.ts';
import { techniciansOf } from './atWork.ts';
import { hingeOf, LID_ANGLE } from './lid.ts';
import { openServer } from './openServer.ts';
import { rollOf } from './roll.ts';
import type { Part, Tube } from './parts.ts';

/** Straight pieces as which a bent tube is taken. */
const PIECES = 14;

/**
 * What a ray hits first when the near parts are drawn: technicians and the server that is pulled out of its rack, before or
 * through what else it meets (`behind`). `gpu` is the one that the near stations are about, 0 for none.
 */
export function nearAt(
  layout: Layout,
  timeline: Timeline,
  gpu: number,
  zoomLevel: number,
  { ray, sight, open, aspect }: Sightline,
  behind: Found | null,
): Found | null {
  let first = behind;
  const part = open && serverPartAt(layout, open, ray, sight.isPlan);
  if (part && (part.distance < (first?.distance ?? NEVER) || isThroughSlot(layout, open, first)))
    first = part;
  if (gpu === 0 || sight.isPlan) return first;
  for (const { person, isThere, moved, places, corners, ends } of peopleNear(layout, gpu, timeline)) {
    if (sight.day < (person.from ?? 0) || !isThere({ zoomLevel, aspect, open })) continue;
    const [x, y, z] = ray.origin;
    const own: Ray = { ...ray, origin: [x, y, z - moved(open)] };
    if (!canMeet(own, ends, 0)) continue;
    const distance = meetMesh(own, places, corners);
    if (distance >= (first?.distance ?? NEVER)) continue;
    first = {
      ...{ subject: { kind: 'person' }, distance, at: pointAt(ray, distance) },
      size: sizeOfPerson(person),
    };
  }
  return first;
}

/** The last answer for each key, made anew for another GPU: what is near is asked for again with every ray. */
function forGpu<Key extends object, Made>(make: (layout: Layout, gpu: number, key: Key) => Made) {
  const made = new WeakMap<Key, { gpu: number; value: Made }>();
  return (layout: Layout, gpu: number, key: Key): Made => {
    const known = made.get(key);
    if (known?.gpu === gpu) return known.value;
    const value = make(layout, gpu, key);
    made.set(key, { gpu, value });
    return value;
  };
}

/**
 * The technicians around a GPU's server, with their meshes: places of corners, site frame, the corners of triangles, and two opposite
 * corners of the box around them.
 */
const peopleNear = forGpu((layout, gpu, timeline: Timeline) =>
  techniciansOf(layout, timeline, gpu).map(({ person, held, figure, ...technician }) => {
    const { geometry, coarse } = crowdOf([person], figure, held);
    const places = geometry.getAttribute('position').array;
    geometry.computeBoundingBox();
    const { min, max } = geometry.boundingBox!;
    const ends: Vector[] = [min.toArray(), max.toArray()];
    return { ...technician, person, places, corners: geometry.index!.array.subarray(coarse), ends };
  }),
);

/** A GPU's server with all its parts. */
const partsOf = forGpu((layout, gpu, _: Layout) => {
  const placed = serverOf(layout, gpu);
  const { accelerator, kind } = placed;
  const plan = serverParts(layout, kind, accelerator);
  return {
    ...placed,
    plan,
    ...openServer(plan, modulePlan(layout, accelerator, plan.modules[0] ?? plan.board)),
  };
});

/** Width of a person's shoulders, share of their height. */
const WIDE = 0.27;

/** Whether a hit on the open server's rack lies on the front of the slot that the server left. */
function isThroughSlot(
  { racks }: Layout,
  { rackIndex, from, to, middle, halfWidth }: ServerOpening,
  found: Found | null,
) {
  if (found?.rackIndex !== rackIndex) return false;
  const [x, y, z] = found.at;
  const up = y - racks.y[rackIndex]!;
  const facing = racks.heading[rackIndex] === 0 ? 1 : -1;
  const aside = (x - racks.x[rackIndex]!) * facing - middle;
  const isFront = (z - racks.z[rackIndex]!) * facing > 0;
  return isFront && up > from && up < to && Math.abs(aside) < halfWidth;
}

/** The part of the open server that a ray hits first. */
function serverPartAt(layout: Layout, open: ServerOpening, ray: Ray, isPlan: boolean): Found | null {
  const { rackIndex, gpu, from, to, out, lift } = open;
  const { x, y, z, facing, server, kind, accelerator, plan, parts, tubes, stays } = partsOf(
    layout,
    gpu,
    layout,
  );
  const subject = addressOf(layout, gpu).gpu;
  const module = plan.modules[subject - 1] ?? plan.board;
  const { origin, direction } = ray;
  const axis = plan.height / 2;
  const roll = rollOf(plan, out);
  const [c, s] = [Math.cos(roll), Math.sin(roll)];
  const unrolled = (px: number, py: number, pz: number): Vector => [c * px + s * py, c * py - s * px, pz];
  const [startX, startY, startZ] = unrolled(
    (origin[0] - x) * facing,
    origin[1] - y - axis,
    (origin[2] - z) * facing - out,
  );
  const own: Ray = {
    origin: [startX, startY + axis, startZ],
    direction: unrolled(direction[0] * facing, direction[1], direction[2] * facing),
  };
  const [hingeY, hingeZ] = hingeOf(module);
  const angle = isPlan ? 0 : lift * LID_ANGLE;
  /** A point or a direction turned about the hinge by an angle. */
  const turned = ([px, py, pz]: Vector, by: number, [cy, cz] = [hingeY, hingeZ]): Vector => {
    const [c, s] = [Math.cos(by), Math.sin(by)];
    return [px, cy + c * (py - cy) + s * (pz - cz), cz + c * (pz - cz) - s * (py - cy)];
  };
  const asPlateSees: Ray = {
    origin: turned(own.origin, -angle),
    direction: turned(own.direction, -angle, [0, 0]),
  };
  let first = { distance: NEVER, is: 'server' as SubjectKind, gpu: 0, size: [0, 0, 0] as Vector };
  const meet = (distance: number, is: SubjectKind, ofGpu: number, size: Vector) => {
    if (distance < first.distance) first = { distance, is, gpu: ofGpu, size };
  };
  const above = y - layout.racks.y[rackIndex]!;
  const front: Block = {
    ...{ x: 0, y: (from + to) / 2 - above, z: -FACEPLATE / 2 },
    size: [plan.face, to - from, FACEPLATE],
  };
  if (!plan.isBlade) meet(meetBox(own, extentOf(front)), 'server', 0, [plan.width, plan.height, plan.depth]);
  for (const part of parts) {
    const { moves, gpu: ofGpu = 0 } = part;
    const isSubject = ofGpu > 0 && ofGpu === subject;
    if (moves === 'bare' && !isSubject) continue;
    if (moves === 'beside' && (!isSubject || isPlan || lift < 0.02)) continue;
    if (moves === 'plate' && isSubject && isPlan && lift > 0.5) continue;
    const back = moves === 'rack' ? out : moves === 'slide' ? out / 2 : 0;
    const extent = extentOf({ ...part, z: part.z - back });
    meet(
      meetBox(moves === 'plate' && isSubject ? asPlateSees : own, extent),
      subjectOf(part),
      ofGpu,
      part.size,
    );
  }
  const hinged = (point: Vector) => turned(point, angle);
  for (const [tube, otherwise] of [
    ...tubes.map((each) => [each, 'hose'] as const),
    ...(isPlan ? [] : stays).map((each) => [each, 'cold-plate'] as const),
  ]) {
    const { radius, is = otherwise, gpu: ofGpu = 0 } = tube;
    const [a, b, c, d] = tube.points;
    const curve: Tube['points'] =
      ofGpu > 0 && ofGpu === subject ? [a, b, hinged(c), hinged(d)] : [a, b, c, d];
    // A curve lies between its four points.
    if (!canMeet(own, curve, radius)) continue;
    const size = sizeOfTube(tube);
    for (let piece = 0; piece < PIECES; piece++) {
      const [start, end] = [bezier(curve, piece / PIECES), bezier(curve, (piece + 1) / PIECES)];
      const reach: Vector = [end[0] - start[0], end[1] - start[1], end[2] - start[2]];
      meet(meetRod(own, start, reach, radius), is, ofGpu, size);
    }
  }
  if (first.distance === NEVER) return null;
  const items: Partial<Record<SubjectKind, string | undefined>> = {
    gpu: accelerator,
    server: kind.server,
    rack: kind.id,
  };
  const item = items[first.is];
  const firstGpu = gpu - subject;
  return {
    subject: { kind: first.is, ...(item && { of: `catalogue/${item}` }) },
    distance: first.distance,
    at: pointAt(ray, first.distance),
    size: first.size,
    rackIndex,
    gpu: first.gpu > 0 ? firstGpu + first.gpu : 0,
    ...(first.is !== 'rack' && { server }),
  };
}

/** Everything near a GPU that is drawn without a document or a catalogue entry: the parts of its server, and the technicians. */
export function partsDrawn(
  layout: Layout,
  timeline: Timeline,
  gpu: number,
): { kind: SubjectKind; size: Vector }[] {
  if (gpu === 0) return [];
  const { accelerator, kind, parts, tubes, stays } = partsOf(layout, gpu, layout);
  const items: Partial<Record<SubjectKind, string | undefined>> = {
    gpu: accelerator,
    server: kind.server,
    rack: kind.id,
  };
  return [
    ...parts.map((part) => ({ kind: subjectOf(part), size: part.size })),
    ...tubes.map((tube) => ({ kind: tube.is ?? 'hose', size: sizeOfTube(tube) })),
    ...stays.map((tube) => ({ kind: tube.is ?? 'cold-plate', size: sizeOfTube(tube) })),
    ...techniciansOf(layout, timeline, gpu).map(({ person }) => ({
      ...{ kind: 'person' as const, size: sizeOfPerson(person) },
    })),
  ].filter((drawn) => !items[drawn.kind]);
}

/** How much room a person takes along, up and across, metres. */
const sizeOfPerson = ({ height }: { height: number }): Vector => [WIDE * height, height, WIDE * height];

/** Length along a tube's curve, and its thickness both ways; metres. */
function sizeOfTube({ points, radius }: Pick<Tube, 'points' | 'radius'>): Vector {
  let length = 0;
  for (let piece = 0; piece < PIECES; piece++) {
    const [from, to] = [bezier(points, piece / PIECES), bezier(points, (piece + 1) / PIECES)];
    length += Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  }
  return [length, radius * 2, radius * 2];
}

/** What parts are that move with something other than the server. */
const MOVING: Partial<Record<NonNullable<Part['moves']>, SubjectKind>> = {
  plate: 'cold-plate',
  beside: 'rule',
  rack: 'rack',
};

export function subjectOf({ is, moves = 'server', gpu = 0 }: Part): SubjectKind {
  return is ?? MOVING[moves] ?? (gpu > 0 ? 'gpu' : 'server');
}

const extentOf = ({ x, y, z, size: [width, height, depth] }: Block): Extent => ({
  ...{ x, y: y - height / 2, z, width, height, depth },
  heading: 0,
});

/** Whether a ray comes into the box around some points, widened by `reach` metres. */
function canMeet({ origin, direction }: Ray, points: readonly Vector[], reach: number): boolean {
  let [enter, leave] = [0, NEVER];
  for (const axis of [0, 1, 2] as const) {
    const all = points.map((point) => point[axis]);
    const a = (Math.min(...all) - reach - origin[axis]) / direction[axis];
    const b = (Math.max(...all) + reach - origin[axis]) / direction[axis];
    // A ray in a face's plane gives NaN, for which both comparisons are false.
    if (Math.min(a, b) > enter) enter = Math.min(a, b);
    if (Math.max(a, b) < leave) leave = Math.max(a, b);
  }
  return enter <= leave;
}

/** A point of a Bezier curve at `t`, 0 to 1. */
function bezier([a, b, c, d]: Tube['points'], t: number): Vector {
  const s = 1 - t;
  const along = (axis: 0 | 1 | 2) =>
    a[axis] * s ** 3 + 3 * b[axis] * s * s * t + 3 * c[axis] * s * t * t + d[axis] * t ** 3;
  return [along(0), along(1), along(2)];
}
