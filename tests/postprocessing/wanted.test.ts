import { describe, expect, it } from 'vitest';
import { createAllowance, effectOf } from '../../src/scene/postprocessing/wanted.ts';
import { createResolution } from '../../src/scene/frame/resolution.ts';

/** Draws frames of these costs at full resolution; answers whether the last one had an effect. */
function run(costs: number[], allowance = createAllowance(), share = 1): boolean {
  let isOn = false;
  for (const cost of costs) isOn = allowance.next(cost, share);
  return isOn;
}
const frames = (count: number, cost: number) => Array.from({ length: count }, () => cost);

describe('an effect on a machine that sets its own quality', () => {
  it('begins after frames that left time for it, and not with the first ones', () => {
    expect(run(frames(4, 16.7))).toBe(false);
    expect(run(frames(40, 16.7))).toBe(true);
    expect(run(frames(400, 30))).toBe(false);
  });

  it('is dropped by frames that are too slow, and does not come back', () => {
    const allowance = createAllowance();
    expect(run(frames(40, 16), allowance)).toBe(true);
    expect(run(frames(4, 45), allowance)).toBe(false);
    expect(run(frames(400, 16), allowance)).toBe(false);
  });

  it('outlives a single slow frame', () => {
    const allowance = createAllowance();
    run(frames(40, 16), allowance);
    expect(run([16, 80, 16, 16, 16, 16, 16, 16], allowance)).toBe(true);
  });

  it('goes before pixels do', () => {
    const allowance = createAllowance();
    const resolution = createResolution();
    resolution.next(0, 1000);
    let share = 1;
    let isOn = false;
    for (let frame = 0; frame < 60; frame++) {
      share = resolution.next(16, 0);
      isOn = allowance.next(16, share);
    }
    expect(isOn).toBe(true);
    // The effect itself costs more than there is.
    for (let frame = 0; frame < 60; frame++) {
      const cost = isOn ? 50 : 20;
      share = resolution.next(cost, 0);
      isOn = allowance.next(cost, share);
      expect(share).toBe(1);
    }
    expect(isOn).toBe(false);
  });

  it('is not there where the picture is coarse already', () => {
    expect(run(frames(400, 16), createAllowance(), 0.8)).toBe(false);
    const allowance = createAllowance();
    run(frames(40, 16), allowance);
    expect(allowance.next(16, 0.8)).toBe(false);
  });
});

describe('the effect of a look', () => {
  it('is light around lamps at night, shade in the model, and nothing in a drawing', () => {
    expect(effectOf('night', 'high', false)).toBe('bloom');
    expect(effectOf('model', 'high', false)).toBe('occlusion');
    expect(effectOf('plan', 'high', true)).toBeUndefined();
  });

  it('is there at the highest quality, and where the machine has time for it', () => {
    for (const look of ['model', 'night'] as const) {
      expect(effectOf(look, 'low', true)).toBeUndefined();
      expect(effectOf(look, 'medium', true)).toBeUndefined();
      expect(effectOf(look, 'auto', false)).toBeUndefined();
      expect(effectOf(look, 'auto', true)).toBeDefined();
    }
  });
});
