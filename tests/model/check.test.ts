import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { siteJsonSchema } from '../../scripts/schema.ts';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { checkSite } from '../../src/model/check.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';

const colossus = builtinSites.colossus!;
const copy = () => structuredClone(colossus) as SiteDocument;
/** The errors of the built-in site after a change. */
const after = (change: (document: never) => void) => {
  const document = copy();
  change(document as never);
  const result = checkSite(document);
  return result.ok ? [] : result.errors;
};
// biome-ignore lint/suspicious/noExplicitAny: wrong documents are what this file makes
type Wrong = any;

describe('the site document of Colossus', () => {
  it('passes the check and stays under 30 kB', () => {
    expect(checkSite(colossus)).toMatchObject({ ok: true });
    expect(readFileSync(new URL('../../assets/sites/colossus.json', import.meta.url)).length).toBeLessThan(
      30_000,
    );
  });

  it('has milestones in order with short titles, and ends with the last', () => {
    const site = resolveSite(colossus, '200k');
    const { milestones } = site;
    expect(milestones.length).toBeGreaterThan(20);
    expect(milestones.map(({ day }) => day)).toEqual(milestones.map(({ day }) => day).sort((a, b) => a - b));
    expect(site.lastDay).toBe(milestones.at(-1)!.day);
    expect(milestones.find(({ id }) => id === 't-100k')!.day).toBe(122);
    expect(milestones.find(({ id }) => id === 't-200k-claim')!.day).toBe(214);
  });
});

