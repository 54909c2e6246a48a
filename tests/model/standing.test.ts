import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { checkSite } from '../../src/model/check.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { rotated, sceneRect, toScene, toSite } from '../../src/model/standing.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';

const seed = 20250117;
const colossus = builtinSites.colossus!;
const metres = fc.double({ min: -5000, max: 5000, noNaN: true });
const point = fc.tuple(metres, metres);
const turn = fc.double({ min: -7, max: 7, noNaN: true });

describe(`a site frame in the scene (seed ${seed})`, () => {
  it('keeps lengths, and every point comes back', () => {
    fc.assert(
      fc.property(point, turn, point, point, (at, turn, a, b) => {
        const standing = { at, site: { turn } };
        const [there, other] = [toScene(standing, ...a), toScene(standing, ...b)];
        expect(Math.hypot(there[0] - other[0], there[1] - other[1])).toBeCloseTo(
          Math.hypot(a[0] - b[0], a[1] - b[1]),
          6,
        );
        const back = toSite(standing, ...there);
        expect(Math.hypot(back[0] - a[0], back[1] - a[1])).toBeLessThan(1e-8);
      }),
      { seed },
    );
  });

  it('turns clockwise: by 90 degrees east becomes south, and south west', () => {
    expect(rotated(Math.PI / 2, 1, 0)).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)]);
    expect(rotated(Math.PI / 2, 0, 1)).toEqual([expect.closeTo(-1, 12), expect.closeTo(0, 12)]);
  });

  it('puts a rectangle into the smallest one of the scene around it', () => {
    fc.assert(
      fc.property(
        point,
        turn,
        point,
        fc.tuple(fc.nat(900), fc.nat(900)),
        (at, turn, [x, z], [wide, deep]) => {
          const standing = { at, site: { turn } };
          const found = sceneRect(standing, { x0: x, x1: x + wide, z0: z, z1: z + deep });
          const [c, s] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
          expect(found.x1 - found.x0).toBeCloseTo(wide * c + deep * s, 6);
          expect(found.z1 - found.z0).toBeCloseTo(wide * s + deep * c, 6);
          const middle = toScene(standing, x + wide / 2, z + deep / 2);
          expect((found.x0 + found.x1) / 2).toBeCloseTo(middle[0], 6);
          expect((found.z0 + found.z1) / 2).toBeCloseTo(middle[1], 6);
        },
      ),
      { seed },
    );
  });
});

describe(`a document that turns its site (seed ${seed})`, () => {
  const resolved = (document: SiteDocument, turnDeg: number) => resolveSite({ ...document, turnDeg }, 'all');

  it('has the same places, numbers and days as without', () => {
    fc.assert(
      fc.property(siteArbitrary, fc.integer({ min: -360, max: 360 }), (document, turnDeg) => {
        const [told, turned] = [layout(resolveSite(document, 'all')), layout(resolved(document, turnDeg))];
        expect(told.site.turn).toBe(0);
        const { site, ...columns } = turned;
        expect(columns).toEqual({ ...told, site: undefined });
        expect(site).toEqual({ ...told.site, turn: site.turn, document: site.document });
        expect(timeline(turned, 'told').installedDay).toEqual(timeline(told, 'told').installedDay);
      }),
      { seed, numRuns: 20 },
    );
  });

  it('may say so by any angle of a whole turn, to both sides', () => {
    const turnOf = (turnDeg: number) => resolved(colossusOfAll, turnDeg).turn;
    const colossusOfAll = { ...colossus, configurations: [{ id: 'all', label: 'All', halls: 4 }] };
    expect(turnOf(90)).toBe(Math.PI / 2);
    for (const none of [0, 360, -360]) expect(turnOf(none) + 0).toBe(0);
    expect(turnOf(-30)).toBeCloseTo(-Math.PI / 6);
  });

  it('is told which key is wrong and what is expected, with everything else that is wrong', () => {
    expect(checkSite({ ...colossus, turnDeg: 12.5 })).toMatchObject({ ok: true });
    const found = checkSite({ ...colossus, turnDeg: 361, racksPerArray: 0 }) as unknown as {
      errors: { path: string; expected: string }[];
    };
    expect(found.errors.map(({ path }) => path).sort()).toEqual(['racksPerArray', 'turnDeg']);
  });
});
