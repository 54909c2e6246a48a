import { describe, expect, it } from 'vitest';
import type { Vector } from '../../src/inventory/query/rays.ts';
import { benchOver, onBench } from '../../src/layout/bench.ts';
import { CHIPS } from '../../src/model/chips.ts';
import { fullCatalogue } from '../../src/model/comparison.ts';
import { chipAt, chipsDrawn } from '../../src/scene/near/chipAt.ts';
import { type ChipPart, chipBench } from '../../src/scene/near/chipParts.ts';
import { openServer } from '../../src/scene/near/openServer.ts';
import { serverParts } from '../../src/layout/serverParts.ts';
import { modulePlan } from '../../src/layout/modulePlan.ts';
import { closeSubject, ofServer } from '../../src/views/closeStations.ts';
import { focusGpu } from '../../src/views/focus.ts';
import { plan } from '../scene/scene.ts';

const gpu = focusGpu(plan);
const chips = [...CHIPS];
const bench = chipBench(plan, gpu, chips, false);
const { plan: server } = bench;
const of = (id: string) => bench.parts.filter(({ subject }) => subject.of === `catalogue/${id}`);
/** The least and the greatest of some parts along an axis. */
function along(parts: readonly ChipPart[], axis: 0 | 1 | 2): [number, number] {
  const middle = (part: ChipPart) => [part.x, part.y, part.z][axis]!;
  return [
    Math.min(...parts.map((part) => middle(part) - part.size[axis] / 2)),
    Math.max(...parts.map((part) => middle(part) + part.size[axis] / 2)),
  ];
}
const mm = (id: string, name: string) => fullCatalogue.get(id)!.figures[name]!.value / 1000;

/** What an eye straight above a place of the bench (frame of the server) sees there while the plate under it is lifted by `lift`. */
function seenFrom(above: Vector, lift = 1) {
  const [x, y, z] = ofServer(bench, above, server.travel);
  const open = {
    ...{
      rackIndex: bench.rackIndex,
      gpu,
      from: 0,
      to: 1,
      middle: 0,
      halfWidth: 0.3,
      out: server.travel,
      lift,
    },
    ceiling: 9,
  };
  const sight = {
    ...{ day: 214, eye: { x, y: y + 1, z }, isPlan: false, cut: 12, roof: 0, inside: 1, ceiling: 9 },
    leftOut: { x0: 0, x1: 0, z0: 0, z1: 0 },
  };
  return chipAt(
    plan,
    gpu,
    chips,
    { ray: { origin: [x, y + 1, z], direction: [0, -1, 0] }, sight, open },
    null,
  );
}

describe('the chips on the bench', () => {
  it.each(chips)('shows %s as large as the catalogue says, with all its dies and its memory', (id) => {
    const own = of(id);
    const [left, right] = along(own, 0);
    const [back, front] = along(own, 2);
    expect(right - left).toBeLessThanOrEqual(mm(id, 'width') + 1e-9);
    expect(right - left).toBeGreaterThan(mm(id, 'width') - 0.003);
    expect(front - back).toBeLessThanOrEqual(mm(id, 'length') + 1e-9);
    expect(front - back).toBeGreaterThan(mm(id, 'length') - 0.004);
    const dies = own.filter(({ finish }) => finish === 'die');
    expect(dies).toHaveLength(fullCatalogue.get(id)!.figures.dies!.value);
    const area = fullCatalogue.get(id)!.figures['die-area']!.value / 1e6;
    for (const { size } of dies) expect(size[0] * size[2]).toBeCloseTo(area, 9);
    const [pack] = own.filter(({ color, size }) => color === 'carrier' && size[0] === mm(id, 'package'));
    expect(along(dies, 2)[1] - along(dies, 2)[0]).toBeLessThan(pack!.size[2]);
  });

  it('lie from left to right, apart from each other, on a bench over everything in the server', () => {
    const edges = chips.flatMap((id) => along(of(id), 0));
    expect(edges).toEqual([...edges].sort((a, b) => a - b));
    const block = benchOver(server, chips.length);
    const top = block.y + block.size[1] / 2;
    for (const id of chips) {
      expect(along(of(id), 1)[0]).toBeGreaterThan(top);
      expect(along(of(id), 1)[0] - top).toBeLessThan(0.004);
    }
    expect(Math.max(...edges)).toBeLessThan(block.size[0] / 2);
    const inside = serverParts(plan, bench.kind, bench.accelerator);
    const { parts } = openServer(inside, modulePlan(plan, bench.accelerator, server.modules[0]!));
    for (const { y, size } of parts) expect(y + size[1] / 2).toBeLessThan(block.y - block.size[1] / 2);
    const [low] = along(bench.parts, 1);
    expect(bench.y + low).toBeCloseTo(plan.racks.y[bench.rackIndex]!, 9);
  });

  it('are found from above, each by its own name, and the bench and its rule beside them', () => {
    const z = -server.travel / 2;
    chips.forEach((id, at) => {
      const found = seenFrom([onBench(at, chips.length), server.height, z])!;
      expect(found.subject).toEqual({ kind: 'gpu', of: `catalogue/${id}` });
      expect(found.rackIndex).toBeUndefined();
    });
    const right = benchOver(server, chips.length).size[0] / 2;
    expect(seenFrom([right - 0.022, server.height, z])!.subject).toEqual({ kind: 'rule' });
    expect(seenFrom([onBench(0.5, chips.length), server.height, z])!.subject).toEqual({ kind: 'bench' });
    expect(seenFrom([onBench(0, chips.length), server.height, z], 0)).toBeNull();
    expect(new Set(chipsDrawn(plan, gpu, chips).map(({ kind }) => kind))).toEqual(new Set(['bench', 'rule']));
  });

  it('are what the station of a GPU frames, all of them', () => {
    const corners = closeSubject('gpu', plan, gpu, chips.length);
    const middle = (at: number) =>
      ofServer(bench, [onBench(at, chips.length), server.height, -server.travel / 2], server.travel);
    const xs = corners.map(([x]) => x);
    for (const at of chips.keys()) {
      expect(middle(at)[0]).toBeGreaterThan(Math.min(...xs) + 0.04);
      expect(middle(at)[0]).toBeLessThan(Math.max(...xs) - 0.04);
    }
  });
});
