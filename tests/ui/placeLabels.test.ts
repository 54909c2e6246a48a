import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelAnchor, placeLabels } from '../../src/ui/placeLabels.ts';

const seed = 77;
const anchor: fc.Arbitrary<LabelAnchor | undefined> = fc.option(
  fc.record({
    x: fc.integer({ min: -100, max: 1400 }),
    y: fc.integer({ min: -100, max: 800 }),
    width: fc.integer({ min: 20, max: 260 }),
    height: fc.integer({ min: 12, max: 90 }),
  }),
  { nil: undefined, freq: 6 },
);
const anchors = fc.array(anchor, { maxLength: 7 });

describe(`labels over several things (seed ${seed})`, () => {
  it('never lie over each other, and stand over their points or higher, but not far away', () => {
    fc.assert(
      fc.property(anchors, (all) => {
        const rises = placeLabels(all);
        const rects = all.flatMap((each, index) => {
          const rise = rises[index];
          if (rise === undefined) return [];
          const { x, y, width, height } = each!;
          expect(rise).toBeGreaterThanOrEqual(0);
          expect(rise).toBeLessThanOrEqual(160);
          return [{ x0: x - width / 2, x1: x + width / 2, y0: y - rise - height, y1: y - rise }];
        });
        for (const [index, a] of rects.entries())
          for (const b of rects.slice(index + 1))
            expect(a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('stay where they are wanted if nothing is in their way, and the first one always does', () => {
    fc.assert(
      fc.property(anchors, (all) => {
        const rises = placeLabels(all);
        const first = all.findIndex((each) => each !== undefined);
        if (first >= 0) expect(rises[first]).toBe(0);
        for (const [index, each] of all.entries()) if (!each) expect(rises[index]).toBeUndefined();
      }),
      { seed, numRuns: 200 },
    );
  });

  it('are raised over the one below them, as far as need be', () => {
    const label = { x: 100, y: 300, width: 80, height: 20 };
    const [first, second, third] = placeLabels([label, { ...label, y: 290 }, { ...label, x: 400 }]);
    expect([first, third]).toEqual([0, 0]);
    expect(second).toBeCloseTo(14, 1);
    const pile = Array.from({ length: 12 }, () => label);
    expect(placeLabels(pile).filter((rise) => rise === undefined).length).toBeGreaterThan(0);
  });
});
