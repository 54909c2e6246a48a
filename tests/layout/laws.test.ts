import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, gpuAt, gpuPosition, rackIndexAt } from '../../src/layout/address.ts';
import { type Layout, layout } from '../../src/layout/layout.ts';
import { resolveSite } from '../../src/model/site.ts';
import { accepted } from '../fixtures/accepted.ts';
import { reordered, siteArbitrary } from '../fixtures/generatedSites.ts';
import { MILLIMETRE, overlaps, rackBox, type Box } from './boxes.ts';

const seed = 20240902;
const runs = { seed, numRuns: 60 };

const lay = (document: Parameters<typeof resolveSite>[0]): Layout => layout(resolveSite(document, 'all'));
const sum = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((total, number) => total + number, 0);

describe(`laws of the layout, on generated sites (seed ${seed})`, () => {
  it('generates sites that the check accepts', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        accepted(document);
      }),
      runs,
    );
  });

  it('counts add up at every level', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const { racks, totals, spares, rackOfPlace, rows, site } = lay(document);
        expect(sum(racks.gpus)).toBe(totals.gpus);
        expect(sum(racks.servers)).toBe(totals.servers);
        expect(racks.count).toBe(totals.racks);
        expect(racks.count + spares.count).toBe(rackOfPlace.length);
        expect(sum(rows.places)).toBe(rackOfPlace.length);
        expect(rows.firstOfHall[site.halls.length]).toBe(rows.count);
        expect(new Set(racks.array).size - (racks.array.includes(-1) ? 1 : 0)).toBe(totals.arrays);
        const compute = Array.from(racks.kind, (kind) => site.rackKinds[kind]!.role === 'compute');
        expect(compute.filter(Boolean).length).toBe(totals.compute);
        compute.forEach((is, rackIndex) => {
          expect(racks.array[rackIndex]! >= 0).toBe(is);
          expect(racks.gpus[rackIndex]).toBe(
            racks.servers[rackIndex]! * site.rackKinds[racks.kind[rackIndex]!]!.gpusPerServer,
          );
        });
        // No array is too large, and none spans two halls.
        const halls = new Map<number, Set<number>>();
        const sizes = new Map<number, number>();
        racks.array.forEach((array, rackIndex) => {
          if (array < 0) return;
          sizes.set(array, (sizes.get(array) ?? 0) + 1);
          halls.set(array, (halls.get(array) ?? new Set()).add(racks.hall[rackIndex]!));
        });
        for (const size of sizes.values()) expect(size).toBeLessThanOrEqual(site.racksPerArray);
        for (const of of halls.values()) expect(of.size).toBe(1);
      }),
      runs,
    );
  });

  it('no two racks overlap by a millimetre, and none stands in a spare place', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const laid = lay(document);
        const boxes: Box[] = Array.from({ length: laid.racks.count }, (_, index) => rackBox(laid, index));
        const { spares } = laid;
        for (let index = 0; index < spares.count; index++)
          boxes.push({
            x0: spares.x[index]! - spares.width[index]! / 2,
            x1: spares.x[index]! + spares.width[index]! / 2,
            z0: spares.z[index]! - spares.depth[index]! / 2,
            z1: spares.z[index]! + spares.depth[index]! / 2,
            y0: spares.y[index]!,
            y1: spares.y[index]! + 1,
          });
        boxes.sort((a, b) => a.x0 - b.x0);
        for (let index = 0; index < boxes.length; index++)
          for (let next = index + 1; next < boxes.length && boxes[next]!.x0 < boxes[index]!.x1; next++)
            expect(overlaps(boxes[index]!, boxes[next]!)).toBe(false);
      }),
      runs,
    );
  });

  it('children lie inside parents: rack in row, row in hall, hall in building', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const laid = lay(document);
        const { racks, rows, site } = laid;
        for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
          const box = rackBox(laid, rackIndex);
          const row = rows.firstOfHall[racks.hall[rackIndex]! - 1]! + racks.row[rackIndex]! - 1;
          expect(box.x0).toBeGreaterThanOrEqual(rows.x0[row]! - MILLIMETRE);
          expect(box.x1).toBeLessThanOrEqual(rows.x1[row]! + MILLIMETRE);
          expect(box.z0).toBeGreaterThanOrEqual(rows.z0[row]! - MILLIMETRE);
          expect(box.z1).toBeLessThanOrEqual(rows.z1[row]! + MILLIMETRE);
        }
        for (let row = 0; row < rows.count; row++) {
          const { rect } = site.halls[rows.hall[row]! - 1]!;
          expect(rows.x0[row]).toBeGreaterThanOrEqual(rect.x0 - MILLIMETRE);
          expect(rows.x1[row]).toBeLessThanOrEqual(rect.x1 + MILLIMETRE);
          expect(rows.z0[row]).toBeGreaterThanOrEqual(rect.z0 - MILLIMETRE);
          expect(rows.z1[row]).toBeLessThanOrEqual(rect.z1 + MILLIMETRE);
        }
        for (const { rect, building } of site.halls) {
          const around = site.buildings.find(({ id }) => id === building)!.rect;
          expect(rect.x0 >= around.x0 && rect.x1 <= around.x1).toBe(true);
          expect(rect.z0 >= around.z0 - MILLIMETRE && rect.z1 <= around.z1 + MILLIMETRE).toBe(true);
        }
      }),
      runs,
    );
  });

  it('aisles keep their width, and no rack stands in one', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const laid = lay(document);
        const boxes = Array.from({ length: laid.racks.count }, (_, index) => rackBox(laid, index));
        laid.site.halls.forEach((hall) => {
          const { pairs } = document.hallTypes.find(({ id }) => id === hall.type)!;
          for (const { kind, rect } of hall.aisles) {
            if (kind === 'cold') expect(rect.z1 - rect.z0).toBeCloseTo(pairs.coldAisle, 3);
            if (kind === 'rear') expect(rect.z1 - rect.z0).toBeCloseTo(pairs.rearAisle, 3);
            const aisle = { ...rect, y0: 0, y1: 10 };
            boxes.forEach((box, index) => {
              if (laid.racks.hall[index] === hall.number) expect(overlaps(aisle, box)).toBe(false);
            });
          }
        });
      }),
      { seed, numRuns: 25 },
    );
  });

  it('fronts face the cold aisle', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const laid = lay(document);
        const { rows, site } = laid;
        for (let row = 0; row < rows.count; row++) {
          const front = rows.heading[row] === 0 ? rows.z1[row]! : rows.z0[row]!;
          const cold = site.halls[rows.hall[row]! - 1]!.aisles.filter(({ kind }) => kind === 'cold');
          if (cold.length > 0)
            expect(
              cold.some(
                ({ rect }) => Math.abs((rows.heading[row] === 0 ? rect.z0 : rect.z1) - front) < MILLIMETRE,
              ),
            ).toBe(true);
        }
      }),
      runs,
    );
  });

  it('an address maps back to its GPU, numbers rise along address order, and positions lie on the rack', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const laid = lay(document);
        let before = [0, 0, 0, 0, 0];
        for (let gpu = 1; gpu <= laid.totals.gpus; gpu++) {
          const address = addressOf(laid, gpu);
          expect(gpuAt(laid, address)).toBe(gpu);
          expect(rackIndexAt(laid, address.hall, address.row, address.place)).toBe(address.rackIndex);
          const key = [address.hall, address.row, address.place, address.server, address.gpu];
          const differs = key.findIndex((part, index) => part !== before[index]);
          expect(key[differs]).toBeGreaterThan(before[differs]!);
          before = key;
          if (gpu % 7 === 0) {
            const { x, y, z } = gpuPosition(laid, gpu);
            const box = rackBox(laid, address.rackIndex);
            expect(x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1).toBe(true);
            expect(z >= box.z0 - MILLIMETRE && z <= box.z1 + MILLIMETRE).toBe(true);
          }
        }
      }),
      { seed, numRuns: 25 },
    );
  });

  it('gives the same bytes for the same input, whatever the order of its keys and named lists', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const first = lay(document);
        const other = reordered(document);
        expect(JSON.stringify(other)).not.toBe(JSON.stringify(document));
        const second = lay(other);
        expect(second.racks).toEqual(first.racks);
        expect(second.rackOfPlace).toEqual(first.rackOfPlace);
        expect(second.rows).toEqual(first.rows);
        expect(second.spares).toEqual(first.spares);
        expect(second.yard).toEqual(first.yard);
      }),
      { seed, numRuns: 25 },
    );
  });
});
