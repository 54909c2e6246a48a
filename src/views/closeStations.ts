import type { Layout } from '../layout/layout.ts';
import { addressOf } from '../layout/address.ts';
import { benchOver } from '../layout/bench.ts';
import { type Block, serverOf, type ServerPosition, serverPosition } from '../layout/serverPlan.ts';
import { framed, type PictureShape } from './framing.ts';
import type { Point, Pose } from './pose.ts';

/** Part of a GPU's module that its station frames: shares of its width and length, and metres above it for the lifted plate. */
const HELD = { aside: 0.4, behind: 0.3, before: 0.2, above: 0.12 };

/** A point of the server frame in the site frame, with the server pulled out by `out` metres. */
export function ofServer({ x, y, z, facing }: ServerPosition, [px, py, pz]: Point, out: number): Point {
  return [x + px * facing, y + py, z + (pz + out) * facing];
}

/** Centre of the underside of a GPU's module while its server is pulled out; site frame, metres. */
export function modulePosition(layout: Layout, gpu: number): Point {
  const { server, plan, module } = moduleOf(layout, gpu);
  return ofServer(server, [module.x, module.y - module.size[1] / 2, module.z], plan.travel);
}

function moduleOf(layout: Layout, gpu: number) {
  const server = serverOf(layout, gpu);
  const { plan } = server;
  const { x, z, size } = plan.board;
  // Without GPUs it is the middle of the board, where its processors are.
  const middle: Block = { x, y: plan.board.y, z, size: [size[0], size[1], Math.min(size[0], size[2])] };
  return { server, plan, module: plan.modules[addressOf(layout, gpu).gpu - 1] ?? middle };
}

/** The technician, on the left of an open server so as not to hide it: position in the server frame, height; metres, assumed. */
export const AT_SERVER = { at: [-0.9, 0, 0.52], height: 1.78 } as const;
/** Width over height below which a picture is framed as tall, without people beside a rack. */
export const TALL = 0.8;

/** Directions to look from: degrees to the side of the server's front axis, and above the horizon. */
const SERVER_FROM = { aside: 34, elevation: 40 };
const GPU_FROM = { aside: -21, elevation: 55 };
const BENCH_FROM = { aside: 0, elevation: 62 };
/** Height of modules over their bench, metres. */
const ON_BENCH = 0.03;

/**
 * Corners of the subject of a close view, site frame: the pulled-out part of a server, or one of its GPUs with its plate lifted; of `chips`
 * that are compared the bench under them.
 */
export function closeSubject(view: 'server' | 'gpu', layout: Layout, gpu: number, chips = 0): Point[] {
  const { server, plan, module } = moduleOf(layout, gpu);
  const box = (x: number, y0: number, y1: number, z0: number, z1: number, middle: number): Point[] =>
    [middle - x, middle + x].flatMap((px) =>
      [y0, y1].flatMap((py) => [z0, z1].map((pz) => ofServer(server, [px, py, pz], plan.travel))),
    );
  if (view === 'server') return box(plan.width * 0.5, 0, plan.height, -plan.travel - 0.02, 0.03, 0);
  if (chips > 0) {
    const { x, y, z, size } = benchOver(plan, chips);
    return box(size[0] / 2, y, y + ON_BENCH, z - size[2] / 2, z + size[2] / 2, x);
  }
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

/** How far above a server their head is, standing or on their knees, and how high above the floor it is on their knees, metres. */
const HEAD = { over: 0.78, kneeling: 1.23 };

/** Top of the technician's head, so that the picture shows the whole person as a measure of scale; site frame, metres. */
function headAt(layout: Layout, gpu: number): Point {
  const position = serverPosition(layout, gpu);
  const [x, , z] = ofServer(position, AT_SERVER.at, 0);
  const floor = layout.racks.y[position.rackIndex]!;
  const high = Math.max(HEAD.kneeling, position.y - floor + HEAD.over);
  return [x, floor + Math.min(AT_SERVER.height, high), z];
}

/** Least height of an eye, metres above the ground. */
const LOWEST_EYE = 0.55;

/** The pose in front of a pulled-out server, or over one of its GPUs or over compared chips; site frame. */
export function closePose(
  view: 'server' | 'gpu',
  layout: Layout,
  gpu: number,
  window: PictureShape,
  chips = 0,
): Pose {
  const { facing } = serverPosition(layout, gpu);
  const from = view === 'server' ? SERVER_FROM : chips > 0 ? BENCH_FROM : GPU_FROM;
  const bearing = (facing > 0 ? 180 : 0) - from.aside;
  const points = closeSubject(view, layout, gpu, chips);
  if (view === 'server' && window.aspect >= TALL) points.push(headAt(layout, gpu));
  const centre = [0, 1, 2].map(
    (axis) => (Math.min(...points.map((p) => p[axis]!)) + Math.max(...points.map((p) => p[axis]!))) / 2,
  );
  const { eye: near, target } = framed(
    points,
    { bearing, elevation: from.elevation },
    window,
    chips > 0 ? 0.78 : 0.86,
  );
  // Put the target at the depth of the subject's middle.
  const back = near.map((each, axis) => each - target[axis]!);
  const length = Math.hypot(...back) || 1;
  // Near the ground, move back along the line of sight until the eye is high enough.
  const step = Math.max(0, LOWEST_EYE - near[1]) / (back[1]! / length);
  const eyeAt = (axis: number) => near[axis]! + (back[axis]! / length) * step;
  const eye: Point = [eyeAt(0), eyeAt(1), eyeAt(2)];
  const away = back.reduce((sum, each, axis) => sum + (each / length) * (eye[axis]! - centre[axis]!), 0);
  const at = (axis: number) => eye[axis]! - (back[axis]! / length) * away;
  return { eye, target: [at(0), at(1), at(2)] };
}
