import { describe, expect, it } from 'vitest';
import { largestFirst, shadowedAt } from '../../src/scene/campus/casters.ts';
import { campus } from './campus.ts';

const sorted = largestFirst(campus.casters);
const shaded = shadowedAt(campus.casters);
/** Every share that a picture can have, finest first. */
const shares = [1, 0.8, 0.64, 0.512, 0.5];

describe('shade on the ground', () => {
  it('is that of everything at rest, and of the same things in any order', () => {
    expect(shaded(1)).toBe(campus.casters.length);
    expect(new Set(sorted)).toEqual(new Set(campus.casters));
    expect(sorted).toHaveLength(campus.casters.length);
  });

  it('becomes less with the resolution, never more', () => {
    const counts = shares.map(shaded);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[1]).toBeLessThan(counts[0]!);
    expect(counts[2]).toBeLessThan(counts[1]!);
  });

  it('stays under everything that is as large as a lorry, and goes from small things before trees', () => {
    const kept = new Set(sorted.slice(0, shaded(0.5)));
    const large = campus.casters.filter(({ round, size }) => !round && Math.max(...size) > 5);
    expect(large.length).toBeGreaterThan(500);
    for (const caster of large) expect(kept.has(caster), JSON.stringify(caster)).toBe(true);
    const without = sorted.slice(shaded(0.8));
    expect(without.length).toBeGreaterThan(50);
    for (const { round, size } of without) {
      expect(round).toBeFalsy();
      expect(Math.max(...size)).toBeLessThanOrEqual(3.5);
    }
  });
});
