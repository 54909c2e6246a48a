import type { Layout } from '../layout/layout.ts';
import { addressOf } from '../layout/address.ts';
import { benchOver } from '../layout/bench.ts';
import { modulePlan } from '../layout/modulePlan.ts';
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

/**
 * The technician, who kneels at another rack of the row, far enough to be smaller than the open server and not to hide it: how many racks
 * to the right of the server's as seen from its front, the first of these that is of the same kind; how far before it, how high the head
 * is, and half the width of the whole person; metres, assumed.
 */
const KNEELING = { racks: [4, 3, -4, -3, 5, -5, 2, -2], before: 0.66, head: 1.3, half: 0.4 } as const;
/** Width over height below which a picture is framed as tall, without people beside a rack. */
export const TALL = 0.8;

/** Directions to look from: degrees to the side of the server's front axis, and above the horizon. */
const SERVER_FROM = { aside: -55, elevation: 25 };
const GPU_FROM = { aside: -21, elevation: 55 };
/** From here a die mirrors the line of lamps over the aisle. */
const DIE_FROM = { aside: -86, elevation: 44 };
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

/** Half the edge of the square that the station of a GPU frames, as a multiple of the longer side of its dies together. */
const AROUND_DIES = 1.05;

/** Corners of that square, level with the dies of a GPU; undefined where they are not known. Site frame. */
function packageOf(layout: Layout, gpu: number): Point[] | undefined {
  const { server, plan, module } = moduleOf(layout, gpu);
  const { dies } = modulePlan(layout, server.accelerator, module);
  if (plan.modules.length === 0 || dies.length === 0) return undefined;
  const most = (at: 'x' | 'z', along: 0 | 2) =>
    2 * Math.max(...dies.map((die) => Math.abs(die[at]) + die.size[along] / 2));
  const half = Math.max(most('x', 0), most('z', 2)) * AROUND_DIES;
  const y = module.y - module.size[1] / 2 + dies[0]!.y;
  return [-half, half].flatMap((x) =>
    [-half, half].map((z) => ofServer(server, [module.x + x, y, module.z + z], plan.travel)),
  );
}

/** The rack of a server's row at which somebody kneels; undefined where there is no such rack. */
export const kneelingAt = (layout: Layout, server: ServerPosition): number | undefined =>
  rackBeside(layout, server, KNEELING.racks);

/** The first rack of these, counted to the right of a server's as seen from its front, that is of the same kind and in the same row. */
export function rackBeside(
  { racks }: Layout,
  { rackIndex, facing }: ServerPosition,
  aside: readonly number[],
): number | undefined {
  return aside
    .map((racksAside) => rackIndex + racksAside * facing)
    .find(
      (each) =>
        racks.kind[each] === racks.kind[rackIndex] &&
        racks.hall[each] === racks.hall[rackIndex] &&
        racks.row[each] === racks.row[rackIndex],
    );
}

/** The technician from head to foot, so that the picture shows the whole person as a measure of scale; site frame, metres. */
function technicianAt(layout: Layout, gpu: number): Point[] {
  const position = serverPosition(layout, gpu);
  const other = kneelingAt(layout, position);
  if (other === undefined) return [];
  const { racks } = layout;
  const x = (racks.x[other]! - position.x) * position.facing;
  return [-1, 1].flatMap((side) =>
    [0, KNEELING.head].map((high): Point => {
      const [px, , pz] = ofServer(position, [x + side * KNEELING.half, 0, KNEELING.before], 0);
      return [px, racks.y[other]! + high, pz];
    }),
  );
}

/** Where to look from so that the technician is behind the server. */
function serverFrom(technician: readonly Point[], layout: Layout, gpu: number) {
  const { x, facing } = serverPosition(layout, gpu);
  const isLeft = technician.some((point) => (point[0] - x) * facing < 0);
  return isLeft ? { ...SERVER_FROM, aside: -SERVER_FROM.aside } : SERVER_FROM;
}

/** Share of the picture that an open server fills by itself; and how much farther away the eye may go to have the technician in it. */
const ALONE = 0.62;
const FARTHER = 1.3;

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
  const technician = view === 'server' && window.aspect >= TALL ? technicianAt(layout, gpu) : [];
  const dies = view === 'gpu' && chips === 0 ? packageOf(layout, gpu) : undefined;
  const direction = { server: serverFrom(technician, layout, gpu), gpu: dies ? DIE_FROM : GPU_FROM }[view];
  const from = chips > 0 ? BENCH_FROM : direction;
  const points = dies ?? closeSubject(view, layout, gpu, chips);
  const seenFrom = { bearing: (facing > 0 ? 180 : 0) - from.aside, elevation: from.elevation };
  const centre = [0, 1, 2].map(
    (axis) => (Math.min(...points.map((p) => p[axis]!)) + Math.max(...points.map((p) => p[axis]!))) / 2,
  );
  const awayFrom = ({ eye }: Pose) => Math.hypot(...eye.map((each, axis) => each - centre[axis]!));
  let pose = framed(points, seenFrom, window, chips > 0 ? 0.78 : 0.86);
  if (technician.length > 0) {
    const alone = framed(points, seenFrom, window, ALONE);
    const both = framed([...points, ...technician], seenFrom, window, 0.86);
    pose = awayFrom(both) < awayFrom(alone) * FARTHER ? both : alone;
  }
  const { eye: near, target } = pose;
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
