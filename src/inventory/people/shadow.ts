import type { Body, Caster } from '../things/shapes.ts';

/** Width of what throws a person's shadow, metres. Narrower than the person: the soft edge around it makes the shadow round. */
const WIDE = 0.2;

/** What throws a person's shadow on the floor or on the ground. */
export function shadowOf({ x, y, z, height, heading, from }: Body): Caster {
  const size = [WIDE, height, WIDE] as const;
  return { x, y, z, heading, size, raised: y > 0, ...(from !== undefined && { from }) };
}
