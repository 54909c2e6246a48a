import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { focusGpu } from '../../src/views/focus.ts';
import { layout, type Layout } from '../../src/layout/layout.ts';
import { serverPosition } from '../../src/layout/serverPlan.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { clearOf, overlap } from '../../src/scene/plan/sheet/overlaps.ts';
import { bounded, isolated } from '../../src/scene/plan/content/names.ts';
import { planDrawing } from '../../src/scene/plan/content/planDrawing.ts';
import type { Dimension } from '../../src/scene/plan/content/statement.ts';
import { dimensionPieces, FLAG, namePieces, type Piece } from '../../src/scene/plan/sheet/pieces.ts';
import { sayIn } from '../../src/state/words.ts';
import { planWords } from '../../src/scene/plan/content/planWords.ts';
import { titles } from '../../src/scene/plan/content/titles.ts';
import { VIEWS } from '../../src/views/view.ts';
import { createLengths } from '../../src/state/lengths.ts';
import { generatedSite, siteArbitrary } from '../fixtures/generatedSites.ts';
import { machines } from '../fixtures/machines.ts';
import { rackBox } from '../layout/boxes.ts';

const seed = 20240903;
const colossus = layout(resolveSite(builtinSites.colossus!, '200k'));
const lengths = createLengths('en');
const written = ({ length, unit }: Dimension) => lengths[unit](length);
/** What a drawing states where an em covers so many metres. */
const at = (drawing: { dimensions: Dimension[] }, scale: number) =>
  new Set(
    drawing.dimensions.filter(({ finest, coarsest }) => finest < scale && scale <= coarsest).map(written),
  );

function expectTrue(plan: Layout, rackIndex: number): void {
  const { dimensions, names, strokes } = planDrawing(plan, rackIndex);
  for (const { from, to, length, out, tier, finest, coarsest } of dimensions) {
    expect(Math.hypot(to[0] - from[0], to[1] - from[1])).toBeCloseTo(length, 9);
    expect(length).toBeGreaterThan(0);
    // The line stands beside what it measures, along it.
    expect(Math.hypot(...out)).toBeCloseTo(1, 9);
    expect((to[0] - from[0]) * out[0] + (to[1] - from[1]) * out[1]).toBeCloseTo(0, 9);
    expect(tier).toBeGreaterThanOrEqual(0);
    expect(coarsest).toBeGreaterThan(finest);
  }
  const { site } = plan;
  expect(new Set(names.map(({ text }) => text)).size).toBeGreaterThanOrEqual(
    new Set(site.halls.map(({ name }) => name)).size,
  );
  for (const { from, to } of strokes)
    for (const number of [...from, ...to]) expect(Number.isFinite(number)).toBe(true);
}

