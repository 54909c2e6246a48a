import type { ServerParts } from '../../layout/serverParts.ts';
import { type Block, FACEPLATE, SLIDE } from '../../layout/serverPlan.ts';
import type { ColorName } from '../shading/look.ts';
import { PLATE } from './lid.ts';
import { curve, type Point, straight, type Tube } from './parts.ts';

/** Radii of hoses over the GPUs, of those to the CPUs, and of the bars that both come from; metres. */
const HOSE = 0.005;
const CPU_HOSE = 0.004;
const BAR = 0.009;

/** A cube on a plate's left edge that a hose is screwed into: its edge, and how far before and behind the plate's middle it is. */
export const FITTING = 0.011;
const fittingFrom = (length: number) => length * PLATE.length * 0.32;

/** The middles of the fittings of a module's plate: one towards the server's front (end 1), one towards its rear (-1). */
export const fittingOf = ({ x, y, z, size }: Block, end: 1 | -1): Point => [
  x - (size[0] * PLATE.width) / 2 - FITTING * 0.47,
  y + size[1] / 2 - PLATE.height / 2,
  z + end * fittingFrom(size[2]),
];

/** Colours of supply and return. */
const HOSES = { cold: 'coldHose', warm: 'warmHose' } as const;

/** Height and depth of the supply's and the return's bar, server frame, metres. */
interface Bars {
  cold: readonly [y: number, z: number];
  warm: readonly [y: number, z: number];
}

const plus = (at: Point, x: number, y: number, z: number): Point => [at[0] + x, at[1] + y, at[2] + z];

/**
 * Supply and return of one server: bars behind the front, and hoses from plate to plate along every column, to the switch chip behind
 * it and back below the plates; and a loop over the CPUs, which is all that there is without GPUs. No two of them touch. Server frame, metres; all of it assumed.
 */
export function serverHoses(plan: ServerParts): Tube[] {
  const tubes: Tube[] = [];
  const { modules, width } = plan;
  const [first] = modules;
  if (!first) return cpuHoses(plan);
  const top = first.y + first.size[1] / 2;
  const wall = width / 2 - SLIDE - 0.0062;
  // One above the other, or one behind the other where the chassis is too thin for that.
  const warm = plan.height > top + 0.03 ? ([top + 0.02, -0.02] as const) : ([top - 0.012, -0.032] as const);
  const bars: Bars = { cold: [top - 0.012, -0.012], warm };
  for (const bar of ['cold', 'warm'] as const)
    tubes.push({
      points: straight([-wall, ...bars[bar]], [wall, ...bars[bar]]),
      radius: BAR,
      color: HOSES[bar],
    });
  const rows = modules[1] && modules[1].x === first.x ? 2 : 1;
  for (let gpu = 0; gpu < modules.length; gpu += rows)
    addColumn(tubes, plan, bars, modules.slice(gpu, gpu + rows), gpu);
  addCpuLoop(tubes, plan, bars, wall, top);
  // In a thin chassis they lie as flat as that is.
  const within = (radius: number, [x, y, z]: Point): Point => [x, Math.min(y, plan.height - radius), z];
  return tubes.map(({ points: [a, b, c, d], ...tube }) => {
    const at = (point: Point) => within(tube.radius, point);
    return { ...tube, points: [at(a), at(b), at(c), at(d)] };
  });
}

/** In a server without GPUs: a hose from its front to the first CPU, from CPU to CPU, and back to the front. */
function cpuHoses({ cpus, width }: ServerParts): Tube[] {
  const [first] = cpus;
  const last = cpus.at(-1);
  if (!first || !last) return [];
  const tube = (color: ColorName, ...points: Parameters<typeof curve>): Tube => ({
    points: curve(...points),
    radius: Math.min(CPU_HOSE, first.size[1] * 0.3),
    color,
  });
  const ending = ({ x, y, z, size }: Block, side: number): Point => [
    x + side * size[0] * 0.3,
    y,
    z + size[2] / 2,
  ];
  const toFront = (color: ColorName, block: Block, side: number) => {
    const end = ending(block, side);
    const start: Point = [side * width * 0.32, end[1], -FACEPLATE];
    return tube(color, start, plus(start, 0, 0, end[2] / 2), plus(end, 0, 0, -end[2] / 2), end);
  };
  const between = cpus.slice(1).map((block, at) => {
    const [from, to] = [ending(cpus[at]!, 1), ending(block, -1)];
    return tube('graphite', from, plus(from, 0, 0, 0.04), plus(to, 0, 0, 0.04), to);
  });
  return [toFront('coldHose', first, -1), ...between, toFront('warmHose', last, 1)];
}

