import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import english from '../../../assets/languages/en.explain.json';
import { daysTo1e26 } from '../../../src/inventory/figures/chipFormulas.ts';
import {
  figuresOnPage,
  type PageFigure,
  type ShownCampus,
} from '../../../src/inventory/figures/figuresOnPage.ts';
import { figuresOfSite } from '../../../src/inventory/figures/figuresOfSite.ts';
import { powerOn } from '../../../src/inventory/figures/powerFormulas.ts';
import { builtinSites } from '../../../src/model/builtin.ts';
import { comparedSites } from '../../../src/model/comparedSites.ts';
import { fullCatalogue } from '../../../src/model/comparison.ts';
import { evaluate, idsIn } from '../../../src/model/formula.ts';
import { toSi } from '../../../src/model/furtherUnits.ts';
import type { NamedFigure } from '../../../src/model/figure.ts';
import type { SiteDocument } from '../../../src/model/schema.ts';
import { sourceById } from '../../../src/model/sources.ts';
import { makeCampus } from '../../../src/timeline/campus.ts';
import { generatedSite, siteArbitrary } from '../../fixtures/generatedSites.ts';

const seed = 122214;
const GRADES = ['reported', 'announced', 'derived', 'assumed'];
const words: Readonly<Record<string, string>> = english;
const colossus = builtinSites.colossus!;

const shown = (document: SiteDocument, day: number, config?: string, curve?: string): ShownCampus => ({
  campus: makeCampus({ id: document.id, document, config, curve }),
  day,
});
const idOf = ({ id }: NamedFigure) => id;
const finder = (figures: readonly NamedFigure[]) => {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return (id: string) => byId.get(id)!;
};
const valueIn = (figures: readonly NamedFigure[]) => {
  const find = finder(figures);
  return (id: string) => toSi(find(id).value, find(id).unit);
};

/** The grades of all figures that a figure is computed from, in the end; its own if it is not computed. */
function givenFor({ grade, from = [] }: NamedFigure, byId: ReadonlyMap<string, NamedFigure>): string[] {
  return from.length === 0 ? [grade] : from.flatMap((id) => givenFor(byId.get(id)!, byId));
}

/** What holds for every figure of every page. */
function expectSound(figures: readonly PageFigure[], pages: readonly ShownCampus[]) {
  const before = new Map<string, NamedFigure>();
  for (const figure of figures) {
    const { id, value, unit, low = value, high = value, source, grade, asOf, from = [], arithmetic } = figure;
    expect(before.has(id), id).toBe(false);
    expect(Number.isFinite(value), id).toBe(true);
    expect(GRADES, id).toContain(grade);
    expect(asOf, id).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
    const { document } = pages[figure.campusIndex]!.campus;
    expect(sourceById(source, document)?.publisher, `${id}: ${source}`).toBeTruthy();
    expect(low, id).toBeLessThanOrEqual(value);
    expect(high, id).toBeGreaterThanOrEqual(value);
    for (const other of from) expect(before.has(other), `${id} from ${other}`).toBe(true);
    const least = Math.max(...[grade, ...givenFor(figure, before)].map((each) => GRADES.indexOf(each)));
    expect(figure.restsOn ?? grade, `${id} rests on`).toBe(GRADES[least]);
    expect(figure.restsOn, id).not.toBe(grade);
    if (arithmetic !== undefined) {
      expect(idsIn(arithmetic), id).toEqual(from);
      const found = evaluate(arithmetic, (other) => {
        const part = before.get(other)!;
        const range = [part.value, part.low ?? part.value, part.high ?? part.value];
        const [own, least, most] = range.map((each) => toSi(each, part.unit));
        return { value: own!, low: least!, high: most! };
      });
      const same = (got: number, told: number) =>
        expect(Math.abs(got - told), `${id} = ${arithmetic}`).toBeLessThanOrEqual(
          1e-9 * Math.abs(told) + 1e-12,
        );
      same(toSi(value, unit), found.value);
      same(toSi(low, unit), found.low);
      same(toSi(high, unit), found.high);
    }
    before.set(id, figure);
  }
}

