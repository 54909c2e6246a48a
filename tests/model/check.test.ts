import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { checkSite } from '../../src/model/check.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { accepted } from '../fixtures/accepted.ts';
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
    accepted(colossus);
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
        d.configurations[1].halls = 10;
      },
      'configurations[1].halls',
      /10/,
      /9/,
    ],
    [
      'an unknown default configuration',
      (d) => {
        d.defaultConfiguration = '300k';
      },
      'defaultConfiguration',
      /300k/,
      /100k, 200k, 230k/,
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
      /at least 2\.24 m/,
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
    accepted(generatedSite(5_000_000));
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
