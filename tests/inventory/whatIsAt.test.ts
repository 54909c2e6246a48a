import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gpuPosition } from '../../src/layout/address.ts';
import type { Ray, Vector } from '../../src/inventory/query/rays.ts';
import { hallNear, LOW, type Sight } from '../../src/inventory/query/sight.ts';
import { blockOf, firstMet, whatIsAt } from '../../src/inventory/query/whatIsAt.ts';
import type { SubjectKind } from '../../src/inventory/things/subject.ts';
import { station } from '../../src/views/stations.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';
import { rackBox } from '../layout/boxes.ts';
import { campus, growth, plan } from './campus.ts';

const seed = 20241203;
const { site } = plan;
const NOWHERE = { x0: 0, x1: 0, z0: 0, z1: 0 };
const CUT = 4.2;

/** As an eye sees a campus from outside of its halls, with the roof off. */
const outside = (eye: Vector, day = 214, more: Partial<Sight> = {}): Sight => ({
  day,
  eye: { x: eye[0], y: eye[1], z: eye[2] },
  isPlan: false,
  cut: CUT,
  roof: 0,
  inside: 0,
  ceiling: 1e6,
  leftOut: NOWHERE,
  ...more,
});
const between = (from: Vector, to: Vector): Ray => ({
  origin: from,
  direction: [to[0] - from[0], to[1] - from[1], to[2] - from[2]],
});
/** What an eye finds that looks from one place at another. */
const seen = (from: Vector, to: Vector, day?: number, more?: Partial<Sight>) =>
  whatIsAt(campus, between(from, to), outside(from, day, more));
/** The same from high above the place. */
const fromAbove = ([x, y, z]: Vector, day?: number, more?: Partial<Sight>) =>
  seen([x + 3, y + 150, z + 40], [x, y, z], day, more)?.subject.kind;

const boxOf = (kind: SubjectKind) => campus.boxes.find(({ subject }) => subject.kind === kind)!;
const middleOf = ({ x, y = 0, z, size }: (typeof campus.boxes)[number]): Vector => [x, y + size[1] / 2, z];

