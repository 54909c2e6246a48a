import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthsOn } from '../../src/views/touchScreen.ts';

const seed = 380_1220;
const screen = fc.record({
  width: fc.integer({ min: 300, max: 7680 }),
  height: fc.integer({ min: 300, max: 7680 }),
  diagonal: fc.double({ min: 7, max: 200, noNaN: true }),
  mount: fc.integer({ min: 0, max: 3000 }),
});

describe(`lengths on a screen (seed ${seed})`, () => {
  it('are those that screens of museums have', () => {
    const px = (diagonal: number, width: number, height: number) =>
      Math.round(20 * lengthsOn({ width, height, diagonal, mount: 800 }).millimetre);
    expect([px(15.6, 1920, 1080), px(24, 1920, 1080), px(32, 1920, 1080)]).toEqual([111, 72, 54]);
    expect([px(43, 3840, 2160), px(55, 3840, 2160), px(65, 3840, 2160), px(86, 3840, 2160)]).toEqual([
      81, 63, 53, 40,
    ]);
  });

  it('make targets of 20 mm and 44 px, and keep controls above the least height that all reach', () => {
    fc.assert(
      fc.property(screen, (given) => {
        const { millimetre, target, usual, lowered } = lengthsOn(given);
        expect(target).toBeGreaterThanOrEqual(20 * millimetre);
        expect(target).toBeGreaterThanOrEqual(44);
        expect(lowered).toBeLessThanOrEqual(usual);
        expect(usual).toBeLessThanOrEqual(given.height);
        // Unless all of the screen hangs lower than that.
        const floor = given.mount + lowered / millimetre;
        if (lowered < given.height) expect(floor).toBeGreaterThanOrEqual(380 - 1e-6);
      }),
      { seed },
    );
  });
});
