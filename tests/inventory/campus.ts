import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { inventory } from '../../src/inventory/inventory.ts';
import { Things } from '../../src/inventory/things/Things.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import type { Box } from '../../src/inventory/things/shapes.ts';
import type { Box as Extent } from '../layout/boxes.ts';

export const plan = layout(resolveSite(builtinSites.colossus!, '200k'));
export const growth = timeline(plan, 'claimed');

/** Everything around Colossus's racks, as it is before it is drawn. */
export const campus = inventory(plan, growth);

/** A campus with nothing in it yet. */
export const emptyCampus = (): Things => new Things(plan, growth);

/** The space that a box takes, turned or not; site frame, metres. */
export function extentOf({ x, y = 0, z, size: [width, height, depth], heading = 0 }: Box): Extent {
  const [c, s] = [Math.abs(Math.cos(heading)), Math.abs(Math.sin(heading))];
  const halfX = (width * c + depth * s) / 2;
  const halfZ = (width * s + depth * c) / 2;
  return { x0: x - halfX, x1: x + halfX, y0: y, y1: y + height, z0: z - halfZ, z1: z + halfZ };
}
