import type { Body, Caster } from '../things/shapes.ts';

/** Width of the box that casts a person's shadow, metres; narrower than the person, so that its soft edge makes the shadow round. */
const WIDE = 0.2;

/** The box that casts a person's shadow on the floor or the ground. */
export function shadowOf({ x, y, z, height, heading, from }: Body): Caster {
  const size = [WIDE, height, WIDE] as const;
  return { x, y, z, heading, size, raised: y > 0, ...(from !== undefined && { from }) };
}
