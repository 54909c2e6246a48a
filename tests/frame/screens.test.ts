import { Vector4 } from 'three';
import { describe, expect, it } from 'vitest';
import { rowScreens, writeScreens, writeStrips } from '../../src/scene/frame/screens.ts';
import { lampsOf } from '../../src/scene/racks/rackRecords.ts';
import { createSharedUniforms } from '../../src/scene/shading/shared.ts';
import { growth, plan } from '../scene/scene.ts';

const hall = plan.site.halls[0]!;
const screens = rowScreens(plan, growth);
const nothing = { x0: 0, x1: 0, z0: 0, z1: 0 };

/** Rows with lamps that an eye in the middle of an aisle is given on a day. */
function litRows(kind: 'cold' | 'rear', day: number): number {
  const { rect } = hall.aisles.filter((aisle) => aisle.kind === kind)[2]!;
  const shared = createSharedUniforms();
  writeScreens(screens, hall, { x: rect.x0 + 2, z: (rect.z0 + rect.z1) / 2 }, day, nothing, shared);
  const own = shared.uScreens.value.map(({ y, z }, screen) =>
    y < z && y <= rect.x0 + 1 && z >= rect.x0 + 1 ? shared.uScreenLamps.value[screen]!.w : 0,
  );
  return own.filter((rows) => rows > 0).length;
}

describe('what a floor gives back', () => {
  it('are the lamps of both rows of a cold aisle, from the day on which all of those are in service', () => {
    expect(litRows('cold', 214)).toBe(2);
    expect(litRows('cold', 62)).toBe(0);
  });

  it('are no lamps between the rears of two rows', () => {
    expect(litRows('rear', 214)).toBe(0);
  });

  it('are lamps at the height of eight servers, as far apart as eight GPUs', () => {
    const kind = plan.site.rackKinds.find(({ role }) => role === 'compute')!;
    const { across, up, lowest, rows } = lampsOf(kind);
    expect(rows).toBe(8);
    expect(across).toBeCloseTo(0.75 / 8, 6);
    expect(up).toBeCloseTo(5 * 0.04445, 6);
    expect(lowest).toBeGreaterThan(0.06 + 5 * 0.04445);
    expect(lowest + 7 * up).toBeLessThan(0.06 + 44 * 0.04445);
  });

  it('are lines of lamps over every cold aisle of the hall, and only over those', () => {
    const strips = writeStrips(hall, true, new Vector4());
    for (const { kind, rect } of hall.aisles) {
      const away = ((rect.z0 + rect.z1) / 2 - strips.x) / strips.y;
      if (kind === 'cold') expect(Math.abs(away - Math.round(away))).toBeLessThan(1e-6);
      if (kind === 'rear') expect(Math.abs(away - Math.round(away))).toBeGreaterThan(0.4);
    }
    expect(strips.w).toBe(1);
    expect(writeStrips(hall, false, strips).w).toBe(0);
  });
});
