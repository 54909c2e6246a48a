import { describe, expect, it } from 'vitest';
import { RACK_UNIT } from '../../src/model/figure.ts';
import { modulePlan } from '../../src/layout/modulePlan.ts';
import { serverParts } from '../../src/layout/serverParts.ts';
import { serverOf } from '../../src/layout/serverPlan.ts';
import { nearAt } from '../../src/scene/near/nearAt.ts';
import { openServer } from '../../src/scene/near/openServer.ts';
import { BOXES_PER_RACK, OPEN_BOXES, openBoxes, rackBoxes } from '../../src/scene/near/rackBoxes.ts';
import { frontTubes, OPEN_TUBES, openTubes, TUBES_PER_RACK } from '../../src/scene/near/rackFronts.ts';
import { LABEL } from '../../src/scene/racks/nameLabel.ts';
import { rollOf } from '../../src/scene/near/roll.ts';
import { ofServer } from '../../src/views/closeStations.ts';
import { focusGpu } from '../../src/views/focus.ts';
import { serverOpening } from '../../src/views/serverOpening.ts';
import { machines } from '../fixtures/machines.ts';

const isWater = ({ color }: { color?: string }) => color === 'coldHose' || color === 'warmHose';

describe.each(machines)('the racks of %s', (_, { site }) => {
  it('have hoses and coils only where they take water, and no more parts than there is room for', () => {
    for (const kind of site.rackKinds) {
      const [tubes, boxes] = [frontTubes(kind), rackBoxes(kind)];
      const [behind, rears] = [openTubes(kind), openBoxes(kind)];
      const water = [...tubes, ...behind].filter(isWater);
      if (kind.cooling === 'air') expect(water).toEqual([]);
      if (kind.columns > 1) expect(tubes.filter(({ onDoor }) => !onDoor)).toEqual([]);
      expect(tubes.length).toBeLessThan(TUBES_PER_RACK);
      expect(boxes.length).toBeLessThan(BOXES_PER_RACK);
      expect(behind.length).toBeLessThan(OPEN_TUBES);
      expect(rears.length).toBeLessThan(OPEN_BOXES);
      const bars = [...boxes, ...rears].filter(({ color }) => color === 'copper');
      expect(bars).toHaveLength(kind.rearPower === 'busbar' ? 1 : 0);
      for (const { at, size } of boxes) {
        expect(Math.abs(at[0]) + size[0] / 2).toBeLessThanOrEqual(kind.width / 2);
        expect(at[1] + size[1] / 2).toBeLessThanOrEqual(kind.height);
      }
    }
  });
});

describe('a machine', () => {
  it('names its own racks as no other machine does', () => {
    const names = machines.flatMap(([, { document, site }]) =>
      Object.entries(document.catalogue ?? {}).flatMap(([id, { kind }]) =>
        kind === 'rack' ? [site.catalogue.get(id)!.name] : [],
      ),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(machines)('has room for its name above the servers of its compute racks: %s', (_, { site }) => {
    for (const { role, serverSlots, base, height } of site.rackKinds) {
      const tops = serverSlots.map(({ startU, heightU }) => base + (startU - 1 + heightU) * RACK_UNIT);
      if (role === 'compute') expect(height - LABEL.below - LABEL.height).toBeGreaterThan(Math.max(...tops));
    }
  });
});

const withServers = machines.filter(([, { layout }]) => layout.totals.servers > 0);

describe.each(withServers)('the open server of %s', (_, { layout, timeline }) => {
  const gpu = focusGpu(layout);
  const server = serverOf(layout, gpu);
  const plan = serverParts(layout, server.kind, server.accelerator);
  const module = modulePlan(layout, server.accelerator, plan.modules[0] ?? plan.board);
  const hasGpus = plan.modules.length > 0;
  const { parts, tubes, stays } = openServer(plan, module);

  it('has hoses where it has cold plates, else heat sinks, and a lid where its parts are not known', () => {
    const hasPlates = plan.parts?.includes('cold-plates') ?? false;
    expect(tubes.some(({ is }) => is === undefined)).toBe(hasPlates);
    const plates = parts.filter(({ moves, size }) => moves === 'plate' && size[0] > 0.02 && size[1] > 0.01);
    const finish = hasPlates ? 'metal' : 'fins';
    expect(new Set(plates.map((plate) => plate.finish))).toEqual(new Set(hasGpus ? [finish] : []));
    const cpus = parts.filter(({ is, color }) => is === 'cpu' && color === 'nickel');
    expect(cpus).toHaveLength(plan.cpus.length);
    for (const cpu of cpus) expect(cpu.finish).toBe(finish);
    expect(parts.some(({ finish }) => finish === 'die')).toBe(module.dies.length > 0);
    expect(parts.filter(({ gpu: of, finish }) => of === 1 && finish === 'die')).toHaveLength(
      module.dies.length,
    );
    expect(stays).toHaveLength(plan.modules.length);
  });

  it('keeps all of it within its walls and no hose above its upper edge', () => {
    for (const { x, z, size, moves } of parts) {
      if (moves === 'rack' || moves === 'slide' || moves === 'beside') continue;
      expect(Math.abs(x) + size[0] / 2).toBeLessThanOrEqual(plan.width / 2 + 1e-6);
      expect(z + size[2] / 2).toBeLessThanOrEqual(1e-6);
    }
    for (const { is, points, radius } of tubes)
      if (!is) for (const [, y] of points) expect(y + radius).toBeLessThanOrEqual(plan.height + 1e-9);
  });

  it('is met by a ray from above onto a module, or a processor where there are no GPUs, once it lies before its rack', () => {
    const { travel: out } = plan;
    expect(rollOf(plan, out)).toBeCloseTo(0, 9);
    expect(Math.abs(rollOf(plan, out / 2))).toBeCloseTo(plan.isBlade ? Math.PI / 2 : 0, 9);
    const middle = ofServer(server, [0, 0, 0], out / 2);
    const open = { ...serverOpening(layout, gpu)(middle, 5)!, out, lift: 0 };
    const first = gpu - ((gpu - 1) % Math.max(server.kind.gpusPerServer, 1));
    const targets = hasGpus ? plan.modules : plan.cpus;
    expect(targets.length).toBeGreaterThan(0);
    targets.forEach(({ x, y, z, size }, at) => {
      const target = ofServer(server, [x, y + size[1] / 2, z], out);
      const origin = [target[0], target[1] + 0.8, target[2]] as const;
      const sight = {
        ...{ day: 1e6, eye: { x: origin[0], y: origin[1], z: origin[2] }, isPlan: false, cut: 12, roof: 0 },
        ...{ inside: 1, ceiling: 9, leftOut: { x0: 0, x1: 0, z0: 0, z1: 0 } },
      };
      const line = { ray: { origin, direction: [0, -1, 0] as const }, sight, open, aspect: 1.5 };
      const met = nearAt(layout, timeline, gpu, 5, line, null);
      expect([met?.subject.kind, met?.gpu, met?.rackIndex, met?.server]).toEqual([
        hasGpus ? (plan.parts?.includes('cold-plates') ? 'cold-plate' : 'heat-sink') : 'cpu',
        hasGpus ? first + at : 0,
        server.rackIndex,
        server.server,
      ]);
    });
  });
});
