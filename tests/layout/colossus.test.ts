import { describe, expect, it } from 'vitest';
import { addressOf, gpuAt, gpuPosition, rackIndexAt } from '../../src/layout/address.ts';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { resolveSite } from '../../src/model/site.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';
import { overlaps, rackBox } from './boxes.ts';

const colossus = builtinSites.colossus!;
const laid = {
  '100k': layout(resolveSite(colossus, '100k')),
  '200k': layout(resolveSite(colossus, '200k')),
  '230k': layout(resolveSite(colossus, '230k')),
};
const whole = laid['200k'];
const roles = (name: keyof typeof laid) => {
  const counts: Record<string, number> = {};
  const { racks, site } = laid[name];
  for (const kind of racks.kind) {
    const { role } = site.rackKinds[kind]!;
    counts[role] = (counts[role] ?? 0) + 1;
  }
  return counts;
};

describe('Colossus', () => {
  it('has exactly the published counts in every configuration', () => {
    expect(laid['100k'].totals).toEqual({
      gpus: 100_000,
      servers: 12_500,
      racks: 2204,
      compute: 1564,
      arrays: 196,
      halls: 4,
    });
    expect(whole.totals).toEqual({
      gpus: 200_000,
      servers: 25_000,
      racks: 4408,
      compute: 3128,
      arrays: 392,
      halls: 8,
    });
    expect(laid['230k'].totals).toEqual({
      gpus: 230_000,
      servers: 25_000 + 417 * 18 - 6,
      racks: 4408 + 417,
      compute: 3128 + 417,
      arrays: 392 + 53,
      halls: 9,
    });
    expect(roles('100k')).toEqual({ compute: 1564, network: 400, core: 80, storage: 80, cpu: 80 });
    expect(roles('200k')).toEqual({ compute: 3128, network: 800, core: 160, storage: 160, cpu: 160 });
    expect(laid['100k'].spares.count).toBe(36);
    expect(whole.spares.count).toBe(72);
    expect(whole.rackOfPlace.length).toBe(4480);
  });

  it('has 28 rows of 15 m in every hall of 42.0 by 50.4 m, and one part-filled rack of 5 servers', () => {
    for (const hall of whole.site.halls) {
      expect(hall.rows.length).toBe(28);
      expect(hall.rect.x1 - hall.rect.x0).toBeCloseTo(42, 6);
      expect(hall.rect.z1 - hall.rect.z0).toBeCloseTo(50.4, 6);
      for (const row of hall.rows) expect(row.width).toBeCloseTo(15, 6);
      const part = Array.from(whole.racks.servers.keys()).filter(
        (rack) => whole.racks.hall[rack] === hall.number && whole.racks.servers[rack] === 5,
      );
      expect(part.map((rack) => [whole.racks.row[rack], whole.racks.place[rack]])).toEqual([[25, 7]]);
    }
  });

  it('has GPUs 200,001 to 230,000 in 417 NVL72 racks of hall 9, the last with 12 of its 18 trays', () => {
    const { racks, site } = laid['230k'];
    const inHall = Array.from(racks.hall.keys()).filter((rack) => racks.hall[rack] === 9);
    const kinds = new Set(inHall.map((rack) => site.rackKinds[racks.kind[rack]!]!.id));
    expect([inHall.length, ...kinds]).toEqual([417, 'nvl72']);
    expect(inHall.map((rack) => racks.gpus[rack])).toEqual([...Array(416).fill(72), 48]);
    expect([racks.firstGpu[inHall[0]!], racks.servers[inHall.at(-1)!]]).toEqual([200_001, 12]);
    expect(addressOf(laid['230k'], 200_001)).toMatchObject({ hall: 9, row: 1, place: 1, server: 1, gpu: 1 });
    expect(addressOf(laid['230k'], 230_000)).toMatchObject({
      hall: 9,
      row: 28,
      place: 12,
      server: 12,
      gpu: 4,
    });
    expect(site.halls[8]!.accelerators[racks.kind[inHall[0]!]!]).toBe('gb200');
    const east = site.buildings[0]!.spaces.find(({ name }) => name === 'East stores')!.rect;
    const { x0, x1, z0, z1 } = site.halls[8]!.rect;
    expect(x0 > east.x0 && x1 < east.x1 && z0 > east.z0 && z1 < east.z1).toBe(true);
  });

  it('keeps every rack and every kind of the smaller configurations', () => {
    for (const column of ['x', 'z', 'hall', 'row', 'place', 'firstGpu', 'array'] as const)
      expect(laid['230k'].racks[column].slice(0, 4408)).toEqual(whole.racks[column]);
    expect(whole.site.rackKinds.map(({ id }) => id)).toEqual([
      'compute',
      'core',
      'cpu',
      'network',
      'storage',
    ]);
  });

  it('fills row 25 with 7 compute, 4 network racks and 9 spare places', () => {
    const kinds = Array.from({ length: 20 }, (_, place) => {
      const rack = rackIndexAt(whole, 3, 25, place + 1);
      return rack < 0 ? 'spare' : whole.site.rackKinds[whole.racks.kind[rack]!]!.id;
    });
    expect(kinds).toEqual([
      ...Array(7).fill('compute'),
      ...Array(4).fill('network'),
      ...Array(9).fill('spare'),
    ]);
  });

  it('stands where the model says, to the millimetre', () => {
    // Hall 1 is centred on -81, -32.7: its corner is at -102, -57.9. Row 1 starts 4.2 m from the west and 4.8 m from the north
    // wall; its rear doors are to the north.
    const first = rackIndexAt(whole, 1, 1, 1);
    expect(whole.racks.x[first]).toBeCloseTo(-102 + 4.2 + 0.375, 3);
    expect(whole.racks.z[first]).toBeCloseTo(-57.9 + 4.8 + 0.3 + 0.6, 3);
    expect(whole.racks.y[first]).toBeCloseTo(0.9, 5);
    expect(whole.racks.heading[first]).toBe(0);
    const facing = rackIndexAt(whole, 1, 2, 1);
    expect(whole.racks.z[facing]).toBeCloseTo(-57.9 + 4.8 + 1.5 + 1.8 + 0.6, 3);
    expect(whole.racks.heading[facing]).toBeCloseTo(Math.PI, 5);
    const east = rackIndexAt(whole, 8, 15, 20);
    expect(whole.racks.x[east]).toBeCloseTo(81 - 21 + 22.8 + 15 - 0.375, 3);
    expect(whole.racks.z[east]).toBeCloseTo(32.7 - 25.2 + 4.8 + 0.9, 3);
    const last = whole.site.halls[0]!.rows[13]!;
    expect(whole.site.halls[0]!.rect.z1 - (last.z0 + last.depth)).toBeCloseTo(4.8, 6);
  });

  it('keeps every aisle at its width', () => {
    for (const hall of whole.site.halls) {
      const widths = (kind: string, axis: 'x' | 'z') =>
        new Set(
          hall.aisles
            .filter((aisle) => aisle.kind === kind)
            .map(({ rect }) => (rect[`${axis}1`] - rect[`${axis}0`]).toFixed(3)),
        );
      expect(widths('cold', 'z')).toEqual(new Set(['1.800']));
      expect(widths('rear', 'z')).toEqual(new Set(['1.200']));
      expect(widths('centre', 'x')).toEqual(new Set(['3.600']));
      expect(hall.aisles.filter(({ kind }) => kind === 'cold').length).toBe(14);
    }
  });

  it('lets racks go in hall by hall: core, storage, CPU first, then a row with its network racks first', () => {
    const names = Array.from(whole.racks.kind.subarray(0, 85), (kind) => whole.site.rackKinds[kind]!.id);
    const expected = [
      ['core', 20],
      ['storage', 20],
      ['cpu', 20],
      ['network', 4],
      ['compute', 16],
      ['network', 4],
      ['compute', 1],
    ];
    expect(names).toEqual(expected.flatMap(([id, count]) => Array(count).fill(id)));
    expect(Array.from(whole.racks.hall)).toEqual(Array.from(whole.racks.hall).sort((a, b) => a - b));
    expect(Array.from(whole.racks.firstGpu)).toEqual(Array.from(whole.racks.firstGpu).sort((a, b) => a - b));
  });

  it('maps every address of all 200,000 back to its GPU', () => {
    let wrong = 0;
    for (let gpu = 1; gpu <= 200_000; gpu++) if (gpuAt(whole, addressOf(whole, gpu)) !== gpu) wrong++;
    expect(wrong).toBe(0);
    expect(addressOf(whole, 1)).toMatchObject({ hall: 1, row: 1, place: 1, server: 1, gpu: 1 });
    expect(addressOf(whole, 200_000)).toMatchObject({ hall: 8, row: 25, place: 7, server: 5, gpu: 8 });
    expect(addressOf(whole, 25_001)).toMatchObject({ hall: 2, row: 1, place: 1, server: 1, gpu: 1 });
  });

  it('refuses numbers and addresses that do not exist', () => {
    for (const gpu of [0, 200_001, 1.5, Number.NaN, -1])
      expect(() => addressOf(whole, gpu)).toThrow(RangeError);
    const address = { hall: 1, row: 1, place: 1, server: 1, gpu: 1 };
    expect(gpuAt(whole, address)).toBe(1);
    for (const wrong of [
      { hall: 9 },
      { hall: 0 },
      { row: 29 },
      { row: 26 },
      { place: 21 },
      { place: 9 },
      { server: 9 },
      { gpu: 9 },
      { gpu: 0 },
      { gpu: 1.5 },
    ])
      expect(gpuAt(whole, { ...address, ...wrong })).toBeUndefined();
    expect(gpuAt(whole, { hall: 1, row: 25, place: 7, server: 6, gpu: 1 })).toBeUndefined();
  });

  it("has GPU 1 at a viewer's left: west on a front that faces south, east on one that faces north", () => {
    const south = gpuPosition(whole, gpuAt(whole, { hall: 1, row: 1, place: 1, server: 1, gpu: 1 })!);
    const north = gpuPosition(whole, gpuAt(whole, { hall: 1, row: 2, place: 1, server: 1, gpu: 1 })!);
    const rack = whole.racks.x[rackIndexAt(whole, 1, 1, 1)]!;
    expect(south.x).toBeLessThan(rack);
    expect(south.nz).toBe(1);
    expect(north.x).toBeGreaterThan(rack);
    expect(north.nz).toBe(-1);
  });

  it('keeps every placed person clear of the racks', () => {
    const people = whole.site.placements.filter(({ item }) => item.startsWith('person'));
    const racks = Array.from({ length: whole.racks.count }, (_, rackIndex) => rackBox(whole, rackIndex));
    const isInside = ({ x, y, z }: (typeof people)[number]) => {
      const person = { x0: x - 0.25, x1: x + 0.25, z0: z - 0.25, z1: z + 0.25, y0: y, y1: y + 1.7 };
      return racks.some((rack) => overlaps(rack, person));
    };
    expect(people.length).toBeGreaterThan(0);
    expect(people.filter(isInside)).toEqual([]);
  });

  it('lays out generated sites of exactly the GPUs asked for', () => {
    for (const gpus of [8, 1000, 25_000, 200_000, 230_008, 2_000_000])
      expect(layout(resolveSite(generatedSite(gpus), 'all')).totals.gpus).toBe(gpus);
  });
});
