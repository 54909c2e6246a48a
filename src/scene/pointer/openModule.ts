import { addressOf } from '../../layout/address.ts';
import { benchOver } from '../../layout/bench.ts';
import type { Layout } from '../../layout/layout.ts';
import { type Block, serverOf } from '../../layout/serverPlan.ts';
import type { ServerOpening } from '../../views/serverOpening.ts';

type Vector = readonly [number, number, number];

/** Distance at which a ray hits a box, multiples of the direction's length; Infinity if it does not. */
function along(origin: Vector, direction: Vector, { x, y, z, size }: Block): number {
  let [enter, leave] = [0, Number.POSITIVE_INFINITY];
  const middle = [x, y, z] as const;
  for (const axis of [0, 1, 2] as const) {
    const inverse = 1 / direction[axis];
    const a = (middle[axis] - size[axis] / 2 - origin[axis]) * inverse;
    const b = (middle[axis] + size[axis] / 2 - origin[axis]) * inverse;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave ? enter : Number.POSITIVE_INFINITY;
}

/**
 * The GPU of the open server that a ray (site frame) hits; no rack if it hits the bench on which `chips` are compared; undefined if it hits
 * neither, or if no server is open.
 */
export function openModule(
  layout: Layout,
  open: ServerOpening | undefined,
  origin: Vector,
  direction: Vector,
  chips = 0,
): { rackIndex: number | undefined; gpu: number } | undefined {
  if (!open) return undefined;
  const { rackIndex, gpu, out } = open;
  const { x, y, z, facing, plan } = serverOf(layout, gpu);
  const from: Vector = [(origin[0] - x) * facing, origin[1] - y, (origin[2] - z) * facing - out];
  const way: Vector = [direction[0] * facing, direction[1], direction[2] * facing];
  if (chips > 0 && open.lift > 0 && along(from, way, benchOver(plan, chips)) < Number.POSITIVE_INFINITY)
    return { rackIndex: undefined, gpu: 0 };
  let [nearest, found] = [Number.POSITIVE_INFINITY, -1];
  plan.modules.forEach((module, at) => {
    const distance = along(from, way, module);
    if (distance < nearest) [nearest, found] = [distance, at];
  });
  return found < 0 ? undefined : { rackIndex, gpu: gpu - addressOf(layout, gpu).gpu + 1 + found };
}
