import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, type Layout } from '../../src/layout/layout.ts';
import { resolveSite } from '../../src/model/site.ts';
import { firstRack, rowStarts } from '../../src/scene/racks/drawOrder.ts';
import { neighbours } from '../../src/scene/rackRecords/neighbours.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';
import { rackBox } from '../layout/boxes.ts';
import { plan } from '../scene/scene.ts';

const seed = 4408;

/** A rack that covers one's side: it touches it, and is at least as high and as deep there. */
function expectCovered(of: Layout, rackIndex: number, side: 0 | 1, other: number) {
  const [own, its] = [rackBox(of, rackIndex), rackBox(of, other)];
  const south = of.racks.heading[rackIndex] === 0 ? 1 : -1;
  const towardsEast = (side === 0 ? 1 : -1) * south > 0;
  const gap = towardsEast ? its.x0 - own.x1 : own.x0 - its.x1;
  expect(Math.abs(gap)).toBeLessThan(0.03);
  expect(its.y0).toBeLessThan(own.y0 + 1e-6);
  expect(its.y1).toBeGreaterThan(own.y1 - 1e-6);
  expect(its.z0).toBeLessThan(own.z0 + 1e-6);
  expect(its.z1).toBeGreaterThan(own.z1 - 1e-6);
}

describe(`racks side by side (seed ${seed})`, () => {
  it('cover each other, in Colossus all but those at the ends of a row', () => {
    const beside = neighbours(plan);
    let covered = 0;
    beside.forEach((other, at) => {
      if (other < 0) return;
      covered++;
      if (at % 37 === 0) expectCovered(plan, at >> 1, (at & 1) as 0 | 1, other);
    });
    // A row of n racks without a gap between them has 2 (n - 1) covered sides.
    expect(covered).toBe(2 * (plan.racks.count - plan.rows.count));
  });

  it('cover each other on any site', () => {
    let covered = 0;
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const other = layout(resolveSite(document, 'all'));
        neighbours(other).forEach((its, at) => {
          if (its < 0) return;
          covered++;
          expectCovered(other, at >> 1, (at & 1) as 0 | 1, its);
        });
      }),
      { seed, numRuns: 60 },
    );
    expect(covered).toBeGreaterThan(100);
  });

  it('are drawn from the row at the eye on', () => {
    const starts = rowStarts(plan);
    const { rows, racks } = plan;
    for (let row = 0; row < rows.count; row += 5) {
      const eye = { x: rows.x0[row]! + 3, z: (rows.z0[row]! + rows.z1[row]!) / 2 };
      const first = firstRack(plan, starts, eye);
      expect(racks.hall[first]).toBe(rows.hall[row]);
      expect(first).toBeLessThanOrEqual(starts[row]!);
    }
  });
});
