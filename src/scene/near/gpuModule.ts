import type { Block, ModulePlan } from '../../layout/serverPlan.ts';
import type { Palette } from '../shading/look.ts';
import type { Part } from './parts.ts';
import { RULE } from './rule.ts';
import { PLATE } from './lid.ts';
import { FITTING, fittingOf } from './serverHoses.ts';

/**
 * The parts of one GPU's module (1-based): its board, its cold plate with fittings for hoses, and the package under the plate.
 * `ruleFrom` is how far to the right of it the steel rule lies, metres. Server frame; sizes that the plan does not state are assumed.
 */
export function gpuModule(
  block: Block,
  module: ModulePlan,
  gpu: number,
  ruleFrom: number,
  look: Palette,
): Part[] {
  const parts: Part[] = [];
  const { x, z } = block;
  const { width, height, length, carrier, die, stacks } = module;
  const foot = block.y - height / 2;
  const own = { gpu, x, z } as const;
  const plateY = foot + height - PLATE.height / 2;
  const plate = { ...own, moves: 'plate' } as const;
  const plateWidth = width * PLATE.width;
  const plateLength = length * PLATE.length;
  parts.push(
    {
      ...own,
      y: foot + 0.002,
      size: [width - 0.002, 0.004, length - 0.003],
      color: look.module,
      finish: 'circuit',
    },
    // Coils and capacitors of its power supply at both ends.
    ...[-1, 1].map(
      (end): Part => ({
        ...own,
        y: foot + 0.0075,
        z: z + (end * (length + plateLength)) / 4,
        size: [width * 0.78, 0.007, (length - plateLength) * 0.3],
        color: look.graphite,
        finish: 'studs',
      }),
    ),
    {
      ...plate,
      y: plateY,
      size: [plateWidth, PLATE.height, plateLength],
      color: look.nickel,
      finish: 'metal',
    },
    // Fittings for hoses on its left edge.
    ...([-1, 1] as const).map((end): Part => {
      const [fittingX, fittingY, fittingZ] = fittingOf(block, end);
      const size = [FITTING, FITTING, FITTING] as const;
      return {
        ...plate,
        x: fittingX,
        y: fittingY,
        z: fittingZ,
        size,
        color: look.steel,
        finish: 'metal',
      };
    }),
    // Hinges about which the plate opens.
    ...[-1, 1].map(
      (side): Part => ({
        ...own,
        x: x + side * plateWidth * 0.34,
        y: foot + (height - PLATE.height) / 2 + 0.002,
        z: z - plateLength / 2 - 0.002,
        size: [0.012, height - PLATE.height + 0.004, 0.007],
        color: look.steel,
        finish: 'metal',
      }),
    ),
    {
      ...plate,
      y: plateY - PLATE.height / 2 - 0.001,
      size: [plateWidth * 0.8, 0.002, plateLength * 0.72],
      color: look.copper,
      finish: 'metal',
    },
    {
      ...plate,
      y: plateY + PLATE.height / 2 + 0.0012,
      size: [plateWidth * 0.62, 0.0024, plateLength * 0.6],
      color: look.plantDark,
    },
    // Screws at its corners.
    ...[-1, 1].flatMap((sx) =>
      [-1, 1].map(
        (sz): Part => ({
          ...plate,
          x: x + sx * plateWidth * 0.43,
          y: plateY + PLATE.height / 2 + 0.0015,
          z: z + sz * plateLength * 0.44,
          size: [0.006, 0.003, 0.006],
          color: look.steel,
          finish: 'metal',
        }),
      ),
    ),
    {
      x: x + width * 0.4,
      y: foot + 0.006,
      z: z + length * 0.47,
      size: [0.004, 0.004, 0.004],
      color: look.plant,
      finish: 'lamp',
      gpu,
    },
  );
  const bare = (part: Block, color: string, finish: Part['finish']): Part => ({
    gpu,
    x: x + part.x,
    y: foot + part.y,
    z: z + part.z,
    size: part.size,
    color,
    moves: 'bare',
    ...(finish ? { finish } : {}),
  });
  /** A part on the carrier: place and size are shares of the carrier's, its height is in metres. */
  const onCarrier = (
    share: { x: number; z: number; width: number; length: number },
    high: number,
    color: string,
    finish: Part['finish'],
  ): Part => {
    const [wide, , long] = carrier.size;
    const size = [wide * share.width, high, long * share.length] as const;
    return bare({ x: wide * share.x, y: carrier.y + 0.002, z: long * share.z, size }, color, finish);
  };
  parts.push(
    bare(carrier, look.carrier, 'plain'),
    bare(die, look.silicon, 'die'),
    ...stacks.map((stack) => bare(stack, look.plantDark, 'metal')),
    // A frame that keeps the carrier flat, and rows of small parts around the die.
    ...[-1, 1].flatMap((side): Part[] => [
      onCarrier({ x: side * 0.46, z: 0, width: 0.08, length: 1 }, 0.0015, look.nickel, 'metal'),
      onCarrier({ x: 0, z: side * 0.46, width: 0.84, length: 0.08 }, 0.0015, look.nickel, 'metal'),
      onCarrier({ x: 0, z: side * 0.36, width: 0.62, length: 0.06 }, 0.0008, look.gold, 'studs'),
    ]),
    {
      x: x + ruleFrom,
      y: foot + height + 0.004,
      // Does not reach under the coolant bars before the modules.
      z: z - RULE.length * 0.06,
      size: [RULE.width, RULE.height, RULE.length],
      color: look.nickel,
      finish: 'rule',
      moves: 'beside',
      gpu,
    },
  );
  return parts;
}
