import type { Rect } from '../../model/site.ts';
import type { Things } from '../things/Things.ts';
import { scatter } from '../things/scatter.ts';

/** Width of a mown stripe; size of a hedge and of the gap in it; metres, assumed. */
const ROUND = 8;
const HEDGE = { height: 1.3, width: 1.5, open: 46 } as const;

/** Size of a field with its verges, and distance from the site up to which there are fields, metres; assumed. */
const FIELD = { width: 320, depth: 260 } as const;
const VERGE = 20;
const HEDGEROW = 15;
const AROUND = 2600;

/** What grows in a field, each as likely as the others but for woods, with its pattern. */
const CROPS = [
  ['lawn', 'grass'],
  ['field', 'crop'],
  ['ground', 'grass'],
  ['mown', 'grass'],
  ['soil', 'crop'],
  ['wood', 'grass'],
] as const;
const WOODS = 0.7;
/** Trees in a wood and along a hedgerow; distance from the site up to which they stand, metres; assumed. */
const TREES = { wood: 70, row: 7, around: 1300 } as const;

/** Adds fields around the site, with verges between them. Assumed. */
export function addFields(things: Things): void {
  const { ground, site } = things.as('field');
  const { x0, x1, z0, z1 } = site.edge;
  const chances = scatter('fields', 400);
  const steps = (from: number, to: number, step: number) => Math.ceil((to - from) / step);
  const all = { x0: x0 - AROUND, z0: z0 - AROUND };
  const columns = steps(all.x0, x1 + AROUND, FIELD.width);
  const rows = steps(all.z0, z1 + AROUND, FIELD.depth);
  const planted: Planted[] = [];
  let at = 0;
  const paint = (column: number, row: number) => {
    const x = all.x0 + column * FIELD.width;
    const z = all.z0 + row * FIELD.depth;
    const [east, south] = [x + FIELD.width, z + FIELD.depth];
    const [tone, paint] = CROPS[Math.floor(chances[at % 400]! * (CROPS.length - 1 + WOODS))]!;
    const end = x + FIELD.width - VERGE - 40 * chances[(at * 7 + 3) % 400]!;
    const foot = z + FIELD.depth - HEDGEROW;
    at++;
    if (x >= x0 && east <= x1 && z >= z0 && south <= z1) return;
    // Open land along the site's edge.
    if (east > x0 - 20 && x < x1 + 20 && south > z0 - 80 && z < z1 + 20) {
      ground.rect(x, east, z, south, 'ground', { paint: 'grass' });
      return;
    }
    ground
      .rect(x, end, z, foot, tone, { paint })
      .rect(end, east, z, south, 'ground', { paint: 'grass' })
      .rect(x, end, foot, south, 'ground', { paint: 'grass' });
    planted.push({ x0: x, x1: end, z0: z, z1: foot, isWood: tone === 'wood', seed: at });
  };
  ground.fill({ ...all, x1: all.x0 + columns * FIELD.width, z1: all.z0 + rows * FIELD.depth }, () => {
    for (let column = 0; column < columns; column++) for (let row = 0; row < rows; row++) paint(column, row);
  });
  for (const field of planted) addFieldTrees(things, field);
}

/** A field with the number that seeds its trees. */
interface Planted extends Rect {
  isWood: boolean;
  seed: number;
}

/** Adds the trees of a wood, or some along a field's hedgerow, unless it is far away. */
function addFieldTrees(things: Things, { x0, x1, z0, z1, isWood, seed }: Planted): void {
  const { edge } = things.site;
  const away = Math.max(edge.x0 - x1, x0 - edge.x1, edge.z0 - z1, z0 - edge.z1);
  if (away < 0 || away > TREES.around) return;
  const count = isWood ? TREES.wood : TREES.row;
  const chances = scatter(`field ${seed}`, count * 3);
  things.as('tree');
  for (let tree = 0; tree < count; tree++) {
    const [across, along, chance] = [chances[tree * 3]!, chances[tree * 3 + 1]!, chances[tree * 3 + 2]!];
    // Woods are denser on one side.
    const x = x0 + (isWood ? across * across : across) * (x1 - x0);
    const z = isWood ? z0 + along * (z1 - z0) : z1 + along * HEDGEROW * 0.6;
    if (isWood || chance > 0.35) things.tree({ x, z, height: 7 + 8 * chance });
  }
}

/** Adds a lawn with mown stripes along its longer side. */
export function addLawn({ ground }: Things, { x0, x1, z0, z1 }: Rect): void {
  const wide = x1 - x0 > z1 - z0;
  const [from, to] = wide ? [z0, z1] : [x0, x1];
  ground.fill({ x0, x1, z0, z1 }, () => {
    for (let at = from, round = 0; at < to; at += ROUND, round++) {
      const end = Math.min(at + ROUND, to);
      const tone = round % 2 ? 'lawn' : 'mown';
      if (wide) ground.rect(x0, x1, at, end, tone, { paint: 'grass' });
      else ground.rect(at, end, z0, z1, tone, { paint: 'grass' });
    }
  });
}

/** Adds a hedge around a lawn, with gaps in the middle of the sides along x. */
export function addHedge(things: Things, { x0, x1, z0, z1 }: Rect): void {
  const { height, width, open } = HEDGE;
  const hedge = (x: number, z: number, along: number, across: number) =>
    things.box({ x, z, size: [along, height, across], material: 'tree', casts: true });
  const length = (x1 - x0 - open) / 2;
  for (const z of [z0, z1]) {
    hedge(x0 + length / 2, z, length, width);
    hedge(x1 - length / 2, z, length, width);
  }
  for (const x of [x0, x1]) hedge(x, (z0 + z1) / 2, width, z1 - z0);
}
