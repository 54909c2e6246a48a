import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { fullCatalogue } from '../../src/model/comparison.ts';
import { checkSite } from '../../src/model/check.ts';
import { ErrorList } from '../../src/model/checkErrors.ts';
import { checkFigures } from '../../src/model/plausible.ts';
import { layout } from '../../src/layout/layout.ts';
import { inventory } from '../../src/inventory/inventory.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { accepted } from '../fixtures/accepted.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';

// biome-ignore lint/suspicious/noExplicitAny: wrong documents are what this file makes
type Wrong = any;
const colossus = builtinSites.colossus!;
const changed = (change: (document: Wrong) => void): SiteDocument => {
  const document = structuredClone(colossus) as SiteDocument;
  change(document);
  return document;
};
const errorsOf = (document: unknown) => {
  const result = checkSite(document);
  return result.ok ? [] : result.errors;
};

/** A server, a rack of them, and the rack in every row that had Colossus's own. */
const ownRack = (d: Wrong, server: object, rack: object = {}, figures: object = {}) => {
  d.catalogue = {
    'own-server': { kind: 'server', name: 'Own server', figures: server },
    'own-rack': {
      kind: 'rack',
      name: 'Own rack',
      role: 'compute',
      server: 'own-server',
      slots: [{ startU: 6, heightU: 4, count: 8, stepU: 5 }],
      ...rack,
      figures: {
        servers: { value: 8, unit: 'count' },
        width: { value: 750, unit: 'mm' },
        depth: { value: 1200, unit: 'mm' },
        height: { value: 2236, unit: 'mm' },
        units: { value: 48, unit: 'U' },
        ...figures,
      },
    },
  };
  for (const { racks } of d.hallTypes[0].rows)
    for (const run of racks) if (run[0] === 'compute') run[0] = 'own-rack';
  d.hallTypes[0].spareAs = 'own-rack';
};
const GPUS = { gpus: { value: 8, unit: 'count' } };

type Case = [title: string, change: (d: Wrong) => void, path: string, found: RegExp, expected: RegExp];

const HUGE: Case[] = [
  [
    'a bay of 10 mm',
    (d) => {
      d.buildings[0].bay = [0.01, 15];
    },
    'buildings[0].bay[0]',
    /0\.01 m/,
    /a bay of 2 to 200 m/,
  ],
  [
    'bays without number',
    (d) => {
      d.edge = { x: [-1000, 1000], z: [-1000, 1000] };
      d.buildings[0].x = [-800, 800];
      d.buildings[0].bay = [2, 2];
    },
    'buildings[0].bay',
    /800 by 92 bays/,
    /at most 20000 in a building, 1000 along it/,
  ],
  [
    'a building of 39 km',
    (d) => {
      d.edge = { x: [-19_900, 0], z: [-1000, 1000] };
      d.buildings[0].x = [-19_800, 0];
    },
    'buildings[0].x',
    /19800 m/,
    /1 to 5000 m/,
  ],
  [
    '10^9 network links in a server',
    (d) => ownRack(d, { ...GPUS, 'network-links': { value: 1e9, unit: 'count' } }),
    'catalogue.own-server.figures.network-links.value',
    /1000000000/,
    /0 to 128/,
  ],
  [
    '10^9 memory stacks on a GPU',
    (d) => {
      const figures = { stacks: { value: 1e9, unit: 'count' } };
      d.catalogue = { h100: { kind: 'accelerator', name: 'H100', figures } };
    },
    'catalogue.h100.figures.stacks.value',
    /1000000000/,
    /0 to 64/,
  ],
  [
    'slots without number',
    (d) =>
      ownRack(d, GPUS, { slots: Array.from({ length: 64 }, () => ({ startU: 1, heightU: 1, count: 256 })) }),
    'catalogue.own-rack.slots',
    /16384 slots/,
    /at most 256/,
  ],
  [
    'too many parts of trays',
    (d) => {
      d.hallTypes[0].trays = Array.from({ length: 20 }, () => ({ kind: 'fibre', y: 3 }));
      for (const row of d.hallTypes[0].rows) row.racks = [['cpu', 20]];
      d.halls = Array.from({ length: 80 }, (_, at) => ({ ...d.halls[0], id: `hall-${at}` }));
    },
    'halls',
    /\d{6,} parts of trays/,
    /at most 600000/,
  ],
  [
    'a pump gallery for every bay',
    (d) => {
      const gallery = { kind: 'pumps', name: 'Pumps', x: [-100, 100], z: [-7, 7] };
      d.buildings[0].spaces = Array.from({ length: 200 }, () => gallery);
      d.halls = Array.from({ length: 80 }, (_, at) => ({ ...d.halls[0], id: `hall-${at}` }));
    },
    'halls',
    /pipe mains and their pumps/,
    /at most 10000/,
  ],
  [
    'a car park of one lane',
    (d) => {
      d.zones[4].x = [-260, -250];
    },
    'zones[4].places',
    /949/,
    /room/,
  ],
  [
    'a unit that comes and goes for ever',
    (d) => {
      const day = (at: number) => new Date(Date.UTC(2024, 5, 1 + at)).toISOString().slice(0, 10);
      d.units[0].counts = Array.from({ length: 500 }, (_, at) => ({ date: day(at), count: (at % 2) * 180 }));
    },
    'units',
    /\d{5} units/,
    /at most 20000/,
  ],
  [
    'a lawn as large as a county',
    (d) => {
      d.edge = { x: [-9900, 9900], z: [-9900, 9900] };
      d.zones = Array.from({ length: 9 }, (_, at) => ({
        id: `lawn-${at}`,
        kind: 'lawn',
        name: 'Lawn',
        x: [-9000, 9000],
        z: [-9000, 9000],
      }));
      delete d.units;
    },
    'zones',
    /mown stripes/,
    /at most 5000/,
  ],
  [
    'more values than can be looked through',
    (d) => {
      d.hallTypes[0].rows = Array.from({ length: 100 }, () => ({
        racks: Array.from({ length: 500 }, () => ['compute', 1]),
      }));
    },
    '',
    /values/,
    /at most 60000/,
  ],
  [
    'a list without end',
    (d) => {
      d.milestones = Array.from({ length: 300_000 }, () => 1);
    },
    'milestones',
    /a list of 300000/,
    /at most 2000/,
  ],
];

