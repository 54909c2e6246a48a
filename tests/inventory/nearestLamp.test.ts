import { describe, expect, it } from 'vitest';
import { nearestLamp } from '../../src/inventory/land/nearestLamp.ts';
import { middleOf } from '../../src/inventory/things/shapes.ts';
import { isWithin } from '../../src/model/rect.ts';
import { campus, plan } from './campus.ts';

const { buildings } = plan.site;
const lampAt = nearestLamp(campus.glows, buildings);
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
