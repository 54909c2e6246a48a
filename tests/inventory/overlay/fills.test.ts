import { describe, expect, it } from 'vitest';
import { GRADE_FILLS, inkAt, PERIOD, periodFills, type Fill } from '../../../src/inventory/overlay/fills.ts';

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const rgb = (hex: string) => [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
const luminance = ([r = 0, g = 0, b = 0]: readonly number[]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(rgb(a)), luminance(rgb(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
/** How two colours look to eyes without one kind of cone (Viénot, Brettel, Mollon 1999), linear. */
const DICHROMATS = {
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
} as const;
const seenBy = (rows: readonly (readonly number[])[], hex: string) => {
  const color = rgb(hex);
  return rows.map((row) => row.reduce((sum, share, at) => sum + share * color[at]!, 0));
};
/** A picture of a pattern: shares of ink over four periods. */
const picture = (fill: Fill) =>
  Array.from({ length: 36 * 36 }, (_, at) => inkAt(fill, (at % 36) + 0.5, Math.floor(at / 36) + 0.5));
const FILLS = { grades: GRADE_FILLS, periods: periodFills(6) };
const pairs = (fills: readonly Fill[]) =>
  fills.flatMap((a, at) => fills.slice(at + 1).map((b) => [a, b] as const));

describe('colours and patterns of overlays', () => {
  it('of grades are told apart by brightness alone, each 1.7 times the one before', () => {
    for (const [at, { ground }] of GRADE_FILLS.entries())
      if (at > 0) expect(contrast(ground, GRADE_FILLS[at - 1]!.ground)).toBeGreaterThan(1.7);
  });

  it.each(Object.entries(FILLS))('of %s are told apart without red or green cones', (_name, fills) => {
    for (const rows of Object.values(DICHROMATS))
      for (const [a, b] of pairs(fills)) {
        const [seenA, seenB] = [seenBy(rows, a.ground), seenBy(rows, b.ground)];
        const apart = Math.hypot(
          ...seenA.map((value, at) => Math.sqrt(Math.max(value, 0)) - Math.sqrt(Math.max(seenB[at]!, 0))),
        );
        expect(apart, `${a.ground} ${b.ground}`).toBeGreaterThan(0.12);
      }
  });

  it.each(Object.entries(FILLS))('of %s are told apart by their patterns alone', (_name, fills) => {
    // The plain ones differ most in brightness.
    for (const [a, b] of pairs(fills)) {
      const [one, other] = [picture(a), picture(b)];
      const apart = one.reduce((sum, ink, at) => sum + Math.abs(ink - other[at]!), 0) / one.length;
      if (a.across.length + b.across.length > 0)
        expect(apart, `${a.ground} ${b.ground}`).toBeGreaterThan(0.05);
      else expect(contrast(a.ground, b.ground)).toBeGreaterThan(3);
    }
  });

  it('have patterns that are visible on their ground', () => {
    for (const { ground, ink, across } of [...GRADE_FILLS, ...FILLS.periods])
      if (across.length > 0) expect(contrast(ground, ink), ground).toBeGreaterThan(2);
  });

  it('repeat with their period and are drawn without steps', () => {
    const [, lines] = GRADE_FILLS as [Fill, Fill];
    const along = PERIOD / Math.SQRT1_2;
    for (let x = 0; x < along; x += 0.37) {
      expect(inkAt(lines, x + along, 0)).toBeCloseTo(inkAt(lines, x, 0), 9);
      expect(Math.abs(inkAt(lines, x + 0.1, 0) - inkAt(lines, x, 0))).toBeLessThan(0.11);
    }
  });
});
