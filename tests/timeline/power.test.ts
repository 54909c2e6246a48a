import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { timeline } from '../../src/timeline/timeline.ts';

/** Megawatts that were publicly documented: the grid and the trailers of July 2024, then the larger grid. */
const DOCUMENTED = { july: 43, august: 85 };

describe('the account by documented power', () => {
  const growth = timeline(layout(resolveSite(builtinSites.colossus!, '200k')), 'power');

  it('never draws more than the supply that it stands for', () => {
    expect(growth.at(80).facilityW / 1e6).toBeLessThanOrEqual(DOCUMENTED.july);
    for (let day = 80; day <= 733; day++)
      expect(growth.at(day).facilityW / 1e6).toBeLessThanOrEqual(DOCUMENTED.august);
    expect(growth.at(200).facilityW / 1e6).toBeGreaterThan(DOCUMENTED.august - 1);
  });
});
