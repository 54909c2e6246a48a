import type { BodyMesh, Ring } from './limb.ts';

/** How much of the light a ring of another limb takes from what it faces. Limbs are chains of rings, so that it adds up. */
const TAKEN = 0.3;
/** Rings with smaller radii than this take nothing; thousandths of the height. */
const LEAST = 22;

/**
 * Share of the light that reaches each corner of a body, between its own limbs: less under the chin and the arms and between the legs. Every
 * ring counts as a ball, and the more so the higher above the corner it is, because lamps and sky are above.
 */
export function shadeOf({ positions, normals, paints }: BodyMesh, rings: readonly Ring[]): number[] {
  const balls = rings.filter(([, , , deep, wide]) => Math.min(deep, wide) > LEAST);
  return paints.map((_, corner) => {
    const own = (list: readonly number[], axis: number) => list[corner * 3 + axis]!;
    // The floor gives less.
    let open = 0.75 + 0.24 * Math.min(1, own(positions, 1) / 0.7);
    for (const [bx, by, bz, deep, wide] of balls) {
      const [x, y, z] = [
        bx / 1000 - own(positions, 0),
        by / 1000 - own(positions, 1),
        bz / 1000 - own(positions, 2),
      ];
      const square = x * x + y * y + z * z;
      const away = Math.sqrt(square);
      const facing = (x * own(normals, 0) + y * own(normals, 1) + z * own(normals, 2)) / away;
      const size = (deep * wide) / 1e6 / square;
      if (facing > 0) open *= 1 - TAKEN * facing * Math.min(size, 1) * (0.6 + 0.4 * (y / away));
    }
    return open;
  });
}
