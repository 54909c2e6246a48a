import { describe, expect, it } from 'vitest';
import { litFrom } from '../../src/timeline/fitOutDays.ts';
import type { Glow } from '../../src/inventory/things/shapes.ts';
import { glowRecords } from '../../src/scene/ground/glows.ts';
import { campus, growth, plan } from './campus.ts';

const onGround = campus.glows.filter(({ onto }) => onto === 'ground');
const isUnder = ({ x, z }: { x: number; z: number }, { source, reach }: Glow) =>
  Math.hypot(Math.max(source.u0 - x, x - source.u1, 0), Math.max(source.v0 - z, z - source.v1, 0)) <
  reach / 2;

describe('light on the ground at night', () => {
  it('lies under every lamp outside from the day on which the lamp stands', () => {
    const heads = campus.boxes.filter(({ material, size }) => material === 'lamp' && size[1] < 0.3);
    expect(heads.filter(({ from }) => from === undefined).length).toBeGreaterThan(20);
    for (const head of heads) {
      const isLit = onGround.some((glow) => glow.from === head.from && isUnder(head, glow));
      expect(isLit, `${head.x}, ${head.z}`).toBe(true);
    }
  });

  it('spills around a hall on the day on which its lamps go on, and covers none of it', () => {
    for (const hall of plan.site.halls) {
      const { x0, x1, z0, z1 } = hall.rect;
      const spill = onGround.filter(
        ({ source }) => source.u0 < x0 && source.u1 > x1 && source.v0 < z0 && source.v1 > z1,
      );
      expect(spill).toHaveLength(4);
      for (const { from, within } of spill) {
        expect(from).toBe(litFrom(growth, hall));
        const { u0, u1, v0, v1 } = within!;
        expect(u0 < x1 && u1 > x0 && v0 < z1 && v1 > z0, `hall ${hall.number}`).toBe(false);
      }
    }
  });

  it('is drawn where it reaches, and nowhere else', () => {
    const source = { u0: -1, v0: 2, u1: 1, v1: 3 };
    const texture = glowRecords([{ onto: 'ground', source, reach: 4, light: 'lamp', strength: 0.5 }]);
    const data = Array.from((texture.image.data as Float32Array).slice(0, 13));
    // Its light is warm: all of the red is there.
    expect(data).toEqual([-5, -2, 5, 7, -1, 2, 1, 3, 0, 0, 4, -10000, 0.5]);
    texture.dispose();
  });
});
