import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, lengthOf, secondsOf, type Staged, timeAt } from '../../src/stories/at.ts';
import { pathBetween } from '../../src/views/path.ts';
import type { Pose } from '../../src/views/pose.ts';

const SEED = 20_261_127;

const pose: fc.Arbitrary<Pose> = fc
  .tuple(
    fc.double({ min: -300, max: 300, noNaN: true }),
    fc.double({ min: 2, max: 200, noNaN: true }),
    fc.double({ min: -300, max: 300, noNaN: true }),
  )
  .map(([x, y, z]) => ({ eye: [x + 20, y, z + 30], target: [x, y / 2, z] }));

const story: fc.Arbitrary<Staged[]> = fc
  .array(
    fc.record({
      pose,
      days: fc
        .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 300 }), fc.boolean())
        .map(([from, more, isStanding]) => [from, isStanding ? from : from + more] as const),
      seconds: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      isCut: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) =>
    steps.map(({ pose, days, seconds, isCut }, index) => ({
      step: {
        id: `step-${index}`,
        title: `Step ${index}`,
        text: 'One sentence.',
        ...(seconds === undefined ? {} : { seconds }),
      },
      days,
      pose,
      way: index === 0 || isCut ? undefined : pathBetween(steps[index - 1]!.pose, pose, []),
    })),
  );

const law = (property: fc.IPropertyWithHooks<never> | fc.IProperty<never>) =>
  fc.assert(property as fc.IProperty<unknown>, { seed: SEED, numRuns: 200 });
const far = (a: Pose, b: Pose) =>
  Math.hypot(...a.eye.map((value, axis) => value - b.eye[axis]!)) +
  Math.hypot(...a.target.map((value, axis) => value - b.target[axis]!));

describe(`a story at any t (seed ${SEED})`, () => {
  it('stands at the end of each step as that says, with its last day', () => {
    law(
      fc.property(story, (steps) => {
        for (const [index, { pose, days }] of steps.entries()) {
          const moment = at(steps, index + 1);
          expect(moment).toMatchObject({ index, isAtEnd: true });
          expect(moment.day).toBeCloseTo(days[1], 9);
          expect(far(moment.pose, pose)).toBeLessThan(1e-9);
        }
      }) as never,
    );
  });

  it('has neither jumps of the eye nor of the day where there is a way', () => {
    law(
      fc.property(story, fc.double({ min: 0, max: 1, noNaN: true }), (steps, share) => {
        for (const [index, { way, step }] of steps.entries()) {
          if (!way) continue;
          const [a, b] = [index + share * 0.999, index + share * 0.999 + 1e-7].map((t) => at(steps, t));
          if (a!.index !== b!.index) continue;
          const days = 1000 / Math.min(0.5, 2.4 / secondsOf(step));
          expect(Math.abs(a!.day - b!.day)).toBeLessThan(1e-7 * days * 2);
          expect(far(a!.pose, b!.pose)).toBeLessThan(0.05);
        }
      }) as never,
    );
  });

  it('begins each step that has a way where the one before ended', () => {
    law(
      fc.property(story, (steps) => {
        for (const [index, { way }] of steps.entries()) {
          if (!way) continue;
          const [before, after] = [at(steps, index), at(steps, index + 1e-9)];
          expect(after.index).toBe(index);
          expect(Math.abs(before.day - after.day)).toBeLessThan(1e-3);
          expect(far(before.pose, after.pose)).toBeLessThan(1e-3);
        }
      }) as never,
    );
  });

  it('never shows a day outside of those of its step and the one before', () => {
    law(
      fc.property(story, fc.double({ min: -1, max: 9, noNaN: true }), (steps, t) => {
        const { index, day } = at(steps, t);
        const days = [...steps[index]!.days, ...(steps[index]!.way ? [steps[index - 1]!.days[1]] : [])];
        expect(day).toBeGreaterThanOrEqual(Math.min(...days) - 1e-9);
        expect(day).toBeLessThanOrEqual(Math.max(...days) + 1e-9);
      }) as never,
    );
  });

  it('runs through every step in its seconds', () => {
    law(
      fc.property(story, (steps) => {
        const all = steps.map(({ step }) => step);
        let sum = 0;
        for (const [index, step] of all.entries()) {
          expect(timeAt(all, sum + secondsOf(step) / 2)).toBeCloseTo(index + 0.5, 9);
          sum += secondsOf(step);
          expect(timeAt(all, sum)).toBeCloseTo(index + 1, 9);
        }
        expect(lengthOf(all)).toBeCloseTo(sum, 9);
        expect(timeAt(all, sum + 100)).toBe(all.length);
      }) as never,
    );
  });
});
