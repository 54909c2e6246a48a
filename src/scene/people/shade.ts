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
    const [at, up, aside] = [corner * 3, corner * 3 + 1, corner * 3 + 2];
    // The floor gives less.
    let open = 0.75 + 0.24 * Math.min(1, positions[up]! / 0.7);
    for (const ball of balls) {
      const x = ball[0] - positions[at]! * 1000;
      const y = ball[1] - positions[up]! * 1000;
      const z = ball[2] - positions[aside]! * 1000;
      const square = x * x + y * y + z * z;
      const size = (ball[3] * ball[4]) / square;
      const away = Math.sqrt(square);
      const facing = (x * normals[at]! + y * normals[up]! + z * normals[aside]!) / away;
      // Where a limb joins another, they are one.
      const part = Math.max(0, facing) * Math.max(0, Math.min(size, 2 - 2 * size));
      open *= 1 - TAKEN * part * (0.6 + (0.4 * y) / away);
    }
    return open;
  });
}
