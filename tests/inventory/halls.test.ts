import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../../src/model/site.ts';
import { station } from '../../src/views/stations.ts';
import { detailsNear, fineLast, seenFrom } from '../../src/scene/campus/details.ts';
import { thingsInHalls } from '../../src/scene/campus/hallThings.ts';
import { racksOfHalls } from '../../src/scene/racks/drawOrder.ts';
import { WALLS } from '../../src/scene/shading/culling.ts';
import { turned } from '../../src/inventory/things/shapes.ts';
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

/** Whether a box stands in line with a row, within a hand's width of its end. */
const isAtRowEnd = (box: Extent, { rows }: (typeof halls)[number]) =>
  rows.some(({ x0, width, z0, depth }) => {
    const isAt = (end: number) => box.x0 > end - 0.1 && box.x1 < end + 0.1;
    return box.z0 > z0 && box.z1 < z0 + depth && (isAt(x0) || isAt(x0 + width));
  });

const isBeside = (box: Extent, openings: readonly Opening[]) =>
  openings.some(({ rect }) => within(box, grown(rect, 1.4)));

describe('what is added to a hall', () => {
  it('stands in no place of a rack', () => {
    for (const hallIndex of [0, 7]) {
      const things = standingIn(hallIndex);
      const places = placesIn(hallIndex);
      expect(things.length).toBeGreaterThan(500);
      expect(places.length).toBe(551);
      expect(things.filter((thing) => places.some((place) => overlaps(thing, place)))).toEqual([]);
    }
  });

  it('leaves the aisles free to walk, but for lifted tiles, what guards them, and posts in line with rows', () => {
    halls.forEach((hall, hallIndex) => {
      const openings = openingsOf(hall);
      const free = (box: Extent) => box.y0 >= hall.floorY + HEAD_ROOM || box.y1 <= hall.floorY + 1e-6;
      const inTheWay = standingIn(hallIndex).filter((box) => !free(box));
      expect(inTheWay.length).toBeGreaterThan(0);
      for (const box of inTheWay) {
        const aisle = hall.aisles.find(({ rect }) => shared(box, rect) > 1e-6);
        if (aisle && !isAtRowEnd(box, hall)) expect(isBeside(box, openings), JSON.stringify(box)).toBe(true);
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

/** Whether two boxes touch, or nearly. */
const touch = (a: Extent, b: Extent, by = 0.011) =>
  a.x0 < b.x1 + by &&
  a.x1 > b.x0 - by &&
  a.y0 < b.y1 + by &&
  a.y1 > b.y0 - by &&
  a.z0 < b.z1 + by &&
  a.z1 > b.z0 - by;

describe('what hangs or runs through the air', () => {
  const extentsOf = (...kinds: string[]) =>
    [...campus.boxes, ...campus.details.flat()]
      .filter(({ subject }) => kinds.includes(subject.kind))
      .map(extentOf);
  const posts = extentsOf('tray-post');

  it('rests on posts at both of its ends, and the posts on the floor: trays, busways and ladders', () => {
    const trays = extentsOf('fibre-tray', 'cable-ladder').concat(
      campus.boxes.filter(({ subject }) => subject.kind === 'busway' && subject.of).map(extentOf),
    );
    expect(trays.length).toBeGreaterThan(400);
    for (const tray of trays) {
      const under = posts.filter((post) => touch(tray, post));
      const alongX = tray.x1 - tray.x0 > tray.z1 - tray.z0;
      const [low, high] = alongX ? [tray.x0, tray.x1] : [tray.z0, tray.z1];
      const ends = under.map(
        (post) => (alongX ? [post.x0, post.x1] : [post.z0, post.z1]) as [number, number],
      );
      // A ladder is carried by every other row, the last of which may be the last but one.
      const reach = alongX ? 0.2 : 6;
      expect(
        ends.some(([start]) => start < low + reach),
        JSON.stringify(tray),
      ).toBe(true);
      expect(
        ends.some(([, end]) => end > high - reach),
        JSON.stringify(tray),
      ).toBe(true);
    }
    const floor = halls[0]!.floorY;
    for (const post of posts) {
      const isOnFloor = Math.abs(post.y0 - floor) < 1e-6;
      expect(
        isOnFloor || posts.some((other) => other !== post && touch(post, other)),
        JSON.stringify(post),
      ).toBe(true);
    }
  });

  it('ends in a wall, under a floor, or at another pipe or a pump: pipes', () => {
    const walls = extentsOf('wall', 'hall-wall');
    /** Plates where pipes go through a wall count only at one. */
    const plates = extentsOf('pipe').filter((plate) => walls.some((wall) => touch(plate, wall)));
    const solids = [...walls, ...plates, ...extentsOf('pump')];
    const pipes = campus.rods.filter(({ subject }) => subject.kind === 'pipe' || subject.kind === 'pump');
    const isInRoom = ([x, y, z]: readonly number[]) =>
      halls.some(
        ({ rect, floorY }) => y! < floorY && x! > rect.x0 && x! < rect.x1 && z! > rect.z0 && z! < rect.z1,
      );
    const away = (rod: (typeof pipes)[number], at: readonly number[]) => {
      const way = rod.to.map((end, axis) => end - rod.from[axis]!);
      const length = way.reduce((sum, each) => sum + each * each, 0);
      const share = way.reduce((sum, each, axis) => sum + each * (at[axis]! - rod.from[axis]!), 0) / length;
      const near = rod.from.map((start, axis) => start + way[axis]! * Math.min(Math.max(share, 0), 1));
      return Math.hypot(...near.map((each, axis) => each - at[axis]!)) - rod.radius;
    };
    expect(pipes.length).toBeGreaterThan(250);
    for (const pipe of pipes.filter(({ subject }) => subject.kind === 'pipe'))
      for (const end of [pipe.from, pipe.to]) {
        const [x, y, z] = end;
        const point = { x0: x, x1: x, y0: y, y1: y, z0: z, z1: z };
        const isHeld =
          isInRoom(end) ||
          solids.some((solid) => touch(solid, point, pipe.radius)) ||
          pipes.some((other) => other !== pipe && away(other, end) < pipe.radius + 0.02);
        expect(isHeld, JSON.stringify(pipe)).toBe(true);
      }
  });

  it('guards every open side of the landings before doors, and of the steps down', () => {
    const rails = campus.rods.filter(({ subject }) => subject.kind === 'railing');
    const landings = campus.boxes.filter(({ subject, size }) => subject.kind === 'stairs' && size[2] > 3);
    expect(landings.length).toBe(halls.length * 2);
    for (const landing of landings) {
      const { x0, x1, y1, z0, z1 } = extentOf(landing);
      const hall = halls.find(({ id }) => landing.subject.of === `halls/${id}`)!;
      const outer = (x0 + x1) / 2 < (hall.rect.x0 + hall.rect.x1) / 2 ? x0 : x1;
      const isGuarded = (x: number, z: number, y: number) =>
        rails.some(({ from, to }) => {
          const [low, high] = [Math.min(from[2], to[2]), Math.max(from[2], to[2])];
          const isLevel = Math.abs(from[0] - to[0]) < 0.01;
          return (
            isLevel &&
            Math.abs(from[0] - x) < 0.1 &&
            z > low &&
            z < high &&
            Math.max(from[1], to[1]) > y + 0.9
          );
        });
      for (let z = z0 + 0.1; z < z1; z += 0.2) expect(isGuarded(outer, z, y1), `${outer}, ${z}`).toBe(true);
      for (const x of [x0, x1]) expect(isGuarded(x, z1 + 0.6, y1 / 2)).toBe(true);
      const isClosed = rails.some(
        ({ from, to }) =>
          Math.abs(from[2] - z0) < 0.05 &&
          Math.abs(from[0] - to[0]) > 1.2 &&
          from[0] > x0 - 0.1 &&
          from[0] < x1 + 0.1,
      );
      expect(isClosed).toBe(true);
    }
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
      const seen = seenFrom(things, []);
      const fromSite = seen(eyeAt('site').y, 0).count;
      expect(sorted.slice(0, fromSite).some(({ fine }) => fine)).toBe(false);
      expect(sorted.slice(fromSite).every(({ fine }) => fine)).toBe(true);
      expect(things.length - fromSite).toBeGreaterThan(200);
      for (const view of ['building', 'hall', 'aisle'] as const)
        expect(seen(eyeAt(view).y, 0)).toEqual({ first: 0, count: things.length });
    }
  });

  it('are drawn in a hall with all that is in it, in its walls or over it, and nothing else', () => {
    for (const things of [campus.boxes, campus.rods]) {
      const { numbers, ranges } = thingsInHalls(things, halls);
      const seen = seenFrom(things, ranges);
      expect(seen(2.5, 0)).toEqual({ first: 0, count: things.length });
      for (const { rect, number } of halls) {
        const { first, count } = seen(2.5, number);
        const own = new Set(numbers.slice(first - things.length, first - things.length + count));
        expect(own.size).toBe(count);
        things.forEach((thing, at) => {
          const ends =
            'to' in thing
              ? [thing.from, thing.to].map(([x, , z]) => [x, z])
              : [-0.5, 0.5].flatMap((along) =>
                  [-0.5, 0.5].map((across) =>
                    turned({ heading: 0, ...thing })(along * thing.size[0], across * thing.size[2]),
                  ),
                );
          const [xs, zs] = [ends.map(([x]) => x!), ends.map(([, z]) => z!)];
          const around = 'to' in thing ? WALLS + thing.radius : WALLS;
          const isBeyond =
            Math.max(...xs) < rect.x0 - around ||
            Math.min(...xs) > rect.x1 + around ||
            Math.max(...zs) < rect.z0 - around ||
            Math.min(...zs) > rect.z1 + around;
          expect(own.has(at), `${number} ${at}`).toBe(!isBeyond);
        });
      }
    }
  });

  it('and the racks of a hall are drawn with no other', () => {
    const { racks } = plan;
    const ranges = racksOfHalls(plan);
    expect(ranges.reduce((sum, [, count]) => sum + count, 0)).toBe(racks.count);
    ranges.forEach(([first, count], at) => {
      expect(new Set(racks.hall.subarray(first, first + count))).toEqual(new Set([at + 1]));
    });
  });

  it('and all the rest stay few enough for a slow machine', () => {
    expect(campus.boxes.length + campus.rods.length).toBeLessThanOrEqual(4980);
    for (const details of campus.details) expect(details.length).toBeLessThanOrEqual(1200);
  });
});
