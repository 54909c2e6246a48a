import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventory } from '../../src/inventory/inventory.ts';
import { whatIsAt } from '../../src/inventory/query/whatIsAt.ts';
import { shownThings } from '../../src/inventory/shownThings.ts';
import { middleOf } from '../../src/inventory/things/shapes.ts';
import type { Things } from '../../src/inventory/things/Things.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { isWithin } from '../../src/model/rect.ts';
import { rotated, toScene, toSite } from '../../src/model/standing.ts';
import { type Campus, makeCampus } from '../../src/timeline/campus.ts';

const seed = 20241203;
const colossus = makeCampus({ id: 'colossus', document: builtinSites.colossus!, config: '100k' });
const { edge } = colossus.site;
const [wide, deep] = [edge.x1 - edge.x0, edge.z1 - edge.z0];
type At = readonly [number, number];
const beside = (...places: At[]): Campus[] => [colossus, ...places.map((at) => ({ ...colossus, at }))];

/** Two places for further campuses: on any side of the first, and so that no two sites overlap. */
const places: fc.Arbitrary<At[]> = fc
  .tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 600 }),
    fc.integer({ min: -300, max: 300 }),
  )
  .map(([side, between, aside]) => {
    const along = side % 2 === 0;
    const sign = side < 2 ? 1 : -1;
    return [1, 2].map((step): At => {
      const away = sign * step * ((along ? wide : deep) + between);
      return along ? [away, aside] : [aside, away];
    });
  });

const isOn = (x: number, z: number, [east, south]: At) =>
  x - east >= edge.x0 && x - east <= edge.x1 && z - south >= edge.z0 && z - south <= edge.z1;

/** Where each thing of a campus stands, by list; site frame. */
const stands = (things: Things): Record<string, [number, number][]> => ({
  boxes: things.boxes.map(({ x, z }) => [x, z]),
  casters: things.casters.map(({ x, z }) => [x, z]),
  rods: things.rods.map(({ from: [x, , z] }) => [x, z]),
  trees: things.trees.map(({ x, z }) => [x, z]),
  people: things.people.map(({ x, z }) => [x, z]),
  glows: things.glows.map(middleOf),
});

/** What lies on the ground under a point, without what stands there. */
const sight = {
  ...{ day: 200, eye: { x: 0, y: 1000, z: 0 }, isPlan: false, cut: 99, roof: 1, inside: 0, ceiling: 99 },
  leftOut: { x0: 1, x1: 0, z0: 1, z1: 0 },
};
const subjectAt = (things: Things, x: number, z: number) =>
  whatIsAt(things, { origin: [x, 1000, z], direction: [0, -1, 0] }, sight)?.subject;

describe(`things of several campuses (seed ${seed})`, () => {
  it('stand on their own site or, of the first campus, on the land, and all of those are kept', () => {
    fc.assert(
      fc.property(places, (others) => {
        const campuses = beside(...others);
        const all = stands(inventory(colossus.layout, colossus.timeline));
        shownThings(campuses).forEach((things, index) => {
          const { at } = campuses[index]!;
          const belongs = ([x, z]: [number, number]) =>
            isOn(x, z, [0, 0]) || (index === 0 && !others.some((other) => isOn(x + at[0], z + at[1], other)));
          for (const [list, kept] of Object.entries(stands(things)))
            expect(kept, `${list} of ${index}`).toEqual(all[list]!.filter(belongs));
        });
      }),
      { seed, numRuns: 12 },
    );
    const { trees, boxes } = inventory(colossus.layout, colossus.timeline);
    const [here] = shownThings(beside([wide + 300, 0])).map((things) => things.trees.length);
    expect(here).toBeLessThan(trees.length);
    // Turned by half a turn about its own middle, it stands on the same ground; by a quarter, on other.
    const middle = toScene(
      { at: [wide + 300, 0], site: { turn: 0 } },
      (edge.x0 + edge.x1) / 2,
      (edge.z0 + edge.z1) / 2,
    );
    const keptBeside = (turn: number) => {
      const [x, z] = rotated(turn, (edge.x0 + edge.x1) / 2, (edge.z0 + edge.z1) / 2);
      const at = [middle[0] - x, middle[1] - z] as const;
      const other = { ...colossus, at, site: { ...colossus.site, turn } };
      const isOther = (x: number, z: number) => isWithin(edge, ...toSite(other, x, z));
      const [things] = shownThings([colossus, other]);
      expect(things!.trees.filter(({ x, z }) => isOther(x, z))).toEqual([]);
      return things!.trees.length;
    };
    expect(keptBeside(Math.PI)).toBe(here);
    expect(keptBeside(Math.PI / 2)).not.toBe(here);
    expect(boxes.length).toBeGreaterThan(1000);
  });

  it('leave nothing out in halls', () => {
    const all = inventory(colossus.layout, colossus.timeline);
    for (const things of shownThings(beside([wide + 300, 0]))) {
      expect(things.details).toEqual(all.details);
      expect(things.floorCasters).toEqual(all.floorCasters);
      expect(things.floors.shapes).toEqual(all.floors.shapes);
    }
  });

  it('are, at every point, what is there when a campus is shown alone', () => {
    const alone = inventory(colossus.layout, colossus.timeline);
    const [first, second] = shownThings(beside([wide + 300, 0]));
    const point = fc.tuple(
      fc.double({ min: edge.x0 - 900, max: edge.x1 + 200, noNaN: true }),
      fc.double({ min: edge.z0 - 500, max: edge.z1 + 500, noNaN: true }),
    );
    fc.assert(
      fc.property(point, ([x, z]) => {
        const subject = subjectAt(alone, x, z);
        expect(subject).toBeDefined();
        expect(subjectAt(first!, x, z)).toEqual(subject);
        expect(subjectAt(second!, x, z)).toEqual(isOn(x, z, [0, 0]) ? subject : undefined);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('are the same objects for the same list, and for one campus its inventory', () => {
    const campuses = beside([wide + 300, 0]);
    expect(shownThings(campuses)).toBe(shownThings(campuses));
    expect(shownThings([colossus])[0]).toBe(inventory(colossus.layout, colossus.timeline));
  });
});
