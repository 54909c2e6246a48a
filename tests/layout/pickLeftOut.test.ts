import { describe, expect, it } from 'vitest';
import { rackIndexAt } from '../../src/layout/address.ts';
import { layout } from '../../src/layout/layout.ts';
import { pick } from '../../src/layout/pick.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';

describe('picking past what is left out of the picture', () => {
  const plan = layout(resolveSite(builtinSites.colossus!, '200k'));
  const { racks } = plan;
  // Rows 13 and 14 face each other; from behind row 14 the ray goes through it to row 13's front.
  const behind = rackIndexAt(plan, 6, 14, 4);
  const front = rackIndexAt(plan, 6, 13, 4);
  const x = racks.x[behind]!;
  const z = racks.z[behind]!;
  const from = [x, racks.y[behind]! + 1.2, z + 1.5] as const;
  const north = [0, 0, -1] as const;

  it('meets the nearer rack while it is drawn', () => {
    expect(pick(plan, from, north, racks.count)?.rackIndex).toBe(behind);
  });

  it('looks through racks whose centre lies in the rectangle, and only those', () => {
    const around = { x0: x - 0.1, x1: x + 0.1, z0: z - 0.1, z1: z + 0.1 };
    expect(pick(plan, from, north, racks.count, undefined, around)?.rackIndex).toBe(front);
    const beside = { ...around, x0: x + 0.05, x1: x + 0.1 };
    expect(pick(plan, from, north, racks.count, undefined, beside)?.rackIndex).toBe(behind);
  });
});
