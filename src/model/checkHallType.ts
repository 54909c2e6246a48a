import { type ErrorList, metres, rounded } from './checkErrors.ts';
import { rowBandZ } from './hallPlan.ts';
import type { HallType } from './schema.ts';
import type { RackKind } from './site.ts';

/** Tolerance for rounding errors of decimal metres, metres. */
const SLACK = 1e-6;

/** Checks that racks fit into their rows, rows into their blocks, and blocks into the hall. */
export function checkHallType(
  type: HallType,
  index: number,
  kindOf: (id: string) => RackKind,
  errors: ErrorList,
): void {
  const keys = ['hallTypes', index];
  const [width, depth] = type.size;
  const { pairs } = type;
  const rows = type.rows.reduce((sum, { repeat = 1 }) => sum + repeat, 0);
  const room = type.blocks.length * pairs.count * 2;
  if (rows > room)
    errors.tell([...keys, 'rows'], `${rows} rows`, `at most ${room} rows: blocks times pairs times 2`);
  const bottom = rowBandZ(pairs, pairs.count * 2 - 1) + pairs.rowDepth;
  if (pairs.z < type.perimeter - SLACK || bottom > depth - type.perimeter + SLACK)
    errors.tell(
      [...keys, 'pairs'],
      `rows from ${rounded(pairs.z)} to ${metres(bottom)}`,
      `within ${rounded(type.perimeter)} to ${metres(depth - type.perimeter)} of the hall's depth`,
    );
  const blocks = [...type.blocks].sort((a, b) => a.x - b.x);
  blocks.forEach(({ x, length }, block) => {
    const west = block === 0 ? type.perimeter : blocks[block - 1]!.x + blocks[block - 1]!.length;
    if (x < west - SLACK || x + length > width - type.perimeter + SLACK)
      errors.tell(
        [...keys, 'blocks'],
        `a block from ${rounded(x)} to ${metres(x + length)}`,
        `blocks apart from each other and within ${rounded(type.perimeter)} to ${metres(width - type.perimeter)} of the hall's width`,
      );
  });
  const longest = Math.min(...type.blocks.map(({ length }) => length));
  const spare = kindOf(
    type.spareAs ?? type.rows.flatMap(({ racks }) => racks).find(([id]) => id !== 'spare')![0],
  );
  type.rows.forEach(({ racks }, row) => {
    let length = 0;
    racks.forEach(([id, count], run) => {
      const kind = id === 'spare' ? spare : kindOf(id);
      length += kind.width * count;
      const at = [...keys, 'rows', row, 'racks', run];
      if (kind.depth + kind.rearDoor > pairs.rowDepth + SLACK)
        errors.tell(
          at,
          `${id}, ${metres(kind.depth + kind.rearDoor)} deep`,
          `racks at most ${metres(pairs.rowDepth)} deep with their rear doors`,
        );
      if (kind.height > type.height + SLACK)
        errors.tell(at, `${id}, ${metres(kind.height)} tall`, `racks at most ${metres(type.height)} tall`);
    });
    if (length > longest + SLACK)
      errors.tell(
        [...keys, 'rows', row, 'racks'],
        `${metres(length)} of racks`,
        `racks that fit into the ${metres(longest)} of a block`,
      );
  });
}