describe('the drawing of the plan', () => {
  it('states lengths that are the distances of their ends', () => {
    for (const rackIndex of [0, 217, 2203, 4407]) expectTrue(colossus, rackIndex);
  });

  it('numbers the servers of a rack one by one, and of blades that stand side by side from which to which', () => {
    const names = (id: string) => {
      const { layout: plan } = machines.find(([own]) => own === id)![1];
      return planDrawing(plan, 0).names.flatMap(({ text }) => (/^Servers? /.test(text) ? [text] : []));
    };
    expect(names('meta-24k')).toEqual(['Server 1', 'Server 2']);
    expect(names('frontier')).toEqual([
      ...['Servers 1 to 32', 'Servers 33 to 64', 'Servers 65 to 96', 'Servers 97 to 128'],
    ]);
  });

  it(`holds on generated sites (seed ${seed})`, () => {
    fc.assert(
      fc.property(siteArbitrary, fc.nat(), (document, pick) => {
        const plan = layout(resolveSite(document, 'all'));
        expectTrue(plan, plan.racks.count > 0 ? pick % plan.racks.count : 0);
      }),
      { seed, numRuns: 100 },
    );
    expectTrue(layout(resolveSite(generatedSite(200_000), 'all')), 5);
  });

  it('states what the documents say of Colossus, each at its scale', () => {
    const drawing = planDrawing(colossus, 3);
    expect([...at(drawing, 10)]).toEqual(
      expect.arrayContaining(['1,100.0 m', '800.0 m', '396.24 m', '182.88 m']),
    );
    expect([...at(drawing, 3)]).toEqual(expect.arrayContaining(['42.0 m', '50.4 m', '12.0 m', '15.0 m']));
    expect([...at(drawing, 1)]).toEqual(expect.arrayContaining(['42.0 m', '50.4 m', '15.0 m', '6.0 m']));
    expect([...at(drawing, 0.85)]).toEqual(expect.arrayContaining(['1.5 m', '1.8 m', '1.2 m', '6.0 m']));
    expect([...at(drawing, 0.2)]).toEqual(expect.arrayContaining(['1.5 m', '1.8 m', '1.2 m', '6.0 m']));
    expect([...at(drawing, 0.14)]).toEqual(expect.arrayContaining(['15.0 m', '1.8 m', '1.5 m']));
    expect([...at(drawing, 0.06)]).toEqual(
      expect.arrayContaining(['750 mm', '1,200 mm', '300 mm', '1.8 m', '2,236 mm']),
    );
    // And never everything at once.
    for (const scale of [10, 3, 1, 0.14, 0.06])
      expect(at(drawing, scale).size).toBeLessThan(new Set(drawing.dimensions.map(written)).size);
  });

  it('marks what nobody has stated at every scale alike, and nothing else', () => {
    const own = (drawing: { dimensions: Dimension[] }) =>
      drawing.dimensions.filter(({ unit }) => unit === 'metres').map(({ isAssumed }) => isAssumed);
    expect(new Set(own(planDrawing(colossus, 3)))).toEqual(new Set([true]));
    const document = structuredClone(builtinSites.colossus!);
    document.hallTypes[0]!.grade = 'reported';
    document.buildings[0]!.grade = 'derived';
    const stated = own(planDrawing(layout(resolveSite(document, '200k')), 3));
    // Only where the site ends is still ours.
    expect(stated.filter(Boolean)).toHaveLength(2);
  });

  it('measures the rack that it is asked about', () => {
    for (const rackIndex of [0, 40, 300, 2100]) {
      const box = rackBox(colossus, rackIndex);
      const own = planDrawing(colossus, rackIndex).dimensions.filter(
        ({ unit, word }) => unit === 'millimetres' && !word,
      );
      expect(own.length).toBeGreaterThan(1);
      for (const { from, to } of own)
        for (const [x, z] of [from, to]) {
          expect(x).toBeGreaterThan(box.x0 - 0.002);
          expect(x).toBeLessThan(box.x1 + 0.002);
          expect(z).toBeGreaterThan(box.z0 - 0.002);
          expect(z).toBeLessThan(box.z1 + 0.002);
        }
      const depth = own.filter(({ out }) => out[0] !== 0).reduce((sum, { length }) => sum + length, 0);
      expect(depth).toBeCloseTo(box.z1 - box.z0, 3);
    }
  });

  it('states what is in a server that is drawn out, and marks what nobody has stated', () => {
    for (const gpu of [focusGpu(colossus), 100_000, 199_999]) {
      const place = serverPosition(colossus, gpu);
      const drawing = planDrawing(colossus, place.rackIndex, gpu);
      const opened = drawing.dimensions.filter(({ stage }) => stage === 'server');
      // All but the faceplate: a standard says how wide that is.
      const stated = opened.filter(({ isAssumed }) => !isAssumed);
      expect(stated.map((each) => [each.word, written(each)])).toEqual([['face', '482.6 mm']]);
      expect([...at({ dimensions: opened }, 0.02)]).toEqual(
        expect.arrayContaining(['449 mm', '900 mm', '792 mm', '585 mm', '201 mm']),
      );
      const near = opened.filter(({ finest }) => finest === 0);
      expect(near.map(written)).toEqual(
        expect.arrayContaining(['98 mm', '195 mm', '60 mm', '26 mm', '31.3 mm', '11 mm']),
      );
      // The one figure of them that was reported.
      expect(drawing.names.map(({ text }) => text)).toContain('Die 814 mm²');
      const [width, length] = [near.find(({ word }) => word === 'die')!, near.find(({ word }) => !word)!];
      expect(width.length * length.length * 1e6).toBeCloseTo(814, 6);
      for (const { from, to } of opened)
        for (const z of [from[1], to[1]]) {
          // Between its back, 0.9 m behind its front, and its handles when that is 0.792 m out.
          const out = (z - place.z) * place.facing;
          expect(out).toBeLessThan(0.792 + 0.071);
          expect(out).toBeGreaterThan(0.792 - 0.9 - 0.001);
        }
    }
  });

  it('lays the front of a rack down before it, its foot to the south', () => {
    for (const gpu of [1, 2500, focusGpu(colossus)]) {
      const { rackIndex, facing } = serverPosition(colossus, gpu);
      const box = rackBox(colossus, rackIndex);
      const { dimensions, names } = planDrawing(colossus, rackIndex);
      const height = dimensions.find(({ word }) => word === 'height')!;
      expect(height.length).toBeCloseTo(2.236, 6);
      for (const [, z] of [height.from, height.to])
        expect(facing > 0 ? z - box.z1 : box.z0 - z).toBeGreaterThan(0.3);
      const heights = dimensions.filter(({ word }) => word === 'pitch' || word === 'cduHeight').map(written);
      expect(heights).toEqual(['178 mm', '222 mm']);
      const servers = Array.from({ length: 8 }, (_, server) => {
        const found = names.find(({ text }) => text === `Server ${server + 1}`)!;
        expect((found.rect.x0 + found.rect.x1) / 2).toBeCloseTo((box.x0 + box.x1) / 2, 3);
        return found.rect.z0;
      });
      expect([...servers].sort((a, b) => b - a)).toEqual(servers);
    }
  });

  it('names every hall once at every scale', () => {
    const document = structuredClone(builtinSites.colossus!);
    document.halls[2]!.name = 'North hall';
    const laid = layout(resolveSite(document, '200k'));
    const { names } = planDrawing(laid, 0, 0, sayIn('en', planWords));
    const halls = laid.site.halls.map(({ name, number }) => name ?? `Hall ${number}`);
    expect(halls.slice(0, 4)).toEqual(['Hall 1', 'Hall 2', 'North hall', 'Hall 4']);
    for (const scale of [0.1, 1, 2.8, 2.9, 5])
      for (const hall of halls)
        expect(
          names.filter(({ text, finest, coarsest }) => text === hall && finest < scale && scale <= coarsest),
        ).toHaveLength(1);
  });
});

