import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { itWattsOf } from '../../src/timeline/power.ts';
import { timeline } from '../../src/timeline/timeline.ts';

describe('the IT power of GPUs in service', () => {
  const pair = (day: number, itW: number, gpus?: number) => ({
    day,
    itW,
    facilityW: itW * 1.3,
    ...(gpus === undefined ? {} : { gpus }),
  });

  it('is that of every pair that names their number, on lines between, and in proportion beyond', () => {
    const few = pair(10, 900, 1);
    const most = pair(20, 5000, 5);
    const again = pair(30, 6000, 5);
    const unnamed = pair(40, 99_000);
    const of = (power: Parameters<typeof itWattsOf>[0]['power'], ...gpus: number[]) =>
      gpus.map((count) => itWattsOf({ power })?.(count));
    expect(of([few, most, again, unnamed], 0, 1, 3, 5, 10)).toEqual([0, 900, 2950, 5000, 10_000]);
    // The first of two with the same number, in whatever order their numbers come.
    expect(of([again, most, few], 1, 5)).toEqual([900, 6000]);
    expect(itWattsOf({ power: [unnamed] })).toBeUndefined();
    expect(itWattsOf({ power: [] })).toBeUndefined();
    const { document, ...colossus } = resolveSite(builtinSites.colossus!, '230k');
    for (const { itMw, gpus } of document.power!.points)
      if (gpus) expect(of(colossus.power, gpus)).toEqual([itMw * 1e6]);
    expect(of(colossus.power, 150_000, 200_000)).toEqual([208.5e6, 278e6]);
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
