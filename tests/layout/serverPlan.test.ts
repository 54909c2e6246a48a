import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gpuPosition } from '../../src/layout/address.ts';
import { layout } from '../../src/layout/layout.ts';
import { modulePlan } from '../../src/layout/modulePlan.ts';
import {
  acceleratorOf,
  type Block,
  serverOf,
  type ServerPlan,
  serverPlan,
  serverPosition,
} from '../../src/layout/serverPlan.ts';
import { type ServerParts, serverParts } from '../../src/layout/serverParts.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { valueOf } from '../../src/model/figure.ts';
import { resolveSite } from '../../src/model/site.ts';
import { machines } from '../fixtures/machines.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';

const seed = 814;
const MILLIMETRE = 1e-3;
const colossus = layout(resolveSite(builtinSites.colossus!, '200k'));
const compute = colossus.site.rackKinds.find(({ role }) => role === 'compute')!;
const plan = serverParts(colossus, compute, 'h100');

const blocks = (of: ServerParts): Block[] => [
  ...of.modules,
  ...of.switches,
  ...of.cpus,
  ...of.memory,
  ...of.cards,
  ...of.supplies,
];
const overlap = (a: Block, b: Block) => {
  const along = (at: 'x' | 'y' | 'z', axis: 0 | 1 | 2) =>
    (a.size[axis] + b.size[axis]) / 2 - Math.abs(a[at] - b[at]);
  return Math.min(along('x', 0), along('y', 1), along('z', 2));
};
function expectInside({ width, height, depth }: ServerPlan, { x, y, z, size }: Block) {
  expect(Math.abs(x) + size[0] / 2).toBeLessThanOrEqual(width / 2 + 1e-9);
  expect(y - size[1] / 2).toBeGreaterThanOrEqual(-1e-9);
  expect(y + size[1] / 2).toBeLessThanOrEqual(height + 1e-9);
  expect(z + size[2] / 2).toBeLessThanOrEqual(1e-9);
  expect(z - size[2] / 2).toBeGreaterThanOrEqual(-depth - 1e-9);
}

