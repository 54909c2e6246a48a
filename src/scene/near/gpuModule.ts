import type { ModulePlan } from '../../layout/modulePlan.ts';
import type { Block } from '../../layout/serverPlan.ts';
import type { ColorName } from '../shading/look.ts';
import { COPPER, PLATE } from './lid.ts';
import { type Part, partAt, type Point } from './parts.ts';
import { RULE } from './rule.ts';
import { FITTING, fittingOf } from './serverHoses.ts';

/** How far the mould of a package reaches beyond its chips, metres; assumed. */
const MOULD = 0.0018;

/**
 * The parts of one GPU's module (1-based): its board, its cold plate with fittings for hoses or else its heat sink, and the package below
 * that, or a plain block where the package is not known. `ruleFrom` is how far to the right of it the steel rule lies, metres. Server
 * frame; sizes that the plan does not state are assumed.
 */
export function gpuModule(
  block: Block,
  module: ModulePlan,
  gpu: number,
  ruleFrom: number,
  hasPlates: boolean,
): Part[] {
  const parts: Part[] = [];
  /** Returns a function that adds parts which move like that. */
  const adding =
    (moves: Part['moves'] = 'server', is?: Part['is']) =>
    (at: Point, size: Point, color: ColorName, finish?: Part['finish']) =>
      parts.push(partAt(at, size, color, finish, { moves, gpu, ...(is && { is }) }));
  const [add, addBare] = [adding(), adding('bare')];
  const addOnPlate = adding('plate', hasPlates ? undefined : 'heat-sink');
  const { x, z } = block;
  const { width, height, length, carrier, dies, stacks } = module;
  const foot = block.y - height / 2;
  const top = foot + height;
  const under = top - PLATE.height;
  const plateY = top - PLATE.height / 2;
  const [wide, long] = [width * PLATE.width, length * PLATE.length];

  add([x, foot + 0.002, z], [width - 0.002, 0.004, length - 0.003], 'module', 'circuit');
  // Coils and capacitors of its power supply at both ends, where the package leaves room.
  for (const end of carrier && carrier.size[2] < long ? [-1, 1] : []) {
    const size = [width * 0.78, 0.007, (length - long) * 0.3] as const;
    add([x, foot + 0.0075, z + (end * (length + long)) / 4], size, 'graphite', 'studs');
  }
  addOnPlate([x, plateY, z], [wide, PLATE.height, long], 'nickel', hasPlates ? 'metal' : 'fins');
  // Fittings for hoses on its left edge.
  for (const end of hasPlates ? ([-1, 1] as const) : [])
    addOnPlate(fittingOf(block, end), [FITTING, FITTING, FITTING], 'steel', 'metal');
  // Hinges about which the plate opens.
  for (const side of [-1, 1]) {
    const at = [x + side * wide * 0.34, (foot + under) / 2 + 0.002, z - long / 2 - 0.002] as const;
    add(at, [0.012, height - PLATE.height + 0.004, 0.007], 'steel', 'metal');
  }
  addOnPlate([x, under - 0.001, z], [width * COPPER.width, 0.002, length * COPPER.length], 'copper', 'metal');
  addOnPlate(
    [x, top + 0.0012, z],
    [wide * 0.7, 0.0024, long * 0.62],
    'plantDark',
    hasPlates ? 'metal' : 'fins',
  );
  // Screws at its corners.
  for (const sx of [-1, 1])
    for (const sz of [-1, 1]) {
      const at = [x + sx * wide * 0.43, top + 0.0015, z + sz * long * 0.44] as const;
      addOnPlate(at, [0.006, 0.003, 0.006], 'steel', 'metal');
    }
  add([x + width * 0.4, foot + 0.006, z + length * 0.47], [0.004, 0.004, 0.004], 'plant', 'lamp');

  // The rule does not reach under the coolant bars before the modules.
  const ruleAt = [x + ruleFrom, top + 0.004, z - RULE.length * 0.06] as const;
  const rule = partAt(ruleAt, [RULE.width, RULE.height, RULE.length], 'nickel', 'rule', {
    moves: 'beside',
    gpu,
  });
  const addOfPackage = (part: Block, color: ColorName, finish?: Part['finish']) =>
    addBare([x + part.x, foot + part.y, z + part.z], part.size, color, finish);
  if (!carrier) {
    const high = under - foot - 0.006;
    add([x, foot + 0.004 + high / 2, z], [wide, high, long], 'graphite');
    return [...parts, rule];
  }
  addOfPackage(carrier, 'carrier');
  for (const die of dies) addOfPackage(die, 'silicon', 'die');
  for (const stack of stacks) addOfPackage(stack, 'module', 'mirror');
  addMould(addBare, block, [...dies, ...stacks]);
  // A frame that keeps the carrier flat, and rows of small parts around the die: shares of the carrier's width and length.
  const [across, , along] = carrier.size;
  const onCarrier = foot + carrier.y + 0.002;
  for (const side of [-1, 1]) {
    const [aside, behind] = [x + across * side * 0.46, z + along * side * 0.46];
    addBare([aside, onCarrier, z], [across * 0.08, 0.0015, along], 'nickel', 'metal');
    addBare([x, onCarrier, behind], [across * 0.84, 0.0015, along * 0.08], 'nickel', 'metal');
    const row = z + along * side * 0.36;
    addBare([x, onCarrier, row], [across * 0.62, 0.0008, along * 0.06], 'gold', 'studs');
  }
  return [...parts, rule];
}

/** The dark mould that dies and stacks of memory lie in; how far it reaches beyond them is assumed. */
function addMould(
  add: (at: Point, size: Point, color: ColorName) => void,
  { x, y, z, size }: Block,
  chips: readonly Block[],
): void {
  const edges = ([at, along]: readonly ['x', 0] | readonly ['z', 2]) =>
    [-1, 1].map((side) =>
      chips.reduce((most, chip) => Math.max(most, side * chip[at] + chip.size[along] / 2), -1),
    ) as [number, number];
  if (chips.length === 0) return;
  const [left, right] = edges(['x', 0]);
  const [rear, front] = edges(['z', 2]);
  const high = Math.min(...chips.map((chip) => chip.y - chip.size[1] / 2));
  add(
    [x + (right - left) / 2, y - size[1] / 2 + high, z + (front - rear) / 2],
    [left + right + MOULD * 2, 0.0006, front + rear + MOULD * 2],
    'module',
  );
}
