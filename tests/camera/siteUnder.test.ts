import { describe, expect, it } from 'vitest';
import { siteOf } from '../../src/scene/camera/siteUnder.ts';

const sites = [
  { site: { edge: { x0: -50, x1: 50, z0: -50, z1: 50 } } },
  { site: { edge: { x0: -20, x1: 20, z0: -20, z1: 20 } } },
];
/** Lines of an eye 100 m over a point of the scene, the second site standing 200 m east of the first. */
const over = (x: number, z: number, down = -1) =>
  [0, 200].map((east) => ({
    ray: { origin: [x - east - 30, 60, z] as const, direction: [30, 60 * down, 0] as const },
  }));

describe('the site under a pixel', () => {
  it('is the one on whose land the ground is that is seen there', () => {
    expect(siteOf(sites, over(0, 0))).toBe(0);
    expect(siteOf(sites, over(49, -49))).toBe(0);
    expect(siteOf(sites, over(200, 0))).toBe(1);
    expect(siteOf(sites, over(219, 19))).toBe(1);
  });

  it('is none between them, in the sky, and where there is no picture yet', () => {
    expect(siteOf(sites, over(100, 0))).toBe(-1);
    expect(siteOf(sites, over(200, 21))).toBe(-1);
    expect(siteOf(sites, over(0, 0, 1))).toBe(-1);
    expect(siteOf(sites, [])).toBe(-1);
  });
});
