import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { decodePng, type Picture } from '../harness/picture.ts';
import { disagreement, LIMITS } from './compare.ts';

const golden = (name: string): Picture =>
  decodePng(readFileSync(join(root, 'tests/pixels/goldens', `${name}.png`)));
const site = golden('site');

describe('the comparison of two engines’ pictures', () => {
  it('finds no difference between a picture and itself', () => {
    expect(disagreement(site, site)).toEqual({ share: 0, mean: 0 });
  });

  it('lets single pixels differ that are right in the mean', () => {
    const other = {
      ...site,
      data: site.data.map((value, at) => Math.max(0, Math.min(255, value + (at % 8 < 4 ? 24 : -24)))),
    };
    const { share } = disagreement(site, other);
    expect(share).toBeLessThanOrEqual(LIMITS.drawn.share);
  });

  it('finds halls that are missing, another station and another look by far', () => {
    for (const [one, other] of [
      ['site', 'site on day 150'],
      ['site', 'hall'],
      ['server', 'gpu'],
      ['hall', 'rack at night'],
      ['site', 'building plan'],
    ] as const) {
      const { share } = disagreement(golden(one), golden(other));
      expect(share, `${one}, ${other}`).toBeGreaterThan(LIMITS.drawn.share * 5);
    }
  });

  it('refuses pictures of two sizes', () => {
    expect(() => disagreement(site, { ...site, width: 240 })).toThrow('cannot be compared');
  });
});