describe('the check of wrong documents', () => {
  it.each<[string, (document: Wrong) => void, string, RegExp, RegExp]>([
    [
      'text for a number',
      (d) => {
        d.halls[2].centre[0] = 'west';
      },
      'halls[2].centre[0]',
      /text "west"/,
      /a number/,
    ],
    [
      'not a number',
      (d) => {
        d.halls[2].centre[0] = Number.NaN;
      },
      'halls[2].centre[0]',
      /not a number/,
      /a number/,
    ],
    [
      'infinity',
      (d) => {
        d.halls[2].centre[0] = Number.POSITIVE_INFINITY;
      },
      'halls[2].centre[0]',
      /Infinity/,
      /at most 20000/,
    ],
    [
      'a missing key',
      (d) => {
        delete d.name;
      },
      'name',
      /nothing/,
      /missing/,
    ],
    [
      'an unknown key',
      (d) => {
        d.colour = 'red';
      },
      'colour',
      /colour/,
      /no key/,
    ],
    [
      'an unknown grade',
      (d) => {
        d.defaults.grade = 'rumoured';
      },
      'defaults.grade',
      /rumoured/,
      /reported.*assumed/,
    ],
    [
      'another version',
      (d) => {
        d.schemaVersion = 2;
      },
      'schemaVersion',
      /2/,
      /1/,
    ],
    [
      'too long a text',
      (d) => {
        d.name = 'x'.repeat(201);
      },
      'name',
      /201 characters/,
      /at most 200/,
    ],
    [
      'no halls',
      (d) => {
        d.halls = [];
      },
      'halls',
      /a list of 0/,
      /at least 1/,
    ],
    [
      'a day that does not exist',
      (d) => {
        d.lastDate = '2026-02-30';
      },
      'lastDate',
      /2026-02-30/,
      /exists/,
    ],
    [
      'the last day before the first',
      (d) => {
        d.lastDate = '2024-01-01';
      },
      'lastDate',
      /2024-01-01/,
      /after dayZero/,
    ],
    [
      'an unknown rack',
      (d) => {
        d.hallTypes[0].rows[0].racks[0][0] = 'toaster';
      },
      'hallTypes[0].rows[0].racks[0][0]',
      /toaster/,
      /a rack/,
    ],
    [
      'a wrong run of racks',
      (d) => {
        d.hallTypes[0].rows[0].racks[0] = ['compute', 'many'];
      },
      'hallTypes[0].rows[0].racks[0][1]',
      /many/,
      /a number/,
    ],
    [
      'an unknown hall type',
      (d) => {
        d.halls[1].type = 'shed';
      },
      'halls[1].type',
      /shed/,
      /hall-25k/,
    ],
    [
      'an unknown building',
      (d) => {
        d.halls[1].building = 'annex';
      },
      'halls[1].building',
      /annex/,
      /main/,
    ],
    [
      'an unknown source',
      (d) => {
        d.milestones[0].sources = ['a-friend'];
      },
      'milestones[0].sources[0]',
      /a-friend/,
      /source/,
    ],
    [
      'the same id twice',
      (d) => {
        d.halls[1].id = 'hall-1';
      },
      'halls[1].id',
      /hall-1/,
      /no other/,
    ],
    [
      'growth that shrinks',
      (d) => {
        d.growth.installed[2].count = 5;
      },
      'growth.installed[2].count',
      /5/,
      /100000/,
    ],
    [
      'too many halls in a configuration',
      (d) => {
        d.configurations[1].halls = 9;
      },
      'configurations[1].halls',
      /9/,
      /8/,
    ],
    [
      'too many servers in a rack',
      (d) => {
        d.hallTypes[0].rows[1].racks[1][2] = 9;
      },
      'hallTypes[0].rows[1].racks[1][2]',
      /9/,
      /8 servers/,
    ],
    [
      'a row too long for its block',
      (d) => {
        d.hallTypes[0].rows[0].racks[0][1] = 9;
      },
      'hallTypes[0].rows[0].racks',
      /15\.75 m/,
      /15 m/,
    ],
    [
      'more rows than room',
      (d) => {
        d.hallTypes[0].rows[0].repeat = 25;
      },
      'hallTypes[0].rows',
      /29 rows/,
      /28 rows/,
    ],
    [
      'halls that overlap',
      (d) => {
        d.halls[1].centre[0] = -60;
      },
      'halls[1].centre',
      /-81/,
      /clear of hall hall-1/,
    ],
    [
      'a hall outside its building',
      (d) => {
        d.halls[3].centre[0] = 190;
      },
      'halls[3].centre',
      /211/,
      /inside building main/,
    ],
    [
      'a zone beyond the edge',
      (d) => {
        d.zones[5].z[1] = 900;
      },
      'zones[5]',
      /900/,
      /edge/,
    ],
    [
      'units beyond their zone',
      (d) => {
        d.units[0].grid.dx = 5;
      },
      'units[0].grid',
      /x /,
      /inside zone cooling/,
    ],
    [
      'units in each other',
      (d) => {
        d.units[0].grid.dx = 2;
      },
      'units[0].grid.dx',
      /2/,
      /2\.240/,
    ],
    [
      'a rectangle the wrong way round',
      (d) => {
        d.edge.x.reverse();
      },
      'edge.x',
      /480 to -620/,
      /smaller number first/,
    ],
  ])('says what is wrong: %s', (_, change, path, found, expected) => {
    const errors = after(change);
    const error = errors.find((one) => one.path === path);
    expect(error, JSON.stringify(errors)).toBeDefined();
    expect(error!.found).toMatch(found);
    expect(error!.expected).toMatch(expected);
  });

  it('tells at most 20 errors', () => {
    expect(
      after((d: Wrong) => {
        d.milestones = Array.from({ length: 300 }, () => ({}));
      }),
    ).toHaveLength(20);
    expect(
      after((d: Wrong) => {
        for (const m of d.milestones) m.sources = ['x', 'y', 'z'];
      }),
    ).toHaveLength(20);
  });

  it('refuses more than 5,000,000 GPUs, before building anything', () => {
    const document = generatedSite(25_000);
    const many = {
      ...document,
      halls: Array.from({ length: 201 }, (_, index) => ({ ...document.halls[0]!, id: `h-${index}` })),
      configurations: [{ id: 'all', label: 'All', halls: 201 }],
    };
    expect(checkSite(many)).toMatchObject({
      ok: false,
      errors: [{ path: 'halls', found: '5025000 GPUs in all' }],
    });
    expect(checkSite(generatedSite(5_000_000))).toMatchObject({ ok: true });
  });

  it('refuses more than 1 MiB, values that are no documents, and values that are no JSON', () => {
    expect(checkSite(colossus, 1_048_577)).toMatchObject({
      ok: false,
      errors: [{ path: '', found: '1048577 bytes' }],
    });
    for (const value of [null, undefined, 5, 'text', [], {}, Number.NaN, () => 1])
      expect(checkSite(value).ok).toBe(false);
    const circle: Wrong = {};
    circle.self = circle;
    expect(checkSite(circle)).toMatchObject({ ok: false });
    expect(checkSite({ ...copy(), name: 1n })).toMatchObject({ ok: false });
  });

  it('gives back a copy, so that later changes to the value change nothing', () => {
    const document = copy();
    const result = checkSite(document);
    document.name = 'Changed';
    expect(result.ok && result.document.name).toBe('Colossus');
  });
});

