import { smooth } from '../../inventory/query/sight.ts';
import { FRONT_RECESS, type ServerPlan } from '../../layout/serverPlan.ts';

/**
 * How far a server that is pulled out by `out` metres is turned about the middle of its front from how it lies to how it stands in its
 * rack, radians: a blade is turned onto its left side once all of it is out, any other server never is.
 */
export function rollOf({ isBlade, depth, travel }: ServerPlan, out: number): number {
  if (!isBlade) return 0;
  const free = depth + FRONT_RECESS;
  return (smooth((out - free) / (travel - free)) - 1) * (Math.PI / 2);
}