/** What holds for the figures of one campus, beside what it draws. */
function expectTrue({ campus, day }: ShownCampus) {
  const { layout, timeline } = campus;
  const figures = figuresOfSite(campus, day);
  const find = finder(figures);
  const value = valueIn(figures);
  const moment = timeline.at(day);
  const { totals } = layout;
  expect(value('totals.gpus')).toBe(totals.gpus);
  expect(value('totals.servers')).toBe(totals.servers);
  expect(value('totals.racks')).toBe(totals.racks);
  expect(value('totals.compute-racks')).toBe(totals.compute);
  expect(value('totals.arrays')).toBe(totals.arrays);
  expect(value('totals.halls')).toBe(totals.halls);
  for (const machines of ['gpus', 'servers'] as const) {
    expect(value(`${machines}-installed`)).toBe(moment[machines].installed);
    expect(value(`${machines}-energized`)).toBe(moment[machines].energized);
    expect(value(`${machines}-in-service`)).toBe(moment[machines].inService);
  }
  const serving = figures.filter(({ id }) => id.startsWith('in-service.'));
  expect(serving.reduce((sum, each) => sum + each.value, 0)).toBe(moment.gpus.inService);
  const near = (id: string, watts: number) =>
    expect(Math.abs(value(id) - watts), id).toBeLessThanOrEqual(1e-6 * watts);
  near('it-power', moment.itW);
  near('facility-power', moment.facilityW);
  near('energy-year', moment.facilityW * 8760 * 3600);
  const power = powerOn(campus.site, campus.curve, moment);
  for (const id of ['it-power', 'facility-power']) expect(power.get(id)).toEqual(find(id));
  // A count is said by somebody on the day on which it is, or derived.
  for (const id of ['gpus-in-service', 'gpus-installed']) {
    const { grade, source, from } = find(id);
    if (grade === 'derived' && from) expect(source).toBe('rackfield-arithmetic');
  }
}

