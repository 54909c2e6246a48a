import { describe, expect, it } from 'vitest';
import { lampLines } from '../../src/inventory/hall/lampLines.ts';
import { rowOccluders, seenOccluders } from '../../src/scene/frameState/occluders.ts';
import { lampsOf } from '../../src/scene/rackRecords/kindRecords.ts';
import { growth, plan } from '../scene/scene.ts';

const hall = plan.site.halls[0]!;
const rows = rowOccluders(plan, growth);

/** Rows with lamps that an eye in the middle of an aisle is given on a day. */
function litRows(kind: 'cold' | 'rear', day: number): number {
  const { rect } = hall.aisles.filter((aisle) => aisle.kind === kind)[2]!;
  const eye = { x: rect.x0 + 2, z: (rect.z0 + rect.z1) / 2 };
  return seenOccluders(rows, hall, eye, day, undefined).filter(
    ({ row, lampRows }) => row.x0 <= rect.x0 + 1 && row.x1 >= rect.x0 + 1 && lampRows > 0,
  ).length;
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
    const lines = lampLines(hall)!;
    for (const { kind, rect } of hall.aisles) {
      const away = ((rect.z0 + rect.z1) / 2 - lines.z) / lines.apart;
      if (kind === 'cold') expect(Math.abs(away - Math.round(away))).toBeLessThan(1e-6);
      if (kind === 'rear') expect(Math.abs(away - Math.round(away))).toBeGreaterThan(0.4);
    }
    expect(lampLines({ ...hall, trays: [] })).toBeUndefined();
  });
});
