import type { Layout } from '../../../layout/layout.ts';
import { chainZ, marked, measure } from './dimensions.ts';
import { isAssumedHall } from './assumed.ts';
import {
  type Band,
  type Dimension,
  type Drawing,
  EAST,
  type Name,
  NORTH,
  outline,
  type Staged,
  type Stroke,
  WEST,
} from './statement.ts';
import type { SayPlan } from './planWords.ts';

/** The scales of a pair of rows, metres for an em, and when it is drawn. */
const AISLE: Band & Staged = { finest: 0, coarsest: 0.7, stage: 'aisle' };

/** Weight of the outlines of both rows. */
const OUTLINE = 2.2;
/** Width of the rectangle for an aisle's name, metres. */
const NAME = 4;
/** Width that an aisle must have for its name, ems; a rear aisle also holds the length of a row. */
const NAME_EMS = { cold: 2.2, rear: 6 };
/** Where in the aisle behind a row its length stands, as a share of that aisle's depth; and that depth behind a first row, metres. */
const LENGTH_AT = 0.38;
const BEHIND_FIRST = 1.2;

/** Lengths of the pair of rows that a rack stands in: rows, aisles, and the sum after which pairs repeat. Site frame, metres. */
export function rowDrawing({ racks, site }: Layout, rackIndex: number, say: SayPlan): Drawing {
  const hall = site.halls[racks.hall[rackIndex]! - 1]!;
  const row = hall.rows[racks.row[rackIndex]! - 1]!;
  const inBlock = hall.rows.filter(({ x0 }) => x0 === row.x0).sort((a, b) => a.z0 - b.z0);
  // The row with its front to the south is the northern one of its pair.
  const first = inBlock.indexOf(row) - (row.heading === 0 ? 0 : 1);
  const pair = inBlock.slice(Math.max(first, 0), first + 2);
  const [north] = pair;
  const dimensions: Dimension[] = [];
  if (!north) return { dimensions, names: [], strokes: [] };
  // The pair repeats together with the rear aisle before it, or else behind it.
  const before = inBlock[first - 1];
  const after = inBlock[first + 2];
  // Within the aisle behind the row: a line of tier 0 carries its text, so that it fits into a narrow one.
  const behind = before ? north.z0 - before.z0 - before.depth : BEHIND_FIRST;
  const z = north.z0 - behind * LENGTH_AT;
  const ends = [north.x0, north.x0 + north.width] as const;
  dimensions.push(measure([ends[0], z], [ends[1], z], NORTH, 0, AISLE));
  const edges = pair.flatMap(({ z0, depth }) => [z0, z0 + depth]);
  if (before) edges.unshift(before.z0 + before.depth);
  else if (after) edges.push(after.z0);
  dimensions.push(...chainZ(edges, row.x0, WEST, AISLE));
  if (pair.length > 1 && (before ?? after)) {
    const east = row.x0 + row.width;
    const whole = measure([east, edges[0]!], [east, edges.at(-1)!], EAST, 1, AISLE);
    dimensions.push({ ...whole, word: 'pair' });
  }
  const x = racks.x[rackIndex]!;
  const names = hall.aisles.flatMap(({ kind, rect }): Name[] => {
    if ((kind !== 'cold' && kind !== 'rear') || rect.x1 < x || rect.x0 > x) return [];
    const at = { ...rect, x0: x - NAME / 2, x1: x + NAME / 2 };
    const coarsest = Math.min(AISLE.coarsest, (rect.z1 - rect.z0) / NAME_EMS[kind]);
    const text = say(kind === 'cold' ? 'coldAisle' : 'rearAisle');
    return [{ ...AISLE, coarsest, text, rect: at, isIndoors: true }];
  });
  const strokes = pair.flatMap(({ x0, z0, width, depth }) =>
    outline({ x0, x1: x0 + width, z0, z1: z0 + depth }, { ...AISLE, weight: OUTLINE, isIndoors: true }),
  );
  const extension: Omit<Stroke, 'from' | 'to'> = { ...AISLE, width: 0, dash: 'none', isIndoors: true };
  for (const end of ends) strokes.push({ ...extension, from: [end, north.z0], to: [end, z] });
  return { dimensions: marked(isAssumedHall(site, hall), dimensions), names, strokes };
}
