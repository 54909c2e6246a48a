import type { Rect } from '../../model/site.ts';
import type { Campus } from './Campus.ts';
import { scatter } from './scatter.ts';

/** Metres: a mower's round; a hedge, and how wide one may walk through it. Assumed, as all of the land is. */
const ROUND = 8;
const HEDGE = { height: 1.3, width: 1.5, open: 46 } as const;

/** Fields around the site, in quiet tones: ground that belongs somewhere. Assumed. */
export function addFields({ ground, look, site }: Campus): void {
  const { x0, x1, z0, z1 } = site.edge;
  const tones = [look.lawn, look.ground, look.field, look.tree];
  const chances = scatter('fields', 400);
  let at = 0;
  for (let x = x0 - 2600; x < x1 + 2600; x += 320)
    for (let z = z0 - 2600; z < z1 + 2600; z += 260) {
      const tone = tones[Math.floor(chances[at % 400]! * 3.4)]!;
      const width = 300 - 40 * chances[(at * 7 + 3) % 400]!;
      at++;
      if (x + 320 > x0 - 20 && x < x1 + 20 && z + 260 > z0 - 80 && z < z1 + 20) continue;
      ground.rect(x, x + width, z, z + 245, tone, { paint: 'grass' });
    }
}

/** A lawn in the stripes that a mower leaves, along its longer side. */
export function addLawn({ ground, look }: Campus, { x0, x1, z0, z1 }: Rect): void {
  const wide = x1 - x0 > z1 - z0;
  const [from, to] = wide ? [z0, z1] : [x0, x1];
  for (let at = from, round = 0; at < to; at += ROUND, round++) {
    const end = Math.min(at + ROUND, to);
    const tone = round % 2 ? look.lawn : look.mown;
    if (wide) ground.rect(x0, x1, at, end, tone, { paint: 'grass' });
    else ground.rect(at, end, z0, z1, tone, { paint: 'grass' });
  }
}

/** A hedge around a lawn, open in the middle of the sides along x. */
export function addHedge(campus: Campus, { x0, x1, z0, z1 }: Rect): void {
  const { height, width, open } = HEDGE;
  const hedge = (x: number, z: number, along: number, across: number) =>
    campus.box({ x, z, size: [along, height, across], color: campus.look.tree, casts: true });
  const length = (x1 - x0 - open) / 2;
  for (const z of [z0, z1]) {
    hedge(x0 + length / 2, z, length, width);
    hedge(x1 - length / 2, z, length, width);
  }
  for (const x of [x0, x1]) hedge(x, (z0 + z1) / 2, width, z1 - z0);
}