const ABSURD: Case[] = [
  [
    'a clear height above the eave',
    (d) => {
      d.buildings[0].clear = 40;
    },
    'buildings[0].clear',
    /40/,
    /at most the 12\S* m of the eave/,
  ],
  [
    'an aisle of 0 m',
    (d) => {
      d.hallTypes[0].pairs.coldAisle = 0;
    },
    'hallTypes[0].pairs.coldAisle',
    /^0 m/,
    /an aisle of 0\.5 to 50 m/,
  ],
  [
    'a space outside of its building',
    (d) => {
      d.buildings[0].spaces[0].x = [-900, -800];
    },
    'buildings[0].spaces[0]',
    /x -900 to -800/,
    /inside building main/,
  ],
  [
    'people of 1 km',
    (d) => {
      const figures = { height: { value: 1000, unit: 'm' } };
      d.catalogue = { 'person-175': { kind: 'reference', name: 'Giant', figures } };
    },
    'catalogue.person-175.figures.height.value',
    /1000 m/,
    /0\.1 to 2\.6 m for a person/,
  ],
  [
    'facility power below IT power',
    (d) => {
      d.power.points[0].facilityMw = 30;
    },
    'power.points[0].facilityMw',
    /30 MW/,
    /35 to 175 MW/,
  ],
  [
    'facility power far above IT power',
    (d) => {
      d.power.points[0].itMw = 1e-6;
      d.power.points[0].facilityMw = 100_000;
      delete d.power.points[0].gpus;
    },
    'power.points[0].facilityMw',
    /100000 MW/,
    /5 times the IT power/,
  ],
  [
    'a GPU that takes a megawatt',
    (d) => {
      d.power.points[0].gpus = 35;
    },
    'power.points[0].itMw',
    /1000000 W for each/,
    /50 to 50000 W/,
  ],
  [
    'megawatts where metres belong',
    (d) => {
      const figures = { length: { value: 15, unit: 'MW' } };
      d.catalogue = { chiller: { kind: 'plant', name: 'Chiller', figures } };
    },
    'catalogue.chiller.figures.length.unit',
    /MW/,
    /mm or m: the length of a plant/,
  ],
  [
    'rack units where metres belong',
    (d) => ownRack(d, GPUS, {}, { height: { value: 48, unit: 'U' } }),
    'catalogue.own-rack.figures.height.unit',
    /U/,
    /mm or m/,
  ],
  [
    '130 U in a rack of 2.13 m',
    (d) => ownRack(d, GPUS, {}, { height: { value: 2130, unit: 'mm' }, units: { value: 100, unit: 'U' } }),
    'catalogue.own-rack.figures.units',
    /100 U, which is 4\.445 m/,
    /at most 47 U: the rack is 2\.13 m tall/,
  ],
  [
    'slots in each other',
    (d) => ownRack(d, GPUS, { slots: [{ startU: 6, heightU: 4, count: 8, stepU: 3 }] }),
    'catalogue.own-rack.slots',
    /U6 to U9, and another from U9/,
    /do not overlap/,
  ],
  [
    'a server wider than its rack',
    (d) => ownRack(d, { ...GPUS, width: { value: 0.9, unit: 'm' } }),
    'catalogue.own-rack.server',
    /own-server, 0\.9 m/,
    /width fits into the rack/,
  ],
  [
    'a server of 129 GPUs, in a rack of the catalogue',
    (d) => {
      const figures = { gpus: { value: 129, unit: 'count' } };
      d.catalogue = { 'smc-4u': { kind: 'server', name: 'Many', figures } };
    },
    'catalogue.smc-4u.figures.gpus.value',
    /129/,
    /0 to 128/,
  ],
  [
    'a part of a GPU',
    (d) => ownRack(d, { gpus: { value: 7.5, unit: 'count' } }),
    'catalogue.own-server.figures.gpus.value',
    /7\.5/,
    /a whole number/,
  ],
  [
    'a server in the shape of a person',
    (d) => {
      const shape = { is: 'person', pose: 'walking' };
      d.catalogue = { 'smc-4u': { kind: 'server', name: 'Walker', shape, figures: GPUS } };
    },
    'catalogue.smc-4u.shape',
    /person/,
    /no shape: every server is drawn as one/,
  ],
  [
    'a tray above the ceiling',
    (d) => {
      d.hallTypes[0].trays[0].y = 9;
    },
    'hallTypes[0].trays[0].y',
    /9/,
    /at most the 6 m of the hall/,
  ],
  [
    'numbers with binary dust',
    (d) => {
      d.hallTypes[0].pairs.coldAisle = 0.1 + 0.2;
    },
    'hallTypes[0].pairs.coldAisle',
    /^0\.3 m$/,
    /an aisle/,
  ],
];