describe('a piece of the drawing', () => {
  it('knows how far all of it reaches, so that it can be left out whole', () => {
    const label = { text: '', isLarge: false, x: 0, y: 0, width: 4, height: 1.3 };
    const { dimensions, names } = planDrawing(colossus, 300, focusGpu(colossus));
    let texts = 0;
    const expectInside = (piece: Piece) => {
      const [left, up, right, down] = piece.reach!;
      const isTurned = ((piece.flags ?? 0) & FLAG.turned) !== 0;
      const half = isTurned ? [label.height / 2, label.width / 2] : [label.width / 2, label.height / 2];
      const [x, y] = piece.aEms!;
      const [from, to] = piece.ends!;
      // Across the line in ems; along it a text stands between its ends where it is shown.
      const long = [0, 1].map((axis) => Math.abs(to[axis]! - from[axis]!) / piece.coarsest / 2);
      expect(x - half[0]!).toBeGreaterThanOrEqual(left - long[0]! - 1e-9);
      expect(x + half[0]!).toBeLessThanOrEqual(right + long[0]! + 1e-9);
      expect(y - half[1]!).toBeGreaterThanOrEqual(up - long[1]! - 1e-9);
      expect(y + half[1]!).toBeLessThanOrEqual(down + long[1]! + 1e-9);
      expect((piece.flags ?? 0) & FLAG.whole).toBe(FLAG.whole);
      texts++;
    };
    for (const dimension of dimensions) {
      const pieces = dimensionPieces(dimension, label);
      pieces.texts.forEach(expectInside);
      for (const line of pieces.lines) expect((line.flags ?? 0) & FLAG.whole).toBe(FLAG.whole);
    }
    for (const name of names) namePieces(name, label).forEach(expectInside);
    expect(texts).toBeGreaterThan(50);
  });
});

describe('a length on the drawing', () => {
  it('is written as the viewer writes it', () => {
    expect(createLengths('de').metres(396.24)).toBe('396,24 m');
    expect(createLengths('en').metres(42)).toBe('42.0 m');
    expect(createLengths('fr').millimetres(1.2).replace(/\s/g, ' ')).toBe('1 200 mm');
    expect(createLengths('not a tag').millimetres(0.75)).toBe('750 mm');
  });
});

