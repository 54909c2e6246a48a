import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector } from '../../src/inventory/query/rays.ts';
import type { Sight } from '../../src/inventory/query/sight.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { rackUnder } from '../../src/scene/pointer/picking.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import type { Sightline } from '../../src/views/sightline.ts';
import { inventory } from '../../src/inventory/inventory.ts';
import { meets } from '../fixtures/solids.ts';
import { enterBox, rackBox } from '../layout/boxes.ts';

const seed = 20241203;
const document = builtinSites.colossus!;
const CUT = 4.2;
const DAY = 214;
const first = makeCampus({ id: 'colossus', document, config: '100k' });
const { racks, site } = first.layout;
const BEHIND = [0, -(site.edge.z1 - site.edge.z0 + 60)] as const;
const second = makeCampus({ id: 'colossus:100k', document, config: '100k', at: BEHIND });
const campuses = [first, second];
/** What a rack is not picked through: all that stands on the day but what hangs over racks. */
const OVERHEAD = ['fibre-tray', 'tray-post', 'busway', 'cable-ladder', 'light'];
const solid = inventory(first.layout, first.timeline).boxes.filter(
  ({ subject: { kind }, cutaway, from = 0, until = 1e4 }) =>
    !OVERHEAD.includes(kind) && cutaway !== 'ceiling' && from <= DAY && until > DAY,
);

/** The sightlines from one place of the scene to another, for each campus, with the roof off or on. */
function linesTo(from: Vector, to: Vector, more: Partial<Sight> = {}): Sightline[] {
  return campuses.map(({ at }) => ({
    ray: {
      origin: [from[0] - at[0], from[1], from[2] - at[1]],
      direction: [to[0] - from[0], to[1] - from[1], to[2] - from[2]],
    },
    sight: {
      ...{ day: DAY, isPlan: false, cut: CUT, roof: 0, inside: 0, ceiling: 1e6 },
      eye: { x: from[0] - at[0], y: from[1], z: from[2] - at[1] },
      leftOut: { x0: 0, x1: 0, z0: 0, z1: 0 },
      ...more,
    },
    open: undefined,
    aspect: 16 / 9,
  }));
}
const picked = (from: Vector, to: Vector, more?: Partial<Sight>, shown = campuses) =>
  rackUnder(shown, linesTo(from, to, more));
/** The middle of a rack in the scene. */
const rackOf = (campusIndex: number, rackIndex: number): [x: number, y: number, z: number] => {
  const { height } = site.rackKinds[racks.kind[rackIndex]!]!;
  const [x, z] = campuses[campusIndex]!.at;
  return [racks.x[rackIndex]! + x, racks.y[rackIndex]! + height / 2, racks.z[rackIndex]! + z];
};
/** Whether something is on the straight way between two places of the scene: walls as they are cut, and a roof that is on. */
const isHidden = (from: Vector, to: Vector, isRoofOn: boolean) =>
  campuses.some(({ at: [x, z] }) =>
    solid.some((box) => {
      if (box.cutaway === 'roof' && !isRoofOn) return false;
      const { y = 0, size } = box;
      const height = box.cutaway === 'cut' && !isRoofOn ? Math.min(size[1], CUT - y) : size[1];
      const own = ([px, py, pz]: Vector): [number, number, number] => [px - x, py, pz - z];
      return height > 0 && meets(own(from), own(to), { ...box, size: [size[0], height, size[2]] });
    }),
  );

describe(`the rack under the pointer (seed ${seed})`, () => {
  const index = fc.integer({ min: 0, max: racks.count - 1 });
  const eyes = fc.tuple(
    fc.double({ min: -300, max: 300, noNaN: true }),
    fc.double({ min: 1.5, max: 160, noNaN: true }),
    fc.double({ min: -500, max: 300, noNaN: true }),
  );

  it('has no wall, no closed roof and nothing else before it, whichever campus that belongs to', () => {
    const [found, hidden] = [
      [0, 0],
      [0, 0],
    ];
    fc.assert(
      fc.property(
        index,
        fc.constantFrom(0, 1),
        eyes,
        fc.constantFrom(true, false, false),
        (rackIndex, of, eye, isRoofOn) => {
          // An eye in something sees out of it.
          fc.pre(!isHidden(eye, [eye[0], eye[1] + 1e-3, eye[2]], true));
          const to = rackOf(of, rackIndex);
          const sight = isRoofOn ? { roof: 1, cut: site.buildings[0]!.eave } : {};
          const met = picked(eye, to, sight);
          if (met) {
            const { origin, direction } = linesTo(eye, to)[met.campusIndex]!.ray;
            const share = enterBox(rackBox(first.layout, met.rackIndex), origin, direction) - 1e-6;
            const short = eye.map((start, axis) => start + (to[axis]! - start) * share) as unknown as Vector;
            expect(isHidden(eye, short, isRoofOn)).toBe(false);
            found[met.campusIndex]!++;
          } else {
            expect(isHidden(eye, to, isRoofOn)).toBe(true);
            hidden[of]!++;
          }
        },
      ),
      { seed, numRuns: 200 },
    );
    expect(Math.min(...found, ...hidden)).toBeGreaterThan(5);
  });

  it('is hidden by the building of a nearer campus, and is picked where that is gone', () => {
    const rackIndex = racks.hall.findIndex((hall) => hall === 1);
    const to = rackOf(1, rackIndex);
    const eye: Vector = [to[0], 12, 160];
    expect(picked(eye, to, { roof: 1, cut: 12 })).toBeNull();
    const high: Vector = [to[0], 160, to[2] + 90];
    expect(picked(high, to)).toMatchObject({ campusIndex: 1 });
  });
});
