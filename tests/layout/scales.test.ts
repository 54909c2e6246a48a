import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/layout/address.ts';
import { layout } from '../../src/layout/layout.ts';
import { holdings, SCALES } from '../../src/layout/scales.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import type { CatalogueItem } from '../../src/model/catalogue.ts';
import type { Grade } from '../../src/model/figure.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';
import { machines } from '../fixtures/machines.ts';

const seed = 512;
const colossus = layout(resolveSite(builtinSites.colossus!, '200k'));

describe('what the steps from a GPU to the site hold', () => {
  it('counts GPUs as the sources do', () => {
    const counts = holdings(colossus, 1).map(({ gpus }) => gpus);
    expect(counts).toEqual([1, 8, 64, 512, 25_000, 100_000, 200_000]);
    const first = layout(resolveSite(builtinSites.colossus!, '100k'));
    expect(holdings(first, 1).map(({ gpus }) => gpus)).toEqual([1, 8, 64, 512, 25_000, 100_000, 100_000]);
  });

  it('draws no more and no less than the independent estimate of the whole, within a tenth', () => {
    const site = holdings(colossus, 1).at(-1)!;
    const estimate = Math.max(...colossus.site.power.filter(({ day }) => day <= 290).map(({ itW }) => itW));
    expect(Math.abs(site.watts / estimate - 1)).toBeLessThan(0.1);
  });

  it('knows the memory of an H100 and of an H200', () => {
    expect(holdings(colossus, 1)[0]!.memoryBytes).toBe(80e9);
    expect(holdings(colossus, 200_000)[0]!.memoryBytes).toBe(141e9);
    expect(holdings(colossus, 1).at(-1)!.memoryBytes).toBe(150_000 * 80e9 + 50_000 * 141e9);
  });

  it('is as well known as the catalogue says, sums as derived from the least known of their parts', () => {
    const grades = (catalogue: SiteDocument['catalogue'] = {}) =>
      holdings(layout(resolveSite({ ...builtinSites.colossus!, catalogue }, '200k')), 1).map(
        (each) => each.grades,
      );
    const { compute, h100, 'smc-4u': server } = Object.fromEntries(colossus.site.catalogue);
    const [gpu, own, rack, array] = grades();
    expect(gpu).toMatchObject({
      watts: { grade: h100!.figures.power!.grade },
      memory: { grade: h100!.figures.memory!.grade },
    });
    expect(own!.mass).toEqual({ grade: server!.figures.mass!.grade });
    expect(rack!.mass).toEqual({ grade: compute!.figures.mass!.grade });
    const sums = grades().slice(3);
    for (const { memory, mass } of sums) {
      expect(memory).toEqual({ grade: 'derived' });
      expect(mass).toEqual({ grade: 'derived', restsOn: 'assumed' });
    }
    const assume = (item: CatalogueItem, name: string, grade: Grade) => ({
      ...item.entry,
      figures: { ...item.entry.figures, [name]: { ...item.figures[name]!, grade } },
    });
    expect(grades({ compute: assume(compute!, 'mass', 'reported') })[2]!.mass).toEqual({ grade: 'reported' });
    const guessed = grades({ h100: assume(h100!, 'memory', 'assumed') });
    expect(guessed[3]!.memory).toEqual({ grade: 'derived', restsOn: 'assumed' });
    expect(array!.watts.grade).toBe('derived');
  });

  it('counts servers and processors, and draws IT power by the server, where there are no GPUs', () => {
    const fugaku = machines.find(([id]) => id === 'fugaku')![1].layout;
    const steps = holdings(fugaku, 1, { watts: 200, grade: 'derived' });
    expect(steps.map(({ gpus, servers, processors }) => [gpus, servers, processors])).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [0, 384, 384],
      [0, 24 * 384 - 2 * 192, 24 * 384 - 2 * 192],
      [0, 158_976, 158_976],
      [0, 158_976, 158_976],
      [0, 158_976, 158_976],
    ]);
    const { watts } = steps[2]!;
    expect(holdings(fugaku, 23 * 384)[2]!.watts).toBe(watts / 2);
    expect(steps.at(-1)!.watts).toBe(158_976 * 200);
  });

  it('counts IT power from a hall on as the whole site does, where the watts for each GPU are given', () => {
    const peak = holdings(colossus, 1);
    const it = holdings(colossus, 1, { watts: 1390, grade: 'derived', restsOn: 'assumed' });
    expect(it.map(({ basis }) => basis)).toEqual(['peak', 'peak', 'peak', 'peak', 'it', 'it', 'it']);
    expect(it.slice(0, 4)).toEqual(peak.slice(0, 4));
    expect(it.at(-1)!.watts).toBeCloseTo(278e6, 0);
    expect(it.at(-1)!.grades.watts).toMatchObject({ grade: 'derived', restsOn: 'assumed' });
    expect(new Set(peak.map(({ basis }) => basis))).toEqual(new Set(['peak']));
  });

  it(`names the rack of each step that goes in last, on any site (seed ${seed})`, () => {
    fc.assert(
      fc.property(siteArbitrary, fc.nat(), (document, at) => {
        const plan = layout(resolveSite(document, 'all'));
        const { racks, totals } = plan;
        const count = totals.gpus || totals.servers;
        fc.pre(count > 0);
        const { installedDay } = timeline(plan, plan.site.defaultCurve);
        const gpu = 1 + (at % count);
        const own = racks.hall[addressOf(plan, gpu).rackIndex];
        const inHall = [...racks.hall.keys()].filter((rackIndex) => racks.hall[rackIndex] === own);
        const latest = Math.max(...inHall.map((rackIndex) => installedDay[rackIndex]!));
        const hall = holdings(plan, gpu).find(({ scale }) => scale === 'hall')!;
        expect(installedDay[hall.lastRack]).toBe(latest);
      }),
      { seed, numRuns: 50 },
    );
  });

  it(`grows from step to step, on any site (seed ${seed})`, () => {
    fc.assert(
      fc.property(siteArbitrary, fc.nat(), (document, at) => {
        const plan = layout(resolveSite(document, 'all'));
        const { gpus, servers } = plan.totals;
        const count = gpus || servers;
        const steps = holdings(plan, count > 0 ? 1 + (at % count) : 0);
        expect(steps.map(({ scale }) => scale)).toEqual(count > 0 ? SCALES : []);
        for (let step = 2; step < steps.length; step++) {
          expect(steps[step]!.gpus).toBeGreaterThanOrEqual(steps[step - 1]!.gpus);
          expect(steps[step]!.servers).toBeGreaterThanOrEqual(steps[step - 1]!.servers);
          expect(steps[step]!.watts).toBeGreaterThanOrEqual(steps[step - 1]!.watts * (1 - 1e-9));
        }
        if (count > 0) expect(steps.at(-1)).toMatchObject({ gpus, servers });
      }),
      { seed, numRuns: 100 },
    );
  });
});