describe('what a ray meets', () => {
  it('is a chiller in the yard, on the days on which it stands, and else the ground that it stands on', () => {
    const chiller = boxOf('chiller');
    const [x, , z] = middleOf(chiller);
    const found = seen([x, 30, z - 60], middleOf(chiller))!;
    expect(found.subject).toEqual({ kind: 'chiller', of: 'catalogue/chiller' });
    expect(found.size).toEqual(chiller.size);
    // It met the top or the side that looks at the eye.
    const onTop = Math.abs(found.at[1] - chiller.size[1]) < 1e-6;
    expect(onTop || Math.abs(found.at[2] - z + chiller.size[0] / 2) < 1e-6).toBe(true);
    expect(fromAbove([x, 0, z], 0)).toBe('lawn');
    expect(fromAbove([x, 0, z], 30)).toBe('pad');
  });

  it('is a person, a tree, a pump, a pipe, a tray, a bus, a lamp and a fence', () => {
    const { x, y, z, height } = campus.people.find(({ hall }) => hall === undefined)!;
    expect(seen([x, y + 3, z + 1], [x, y + height / 2, z])?.subject.kind).toBe('person');
    const tree = campus.trees[0]!;
    expect(fromAbove([tree.x, tree.height * 0.62, tree.z])).toBe('tree');
    const pump = campus.rods.find(({ subject }) => subject.kind === 'pump')!;
    expect(fromAbove([pump.from[0] + 0.1, pump.from[1], pump.from[2]])).toBe('pump');
    const pipe = campus.rods.find(({ subject, radius }) => subject.kind === 'pipe' && radius > 0.25)!;
    expect(fromAbove([-50, pipe.from[1], pipe.from[2]])).toBe('pipe');
    for (const kind of ['fibre-tray', 'busway', 'bus', 'container', 'switchgear'] as const)
      expect(fromAbove(middleOf(boxOf(kind)))).toBe(kind);
    const lamp = campus.boxes.find(
      ({ subject, material }) => subject.kind === 'lamp' && material === 'lamp',
    )!;
    expect(fromAbove(middleOf(lamp))).toBe('lamp');
  });

  it('is ground of every kind: road, lawn, parking, pitch, field and, far away, land; and nothing in the sky', () => {
    expect(fromAbove([-230, 0, -300])).toBe('road');
    expect(fromAbove([100, 0, 240])).toBe('lawn');
    const pitch = site.placements.find(({ item }) => item === 'pitch')!;
    expect(fromAbove([pitch.x + 5, 0, pitch.z + 5])).toBe('pitch');
    expect(fromAbove([-556, 0, -40])).toBe('parking');
    expect(fromAbove([2000, 0, 2000])).toBe('field');
    expect(fromAbove([6000, 0, 6000])).toBe('land');
    expect(seen([0, 50, 300], [0, 60, 0])).toBeNull();
    // Beyond the painted land there is nothing, either.
    expect(seen([0, 50, 0], [40_000, 0, 0])).toBeNull();
  });

  it('is the roof while that is on, else what it covers', () => {
    const [x, y, z] = [site.halls[0]!.rect.x0 + 1.5, site.halls[0]!.floorY, site.halls[0]!.rect.z0 + 0.6];
    expect(seen([x, 90, z], [x, y, z], 214)?.subject).toEqual({ kind: 'floor', of: 'halls/hall-1' });
    expect(seen([x, 90, z], [x, y, z], 214, { roof: 1 })?.subject.kind).toBe('roof');
    // And the building's own slab before there is a floor.
    expect(seen([x, 90, z], [x, 0, z], 0)?.subject.kind).toBe('building');
  });

  it('is a wall up to the plane that cuts it, and what is behind it above that', () => {
    const open = campus.boxes.find(({ subject, cutaway }) => subject.kind === 'wall' && cutaway === 'cut')!;
    const at = (y: number) => seen([open.x, y, open.z - 20], [open.x, y, open.z])?.subject.kind;
    expect(at(CUT - 0.1)).toBe('wall');
    expect(at(CUT + 0.1)).not.toBe('wall');
  });

  it('is a rack with the GPU on its front, a marked slot before it stands, and nothing where racks are left out', () => {
    const gpu = 12_345;
    const { x, y, z, nz } = gpuPosition(plan, gpu);
    const eye: Vector = [x, y, z + nz * 0.8];
    const found = seen(eye, [x, y, z])!;
    expect(found.gpu).toBe(gpu);
    expect(found.subject).toEqual({ kind: 'gpu', of: 'catalogue/h100' });
    const box = rackBox(plan, found.rackIndex!);
    const middle: Vector = [(box.x0 + box.x1) / 2, site.halls[0]!.floorY, (box.z0 + box.z1) / 2];
    const top: Vector = [middle[0], 2.5, middle[2]];
    const before = seen(top, middle, growth.installedDay[found.rackIndex!]! - 1);
    expect(before?.subject.kind).toBe('slot');
    expect(before?.slot).toEqual({
      hall: plan.racks.hall[found.rackIndex!],
      row: plan.racks.row[found.rackIndex!],
      place: plan.racks.place[found.rackIndex!],
    });
    expect(seen(top, middle, 214, { leftOut: box })?.subject.kind).not.toBe('rack');
  });

  it('is a ceiling and its lights for an eye in a hall, and nobody who stands outside of it', () => {
    const eye = station('aisle', plan, 0, { aspect: 16 / 9, fov }).eye;
    const hall = site.halls.find(
      ({ rect }) => eye[0] > rect.x0 && eye[0] < rect.x1 && eye[2] > rect.z0 && eye[2] < rect.z1,
    )!;
    const within = { inside: 1, cut: 12 };
    const up: Vector = [eye[0] + 0.01, eye[1] + 10, eye[2] + 0.6];
    expect(seen(eye, up, 214, within)?.subject.kind).toBe('ceiling');
    expect(seen(eye, up)).toBeNull();
    const stranger = campus.people.find((person) => person.hall !== hall.number)!;
    const over: Vector = [stranger.x, stranger.y + stranger.height + 2, stranger.z];
    const feet: Vector = [stranger.x, stranger.y, stranger.z];
    expect(whatIsAt(campus, between(over, feet), outside(eye, 214))?.subject.kind).toBe('person');
    expect(whatIsAt(campus, between(over, feet), outside(eye, 214, within))?.subject.kind).not.toBe('person');
  });
});

