import { describe, expect, it } from 'vitest';
import { fullCatalogue } from '../../src/model/comparison.ts';
import { station } from '../../src/views/stations.ts';
import { shadowOf } from '../../src/inventory/people/shadow.ts';
import { crowdOf } from '../../src/scene/people/crowd.ts';
import { peopleNear } from '../../src/scene/campus/details.ts';
import { bodyOf } from '../../src/scene/people/body.ts';
import { JOINTS } from '../../src/inventory/people/poses.ts';
import type { Stance } from '../../src/inventory/things/shapes.ts';
import { openingsOf } from '../../src/inventory/hall/underfloor.ts';
import { addUnit } from '../../src/inventory/yard/yardUnits.ts';
import { seenFrom, VERTICAL_FIELD } from '../fixtures/projection.ts';
import { rackBox } from '../layout/boxes.ts';
import { campus, emptyCampus, extentOf, plan } from './campus.ts';

const MILLIMETRE = 0.001;
const { site } = plan;
const shapeOf = (item: string) => site.catalogue.get(item)!.shape;
const people = site.placements.filter(({ item }) => shapeOf(item).is === 'person');
const POSES = ['standing', 'walking', 'working'] as const;

/** How the catalogue says that somebody stands. */
function poseOf(item: string) {
  const shape = shapeOf(item);
  return shape.is === 'person' ? shape.pose : 'standing';
}

/** The farthest from the middle that a column of coordinates reaches. */
const reach = (numbers: readonly number[], axis: number) =>
  Math.max(...numbers.filter((_, at) => at % 3 === axis).map(Math.abs));

describe('people', () => {
  it('are as tall as the catalogue says and stay inside its size, in every pose', () => {
    const items = [...new Set(people.map(({ item }) => item))];
    expect(new Set(items.map(poseOf))).toEqual(new Set(POSES));
    for (const item of items) {
      const { size } = site.catalogue.get(item)!;
      const { positions } = bodyOf(poseOf(item));
      const heights = positions.filter((_, at) => at % 3 === 1);
      expect(Math.min(...heights)).toBeCloseTo(0, 6);
      expect(Math.max(...heights)).toBeCloseTo(1, 2);
      expect(reach(positions, 0) * size.y, item).toBeLessThanOrEqual(size.x / 2 + MILLIMETRE);
      expect(reach(positions, 2) * size.y, item).toBeLessThanOrEqual(size.z / 2 + MILLIMETRE);
    }
    const statures = items.map((item) => site.catalogue.get(item)!.size.y);
    expect(Math.min(...statures.filter((height) => height > 1.3))).toBeLessThanOrEqual(1.55);
    expect(Math.max(...statures)).toBeGreaterThanOrEqual(1.9);
  });

  it('walk with their legs apart and work with their hands before them', () => {
    const length = (pose: (typeof POSES)[number]) => reach(bodyOf(pose).positions, 0) * 2;
    expect(length('standing')).toBeLessThan(0.2);
    expect(length('walking')).toBeGreaterThan(0.4);
    expect(length('working')).toBeGreaterThan(0.45);
  });

  it('are made of few triangles, from afar of still fewer, with normals of unit length that look outwards', () => {
    for (const stance of Object.keys(JOINTS) as Stance[])
      for (const [coarse, most] of [
        // Fingers are more than a third of them; only who stands near the eye is drawn so.
        [false, 2200],
        [true, 420],
      ] as const) {
        const { positions, normals, paints, index } = bodyOf(stance, { head: 'hat', coarse });
        expect(index.length / 3).toBeLessThanOrEqual(most);
        expect(Math.max(...index)).toBeLessThan(paints.length);
        expect(normals.length).toBe(positions.length);
        for (let at = 0; at < normals.length; at += 3)
          expect(Math.hypot(normals[at]!, normals[at + 1]!, normals[at + 2]!)).toBeCloseTo(1, 5);
      }
  });

  it('have a trunk without gaps: at every height from the hem to the neck something is within a hand of its axis', () => {
    const { positions, paints } = bodyOf('standing');
    const heights = positions
      .filter((_, at) => at % 3 === 1)
      .filter((_, corner) => Math.hypot(positions[corner * 3]!, positions[corner * 3 + 2]!) < 0.13)
      .filter((height) => height > 0.45 && height < 0.87)
      .sort((a, b) => a - b);
    expect(paints.length).toBeGreaterThan(400);
    for (let at = 1; at < heights.length; at++) expect(heights[at]! - heights[at - 1]!).toBeLessThan(0.06);
  });

  it('are drawn coarsely from above, finely from below, and from inside of a hall only those in it', () => {
    const crowd = crowdOf(campus.people);
    expect(campus.people.length).toBe(people.length);
    const { index } = crowd.geometry;
    const position = crowd.geometry.getAttribute('position');
    expect(Array.from(index!.array).reduce((most, corner) => Math.max(most, corner), 0)).toBe(
      position.count - 1,
    );
    expect(crowd.fine.reduce((sum, { count }) => sum + count, crowd.coarse)).toBe(index!.count);
    const above = peopleNear(crowd, site, { x: 0, y: 90, z: 0 }, false);
    expect(above).toEqual({ first: 0, count: crowd.coarse });
    expect(peopleNear(crowd, site, { x: 0, y: 2, z: 150 }, false).first).toBe(crowd.coarse);
    site.halls.forEach(({ rect, number }) => {
      const eye = { x: (rect.x0 + rect.x1) / 2, y: 2, z: (rect.z0 + rect.z1) / 2 };
      const { first, count } = peopleNear(crowd, site, eye, true);
      expect(count).toBeGreaterThan(0);
      for (let at = first; at < first + count; at++) {
        const [x, z] = [position.getX(index!.getX(at)), position.getZ(index!.getX(at))];
        expect(x > rect.x0 && x < rect.x1 && z > rect.z0 && z < rect.z1, `hall ${number}`).toBe(true);
      }
    });
    crowd.geometry.dispose();
  });

  it('throw their shade on what they stand on', () => {
    for (const person of campus.people) {
      const { x, y, z, size, raised } = shadowOf(person);
      expect([x, y, z, size[1]]).toEqual([person.x, person.y, person.z, person.height]);
      expect(raised).toBe(person.y > 0);
    }
  });

  it('stand clear of racks, of openings in the floor and of everything in the yard', () => {
    const openings = site.halls.flatMap((hall) => openingsOf(hall));
    expect(people.length).toBeGreaterThan(30);
    const boxes = campus.boxes.map(extentOf);
    const racks = Array.from({ length: plan.racks.count }, (_, rackIndex) => rackBox(plan, rackIndex));
    for (const { item, x, y, z } of people) {
      const name = `${item} at ${x}, ${z}`;
      const isOn = ({ x0, x1, z0, z1 }: { x0: number; x1: number; z0: number; z1: number }) =>
        x > x0 - 0.2 && x < x1 + 0.2 && z > z0 - 0.2 && z < z1 + 0.2;
      expect(
        openings.some(({ rect }) => isOn(rect)),
        name,
      ).toBe(false);
      expect(racks.some(isOn), name).toBe(false);
      const inWay = boxes.filter((box) => box.y0 < y + 1.6 && box.y1 > y + 0.05 && isOn(box));
      expect(inWay, name).toEqual([]);
    }
  });

  it('come into a hall when there is a floor to stand on', () => {
    const inHalls = campus.people.filter(({ y }) => y > 0);
    expect(inHalls.length).toBeGreaterThan(10);
    for (const { from } of inHalls) expect(from).toBeGreaterThan(0);
  });
});