describe('a document that would starve or hang a page', () => {
  it.each(HUGE)(
    'is refused with what it asks for and the most of it: %s',
    (_, change, path, found, expected) => {
      const errors = errorsOf(changed(change));
      const error = errors.find((one) => one.path === path && found.test(one.found));
      expect(error, JSON.stringify(errors)).toBeDefined();
      expect(error!.expected).toMatch(expected);
    },
  );

  it('leaves room for the largest site that is promised', () => {
    accepted(generatedSite(5_000_000));
  });

  it('cannot ask for more things than a page can hold, at the limits of many counts at once', () => {
    const outline = { eave: 10, clear: 8, bay: [6, 7] };
    const annex = { name: 'Offices', x: [-3000, -2970], z: [2000, 2010], height: 5 };
    const lawn = { kind: 'lawn', name: 'Lawn', x: [-9000, 9000], z: [5000, 5400] };
    const zigzag = Array.from({ length: 200 }, (_, at) => [at * 50 - 5000, (at % 2) * 3000]);
    const document = changed((d) => {
      d.edge = { x: [-10_000, 10_000], z: [-10_000, 10_000] };
      for (let at = 0; at < 12; at++)
        d.buildings.push({
          id: `shed-${at}`,
          name: 'Shed',
          x: [400 * at - 3000, 400 * at - 2700],
          z: [1000, 1200],
          ...outline,
          annexes: Array.from({ length: 40 }, () => annex),
        });
      for (let at = 0; at < 90; at++) d.zones.push({ ...lawn, id: `lawn-${at}` });
      const places = { id: 'cars', kind: 'parking', name: 'Cars', x: [-9000, -5000], z: [-9000, -8800] };
      d.zones.push({ ...places, places: 15_000 });
      d.landscape.roads = Array.from({ length: 24 }, () => ({ width: 50, line: zigzag }));
    });
    const laid = layout(resolveSite(accepted(document), '200k'));
    const { boxes, rods, ground, glows } = inventory(laid, timeline(laid, 'claimed'));
    expect(boxes.length).toBeGreaterThan(20_000);
    expect(boxes.length + rods.length).toBeLessThan(100_000);
    expect(ground.shapes.length).toBeLessThan(100_000);
    expect(glows.length).toBeLessThan(10_000);
  });
});

