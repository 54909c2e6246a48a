import type { Subject } from '../../inventory/things/subject.ts';
import { benchOver, onBench } from '../../layout/bench.ts';
import type { Layout } from '../../layout/layout.ts';
import { modulePlanOf } from '../../layout/modulePlan.ts';
import { type Block, serverOf } from '../../layout/serverPlan.ts';
import { withEvidence } from '../../model/evidence.ts';
import { gpuModule } from './gpuModule.ts';
import { type Part, partAt } from './parts.ts';
import { RULE } from './rule.ts';

/** Size of a module that the catalogue does not give, metres. */
const SIZE = { x: 0.195, y: 0.025, z: 0.098 } as const;
/** Width of a bench's legs, metres. */
const LEG = 0.03;
/** Thickness of the mat on a bench, metres. */
const MAT = 0.0012;

/** A part of the bench or of a chip on it, and what it is. */
export type ChipPart = Part & { subject: Subject };

/** Everything on and of the bench for chips, and where it stands. */
export interface ChipBench extends ReturnType<typeof serverOf> {
  parts: ChipPart[];
}

const BENCH: Subject = { kind: 'bench' };
const STEEL_RULE: Subject = { kind: 'rule' };

/**
 * A bench over the open server of a GPU, with a module of each chip (catalogue ids) without its cold plate, the first one on the left. Sizes
 * are the catalogue's; server frame, moved out with the server. A plan states lengths instead of showing a rule.
 */
export function chipBench(layout: Layout, gpu: number, chips: readonly string[], isPlan: boolean): ChipBench {
  const { catalogue } = withEvidence(layout.site);
  const server = serverOf(layout, gpu);
  const bench = benchOver(server.plan, chips.length);
  const floor = layout.racks.y[server.rackIndex]! - server.y;
  const parts = benchParts(bench, floor);
  const top = bench.y + bench.size[1] / 2 + MAT;
  chips.forEach((id, at) => {
    const item = catalogue.get(id);
    const { x: length, y: height, z: width } = item && item.size.x > 0 ? item.size : SIZE;
    const size = [width, height, length] as const;
    const block: Block = { x: onBench(at, chips.length), y: top + height / 2, z: bench.z, size };
    const subject: Subject = { kind: 'gpu', of: `catalogue/${id}` };
    const own = gpuModule(block, modulePlanOf(item, block), at + 1, 0, true).filter(
      ({ moves, finish }) => moves !== 'plate' && moves !== 'beside' && finish !== 'lamp',
    );
    parts.push(...own.map((part) => ({ ...part, moves: 'server' as const, gpu: 0, subject })));
  });
  // Along the right edge.
  const ruleX = bench.size[0] / 2 - RULE.width;
  if (!isPlan)
    parts.push({
      ...partAt(
        [ruleX, top + RULE.height / 2, bench.z],
        [RULE.width, RULE.height, RULE.length],
        'nickel',
        'rule',
      ),
      subject: STEEL_RULE,
    });
  return { ...server, parts };
}

/** The bench itself, down to the floor. */
function benchParts({ x, y, z, size: [width, thick, depth] }: Block, floor: number): ChipPart[] {
  const high = y - thick / 2 - floor;
  const add = (
    at: Part['size'],
    size: Part['size'],
    color: Part['color'],
    finish: Part['finish'] = 'plain',
  ) => ({
    ...partAt(at, size, color, finish),
    subject: BENCH,
  });
  const legs = [-1, 1].flatMap((side) =>
    [-1, 1].map((end) =>
      add(
        [x + (side * (width - LEG)) / 2, floor + high / 2, z + (end * (depth - LEG)) / 2],
        [LEG, high, LEG],
        'steel',
        'metal',
      ),
    ),
  );
  const mat = y + thick / 2 + MAT / 2;
  return [
    add([x, y, z], [width, thick, depth], 'steel', 'metal'),
    add([x, mat, z], [width - 0.012, MAT, depth - 0.012], 'plant'),
    ...legs,
  ];
}