describe(`the figures of a page (seed ${seed})`, () => {
  it('have a value, a date, a source and a grade each, and arithmetic that gives them, on Colossus by every account', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...colossus.configurations.map(({ id }) => id)),
        fc.constantFrom(...colossus.growth!.curves.map(({ id }) => id)),
        fc.oneof(
          fc.constantFrom(0, 61, 80, 100, 122, 214, 290, 733),
          fc.double({ min: 0, max: 733, noNaN: true }),
        ),
        (config, curve, day) => {
          const page = [shown(colossus, day, config, curve)];
          const figures = figuresOnPage(page);
          expect(figures.length).toBeGreaterThan(300);
          expectSound(figures, page);
          expectTrue(page[0]!);
        },
      ),
      { seed, numRuns: 12 },
    );
  });

  it('do so on generated sites, with and without growth and powers', () => {
    const powers: NonNullable<SiteDocument['power']> = {
      points: [
        { date: '2025-02-01', itMw: 3, facilityMw: 4, gpus: 900 },
        { date: '2025-06-01', itMw: 5, facilityMw: 6 },
      ],
    };
    fc.assert(
      fc.property(
        siteArbitrary,
        fc.boolean(),
        fc.boolean(),
        fc.double({ min: 0, max: 700, noNaN: true }),
        (document, isTold, isPowered, day) => {
          const { growth, ...rest } = document;
          const own = { ...rest, ...(isTold && growth && { growth }), ...(isPowered && { power: powers }) };
          const page = [shown(own, day)];
          expectSound(figuresOnPage(page), page);
          expectTrue(page[0]!);
        },
      ),
      { seed, numRuns: 20 },
    );
  });

  it.each(Object.keys(comparedSites))('do so on %s, on its first and its last day', async (id) => {
    const document = await comparedSites[id]!.load();
    const campus = makeCampus({ id, document });
    for (const day of [0, campus.site.lastDay]) {
      const page = [{ campus, day }];
      expectSound(figuresOnPage(page), page);
      expectTrue(page[0]!);
    }
  });

  it('are the figures of the facts, whatever is shown', () => {
    for (const page of [shown(colossus, 122, '100k'), shown(colossus, 0), shown(generatedSite(1000), 300)]) {
      const find = finder(figuresOnPage([page]));
      expect(find('memory-gain').value).toBeCloseTo(36.2, 1);
      expect(find('memory-gain').low).toBeCloseTo(27.7, 1);
      expect(find('bandwidth-gain').value).toBeCloseTo(66.7, 1);
      expect(find('days-to-1e26').value).toBeCloseTo(29.2, 1);
      expect(find('days-to-1e26').low).toBeCloseTo(23.4, 1);
      expect(find('days-to-1e26').high).toBeCloseTo(39, 1);
      expect(find('h100.flop-per-joule').value / 1e12).toBeCloseTo(1.413, 3);
      expect(find('gb200.flop-per-joule').value / 1e12).toBeCloseTo(2.083, 3);
    }
    const find = finder(figuresOnPage([shown(colossus, 122, '100k')]));
    expect(find('it-power').value).toBeCloseTo(139, 6);
    expect(find('facility-power').value).toBeCloseTo(181, 6);
    expect(find('watts-per-gpu-it').value).toBeCloseTo(1390, 6);
    expect(find('pue').value).toBeCloseTo(1.3, 2);
    expect(find('energy-year').value).toBeCloseTo((181 * 8760) / 1e6, 6);
    expect(find('homes').value).toBeCloseTo((181e6 * 8760) / 10_788e3, 0);
    expect(find('peak-bf16').value).toBeCloseTo(98.94, 2);
    expect(find('pitches').value).toBeCloseTo(10.2, 1);
    expect(find('eiffel-towers').value).toBeCloseTo(6.6, 1);
    expect(find('racks-in-line').value).toBeCloseTo(1173, 0);
    expect(find('silicon').value).toBeCloseTo(81.4, 6);
  });

  it('say of what is computed from assumed figures that it rests on them, and of no other', async () => {
    const document = await comparedSites['openai-80k']!.load();
    const find = finder(figuresOnPage([shown(document, 0)]));
    for (const id of ['facility-power', 'energy-year', 'homes', 'totals.gpus'])
      expect(find(id), id).toMatchObject({ grade: 'derived', restsOn: 'assumed' });
    for (const id of ['memory-gain', 'h100.flop-per-joule', 'h100.memory'])
      expect(find(id), id).not.toHaveProperty('restsOn');
  });

  it('have a word each', () => {
    const names = new Set(figuresOnPage([shown(colossus, 214)]).map(({ name }) => name));
    for (const name of names) expect(words, name).toHaveProperty([`figure.${name}`]);
  });

  it('take their grades from the document: growth as it is graded there, everything else by its defaults', () => {
    const { installed } = colossus.growth!;
    const said = installed.find(({ count }) => count === 200_000)!;
    for (const grade of ['announced', 'reported'] as const) {
      const document: SiteDocument = {
        ...colossus,
        defaults: { asOf: '2025', source: 'nps', grade },
        growth: {
          ...colossus.growth!,
          installed: installed.map((point) => (point === said ? { ...said, grade } : point)),
        },
      };
      const find = finder(figuresOnPage([shown(document, 214)]));
      expect(find('gpus-installed')).toMatchObject({ grade, source: said.source, asOf: said.date });
      expect(find('halls.hall-1.width')).toMatchObject({ grade, source: 'nps', asOf: '2025' });
      expect(find('hall-types.hall-25k.racks')).toMatchObject({ grade, source: 'nps' });
      expect(find('gpus-energized').grade).toBe('derived');
    }
  });

  it('are derived from the points around the day where nobody has said the count', () => {
    const find = finder(figuresOnPage([shown(colossus, 100)]));
    expect(find('gpus-in-service')).toMatchObject({
      grade: 'derived',
      from: ['growth.claimed.2024-07-22', 'growth.claimed.2024-09-02'],
    });
    // The 100,000 GPUs of the smaller configuration were said on that day.
    expect(finder(figuresOnPage([shown(colossus, 122, '100k')]))('gpus-in-service')).toMatchObject({
      grade: find('growth.claimed.2024-09-02').grade,
      source: find('growth.claimed.2024-09-02').source,
    });
  });

  it('of several campuses have every id once: the first campus keeps its own, what is the same is there once', () => {
    const pages = [shown(colossus, 214), shown(generatedSite(1000), 214), shown(colossus, 122, '100k')];
    const figures = figuresOnPage(pages);
    expectSound(figures, pages);
    const alone = figuresOnPage(pages.slice(0, 1)).filter(({ id }) => !id.endsWith('-share'));
    expect(figures.slice(0, alone.length)).toEqual(alone);
    const ids = figures.map(idOf);
    expect(ids.filter((id) => id.endsWith('h100.memory'))).toEqual(['h100.memory']);
    expect(ids.filter((id) => id.endsWith('totals.gpus'))).toEqual([
      'totals.gpus',
      'generated-1000:totals.gpus',
      'colossus:100k:totals.gpus',
    ]);
    const find = finder(figures);
    expect(find('generated-1000:totals.gpus').value).toBe(1000);
    expect(find('colossus:100k:energy-year').from).toEqual(['colossus:100k:facility-power']);
    expect(find('energy-year').from).toEqual(['facility-power']);
  });

  it('are as sound with all systems beside Colossus, long after the last day of some of them', async () => {
    const ids = Object.keys(comparedSites);
    const documents = await Promise.all(ids.map((id) => comparedSites[id]!.load()));
    const pages = [
      shown(colossus, 733),
      ...documents.map((document, at) => ({
        campus: makeCampus({ id: ids[at]!, document }),
        day: at % 2 ? 10_000 : 0,
      })),
    ];
    const figures = figuresOnPage(pages);
    expectSound(figures, pages);
    for (const id of ids) expect(figures.some((figure) => figure.id === `${id}:totals.gpus`)).toBe(true);
  });

  it('count themselves by their grades', () => {
    const figures = figuresOnPage([shown(colossus, 214)]);
    const counted = figures.filter(({ id }) => !id.endsWith('-share'));
    const find = finder(figures);
    const shares = GRADES.map((grade) => find(`${grade}-share`).value);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9);
    const reported = counted.filter(({ grade }) => grade === 'reported').length;
    expect(find('reported-share').value).toBeCloseTo((100 * reported) / counted.length, 9);
  });
});

describe('days to the threshold of SB 1047', () => {
  const days = (gpus: number, chip: string, precision: 'bf16' | 'fp8', utilisation: number) =>
    daysTo1e26(fullCatalogue, { gpus, chip, precision, utilisation });

  it.each([
    [100_000, 'h100', 'bf16', 0.4, 29.2],
    [100_000, 'h100', 'bf16', 0.3, 39.0],
    [100_000, 'h100', 'bf16', 0.5, 23.4],
    [100_000, 'h100', 'fp8', 0.4, 14.6],
    [200_000, 'h100', 'bf16', 0.4, 14.6],
  ] as const)(
    'are as published for %d %s in %s at %d of their peak: %d',
    (gpus, chip, precision, share, told) => {
      const found = days(gpus, chip, precision, share)!;
      expect(found.value).toBeCloseTo(told, 1);
      expect(found.grade).toBe('derived');
      expect(found.from).toEqual(['sb-1047.compute', `h100.${precision}-dense`]);
    },
  );

  it('are none for a chip whose peak is not known, or for no GPUs', () => {
    expect(days(100, 'unknown', 'bf16', 0.4)).toBeUndefined();
    expect(days(0, 'h100', 'bf16', 0.4)).toBeUndefined();
  });
});
