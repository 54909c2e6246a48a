import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../../src/model/site.ts';
import { station } from '../../src/views/stations.ts';
import { detailsNear, fineLast, seenFrom } from '../../src/scene/campus/details.ts';
import { fitOutDays } from '../../src/timeline/fitOutDays.ts';
import { around, type Opening, openingsOf, TILE } from '../../src/inventory/hall/underfloor.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';
import { type Box as Extent, overlaps, rackBox } from '../layout/boxes.ts';
import { campus, extentOf, growth, plan } from './campus.ts';

const seed = 20240722;
const { halls } = plan.site;
const HEAD_ROOM = 2.1;

const areaOf = ({ x0, x1, z0, z1 }: Rect) => (x1 - x0) * (z1 - z0);
const shared = (a: Rect, b: Rect) =>
  Math.max(0, Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) *
  Math.max(0, Math.min(a.z1, b.z1) - Math.max(a.z0, b.z0));
const grown = ({ x0, x1, z0, z1 }: Rect, by: number): Rect => ({
  x0: x0 - by,
  x1: x1 + by,
  z0: z0 - by,
  z1: z1 + by,
});
const within = (inner: Rect, outer: Rect) => Math.abs(shared(inner, outer) - areaOf(inner)) < 1e-6;

/** All that is added around the racks of a hall, between its walls. */
function standingIn(hallIndex: number): Extent[] {
  const { rect } = halls[hallIndex]!;
  return [...campus.boxes, ...campus.details[hallIndex]!]
    .map(extentOf)
    .filter((box) => within(box, grown(rect, -0.05)));
}

/** The places of a hall's racks, spare ones included, up to a rack's height. */
function placesIn(hallIndex: number): Extent[] {
  const places: Extent[] = [];
  for (let rackIndex = 0; rackIndex < plan.racks.count; rackIndex++)
    if (plan.racks.hall[rackIndex] === hallIndex + 1) places.push(rackBox(plan, rackIndex));
  return places;
}

const isBeside = (box: Extent, openings: readonly Opening[]) =>
  openings.some(({ rect }) => within(box, grown(rect, 1.4)));

describe('what is added to a hall', () => {
  it('stands in no place of a rack', () => {
    for (const hallIndex of [0, 7]) {
      const things = standingIn(hallIndex);
      const places = placesIn(hallIndex);
      expect(things.length).toBeGreaterThan(500);
      expect(places.length).toBe(551);
      for (const thing of things)
        for (const place of places) expect(overlaps(thing, place), JSON.stringify(thing)).toBe(false);
    }
  });

  it('leaves the aisles free to walk, but for lifted tiles and what guards them', () => {
    halls.forEach((hall, hallIndex) => {
      const openings = openingsOf(hall);
      const free = (box: Extent) => box.y0 >= hall.floorY + HEAD_ROOM || box.y1 <= hall.floorY + 1e-6;
      const inTheWay = standingIn(hallIndex).filter((box) => !free(box));
      expect(inTheWay.length).toBeGreaterThan(0);
      for (const box of inTheWay) {
        const aisle = hall.aisles.find(({ rect }) => shared(box, rect) > 1e-6);
        if (aisle) expect(isBeside(box, openings), JSON.stringify(box)).toBe(true);
      }
    });
  });

  it('is there before its first rack', () => {
    halls.forEach((_, hallIndex) => {
      let first = Number.POSITIVE_INFINITY;
      for (let rackIndex = 0; rackIndex < plan.racks.count; rackIndex++)
        if (plan.racks.hall[rackIndex] === hallIndex + 1)
          first = Math.min(first, growth.installedDay[rackIndex]!);
      for (const { from } of campus.details[hallIndex]!) expect(from).toBeLessThanOrEqual(first);
    });
  });
});

