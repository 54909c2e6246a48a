import { describe, expect, it } from 'vitest';
import { inventory } from '../../src/inventory/inventory.ts';
import { machines } from '../fixtures/machines.ts';
import { isWithin } from '../../src/model/rect.ts';

describe.each(machines)('pipes in the halls of %s', (_, { layout, timeline, site }) => {
  const { rods } = inventory(layout, timeline);

  it('lie between the ground and the tiles, only where racks take water', () => {
    for (const { rect, floorY, rows } of site.halls) {
      const own = rods.filter(
        ({ subject, from, to }) =>
          subject.kind === 'pipe' && isWithin(rect, (from[0] + to[0]) / 2, (from[2] + to[2]) / 2),
      );
      for (const { from, to, radius } of own) {
        expect(Math.min(from[1], to[1]) - radius).toBeGreaterThan(0);
        expect(Math.max(from[1], to[1]) + radius).toBeLessThanOrEqual(floorY - 0.04);
      }
      const cooled = rows.flatMap(({ racks }) =>
        racks.map(({ kindIndex }) => site.rackKinds[kindIndex]?.cooling),
      );
      const takesWater = cooled.some((cooling) => cooling !== undefined && cooling !== 'air');
      expect(own.length > 0).toBe(takesWater && floorY > 0.5);
    }
  });
});