describe('the football pitch', () => {
  it.each([
    ['wide', 16 / 9],
    ['tall', 9 / 16],
    ["phone's", 390 / 844],
  ])('lies wholly in the %s picture of the site, above the bar at its foot', (_shape, aspect) => {
    const pose = station('site', plan, 0, { aspect, fov: VERTICAL_FIELD });
    const { x, z, item } = site.placements.find((placement) => placement.item === 'pitch')!;
    const { size } = site.catalogue.get(item)!;
    for (const along of [-1, 1])
      for (const across of [-1, 1]) {
        const corner = [x + (along * size.x) / 2, 0, z + (across * size.z) / 2] as const;
        const seen = seenFrom(pose, corner, aspect);
        expect(Math.abs(seen.x)).toBeLessThan(1);
        // The bar takes 70 of 720 lines.
        expect(seen.y).toBeGreaterThan(-1 + (2 * 70) / 720);
        expect(seen.y).toBeLessThan(1);
      }
  });
});

describe('a unit of the yard', () => {
  const items = [...fullCatalogue].filter(([, { kind }]) => kind === 'plant').map(([item]) => item);

  it.each(items)('%s stays inside its catalogue size', (item) => {
    const { shape, size } = fullCatalogue.get(item)!;
    const around = emptyCampus();
    addUnit(around, { shape, size, x: 0, z: 0, heading: 0, days: [10, 20] });
    expect(around.boxes.length).toBeGreaterThan(0);
    const inside = (x: number, y: number, z: number) => {
      expect(Math.abs(x)).toBeLessThanOrEqual(size.x / 2 + MILLIMETRE);
      expect(y).toBeLessThanOrEqual(Math.max(size.y, 0.1) + MILLIMETRE);
      expect(y).toBeGreaterThanOrEqual(-MILLIMETRE);
      expect(Math.abs(z)).toBeLessThanOrEqual(size.z / 2 + MILLIMETRE);
    };
    let tallest = 0;
    for (const box of around.boxes) {
      const { x0, x1, y0, y1, z0, z1 } = extentOf(box);
      inside(x0, y0, z0);
      inside(x1, y1, z1);
      tallest = Math.max(tallest, y1);
      expect([box.from, box.until]).toEqual([10, 20]);
    }
    for (const { from, to, radius, days } of around.rods) {
      const upright = from[0] === to[0] && from[2] === to[2];
      for (const [x, y, z] of [from, to])
        for (const side of [-radius, radius])
          upright ? (inside(x + side, y, z), inside(x, y, z + side)) : inside(x + side, y + side, z);
      tallest = Math.max(tallest, from[1], to[1]);
      expect(days).toEqual([10, 20]);
    }
    expect(tallest).toBeCloseTo(Math.max(size.y, 0.1), 1);
  });
});
