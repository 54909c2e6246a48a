import { type Block, type ServerPlan, SLIDE } from '../../layout/serverPlan.ts';
import type { Palette } from '../shading/look.ts';
import { PLATE } from './lid.ts';
import type { Point, Tube } from './parts.ts';

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

/** Height and depth of the supply's and the return's bar, server frame, metres. */
interface Bars {
  cold: readonly [y: number, z: number];
  warm: readonly [y: number, z: number];
}

/** A hose from one place to another that leaves and arrives upright. */
function arch(from: Point, to: Point, rise: number): Tube['points'] {
  return [from, [from[0], from[1] + rise, from[2]], [to[0], to[1] + rise, to[2]], to];
}

/**
 * Supply and return of one server: bars behind the front, and hoses from plate to plate along every column, to the switch chip behind
 * it and back below the plates; and a loop over the CPUs. No two of them touch. Server frame, metres; all of it assumed.
 */
export function serverHoses(plan: ServerPlan, look: Palette): Tube[] {
  const tubes: Tube[] = [];
  const { modules, width } = plan;
  const [first] = modules;
  if (!first) return tubes;
  const top = first.y + first.size[1] / 2;
  const wall = width / 2 - SLIDE - 0.0062;
  const bars: Bars = { cold: [top - 0.012, -0.012], warm: [top + 0.02, -0.02] };
  const straight = ([y, z]: readonly [number, number]): Tube['points'] => [
    [-wall, y, z],
    [-wall / 3, y, z],
    [wall / 3, y, z],
    [wall, y, z],
  ];
  tubes.push(
    { points: straight(bars.cold), radius: BAR, color: look.cold },
    { points: straight(bars.warm), radius: BAR, color: look.warm },
  );
  const rows = modules[1] && modules[1].x === first.x ? 2 : 1;
  for (let gpu = 0; gpu < modules.length; gpu += rows)
    addColumn(tubes, plan, bars, modules.slice(gpu, gpu + rows), gpu, look);
  addCpuLoop(tubes, plan, bars, wall, top, look);
  return tubes;
}

/** The hoses of one column of modules; `before` is how many GPUs come before its first. */
function addColumn(
  tubes: Tube[],
  { switches }: ServerPlan,
  bars: Bars,
  column: readonly Block[],
  before: number,
  look: Palette,
): void {
  const front = column[0]!;
  const top = front.y + front.size[1] / 2;
  const add = (points: Tube['points'], color: string, gpu = 0) =>
    tubes.push({ points, radius: HOSE, color, gpu });
  /** A place in line with a fitting, `by` metres away from it on its outer side. */
  const inLine = (block: Block, end: 1 | -1, by: number): Point => {
    const [x, y, z] = fittingOf(block, end);
    return [x, y, z + end * by];
  };
  const ending = FITTING / 2;
  const [edge] = fittingOf(front, 1);
  const start: Point = [edge + 0.012, ...bars.cold];
  add(
    [start, [start[0], start[1], start[2] - 0.03], inLine(front, 1, ending + 0.03), inLine(front, 1, ending)],
    look.cold,
    before + 1,
  );
  column.slice(1).forEach((block, at) => {
    // One hose, in two halves, so that each end can move with its plate.
    const [from, to] = [inLine(column[at]!, -1, ending), inLine(block, 1, ending)];
    const between: Point = [from[0], from[1], (from[2] + to[2]) / 2];
    const share = (from[2] - to[2]) / 6;
    for (const [end, way, gpu] of [
      [from, -1, before + at + 1],
      [to, 1, before + at + 2],
    ] as const)
      add(
        [
          between,
          [between[0], between[1], between[2] - way * share],
          [end[0], end[1], end[2] + way * share],
          end,
        ],
        look.graphite,
        gpu,
      );
  });
  const last = column.at(-1)!;
  const end = inLine(last, -1, ending);
  const chip = switches.find(({ x }) => Math.abs(x - front.x) < front.size[0] * 0.6);
  let leave = end;
  if (chip) {
    const high = chip.y + chip.size[1] / 2;
    const arrive: Point = [chip.x - chip.size[0] * 0.25, high, chip.z];
    leave = [chip.x + chip.size[0] * 0.25, high, chip.z];
    add(
      [arrive, [arrive[0], high + 0.03, arrive[2]], [end[0], end[1], end[2] - 0.05], end],
      look.graphite,
      before + column.length,
    );
  }
  // Back between this column's plates and the next one's, lower than the hoses on those.
  const aside = front.x + (front.size[0] * PLATE.width) / 2 + HOSE + 0.0005;
  const low = front.y - front.size[1] / 2 + 0.0095;
  const bend: Point = [aside, low, last.z - last.size[2] * 0.42];
  add([leave, [leave[0], leave[1] + 0.035, leave[2]], [aside, low, bend[2] - 0.06], bend], look.warm);
  const rise: Point = [aside, low, front.z + front.size[2] * 0.36];
  add(
    [bend, [aside, low, bend[2] * 0.6 + rise[2] * 0.4], [aside, low, bend[2] * 0.4 + rise[2] * 0.6], rise],
    look.warm,
  );
  add(
    [
      rise,
      [aside, low, rise[2] + 0.025],
      [aside - 0.006, top + 0.012, bars.warm[1] - 0.03],
      [aside - 0.008, ...bars.warm],
    ],
    look.warm,
  );
}

/** Along one wall to the CPUs, from the first to the last, and back along the other wall. */
function addCpuLoop(
  tubes: Tube[],
  { cpus }: ServerPlan,
  bars: Bars,
  wall: number,
  top: number,
  look: Palette,
): void {
  const [first] = cpus;
  const last = cpus.at(-1);
  if (!first || !last) return;
  /** Where the hoses leave the walls: the cold one behind the GPUs' fittings, the warm one before the supplies' cables. */
  const straightTo = { cold: first.z * 0.62, warm: first.z * 0.42 };
  const over = (block: Block, side: number): Point => [
    block.x + side * 0.02,
    block.y + block.size[1] / 2,
    block.z,
  ];
  const along = (
    side: number,
    [y, z]: readonly [number, number],
    color: string,
    end: Point,
    straight: number,
  ): Tube[] => [
    {
      points: [
        [side * wall, y, z],
        [side * wall, y, z - 0.03],
        [side * wall, top, z - 0.03],
        [side * wall, top, -0.12],
      ],
      radius: CPU_HOSE,
      color,
    },
    {
      points: [
        [side * wall, top, -0.12],
        [side * wall, top, -0.2],
        [side * wall, top, straight + 0.08],
        [side * wall, top, straight],
      ],
      radius: CPU_HOSE,
      color,
    },
    {
      points: [
        [side * wall, top, straight],
        [side * wall, top, end[2] + 0.12],
        [end[0] + side * 0.05, top + 0.04, end[2] + 0.03],
        end,
      ],
      radius: CPU_HOSE,
      color,
    },
  ];
  tubes.push(...along(-1, bars.cold, look.cold, over(first, -1), straightTo.cold));
  for (let at = 1; at < cpus.length; at++)
    tubes.push({
      points: arch(over(cpus[at - 1]!, 1), over(cpus[at]!, -1), 0.035),
      radius: CPU_HOSE,
      color: look.graphite,
    });
  tubes.push(...along(1, bars.warm, look.warm, over(last, 1), straightTo.warm));
}