/** The hoses of one column of modules; `before` is how many GPUs come before its first. */
function addColumn(
  tubes: Tube[],
  { switches }: ServerParts,
  bars: Bars,
  column: readonly Block[],
  before: number,
): void {
  const front = column[0]!;
  const top = front.y + front.size[1] / 2;
  const add = (points: Tube['points'], color: ColorName, gpu = 0) =>
    tubes.push({ points, radius: HOSE, color, gpu });
  const ending = FITTING / 2;
  /** A place in line with a fitting, `by` metres away from its outer side. */
  const inLine = (block: Block, end: 1 | -1, by = 0): Point =>
    plus(fittingOf(block, end), 0, 0, end * (ending + by));
  const [edge] = fittingOf(front, 1);
  const start: Point = [edge + 0.012, ...bars.cold];
  add(
    curve(start, plus(start, 0, 0, -0.03), inLine(front, 1, 0.03), inLine(front, 1)),
    'coldHose',
    before + 1,
  );
  column.slice(1).forEach((block, at) => {
    // One hose, in two halves, so that each end can move with its plate.
    const [from, to] = [inLine(column[at]!, -1), inLine(block, 1)];
    const between: Point = [from[0], from[1], (from[2] + to[2]) / 2];
    const share = (from[2] - to[2]) / 6;
    const half = (end: Point, by: number) =>
      curve(between, plus(between, 0, 0, -by), plus(end, 0, 0, by), end);
    add(half(from, -share), 'graphite', before + at + 1);
    add(half(to, share), 'graphite', before + at + 2);
  });
  const last = column.at(-1)!;
  const end = inLine(last, -1);
  const chip = switches.find(({ x }) => Math.abs(x - front.x) < front.size[0] * 0.6);
  let leave = end;
  if (chip) {
    const high = chip.y + chip.size[1] / 2;
    const arrive: Point = [chip.x - chip.size[0] * 0.25, high, chip.z];
    leave = [chip.x + chip.size[0] * 0.25, high, chip.z];
    const points = curve(arrive, plus(arrive, 0, 0.03, 0), plus(end, 0, 0, -0.05), end);
    add(points, 'graphite', before + column.length);
  }
  // The return hose, between this column's plates and the next one's, below the hoses on the plates.
  const aside = front.x + (front.size[0] * PLATE.width) / 2 + HOSE + 0.0005;
  const low = front.y - front.size[1] / 2 + 0.0095;
  const bend: Point = [aside, low, last.z - last.size[2] * 0.42];
  add(curve(leave, plus(leave, 0, 0.035, 0), plus(bend, 0, 0, -0.06), bend), 'warmHose');
  const rise: Point = [aside, low, front.z + front.size[2] * 0.36];
  const way = (share: number): Point => [aside, low, bend[2] * (1 - share) + rise[2] * share];
  add(curve(bend, way(0.4), way(0.6), rise), 'warmHose');
  const [barY, barZ] = bars.warm;
  const below: Point = [aside - 0.006, top + 0.012, barZ - 0.03];
  add(curve(rise, plus(rise, 0, 0, 0.025), below, [aside - 0.008, barY, barZ]), 'warmHose');
}

/** Along one wall to the CPUs, from the first to the last, and back along the other wall. */
function addCpuLoop(tubes: Tube[], { cpus }: ServerParts, bars: Bars, wall: number, top: number): void {
  const [first] = cpus;
  const last = cpus.at(-1);
  if (!first || !last) return;
  const add = (color: ColorName, ...points: Parameters<typeof curve>) =>
    tubes.push({ points, radius: CPU_HOSE, color });
  const over = ({ x, y, z, size }: Block, side: number): Point => [x + side * 0.02, y + size[1] / 2, z];
  /** From a bar to a CPU; the hose leaves the wall at `leave`. */
  const addAlong = (side: number, of: 'cold' | 'warm', end: Point, leave: number) => {
    const [y, z] = bars[of];
    const at = (z: number): Point => [side * wall, top, z];
    add(HOSES[of], [side * wall, y, z], [side * wall, y, z - 0.03], at(z - 0.03), at(-0.12));
    add(HOSES[of], at(-0.12), at(-0.2), at(leave + 0.08), at(leave));
    const before: Point = [end[0] + side * 0.05, top + 0.04, end[2] + 0.03];
    add(HOSES[of], at(leave), at(end[2] + 0.12), before, end);
  };
  // Behind the GPUs' fittings.
  addAlong(-1, 'cold', over(first, -1), first.z * 0.62);
  for (let at = 1; at < cpus.length; at++) {
    const [from, to] = [over(cpus[at - 1]!, 1), over(cpus[at]!, -1)];
    add('graphite', from, plus(from, 0, 0.035, 0), plus(to, 0, 0.035, 0), to);
  }
  // Before the supplies' cables.
  addAlong(1, 'warm', over(last, 1), first.z * 0.42);
}
