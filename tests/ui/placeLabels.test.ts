import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Labelled, placeLabels } from '../../src/ui/placeLabels.ts';

const seed = 77;
const free = { left: 300, right: 1000, top: 110, bottom: 600 };
const labelled: fc.Arbitrary<Labelled | undefined> = fc.option(
  fc
    .record({
      left: fc.integer({ min: -100, max: 1400 }),
      top: fc.integer({ min: -100, max: 800 }),
      across: fc.integer({ min: 2, max: 400 }),
      down: fc.integer({ min: 2, max: 200 }),
      width: fc.integer({ min: 20, max: 260 }),
      height: fc.integer({ min: 12, max: 90 }),
    })
    .map(({ left, top, across, down, width, height }) => ({
      box: { left, right: left + across, top, bottom: top + down },
      width,
      height,
    })),
  { nil: undefined, freq: 6 },
);
const all = fc.array(labelled, { maxLength: 7 });

describe(`labels of several things (seed ${seed})`, () => {
  it('never lie over each other or over a line, and never leave the free part of the picture', () => {
    fc.assert(
      fc.property(all, (things) => {
        const rects = placeLabels(things, free).flatMap((place, index) => {
          if (!place) return [];
          const { width, height } = things[index]!;
          const { left, top } = place;
          expect(left).toBeGreaterThanOrEqual(free.left - 0.5);
          expect(left + width).toBeLessThanOrEqual(free.right + 0.5);
          expect(top).toBeGreaterThanOrEqual(free.top - 0.5);
          expect(top + height).toBeLessThanOrEqual(free.bottom + 0.5);
          const middle = left + place.lineAt;
          const line = { left: middle, right: middle, top: top + height, bottom: top + height + place.line };
          return [{ left, top, right: left + width, bottom: top + height, line }];
        });
        for (const [index, a] of rects.entries())
          for (const b of rects.slice(index + 1))
            for (const [one, other] of [
              [a, b],
              [a.line, b],
              [a, b.line],
            ] as const)
              expect(
                one.right <= other.left ||
                  other.right <= one.left ||
                  one.bottom <= other.top ||
                  other.bottom <= one.top,
              ).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('have a line down to their things wherever they are raised, and none is there for what is not in the picture', () => {
    fc.assert(
      fc.property(all, (things) => {
        for (const [index, place] of placeLabels(things, free).entries()) {
          const thing = things[index];
          if (!place || !thing) {
            expect(place).toBeUndefined();
            continue;
          }
          if (place.line > 0) expect(place.top + thing.height + place.line).toBeCloseTo(thing.box.top, 6);
          const middle = (thing.box.left + thing.box.right) / 2;
          // The line ends at the thing's middle, wherever the label itself had to go.
          if (place.line > 0) expect(place.left + place.lineAt).toBeCloseTo(middle, 6);
          expect(middle).toBeGreaterThanOrEqual(free.left);
          expect(middle).toBeLessThanOrEqual(free.right);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('stand over their things, under them if there is no room, and beside them between two others', () => {
    const size = { width: 80, height: 20 };
    const box = (left: number, top: number) => ({ left, right: left + 60, top, bottom: top + 40 });
    const one = { box: box(500, 300), ...size };
    expect(placeLabels([one], free)).toEqual([{ left: 490, top: 280, line: 0, lineAt: 40 }]);
    expect(placeLabels([{ ...one, box: box(500, 112) }], free)).toEqual([
      { left: 490, top: 152, line: 0, lineAt: 40 },
    ]);
    const column = [250, 300, 350].map((top) => ({ box: box(500, top), ...size }));
    const [first, second, third] = placeLabels(column, free);
    expect([first, third]).toEqual([
      { left: 490, top: 230, line: 0, lineAt: 40 },
      { left: 490, top: 390, line: 0, lineAt: 40 },
    ]);
    expect(second).toEqual({ left: 560, top: 310, line: 0, lineAt: 0 });
    // A thing that fills the picture has its label on it.
    const large = { box: { left: 0, right: 1300, top: 0, bottom: 800 }, ...size };
    expect(placeLabels([large], free)).toEqual([{ left: 610, top: 110, line: 0, lineAt: 40 }]);
  });

  it('are raised rather than stand beside another thing, and never lie on what is taken', () => {
    const size = { width: 100, height: 20 };
    const box = { left: 500, right: 600, top: 300, bottom: 340 };
    const around = { left: 424, right: 676, top: 262, bottom: 378 };
    const other = { box: { left: 630, right: 670, top: 290, bottom: 350 }, ...size };
    const taken = [
      { left: 480, right: 545, top: 235, bottom: 262 },
      { left: 480, right: 700, top: 378, bottom: 405 },
    ];
    const narrow = { ...free, left: 480 };
    const [place] = placeLabels([{ box, around, ...size }, other], narrow, taken);
    expect(place!.line).toBeGreaterThan(0);
    expect(place!.top + size.height).toBeLessThanOrEqual(235);
    // Where nothing is taken, right over it.
    expect(placeLabels([{ box, around, ...size }, other], narrow)[0]).toMatchObject({ top: 242, line: 0 });
  });

  it('are left out where there are too many', () => {
    const pile = Array.from({ length: 40 }, () => ({
      box: { left: 600, right: 620, top: 300, bottom: 320 },
      width: 80,
      height: 20,
    }));
    const places = placeLabels(pile, free);
    expect(places[0]).toBeDefined();
    expect(places.at(-1)).toBeUndefined();
  });
});