describe('an absurd document', () => {
  it.each(ABSURD)(
    'is refused with the path and what is plausible: %s',
    (_, change, path, found, expected) => {
      const errors = errorsOf(changed(change));
      expect(
        errors.map((one) => one.path),
        JSON.stringify(errors),
      ).toContain(path);
      const error = errors.find((one) => one.path === path)!;
      expect(error.found).toMatch(found);
      expect(error.expected).toMatch(expected);
      expect(JSON.stringify(errors)).not.toMatch(/spareAs|\d\.\d{7}/);
    },
  );

  it('differs from every entry of the catalogue that comes with the product', () => {
    const errors = new ErrorList();
    for (const [id, item] of fullCatalogue) checkFigures(item, ['catalogue', id], errors);
    expect(errors.errors).toEqual([]);
  });
});

describe('a key that every object inherits', () => {
  it.each([
    ['constructor', '{"constructor": 1}'],
    ['__proto__', '{"__proto__": {"name": "x"}}'],
    ['prototype', '{"prototype": 1}'],
    ['toString', '{"toString": 1}'],
  ])('is refused, not dropped: %s', (key, text) => {
    const own = JSON.parse(text);
    const document = changed((d) => {
      Object.defineProperty(d, key, { value: own[key], enumerable: true });
    });
    expect(errorsOf(document)).toEqual([
      { path: key, found: `the key ${key}`, expected: 'no key of this name' },
    ]);
  });

  it('is refused as the name of an entry and of a figure', () => {
    const withEntry = changed((d) => {
      d.catalogue = { constructor: { kind: 'plant', name: 'x', figures: {} } };
    });
    expect(errorsOf(withEntry)[0]!.path).toBe('catalogue.constructor');
    const withFigure = changed((d) => {
      d.catalogue = { x: { kind: 'plant', name: 'x', figures: { constructor: { value: 1, unit: 'm' } } } };
    });
    expect(errorsOf(withFigure)[0]!.path).toBe('catalogue.x.figures.constructor');
  });

  it('is no known source, server or kind of rack', () => {
    const document = changed((d) => {
      d.hallTypes[0].rows[0].racks[0][0] = 'constructor';
    });
    expect(errorsOf(document)[0]!.path).toBe('hallTypes[0].rows[0].racks[0][0]');
  });
});

describe('an entry of the catalogue that a document replaces', () => {
  it('is the one that is placed', () => {
    const document = changed((d) => {
      d.catalogue = {
        compute: {
          kind: 'rack',
          name: 'Narrow rack',
          role: 'compute',
          server: 'smc-4u',
          accelerator: 'h200',
          slots: [{ startU: 1, heightU: 4, count: 8 }],
          figures: {
            servers: { value: 8, unit: 'count' },
            width: { value: 600, unit: 'mm' },
            depth: { value: 1, unit: 'm' },
            height: { value: 2, unit: 'm' },
            units: { value: 42, unit: 'U' },
          },
        },
      };
    });
    const { racks, site } = layout(resolveSite(accepted(document), '200k'));
    const kindIndex = site.rackKinds.findIndex(({ id }) => id === 'compute');
    expect(site.rackKinds[kindIndex]).toMatchObject({ name: 'Narrow rack', width: 0.6, depth: 1, height: 2 });
    const first = racks.kind.indexOf(kindIndex);
    expect(racks.x[first + 1]! - racks.x[first]!).toBeCloseTo(0.6, 4);
  });
});

describe('kinds of racks', () => {
  const kinds = (count: number) =>
    changed((d) => {
      const names = Array.from({ length: count }, (_, at) => `rack-${at}`);
      const entry = {
        kind: 'rack',
        name: 'x',
        role: 'cpu',
        figures: {
          width: { value: 600, unit: 'mm' },
          depth: { value: 1, unit: 'm' },
          height: { value: 2, unit: 'm' },
        },
      };
      d.catalogue = Object.fromEntries(names.map((name) => [name, entry]));
      d.hallTypes[0].rows = Array.from({ length: 28 }, (_, row) => ({
        racks: names.slice(row * 20, row * 20 + 20).map((name) => [name, 1]),
      })).filter(({ racks }) => racks.length > 0);
      delete d.hallTypes[0].spareAs;
    });

  it('may be 255, each with its own number, and no more', () => {
    const { racks, site } = layout(resolveSite(accepted(kinds(255)), '100k'));
    expect(site.rackKinds).toHaveLength(255);
    expect(new Set(racks.kind).size).toBe(255);
    expect(errorsOf(kinds(256))).toMatchObject([{ path: 'hallTypes', found: '256 kinds of racks' }]);
  });
});
