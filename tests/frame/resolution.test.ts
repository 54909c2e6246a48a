import { describe, expect, it } from 'vitest';
import { createResolution } from '../../src/scene/frame/resolution.ts';

/** Draws frames at a cost that depends on the share of pixels drawn, after a rest, and answers the share that is left. */
function run(costAt: (share: number) => number, frames: number, resolution = createResolution()): number {
  let share = resolution.next(0, 1000);
  for (let frame = 0; frame < frames; frame++) share = resolution.next(costAt(share), 0);
  return share;
}

describe('the resolution', () => {
  it('stays full on a machine that keeps up', () => {
    expect(run(() => 16, 200)).toBe(1);
    expect(run(() => 45, 200)).toBe(1);
  });

  it('comes down on a slow machine until it keeps up, and never below legible', () => {
    const share = run((part) => 20 + 80 * part * part, 100);
    expect(share).toBeLessThan(0.8);
    expect(20 + 80 * share * share).toBeLessThan(60);
    expect(run(() => 300, 500)).toBe(0.5);
  });

  it('goes up again when the work gets less', () => {
    const resolution = createResolution();
    expect(run(() => 100, 60, resolution)).toBe(0.5);
    expect(run(() => 12, 100, resolution)).toBe(1);
  });

  it('settles: a steady machine is not moved to and fro', () => {
    const resolution = createResolution();
    const gap = (part: number) => 15 + 70 * part * part;
    const settled = run(gap, 100, resolution);
    expect(settled).toBeLessThan(1);
    for (let more = 0; more < 20; more++) expect(run(gap, 3 + more, resolution)).toBe(settled);
  });

  it('draws the first frame after a rest in full', () => {
    const resolution = createResolution();
    run(() => 100, 60, resolution);
    expect(resolution.next(100, 400)).toBe(1);
    expect(resolution.next(100, 0)).toBe(0.5);
  });
});
