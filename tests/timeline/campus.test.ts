import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { dateOf, dayOf } from '../../src/model/days.ts';
import type { SiteDocument } from '../../src/model/schema.ts';
import { makeCampus, momentOf, ownDay } from '../../src/timeline/campus.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';

const seed = 2108;
const site = makeCampus({ id: 'colossus', document: builtinSites.colossus! });
const later = (document: SiteDocument, days: number): SiteDocument =>
  JSON.parse(
    JSON.stringify(document).replace(
      /"(\d{4}-\d{2}-\d{2})"/g,
      (_, date: string) => `"${dateOf(date, days)}"`,
    ),
  );

describe(`several campuses on one date (seed ${seed})`, () => {
  it('each count what they have on that date, whatever their day 0, and nothing beyond what is known of them', () => {
    const shift = fc.integer({ min: -800, max: 800 });
    const day = fc.integer({ min: 0, max: site.site.lastDay * 10 }).map((tenth) => tenth / 10);
    fc.assert(
      fc.property(shift, fc.constantFrom(8, 1000, 50_000), day, (days, gpus, shown) => {
        const campus = makeCampus({ id: 'other', document: later(generatedSite(gpus), days) });
        const own = ownDay(campus, site, shown);
        const { dayZero, lastDay } = campus.site;
        const date = dateOf(site.site.dayZero, shown);
        expect(Math.floor(own)).toBe(Math.max(dayOf(dayZero, date), 0));
        const known = campus.timeline.at(Math.min(own, lastDay));
        expect(momentOf(campus, site, shown)).toEqual({ ...known, day: shown, date });
      }),
      { seed, numRuns: 80 },
    );
  });

  it('are complete at any time where their document dates no growth', () => {
    const { growth: _, ...undated } = generatedSite(1000);
    const campus = makeCampus({ id: 'other', document: undated });
    for (const day of [0, 61, site.site.lastDay]) {
      const { gpus, racks, date } = momentOf(campus, site, day);
      expect({ gpus, racks: racks.installed, date }).toEqual({
        gpus: { installed: 1000, energized: 1000, inService: 1000 },
        racks: campus.layout.racks.count,
        date: dateOf(site.site.dayZero, day),
      });
    }
  });

  it('leave the site itself as it is', () => {
    for (const day of [0, 3.5, 122, 700]) {
      expect(ownDay(site, site, day)).toBe(day);
      expect(momentOf(site, site, day)).toEqual(site.timeline.at(day));
    }
  });
});