describe('foreign documents', () => {
  const foreign = (racks: [string, number][], catalogue?: SiteDocument['catalogue']): SiteDocument => ({
    schemaVersion: 1,
    id: 'foreign',
    name: 'Foreign',
    operator: 'Somebody',
    place: 'Somewhere',
    dayZero: '2025-01-01',
    lastDate: '2025-12-31',
    defaults: { asOf: '2025-01-01', source: 'rackfield-model', grade: 'assumed' },
    racksPerArray: 1,
    edge: { x: [-100, 100], z: [-100, 100] },
    buildings: ['a', 'b'].map((id, index) => ({
      id,
      name: `Building ${id}`,
      x: [-50, 50],
      z: [index * 40 - 50, index * 40 - 20],
      eave: 8,
      clear: 7,
      bay: [10, 10],
    })),
    hallTypes: [
      {
        id: 'only',
        size: [30, 12],
        raisedFloor: 0,
        height: 4,
        perimeter: 1,
        blocks: [{ x: 2, length: 20 }],
        pairs: { count: 1, z: 2, rowDepth: 1.5, coldAisle: 2, rearAisle: 1 },
        rows: [{ repeat: 2, racks }],
      },
    ],
    phases: [{ id: 'one', name: 'One' }],
    halls: ['a', 'b'].map((building, index) => ({
      id: `hall-${building}`,
      type: 'only',
      building,
      centre: [0, index * 40 - 35],
      phase: 'one',
    })),
    configurations: [{ id: 'all', label: 'All', halls: 2 }],
    ...(catalogue ? { catalogue } : {}),
  });

  it('may have racks of 72 GPUs in several buildings', () => {
    const document = foreign([['nvl72', 16]]);
    expect(checkSite(document)).toMatchObject({ ok: true });
    const laid = layout(resolveSite(document, 'all'));
    expect(laid.totals).toEqual({
      gpus: 64 * 72,
      servers: 64 * 18,
      racks: 64,
      compute: 64,
      arrays: 64,
      halls: 2,
    });
    const grown = timeline(laid, laid.site.defaultCurve);
    expect(grown.at(laid.site.lastDay).gpus.inService).toBe(64 * 72);
    expect(grown.at(laid.site.lastDay).itW).toBeCloseTo(64 * 120e3, 3);
  });

  it('may have machines without GPUs, which grow by servers', () => {
    const document = foreign([['rack-cpu', 20]], {
      'box-2u': { kind: 'server', name: 'Box', figures: { power: { value: 800, unit: 'W' } } },
      'rack-cpu': {
        kind: 'rack',
        name: 'CPU rack',
        role: 'compute',
        server: 'box-2u',
        slots: [{ startU: 1, heightU: 2, count: 20 }],
        figures: {
          servers: { value: 20, unit: 'count' },
          width: { value: 600, unit: 'mm' },
          depth: { value: 1, unit: 'm' },
          height: { value: 2, unit: 'm' },
          units: { value: 42, unit: 'U' },
        },
      },
    });
    expect(checkSite(document)).toMatchObject({ ok: true });
    const laid = layout(resolveSite(document, 'all'));
    expect(laid.totals).toMatchObject({ gpus: 0, servers: 80 * 20, racks: 80 });
    const grown = timeline(laid, laid.site.defaultCurve);
    const half = grown.at(laid.site.lastDay / 2);
    expect(half.servers.inService).toBe(800);
    expect(half.gpus.inService).toBe(0);
    expect(grown.at(laid.site.lastDay)).toMatchObject({ servers: { inService: 1600 }, itW: 80 * 16_000 });
  });
});

describe('the published JSON Schema', () => {
  const schema = siteJsonSchema() as Wrong;

  it('comes from the same schema, and names every key of the built-in document', () => {
    expect(schema.$schema).toMatch(/2020-12/);
    for (const key of Object.keys(colossus)) expect(schema.properties[key], key).toBeDefined();
    expect(schema.required).toContain('schemaVersion');
    expect(schema.properties.id.pattern).toBe('^[a-z0-9][a-z0-9.-]{0,63}$');
    expect(schema.additionalProperties).toBe(false);
  });
});
