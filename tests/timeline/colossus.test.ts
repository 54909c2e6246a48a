import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { dateOf, dayOf, isDate } from '../../src/model/days.ts';
import { resolveSite } from '../../src/model/site.ts';
import { type Timeline, timeline } from '../../src/timeline/timeline.ts';

const colossus = builtinSites.colossus!;
const laid = {
  '100k': layout(resolveSite(colossus, '100k')),
  '200k': layout(resolveSite(colossus, '200k')),
  '230k': layout(resolveSite(colossus, '230k')),
};
const grown = (config: keyof typeof laid, curve: string): Timeline => timeline(laid[config], curve);
const claimed = grown('200k', 'claimed');
const estimate = grown('200k', 'estimate');
const power = grown('200k', 'power');
const largest = (curve: string) => grown('230k', curve);
/** What a moment says of its basis, which differs between configurations. */
const basisOf = ({ basis, basisDates, basisNote }: ReturnType<Timeline['at']>) => ({
  basis,
  basisDates,
  basisNote,
});
const all = [
  ['100k claimed', grown('100k', 'claimed')],
  ['100k estimate', grown('100k', 'estimate')],
  ['100k power', grown('100k', 'power')],
  ['200k claimed', claimed],
  ['200k estimate', estimate],
  ['200k power', power],
  ['230k claimed', largest('claimed')],
  ['230k estimate', largest('estimate')],
  ['230k power', largest('power')],
] as const;

describe('days', () => {
  it('count from 2024-05-03: day 122 is 2024-09-02, day 214 is 2024-12-03, day 733 is 2026-05-06', () => {
    for (const [day, date] of [
      [0, '2024-05-03'],
      [61, '2024-07-03'],
      [80, '2024-07-22'],
      [122, '2024-09-02'],
      [214, '2024-12-03'],
      [290, '2025-02-17'],
      [733, '2026-05-06'],
    ] as const) {
      expect(dayOf('2024-05-03', date)).toBe(day);
      expect(dateOf('2024-05-03', day)).toBe(date);
      expect(dateOf('2024-05-03', day + 0.9)).toBe(date);
    }
    expect(laid['200k'].site.lastDay).toBe(733);
    expect([isDate('2024-02-29'), isDate('2025-02-29'), isDate('2024-1-1')]).toEqual([true, false, false]);
  });
});