describe(`what a ray meets in two campuses side by side (seed ${seed})`, () => {
  /** Metres from the site frame of one to that of the other: beside it, and so near that things stand in each other's halls. */
  const apart = fc.constantFrom(site.edge.x1 - site.edge.x0 + 300, 37);
  const { rect, floorY } = site.halls[0]!;
  const place = fc.double({ min: 0.1, max: 0.9, noNaN: true });
  const way = fc.tuple(
    fc.double({ min: 0.2, max: 1, noNaN: true }),
    fc.double({ min: -0.3, max: 0.3, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  );

  it('is the nearer one outside of halls, and only what stands in its own campus for an eye in a hall', () => {
    let hidden = 0;
    fc.assert(
      fc.property(place, place, way, apart, (east, south, direction, aside) => {
        const eye: Vector = [
          rect.x0 + (rect.x1 - rect.x0) * east,
          floorY + 4,
          rect.z0 + (rect.z1 - rect.z0) * south,
        ];
        const linesOf = (inside: number) =>
          [0, aside].map((at, index) => {
            const own: Vector = [eye[0] - at, eye[1], eye[2]];
            // As in the picture, only the campus that the viewer is with has a hall around the eye.
            const sight = outside(own, 214, index === 0 && inside > 0 ? { inside, cut: 12 } : {});
            return { ray: { origin: own, direction }, sight };
          });
        const meet = ({ ray, sight }: { ray: Ray; sight: Sight }) => whatIsAt(campus, ray, sight);
        const each = linesOf(0).map(meet);
        const [first] = each
          .flatMap((met, index) => (met ? [{ met, index }] : []))
          .sort((a, b) => a.met.distance - b.met.distance || b.index - a.index);
        expect(firstMet(linesOf(0), meet)).toEqual(first ? { at: first.index, met: first.met } : null);
        const enclosed = linesOf(1);
        const own = meet(enclosed[0]!);
        expect(firstMet(enclosed, meet)).toEqual(own && { at: 0, met: own });
        expect(firstMet([...enclosed].reverse(), meet)).toEqual(own && { at: 1, met: own });
        const other = meet(enclosed[1]!);
        if (other && !(own && own.distance <= other.distance)) hidden++;
      }),
      { seed, numRuns: 200 },
    );
    // Otherwise walls alone would have decided.
    expect(hidden).toBeGreaterThan(5);
  });
});

/** What is left of every box on a day: all that a sight asks for. */
function blocksOf(sight: Sight) {
  const near = sight.eye.y > LOW ? 0 : hallNear(site, sight.eye);
  return [...campus.boxes, ...(campus.details[near - 1] ?? [])].flatMap((box) => {
    const block = blockOf(box, sight);
    return block ? [{ box, block }] : [];
  });
}

/** The slow and obvious way: whether a point lies in a thing, asked of every thing. */
function holders([x, y, z]: Vector, sight: Sight, blocks: ReturnType<typeof blocksOf>, by = 0): Set<string> {
  const found = new Set<string>();
  for (const { box, block } of blocks) {
    const [c, s] = [Math.cos(block.heading), Math.sin(block.heading)];
    const own = [c * (x - block.x) - s * (z - block.z), s * (x - block.x) + c * (z - block.z)] as const;
    if (Math.abs(own[0]) > block.width / 2 + by || Math.abs(own[1]) > block.depth / 2 + by) continue;
    if (y < block.y - by || y > block.y + block.height + by) continue;
    found.add(box.subject.kind);
  }
  for (const { subject, from, to, radius, days, fine } of campus.rods) {
    if ((days && (sight.day < days[0] || sight.day > days[1])) || (fine && sight.eye.y > 200)) continue;
    const reach = [to[0] - from[0], to[1] - from[1], to[2] - from[2]] as const;
    const length = Math.hypot(...reach);
    const off = [x - from[0], y - from[1], z - from[2]] as const;
    const share = (off[0] * reach[0] + off[1] * reach[1] + off[2] * reach[2]) / length ** 2;
    if (share < -by / length || share > 1 + by / length) continue;
    const away = Math.hypot(off[0] - reach[0] * share, off[1] - reach[1] * share, off[2] - reach[2] * share);
    if (away <= radius + by) found.add(subject.kind);
  }
  for (const { x: px, y: py, z: pz, height, heading, length, width, from = -1e4 } of campus.people) {
    if (sight.day < from) continue;
    const [c, s] = [Math.cos(heading), Math.sin(heading)];
    const own = [c * (x - px) - s * (z - pz), s * (x - px) + c * (z - pz)] as const;
    if (Math.abs(own[0]) > length / 2 + by || Math.abs(own[1]) > width / 2 + by) continue;
    if (y >= py - by && y <= py + height + by) found.add('person');
  }
  return found;
}

describe(`against the slow and obvious way (seed ${seed})`, () => {
  /** Days on which nothing is half there. */
  const days = fc.constantFrom(5, 40, 122.5, 214, 400);
  const things = [...campus.boxes, ...campus.details.flat().slice(0, 3000)];
  const near = ([x, , z]: Vector) => Math.abs(x) < 300 && Math.abs(z) < 300;
  const isTurned = ({ heading = 0 }) => Math.abs(Math.sin(2 * heading)) > 0.01;
  /** Few things stand at an angle; they get their share. */
  const turned = [
    ...campus.boxes.filter(isTurned).map(middleOf),
    ...campus.people.filter(isTurned).map(({ x, y, z, height }): Vector => [x, y + height / 2, z]),
    ...campus.rods.map(
      ({ from, to }): Vector => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2],
    ),
  ];
  const target = fc.oneof(
    fc.constantFrom(...things.map(middleOf).filter(near)),
    fc.constantFrom(...turned.filter(near)),
  );
  const off = fc.double({ min: -7, max: 7, noNaN: true });
  const up = fc.double({ min: 0.3, max: 9, noNaN: true });

  it('the same thing is met first, at the same distance, from wherever one looks', () => {
    const step = 0.02;
    let met = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(target, off, up, off, days, fc.constantFrom(0, 1), (to, dx, dy, dz, day, roof) => {
        const eye: Vector = [to[0] + dx, to[1] + dy, to[2] + dz];
        const sight = outside(eye, day, { roof });
        const blocks = blocksOf(sight);
        // An eye within something sees that from within: another question.
        if (holders(eye, sight, blocks).size > 0) return;
        const length = Math.hypot(to[0] - eye[0], to[1] - eye[1], to[2] - eye[2]);
        const direction = [
          (to[0] - eye[0]) / length,
          (to[1] - eye[1]) / length,
          (to[2] - eye[2]) / length,
        ] as const;
        const found = whatIsAt(campus, { origin: eye, direction }, sight);
        const isSolid =
          found && found.rackIndex === undefined && found.size?.[1] && found.subject.kind !== 'tree';
        if (isSolid) {
          kinds.add(found.subject.kind);
          // What is named is there,
          expect(holders(found.at, sight, blocks, 1e-6).has(found.subject.kind), JSON.stringify(found)).toBe(
            true,
          );
          met++;
        }
        // and nothing is before it.
        const end = Math.min(found?.distance ?? length, length) - 1e-6;
        for (let at = 0; at < end; at += step) {
          const place: Vector = [
            eye[0] + direction[0] * at,
            eye[1] + direction[1] * at,
            eye[2] + direction[2] * at,
          ];
          expect([...holders(place, sight, blocks)], `${at} of ${end}`).toEqual([]);
        }
      }),
      { seed, numRuns: 60 },
    );
    expect(met).toBeGreaterThan(20);
    expect(kinds.size).toBeGreaterThan(6);
  }, 60_000);
});