describe('lifted tiles', () => {
  it.each(halls.map((hall) => [hall.number, hall] as const))(
    'of hall %d lie in an aisle, on the grid',
    (_, hall) => {
      const openings = openingsOf(hall);
      expect(openings.length).toBe(2);
      for (const { rect, stack } of openings) {
        expect(within(rect, grown(hall.rect, -TILE))).toBe(true);
        for (const edge of Object.values(rect)) {
          const tiles = edge / TILE;
          expect(Math.abs(tiles - Math.round(tiles)) * TILE).toBeLessThan(1e-6);
        }
        for (const place of placesIn(hall.number - 1)) {
          expect(shared(rect, place)).toBeLessThan(1e-6);
          expect(shared(grown({ x0: stack.x, x1: stack.x, z0: stack.z, z1: stack.z }, 0.3), place)).toBe(0);
        }
        for (const other of openings)
          if (other.rect !== rect) expect(shared(grown(rect, 1), other.rect)).toBe(0);
        // Somebody can still pass on one side.
        const room = hall.aisles.flatMap(({ rect: aisle }) =>
          shared(aisle, rect) > 0
            ? [Math.max(rect.x0 - aisle.x0, aisle.x1 - rect.x1, rect.z0 - aisle.z0, aisle.z1 - rect.z1)]
            : [],
        );
        expect(Math.max(...room)).toBeGreaterThanOrEqual(0.8);
      }
    },
  );

  it(`leave the rest of the floor whole (seed ${seed})`, () => {
    const side = fc.integer({ min: 0, max: 40 });
    const rect = fc
      .tuple(side, side, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
      .map(([x0, z0, width, depth]): Rect => ({ x0, x1: x0 + width, z0, z1: z0 + depth }));
    fc.assert(
      fc.property(rect, fc.array(rect, { maxLength: 4 }), (floor, holes) => {
        const parts = around(floor, holes);
        // The slow and obvious way: square by square.
        for (let x = floor.x0; x < floor.x1; x++)
          for (let z = floor.z0; z < floor.z1; z++) {
            const square = { x0: x, x1: x + 1, z0: z, z1: z + 1 };
            const isOpen = holes.some((hole) => shared(hole, square) > 0);
            expect(parts.filter((part) => shared(part, square) > 0).length).toBe(isOpen ? 0 : 1);
          }
      }),
      { seed, numRuns: 200 },
    );
  });

  it('have pipes under them from the day of the pipes', () => {
    for (const hall of halls)
      for (const { rect } of openingsOf(hall)) {
        const below = campus.rods.filter(({ from, to, radius }) =>
          shared(rect, {
            x0: Math.min(from[0], to[0]) - radius,
            x1: Math.max(from[0], to[0]) + radius,
            z0: Math.min(from[2], to[2]) - radius,
            z1: Math.max(from[2], to[2]) + radius,
          }),
        );
        expect(new Set(below.map(({ material }) => material)).size).toBe(2);
        for (const { from, to, radius, days } of below) {
          expect(Math.max(from[1], to[1]) + radius).toBeLessThan(hall.floorY - 0.04);
          expect(Math.min(from[1], to[1]) - radius).toBeGreaterThan(0);
          expect(days![0]).toBeLessThanOrEqual(fitOutDays(growth, hall, 'pipes').to);
          expect(days![0]).toBeGreaterThan(fitOutDays(growth, hall, 'pipes').from);
        }
      }
  });
});

describe('details', () => {
  const eyeAt = (view: 'site' | 'building' | 'hall' | 'aisle') => {
    const [x, y, z] = station(view, plan, 0, { aspect: 16 / 9, fov }).eye;
    return { x, y, z };
  };

  it('are those of the hall that the eye is in, and none from above', () => {
    expect(detailsNear(campus, eyeAt('aisle'))).toEqual({ first: 0, count: campus.details[0]!.length });
    for (const view of ['site', 'building', 'hall'] as const)
      expect(detailsNear(campus, eyeAt(view)).count, view).toBe(0);
    let first = 0;
    halls.forEach(({ rect }, hallIndex) => {
      const count = campus.details[hallIndex]!.length;
      const eye = { x: rect.x0 + 1, y: 2.5, z: rect.z1 - 1 };
      expect(detailsNear(campus, eye)).toEqual({ first, count });
      first += count;
    });
  });

  it('leave the fine things of boxes and rods out from high above, and only from there', () => {
    for (const things of [campus.boxes, campus.rods] as { fine?: boolean }[][]) {
      const sorted = fineLast(things);
      expect(new Set<unknown>(sorted)).toEqual(new Set<unknown>(things));
      const seen = seenFrom(things);
      const fromSite = seen(eyeAt('site').y);
      expect(sorted.slice(0, fromSite).some(({ fine }) => fine)).toBe(false);
      expect(sorted.slice(fromSite).every(({ fine }) => fine)).toBe(true);
      expect(things.length - fromSite).toBeGreaterThan(200);
      for (const view of ['building', 'hall', 'aisle'] as const)
        expect(seen(eyeAt(view).y)).toBe(things.length);
    }
  });

  it('and all the rest stay few enough for a slow machine', () => {
    expect(campus.boxes.length + campus.rods.length).toBeLessThanOrEqual(3770);
    for (const details of campus.details) expect(details.length).toBeLessThanOrEqual(1200);
  });
});