describe('the title of a drawing', () => {
  it('says what each station shows and how large that is', () => {
    const all = titles(colossus, 3, 1, lengths, sayIn('en', planWords));
    expect(all.map(({ zoomLevel }) => VIEWS[zoomLevel])).toEqual(VIEWS);
    expect(all.map(({ text }) => text)).toEqual([
      '\u2068Colossus\u2069, buildings and cooling: ~396 × 241 m',
      'Halls and galleries: ~204 × 140 m',
      'Hall 1: ~42 × 50.4 m',
      'Aisle and its rows: ~15 × 4.8 m',
      'Rack: ~750 × 1,500 × 2,236 mm',
      'Server: ~449 × 900 × 174 mm',
      'GPU module: ~98 × 195 mm',
    ]);
  });

  it('gives no assumed length to the centimetre, and every stated one as it was stated', () => {
    expect([0.95, 1.8, 50.4, 99.94, 182.88, 396.24, 1100].map((length) => lengths.about(length))).toEqual([
      '1 m',
      '1.8 m',
      '50.4 m',
      '99.9 m',
      '183 m',
      '396 m',
      '1,100 m',
    ]);
    expect(lengths.metres(396.24)).toBe('396.24 m');
    const document = structuredClone(builtinSites.colossus!);
    document.hallTypes[0]!.grade = 'reported';
    for (const [grade, size] of [
      ['assumed', '~204 × 140 m'],
      ['reported', '204.0 × 139.8 m'],
    ] as const) {
      document.hallTypes[0]!.grade = grade;
      const plan = layout(resolveSite(document, '200k'));
      const texts = titles(plan, 3, 1, lengths, sayIn('en', planWords)).map(({ text }) => text);
      expect(texts[1]).toBe(`Halls and galleries: ${size}`);
    }
  });

  it('cuts a name off that it has no room for, and keeps the direction of one to itself', () => {
    const long = 'e\u0301'.repeat(200);
    expect(bounded('Hall 1')).toBe('Hall 1');
    expect(bounded(long)).toBe(`${'e\u0301'.repeat(39)}…`);
    expect(isolated(`\u202e${'x'.repeat(500)}`)).toMatch(/^\u2068.{1,41}\u2069$/u);
    const document = structuredClone(builtinSites.colossus!);
    document.name = long;
    const named = layout(resolveSite(document, '200k'));
    const [first] = titles(named, 3, 1, lengths, sayIn('en', planWords));
    expect([...new Intl.Segmenter().segment(first!.text)].length).toBeLessThan(90);
  });

  it('names the building of several, and what there is of halls, galleries, cooling and rows', () => {
    const [west, hut] = ['several-buildings', 'smallest'].map((name) => {
      const file = new URL(`../../assets/examples/${name}.json`, import.meta.url);
      return layout(resolveSite(JSON.parse(readFileSync(file, 'utf8')) as SiteDocument, 'all'));
    });
    const said = (plan: Layout) =>
      titles(plan, 0, 1, lengths, sayIn('en', planWords)).map(({ text }) =>
        text.replace(/[\u2068\u2069]/g, ''),
      );
    expect(said(west!).slice(0, 4)).toEqual([
      'Three houses by a river, buildings and cooling: ~169 × 73.2 m',
      'West house: ~27 × 19.2 m',
      'West house: ~27 × 19.2 m',
      'Aisle and its rows: ~7.5 × 4.8 m',
    ]);
    // Its second and third hall stand in one building.
    const inMiddle = titles(west!, west!.racks.hall.indexOf(2), 1, lengths, sayIn('en', planWords));
    expect(inMiddle[1]!.text).toMatch(/^\u2068Middle house\u2069, halls: ~60 × 19.2 m$/);
    expect(said(hut!).slice(0, 4)).toEqual([
      'One rack in a hut: ~4 × 6 m',
      'Hall 1: ~3 × 5.2 m',
      'Hall 1: ~3 × 5.2 m',
      'Row: ~0.8 × 1.5 m',
    ]);
  });

  it('has no server and no GPU where there are none', () => {
    expect(titles(colossus, 3, 0, lengths, sayIn('en', planWords))).toHaveLength(VIEWS.indexOf('server'));
  });
});

describe('a name that a length lies on', () => {
  const text = { more: [0, 0, 4, 1], flags: FLAG.text, finest: 0, coarsest: 100 };
  // Ten metres south of its place, and two ems south of its line.
  const length: Piece = { ...text, a: [0, 0], aEms: [0, 2] };
  const name: Piece = { ...text, a: [0, 10] };

  it('is left out at those scales, and at no others', () => {
    const left = clearOf([name], [length]);
    // Their middles are 10 / scale - 2 ems apart: less than one from 10 / 3 to 10 metres for an em.
    expect(left.map(({ finest, coarsest }) => [finest, coarsest])).toEqual([
      [0, expect.closeTo(10 / 3, 9)],
      [expect.closeTo(10, 9), 100],
    ]);
    for (const { finest, coarsest } of left)
      expect(overlap({ ...name, finest, coarsest }, length)).toBeUndefined();
  });

  it('stays where both are never seen together', () => {
    const [near, far] = [FLAG.text + FLAG.near, FLAG.text + FLAG.far];
    expect(clearOf([{ ...name, flags: near }], [{ ...length, flags: far }])).toHaveLength(1);
    expect(clearOf([{ ...name, a: [50, 10] }], [{ ...length, coarsest: 5 }])).toHaveLength(1);
  });
});
