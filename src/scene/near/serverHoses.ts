import type { Block, ServerPlan } from '../../layout/serverPlan.ts';
import type { Palette } from '../shading/look.ts';
import type { Point, Tube } from './parts.ts';

/** Cold plates lie over the middle of a module: shares of its width and length, and their thickness. */
export const PLATE = { width: 0.86, length: 0.66, height: 0.013 };

/** How far before and behind its middle hoses reach a plate, for a module so long, metres. */
export const fittingFrom = (length: number) => length * PLATE.length * 0.32;

const HOSE = 0.0055;

/** A hose from one place to another that leaves and arrives upright. */
function arch(from: Point, to: Point, rise: number): Tube['points'] {
  return [from, [from[0], from[1] + rise, from[2]], [to[0], to[1] + rise, to[2]], to];
}

/**
 * Supply and return of one server: bars behind the front, and hoses from plate to plate along every column, to the switch chip behind it
 * and back; and a loop over the CPUs. Server frame, metres; all of it assumed.
 */
export function serverHoses(plan: ServerPlan, look: Palette): Tube[] {
  const tubes: Tube[] = [];
  const { modules, switches, width } = plan;
  const [first] = modules;
  if (!first) return tubes;
  const top = first.y + first.size[1] / 2;
  const reach = width / 2 - 0.03;
  const bars = { cold: [top - 0.012, -0.012], warm: [top + 0.02, -0.02] } as const;
  const straight = (y: number, z: number): Tube['points'] => [
    [-reach, y, z],
    [-reach / 3, y, z],
    [reach / 3, y, z],
    [reach, y, z],
  ];
  tubes.push(
    { points: straight(...bars.cold), radius: 0.009, color: look.cold },
    { points: straight(...bars.warm), radius: 0.009, color: look.warm },
  );
  const rows = modules[1] && modules[1].x === first.x ? 2 : 1;
  for (let gpu = 0; gpu < modules.length; gpu += rows) {
    const front = modules[gpu]!;
    const back = rows > 1 ? modules[gpu + 1] : undefined;
    const middle = top - PLATE.height / 2;
    const edge = front.x - (front.size[0] * PLATE.width) / 2;
    /** Fittings sit on a plate's left edge, so that it can be opened without taking them off. */
    const fitting = (block: Block, end: number): Point => [
      edge,
      middle,
      block.z + end * fittingFrom(block.size[2]),
    ];
    const toFitting = (from: Point, block: Block, end: number, of: number): Tube => {
      const to = fitting(block, end);
      const reach = (from[2] - to[2]) * 0.45;
      return {
        points: [from, [from[0], from[1], from[2] - reach], [edge - 0.014, middle, to[2] + reach * 0.4], to],
        radius: HOSE,
        color: look.graphite,
        gpu: of,
      };
    };
    const start: Point = [edge + 0.006, bars.cold[0], bars.cold[1]];
    tubes.push({ ...toFitting(start, front, 1, gpu + 1), color: look.cold });
    if (back) {
      // One hose, in two halves, so that each end can move with its plate.
      const between: Point = [edge - 0.011, middle, (front.z + back.z) / 2];
      tubes.push(toFitting(between, front, -1, gpu + 1), toFitting(between, back, 1, gpu + 2));
    }
    const last = back ?? front;
    const chip = switches.find(({ x }) => Math.abs(x - front.x) < front.size[0] * 0.6);
    const turn: Point = chip
      ? [chip.x - chip.size[0] * 0.25, chip.y + chip.size[1] / 2, chip.z]
      : fitting(last, -1);
    if (chip) {
      const end = fitting(last, -1);
      tubes.push({
        points: [
          turn,
          [turn[0], turn[1] + 0.03, turn[2]],
          [end[0] - 0.02, end[1] + 0.004, end[2] - 0.03],
          end,
        ],
        radius: HOSE,
        color: look.graphite,
        gpu: gpu + rows,
      });
    }
    const leave: Point = chip ? [chip.x + chip.size[0] * 0.25, turn[1], turn[2]] : turn;
    const aside = front.x + front.size[0] * 0.505;
    const bend: Point = [aside, top - 0.002, leave[2] + 0.09];
    tubes.push(
      {
        points: [leave, [leave[0], leave[1] + 0.035, leave[2]], [aside, top - 0.002, leave[2] + 0.02], bend],
        radius: HOSE,
        color: look.warm,
      },
      {
        points: [bend, [aside, top - 0.002, -0.2], [aside, top - 0.002, -0.08], [aside, ...bars.warm]],
        radius: HOSE,
        color: look.warm,
      },
    );
  }
  addCpuLoop(tubes, plan, bars, top, look);
  return tubes;
}

/** Along one wall to the CPUs, from the first to the last, and back along the other wall. */
function addCpuLoop(
  tubes: Tube[],
  { cpus, width }: ServerPlan,
  bars: { cold: readonly [number, number]; warm: readonly [number, number] },
  top: number,
  look: Palette,
): void {
  const [first] = cpus;
  const last = cpus.at(-1);
  if (!first || !last) return;
  const wall = width / 2 - 0.01;
  const over = (block: Block, side: number): Point => [
    block.x + side * 0.02,
    block.y + block.size[1] / 2,
    block.z,
  ];
  const along = (side: number, [y, z]: readonly [number, number], color: string, end: Point): Tube[] => [
    {
      points: [
        [side * (wall - 0.02), y, z],
        [side * wall, top, z - 0.03],
        [side * wall, top, -0.2],
        [side * wall, top, -0.3],
      ],
      radius: HOSE,
      color,
    },
    {
      points: [
        [side * wall, top, -0.3],
        [side * wall, top, end[2] + 0.12],
        [end[0] + side * 0.05, top + 0.04, end[2] + 0.03],
        end,
      ],
      radius: HOSE,
      color,
    },
  ];
  tubes.push(...along(-1, bars.cold, look.cold, over(first, -1)));
  for (let at = 1; at < cpus.length; at++)
    tubes.push({
      points: arch(over(cpus[at - 1]!, 1), over(cpus[at]!, -1), 0.035),
      radius: HOSE,
      color: look.graphite,
    });
  tubes.push(...along(1, bars.warm, look.warm, over(last, 1)));
}