describe('the growth of Colossus', () => {
  it('hits every dated point of the installed curve', () => {
    for (const [, { at }] of all.slice(3, 6)) {
      expect(at(0)).toMatchObject({ gpus: { installed: 0 }, racks: { installed: 0 } });
      expect(at(60.999).racks.installed).toBe(0);
      expect(at(61)).toMatchObject({
        gpus: { installed: 0, inService: 0 },
        racks: { installed: 1 },
        halls: { started: 1 },
      });
      expect(at(122)).toMatchObject({
        gpus: { installed: 100_000 },
        racks: { installed: 2204, compute: 1564 },
        arrays: { installed: 196 },
        halls: { started: 4, full: 4 },
      });
      expect(at(214)).toMatchObject({
        gpus: { installed: 200_000 },
        racks: { installed: 4408, compute: 3128 },
        arrays: { installed: 392 },
        halls: { full: 8 },
      });
    }
  });

  it('hits every dated point in service, by each account', () => {
    const inService = ({ at }: Timeline, day: number) => at(day).gpus.inService;
    expect([79.9, 80, 122, 214, 733].map((day) => inService(claimed, day))).toEqual([
      0, 0, 100_000, 200_000, 200_000,
    ]);
    expect([80, 100, 122, 290].map((day) => inService(estimate, day))).toEqual([0, 25_000, 100_000, 200_000]);
    expect([79.99, 120, 122, 733].map((day) => inService(power, day))).toEqual([0, 63_000, 63_000, 63_000]);
    // 32,000 could be fed on day 80; fewer are installed.
    expect(inService(power, 80)).toBeLessThanOrEqual(32_000);
    expect(inService(power, 80)).toBe(power.at(80).gpus.installed);
    expect(grown('100k', 'claimed').at(122)).toMatchObject({
      gpus: { inService: 100_000 },
      servers: { inService: 12_500 },
      halls: { inService: 4 },
    });
    expect(claimed.at(214)).toMatchObject({
      servers: { inService: 25_000 },
      arrays: { inService: 392 },
      halls: { inService: 8 },
    });
  });

  it('is complete on the first day with all in service, or on the last dated point', () => {
    expect(all.map(([name, { completeDay }]) => [name, completeDay])).toEqual([
      ['100k claimed', 122],
      ['100k estimate', 122],
      ['100k power', 120],
      ['200k claimed', 214],
      ['200k estimate', 290],
      ['200k power', 120],
      ['230k claimed', 445],
      ['230k estimate', 445],
      ['230k power', 120],
    ]);
  });

  it('says what a day rests on', () => {
    expect(claimed.at(40).basis).toBe('before');
    expect(claimed.at(122).basis).toBe('dated');
    expect(claimed.at(150)).toMatchObject({
      basis: 'interpolated',
      basisDates: ['2024-09-02', '2024-12-03'],
    });
    expect(claimed.at(300).basis).toBe('complete');
    expect(power.at(200)).toMatchObject({ basis: 'held' });
    expect(power.at(200).basisNote).toMatch(/[Nn]othing is documented/);
    expect(grown('100k', 'claimed').at(150)).toMatchObject({
      basis: 'complete',
      basisDates: ['2024-09-02'],
    });
    expect(grown('100k', 'claimed').at(214).basis).toBe('complete');
  });

  it("gives Epoch AI's power: 139 and 181 MW on day 122, 278 and 361 MW on day 290", () => {
    const megawatts = (day: number) => [claimed.at(day).itW / 1e6, claimed.at(day).facilityW / 1e6];
    expect(megawatts(122)[0]).toBeCloseTo(139, 9);
    expect(megawatts(122)[1]).toBeCloseTo(181, 9);
    expect(megawatts(290)[0]).toBeCloseTo(278, 9);
    expect(megawatts(290)[1]).toBeCloseTo(361, 9);
    expect(megawatts(0)).toEqual([0, 0]);
    // After the cooling towers the same IT power needs less.
    expect(megawatts(700)[1]).toBeCloseTo(278 * 1.25, 9);
  });

  it('finishes floor, pipes, trays and walls of a hall before its first rack', () => {
    for (const [name, { fitOut, installedDay }] of all) {
      const { racks, site } = laid[name.slice(0, 4) as keyof typeof laid];
      for (const { number } of site.halls) {
        const first = installedDay[racks.hall.indexOf(number)]!;
        for (const element of ['floor', 'pipes', 'trays', 'walls'] as const) {
          const steps = fitOut.filter((step) => step.hall === number && step.element === element);
          expect(steps.length, `${name} hall ${number} ${element}`).toBe(1);
          expect(steps[0]!.from).toBeGreaterThanOrEqual(0);
          expect(steps[0]!.to).toBeGreaterThan(steps[0]!.from);
          expect(steps[0]!.to, `${name} hall ${number} ${element}`).toBeLessThanOrEqual(first);
        }
      }
    }
    for (const [phase, { fitOut }] of laid['230k'].site.phases.entries())
      for (const { element, from, to } of fitOut) {
        const halls = laid['230k'].site.halls
          .filter((hall) => hall.phase === phase)
          .map(({ number }) => number);
        const steps = largest('claimed').fitOut.filter(
          (step) => step.element === element && halls.includes(step.hall),
        );
        expect(Math.min(...steps.map((step) => step.from))).toBe(from);
        expect(Math.max(...steps.map((step) => step.to))).toBeCloseTo(to, 9);
      }
    expect(claimed.fitOut.filter(({ element }) => element === 'lights').length).toBe(8);
  });

  it('has 230,000 from 2025-07-22, and none of hall 9 before its racks come, whatever the account', () => {
    const [begins, day] = [dayOf('2024-05-03', '2025-06-01'), dayOf('2024-05-03', '2025-07-22')];
    for (const curve of ['claimed', 'estimate', 'power']) {
      const { at } = largest(curve);
      for (const before of [0, 122, 214, 290, begins - 0.001])
        expect(at(before)).toEqual({ ...grown('200k', curve).at(before), ...basisOf(at(before)) });
      expect(at(begins).racks.installed).toBe(4408);
      expect(at(begins + 0.2).racks.installed).toBeGreaterThan(4408);
      expect(at(day - 0.001).gpus.installed).toBeLessThan(230_000);
      expect(at(day)).toMatchObject({ gpus: { installed: 230_000 }, halls: { full: 9 } });
    }
    for (const curve of ['claimed', 'estimate'])
      expect(largest(curve).at(day)).toMatchObject({ gpus: { inService: 230_000 }, basis: 'dated' });
    const { itW, facilityW } = largest('claimed').at(day);
    expect([itW / 1e6, facilityW / 1e6]).toEqual([340, 442]);
  });

  it('shows 200,000 as complete on every later day', () => {
    for (const day of [215, 400, 445, 733])
      expect(claimed.at(day)).toMatchObject({ gpus: { inService: 200_000 }, basis: 'complete' });
    expect(claimed.at(445).itW).toBe(278e6);
  });

  it('finds the milestone of a day', () => {
    expect(claimed.milestoneAt(121.9)?.id).toBe('t-25k');
    expect(claimed.milestoneAt(122)?.id).toBe('t-100k');
    expect(claimed.milestoneAt(733)?.id).toBe('t-anthropic');
    expect(claimed.milestoneAt(-1000)).toBeUndefined();
  });

  it('takes days outside the site to the nearest, and refuses unknown curves', () => {
    expect(claimed.at(-5)).toEqual(claimed.at(0));
    expect(claimed.at(1e9)).toEqual(claimed.at(733));
    expect(claimed.at(Number.NaN)).toEqual(claimed.at(0));
    expect(() => timeline(laid['100k'], 'rumour')).toThrow(RangeError);
  });
});
