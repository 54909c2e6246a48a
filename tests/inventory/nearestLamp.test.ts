import { describe, expect, it } from 'vitest';
import { nearestLamp, nearestLight } from '../../src/inventory/land/nearestLamp.ts';
import { middleOf } from '../../src/inventory/things/shapes.ts';
import { isWithin } from '../../src/model/rect.ts';
import { lampRecord } from '../../src/scene/boxes/boxes.ts';
import { crowdOf } from '../../src/scene/people/crowd.ts';
import { litFrom } from '../../src/timeline/fitOutDays.ts';
import { campus, growth, plan } from './campus.ts';

const { buildings, halls } = plan.site;
const lampAt = nearestLamp(campus.glows, buildings);
const lightAt = nearestLight(lampAt, campus.glows, buildings);
const lamps = campus.glows.filter(({ onto, light }) => onto === 'ground' && light !== 'hall');

describe('the lamp that lights a thing outside', () => {
  it('is the one that it is nearest to, by how far each lamp reaches', () => {
    let found = 0;
    for (const { x, z } of [...campus.trees, ...campus.boxes].filter((_, at) => at % 7 === 0)) {
      const shares = lamps.map((glow) => {
        const [lampX, lampZ] = middleOf(glow);
        return Math.hypot(lampX - x, lampZ - z) / glow.reach;
      });
      const least = Math.min(...shares);
      const isInside = buildings.some(({ rect }) => isWithin(rect, x, z));
      const lamp = lampAt(x, z);
      if (isInside || least >= 1) {
        expect(lamp).toBeUndefined();
        continue;
      }
      found++;
      const nearest = middleOf(lamps[shares.indexOf(least)]!);
      expect([lamp?.x, lamp?.z]).toEqual(nearest);
    }
    expect(found).toBeGreaterThan(50);
  });

  it('is that of its own post where a post stands', () => {
    const heads = campus.boxes.filter(({ material, y = 0 }) => material === 'lamp' && y === 8);
    expect(heads.length).toBeGreaterThan(100);
    for (const { x, z } of heads) expect(lampAt(x, z)).toMatchObject({ x, z });
  });

  it('shines from the day on which it stands', () => {
    const dated = lamps.filter(({ from }) => from !== undefined);
    expect(dated.length).toBeGreaterThan(5);
    for (const glow of dated) {
      const [x, z] = middleOf(glow);
      const lamp = lampAt(x, z);
      if (lamp?.x === x && lamp.z === z) expect(lamp.from).toBe(glow.from);
    }
  });
});

describe('the light that open halls give around them', () => {
  const [first, second] = halls;
  const gap = second!.rect.x0 - first!.rect.x1;
  const z = (first!.rect.z0 + first!.rect.z1) / 2;
  const beside = (metres: number) => lightAt(first!.rect.x1 + metres, z);

  it('comes from the nearer one, the brighter the nearer it is, from the day on which its lamps are on', () => {
    expect(gap).toBeGreaterThan(8);
    expect(beside(2)).toMatchObject({ z: 0, from: litFrom(growth, first!) });
    expect(beside(gap - 2)).toMatchObject({ z: 0, from: litFrom(growth, second!) });
    expect(beside(2)!.x).toBeLessThan(beside(4)!.x);
    expect(beside(4)!.x).toBeLessThan(0);
    expect(beside(gap - 2)!.x).toBeCloseTo(-beside(2)!.x, 9);
  });

  it('lights their own walls from no side, and nothing farther than it reaches, or outside the building', () => {
    const own = beside(0.1)!;
    expect([own.x, own.z]).toEqual([0, 0]);
    expect(own.y).toBeGreaterThan(beside(2)!.y);
    const { rect } = buildings[0]!;
    expect(lightAt(rect.x0 + 1, z)).toBeUndefined();
    expect(lightAt(rect.x0 - 1, z)).toBeUndefined();
  });

  it('lights long things, too, which no single lamp does, but nothing that the lamps of a hall light already', () => {
    const x = first!.rect.x1 + 2;
    expect(lightAt(x, z, 50)).toEqual(beside(2));
    expect(lightAt(x, z, 0, 3)).toBeUndefined();
    const post = campus.boxes.find(({ material, y = 0 }) => material === 'lamp' && y === 8)!;
    expect(lightAt(post.x, post.z, 0, 3)).toEqual(lampAt(post.x, post.z));
    expect(lightAt(post.x, post.z, 50)).toBeUndefined();
    // By their height shaders tell the two kinds of light apart.
    for (const glow of lamps) expect(lampAt(...middleOf(glow))?.y ?? 2).toBeGreaterThan(1);
    expect(beside(0.1)!.y).toBeLessThan(1);
  });

  it('lights the pipes between halls length by length, each from the day of its own hall', () => {
    const days = new Set<number | undefined>();
    for (const { subject, from, to, lit } of campus.rods) {
      if (subject.kind !== 'pipe' || lit !== undefined) continue;
      const length = Math.abs(to[0] - from[0]);
      // No length passes more than one hall and a gap.
      expect(length).toBeLessThan(first!.rect.x1 - first!.rect.x0 + 2 * gap);
      if (length < 22) continue;
      days.add(lightAt((from[0] + to[0]) / 2, (from[2] + to[2]) / 2)?.from);
    }
    for (const hall of halls) expect(days).toContain(litFrom(growth, hall));
  });

  it('or that of lamps outside reaches most people who are in no hall, and all corners of each', () => {
    const people = campus.people.filter(({ lit }) => lit === undefined);
    let lit = 0;
    for (const person of people) {
      const { attributes } = crowdOf([person], 0, undefined, lightAt).geometry;
      const wanted = lampRecord(lightAt, person).map(Math.fround);
      expect(attributes.aLamp!.count).toBe(attributes.position!.count);
      for (const corner of [0, attributes.aLamp!.count - 1])
        expect([...attributes.aLamp!.array.slice(corner * 4, corner * 4 + 4)]).toEqual(wanted);
      if (wanted[1] !== 0) lit++;
    }
    expect(lit).toBeGreaterThan(people.length / 2);
  });
});
