import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { ErrorList } from '../../src/model/checkErrors.ts';
import { fullCatalogue } from '../../src/model/comparison.ts';
import { checkFigures } from '../../src/model/plausible.ts';
import { resolveSite } from '../../src/model/site.ts';
import { accepted } from '../fixtures/accepted.ts';
import { type Case, changed, errorsOf, GPUS, ownRack } from '../fixtures/wrongDocuments.ts';

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
    'a mass in per cent',
    (d) => ownRack(d, { ...GPUS, mass: { value: 80, unit: '%' } }),
    'catalogue.own-server.figures.mass.unit',
    /%/,
    /kg or t/,
  ],
  [
    'a range that begins above its value',
    (d) => ownRack(d, { ...GPUS, memory: { value: 80, unit: 'GB', low: 90, high: 95 } }),
    'catalogue.own-server.figures.memory.low',
    /90/,
    /at most 80, the value itself/,
  ],
  [
    'a range that ends below its count',
    (d) => {
      d.units[0].counts[2].high = 80;
    },
    'units[0].counts[2].high',
    /80/,
    /at least 90, the value itself/,
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
