import type { Body, Caster } from '../things/shapes.ts';

/** The box that casts a person's shadow: the body without outstretched arms. Sizes are assumed. */
export function shadowOf({ x, y, z, height, heading, pose, from }: Body): Caster {
  const size = [pose === 'walking' ? 0.5 : 0.3, height, 0.42] as const;
  return { x, y, z, heading, size, raised: y > 0, ...(from !== undefined && { from }) };
}
