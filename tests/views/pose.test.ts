import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distanceOf,
  FARTHEST,
  faultOf,
  NEAREST,
  type Pose,
  readPose,
  writePose,
} from '../../src/views/pose.ts';

const seed = 20240503;
const edge = { x0: -400, x1: 500, z0: -300, z1: 200 };
const metres = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((millimetres) => millimetres / 1000);
const point = fc.tuple(metres(-9999, 9999), metres(-999, 9999), metres(-9999, 9999));
const pose: fc.Arbitrary<Pose> = fc.record({ eye: point, target: point });

describe(`a pose in an address (seed ${seed})`, () => {
  it('reads back to the same millimetre', () => {
    fc.assert(
      fc.property(pose, (written) => {
        expect(readPose(writePose(written))).toEqual(written);
      }),
      { seed },
    );
  });

  it('is rounded to the millimetre and never written as -0 or with an exponent', () => {
    expect(writePose({ eye: [1.23456, -0.0001, 1e-9], target: [-0.0006, 5, 12345.6789] })).toBe(
      '1.235,0,0,-0.001,5,12345.679',
    );
  });

  it.each([
    '',
    '1,2,3',
    '1,2,3,4,5,6,7',
    '1,2,3,4,5,',
    '1e3,2,3,4,5,6',
    'NaN,1,1,1,1,1',
    ' 1,2,3,4,5,6',
    '123456,1,1,1,1,1',
  ])('is not read from %j', (text) => {
    expect(readPose(text)).toBeUndefined();
  });
});

describe(`a pose that is asked for (seed ${seed})`, () => {
  it('can be shown if it is above the ground, looks at the site and is within reach', () => {
    fc.assert(
      fc.property(
        fc.tuple(metres(edge.x0, edge.x1), metres(0, 14), metres(edge.z0, edge.z1)),
        fc.tuple(metres(-2000, 2000), metres(0, 2000), metres(-2000, 2000)),
        (target, [x, y, z]) => {
          const asked: Pose = { eye: [target[0] + x, y, target[2] + z], target };
          fc.pre(distanceOf(asked) >= NEAREST && distanceOf(asked) <= FARTHEST);
          expect(faultOf(asked, [edge])).toBeUndefined();
        },
      ),
      { seed },
    );
  });

  it.each<[string, Pose, string]>([
    ['looks beyond the edge', { eye: [0, 9, 0], target: [600, 1, 0] }, 'far'],
    ['stands out of reach', { eye: [0, 5000, 0], target: [0, 0, 0] }, 'far'],
    ['looks at the sky', { eye: [0, 9, 0], target: [0, 900, 0] }, 'far'],
    ['is not a number', { eye: [Number.NaN, 9, 0], target: [0, 1, 0] }, 'far'],
    ['stands in the ground', { eye: [0, -1, 0], target: [0, 1, 9] }, 'underground'],
    ['looks into the ground', { eye: [0, 9, 0], target: [0, -1, 9] }, 'underground'],
    ['looks nowhere', { eye: [0, 1, 0], target: [0, 1, 0.01] }, 'noDirection'],
  ])('has a fault where it %s', (_, asked, fault) => {
    expect(faultOf(asked, [edge])).toBe(fault);
  });

  it('belongs to whichever of the sites it looks at', () => {
    const other = { x0: 1000, x1: 1400, z0: -300, z1: 200 };
    const asked: Pose = { eye: [1200, 90, 500], target: [1200, 0, 0] };
    expect(faultOf(asked, [edge])).toBe('far');
    expect(faultOf(asked, [edge, other])).toBeUndefined();
  });
});
