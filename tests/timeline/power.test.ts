import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { itWattsPerGpu } from '../../src/timeline/power.ts';
import { timeline } from '../../src/timeline/timeline.ts';

describe('the IT power of one GPU', () => {
  const pair = (day: number, itW: number, gpus?: number) => ({
    day,
    itW,
    facilityW: itW * 1.3,
    ...(gpus === undefined ? {} : { gpus }),
  });

  it('is that of the pair with the most GPUs, the first of them, whatever else is dated', () => {
    const few = pair(10, 900, 1);
    const most = pair(20, 5000, 5);
    const again = pair(30, 6000, 5);
    const unnamed = pair(40, 99_000);
    expect(itWattsPerGpu({ power: [few, most, again, unnamed] })).toBe(1000);
    expect(itWattsPerGpu({ power: [few, again, most] })).toBe(1200);
    expect(itWattsPerGpu({ power: [unnamed] })).toBeUndefined();
    expect(itWattsPerGpu({ power: [] })).toBeUndefined();
    expect(itWattsPerGpu(resolveSite(builtinSites.colossus!, '100k'))).toBe(1390);
  });
});

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
