import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { inventory } from '../../src/inventory/inventory.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { resolveSite } from '../../src/model/site.ts';
import { accepted } from '../fixtures/accepted.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { type Case, changed, errorsOf, GPUS, ownRack } from '../fixtures/wrongDocuments.ts';

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
      // Only the halls of that type.
      for (const list of [d.hallTypes, d.halls, d.configurations]) list.length = list === d.halls ? 4 : 1;
      delete d.defaultConfiguration;
    });

  it('may be 255, each with its own number, and no more', () => {
    const { racks, site } = layout(resolveSite(accepted(kinds(255)), '100k'));
    expect(site.rackKinds).toHaveLength(255);
    expect(new Set(racks.kind).size).toBe(255);
    expect(errorsOf(kinds(256))).toMatchObject([{ path: 'hallTypes', found: '256 kinds of racks' }]);
  });
});