describe('the inside of a Colossus server', () => {
  it('has what the sources count, of the sizes that the catalogue says', () => {
    expect([plan.width, plan.height, plan.depth]).toEqual([0.449, 0.174, 0.9]);
    expect(plan.modules).toHaveLength(8);
    expect(plan.cards).toHaveLength(9);
    expect(plan.supplies).toHaveLength(4);
    expect(plan.board.size[0]).toBeCloseTo(0.417, 6);
    expect(plan.board.size[2]).toBeCloseTo(0.585, 6);
    for (const { size } of plan.modules) expect([size[0], size[2]]).toEqual([0.098, 0.195]);
    expect(new Set(plan.modules.map(({ x }) => x.toFixed(4))).size).toBe(4);
    expect(new Set(plan.modules.map(({ z }) => z.toFixed(4))).size).toBe(2);
  });

  it('fits into its chassis, and nothing stands in anything else', () => {
    const all = blocks(plan);
    for (const block of all) expectInside(plan, block);
    all.forEach((a, at) => {
      for (const b of all.slice(at + 1)) expect(overlap(a, b)).toBeLessThan(MILLIMETRE);
    });
    for (const module of plan.modules) {
      expect(Math.abs(module.x) + module.size[0] / 2).toBeLessThanOrEqual(
        plan.board.size[0] / 2 + MILLIMETRE,
      );
      expect(Math.abs(module.z - plan.board.z)).toBeLessThan(plan.board.size[2] / 2);
    }
  });

  it('has modules in the order of the cells on its front', () => {
    const cells = Array.from({ length: 8 }, (_, gpu) => gpuPosition(colossus, gpu + 1).x);
    const rising = (list: readonly number[]) => list.every((x, at) => at === 0 || x >= list[at - 1]! - 1e-9);
    const facing = serverPosition(colossus, 1).facing;
    expect(rising(cells.map((x) => x * facing))).toBe(true);
    expect(rising(plan.modules.map(({ x }) => x))).toBe(true);
  });

  it.each(['h100', 'h200'])('has a die of %s that is as large as its figure', (accelerator) => {
    const { dies, carrier, stacks } = modulePlan(colossus, accelerator, plan.modules[0]!);
    expect(dies).toHaveLength(1);
    const die = dies[0]!;
    expect(die.size[0] * die.size[2] * 1e6).toBeCloseTo(814, 6);
    expect(stacks).toHaveLength(6);
    for (const stack of stacks) {
      expect(overlap(stack, die)).toBeLessThan(0);
      expect(Math.abs(stack.x) + stack.size[0] / 2).toBeLessThan(carrier!.size[0] / 2);
      expect(Math.abs(stack.z) + stack.size[2] / 2).toBeLessThan(carrier!.size[2] / 2);
    }
  });

  it('lies in its opening, as high as the cell that is picked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: colossus.totals.gpus }), (gpu) => {
        const place = serverPosition(colossus, gpu);
        const cell = gpuPosition(colossus, gpu);
        const floor = colossus.racks.y[place.rackIndex]!;
        expect(place.y).toBeGreaterThanOrEqual(floor + place.from);
        expect(place.y + plan.height).toBeLessThanOrEqual(floor + place.to + 1e-6);
        expect(cell.y - floor).toBeCloseTo((place.from + place.to) / 2, 5);
        expect(Math.sign(cell.nz)).toBe(place.facing);
        expect((cell.z - place.z) * place.facing).toBeCloseTo(0.03, 3);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('holds an H200 in the last two halls', () => {
    expect(acceleratorOf(colossus, serverPosition(colossus, 150_000).rackIndex)).toBe('h100');
    expect(acceleratorOf(colossus, serverPosition(colossus, 150_001).rackIndex)).toBe('h200');
  });
});

describe.each(
  machines.filter(
    ([
      ,
      {
        layout: { totals },
      },
    ]) => totals.gpus > 0,
  ),
)('a server of %s', (_, campus) => {
  const other = campus.layout;
  const { kind, accelerator } = serverOf(other, other.totals.gpus);
  const parts = serverParts(other, kind, accelerator);
  const figures = other.site.catalogue.get(kind.server ?? '')?.figures;
  const of = (part: string, name: string) =>
    kind.parts?.includes(part as 'nics') ? valueOf(figures, name) : 0;

  it('has the parts that its document counts, and no other', () => {
    expect(parts.modules).toHaveLength(kind.gpusPerServer);
    expect(parts.switches).toHaveLength(of('switches', 'switches'));
    expect(parts.cpus).toHaveLength(of('cpus', 'cpus'));
    expect(parts.cards).toHaveLength(of('nics', 'network-links'));
    expect(parts.supplies).toHaveLength(of('supplies', 'power-supplies'));
    expect(parts.memory.length > 0).toBe(of('memory', 'cpus') > 0);
  });

  it('is as large as its document says, and all of them fit into it', () => {
    const item = other.site.catalogue.get(kind.server ?? '');
    const size = item && [item.size.x, item.size.y, item.size.z];
    const across = kind.blades === 'vertical' ? parts.height : parts.width;
    const up = kind.blades === 'vertical' ? parts.width : parts.height;
    expect([across, up, parts.depth]).toEqual(size);
    for (const block of blocks(parts)) expectInside(parts, block);
    for (const module of parts.modules)
      for (const part of blocks(parts))
        if (part !== module) expect(overlap(module, part)).toBeLessThan(MILLIMETRE);
  });

  it('has the dies that its accelerator is said to have, each of its own area, on a carrier under its module', () => {
    const chip = other.site.catalogue.get(accelerator)?.figures;
    const { dies, stacks, carrier, width, length } = modulePlan(other, accelerator, parts.modules[0]!);
    const area = valueOf(chip, 'die-area');
    expect(dies).toHaveLength(area ? valueOf(chip, 'dies', 1) : 0);
    for (const { size } of dies) expect(size[0] * size[2]).toBeCloseTo(area, 9);
    if (!dies.length) return;
    const all = [...dies, ...stacks];
    all.forEach((one, at) => {
      for (const two of all.slice(at + 1)) expect(overlap(one, two)).toBeLessThan(0);
      expect(Math.abs(one.x) + one.size[0] / 2).toBeLessThan(carrier!.size[0] / 2);
      expect(Math.abs(one.z) + one.size[2] / 2).toBeLessThan(carrier!.size[2] / 2);
    });
    expect(carrier!.size[0]).toBeLessThan(Math.min(width, length));
  });
});

describe(`servers of other sites (seed ${seed})`, () => {
  it('have as many modules as GPUs, inside of their chassis', () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        const other = layout(resolveSite(document, 'all'));
        for (const kind of other.site.rackKinds) {
          const server = serverPlan(other, kind, 'h100');
          expect(server.modules).toHaveLength(kind.gpusPerServer);
          for (const module of server.modules) expectInside(server, module);
        }
      }),
      { seed, numRuns: 100 },
    );
  });
});
