import type { Layout } from '../layout/layout.ts';
import { addressOf } from '../layout/address.ts';
import { acceleratorOf, type ServerPlace, serverPlace, serverPlan } from '../layout/serverPlan.ts';
import { framed, type PictureShape } from './framing.ts';
import type { Point, Pose } from './pose.ts';

/** What the picture of a GPU shows: shares of its module's width and length, and metres of its opened plate. */
const HELD = { aside: 0.4, behind: 0.3, before: 0.2, above: 0.12 };

/** A point of a server's own frame, drawn out by `out` metres, in the site frame. */
export function ofServer({ x, y, z, facing }: ServerPlace, [px, py, pz]: Point, out: number): Point {
  return [x + px * facing, y + py, z + (pz + out) * facing];
}

/** Where the module of a GPU lies in its server when that is drawn out: the middle of its underside, site frame. */
export function modulePlace(layout: Layout, gpu: number): Point {
  const place = serverPlace(layout, gpu);
  const { plan, module } = moduleOf(layout, gpu, place);
  return ofServer(place, [module.x, module.y - module.size[1] / 2, module.z], plan.travel);
}

function moduleOf(layout: Layout, gpu: number, place: ServerPlace) {
  const { racks, site } = layout;
  const kind = site.rackKinds[racks.kind[place.rackIndex]!]!;
  const plan = serverPlan(layout, kind, acceleratorOf(layout, place.rackIndex));
  return { plan, module: plan.modules[addressOf(layout, gpu).gpu - 1]! };
}

/** Whoever draws a server out stands to its left, where they hide nothing in it: place in the server's frame, and height; metres, assumed. */
export const AT_SERVER = { at: [-0.72, 0, 0.52], height: 1.78 } as const;
/** Width over height below which a picture is framed as a tall one, and has no room for people beside a rack. */
export const TALL = 0.8;

/** Direction to look from: degrees aside from straight before the front, and above the horizon. */
const SERVER_FROM = { aside: 34, elevation: 40 };
const GPU_FROM = { aside: -21, elevation: 55 };

/** Corners of what a close view is about: the part of a server that is drawn out, or one of its GPUs with its plate opened. */
export function closeSubject(view: 'server' | 'gpu', layout: Layout, gpu: number): Point[] {
  const place = serverPlace(layout, gpu);
  const { plan, module } = moduleOf(layout, gpu, place);
  const box = (x: number, y0: number, y1: number, z0: number, z1: number, middle: number): Point[] =>
    [middle - x, middle + x].flatMap((px) =>
      [y0, y1].flatMap((py) => [z0, z1].map((pz) => ofServer(place, [px, py, pz], plan.travel))),
    );
  if (view === 'server') return box(plan.width * 0.5, 0, plan.height, -plan.travel - 0.02, 0.03, 0);
  const [width, , length] = module.size;
  return box(
    width * HELD.aside,
    module.y,
    module.y + HELD.above,
    module.z - length * HELD.behind,
    module.z + length * HELD.before,
    module.x,
  );
}

/** The top of the head of whoever draws the server out: a picture with all of them shows a length that everybody knows. */
function headAt(layout: Layout, gpu: number): Point {
  const place = serverPlace(layout, gpu);
  const [x, , z] = ofServer(place, AT_SERVER.at, 0);
  return [x, layout.racks.y[place.rackIndex]! + AT_SERVER.height, z];
}

/** Least height of an eye, metres above the ground. */
const LOWEST_EYE = 0.55;

/** Before a server that is drawn out of its rack, or over one of its GPUs. */
export function closePose(view: 'server' | 'gpu', layout: Layout, gpu: number, window: PictureShape): Pose {
  const { facing } = serverPlace(layout, gpu);
  const from = view === 'server' ? SERVER_FROM : GPU_FROM;
  const bearing = (facing > 0 ? 180 : 0) - from.aside;
  const points = closeSubject(view, layout, gpu);
  if (view === 'server' && window.aspect >= TALL) points.push(headAt(layout, gpu));
  const centre = [0, 1, 2].map(
    (axis) => (Math.min(...points.map((p) => p[axis]!)) + Math.max(...points.map((p) => p[axis]!))) / 2,
  );
  const { eye: near, target } = framed(points, { bearing, elevation: from.elevation }, window, 0.86);
  // The target lies as deep in the picture as the middle of the subject.
  const back = near.map((each, axis) => each - target[axis]!);
  const length = Math.hypot(...back) || 1;
  // From what lies close to the ground the eye steps back until it is high enough.
  const step = Math.max(0, LOWEST_EYE - near[1]) / (back[1]! / length);
  const eyeAt = (axis: number) => near[axis]! + (back[axis]! / length) * step;
  const eye: Point = [eyeAt(0), eyeAt(1), eyeAt(2)];
  const away = back.reduce((sum, each, axis) => sum + (each / length) * (eye[axis]! - centre[axis]!), 0);
  const at = (axis: number) => eye[axis]! - (back[axis]! / length) * away;
  return { eye, target: [at(0), at(1), at(2)] };
}
