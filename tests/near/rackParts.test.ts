import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/model/catalogue.ts';
import { RACK_UNIT } from '../../src/model/figure.ts';
import { rackKindOf } from '../../src/model/rackKinds.ts';
import { doorAngle, LEAF, RECESS } from '../../src/scene/rackRecords/rearDoor.ts';
import { openDoor } from '../../src/scene/near/openDoor.ts';
import { BOXES_PER_RACK, OPEN_BOXES, openBoxes, rackBoxes } from '../../src/scene/near/rackBoxes.ts';
import { frontTubes, OPEN_TUBES, openTubes, TUBES_PER_RACK } from '../../src/scene/near/rackFronts.ts';
import { frontOf, plan } from '../scene/scene.ts';

const kinds = plan.site.rackKinds.map((kind) => [kind.id, kind] as const);
const compute = plan.site.rackKinds.find(({ role }) => role === 'compute')!;

describe('what stands out of a rack', () => {
  it.each(kinds)('%s keeps to its rack', (_, kind) => {
    const tubes = frontTubes(kind);
    const boxes = rackBoxes(kind);
    expect(tubes.length).toBeLessThan(TUBES_PER_RACK);
    expect(boxes.length).toBeLessThan(BOXES_PER_RACK);
    if (kind.role === 'compute') expect(tubes.length).toBeGreaterThan(kind.servers * 6);
    const places = [
      ...tubes.flatMap(({ points, radius }) => points.map((at) => ({ at, half: radius }))),
      ...boxes.map(({ at, size }) => ({ at, half: size[0] / 2 })),
    ];
    for (const {
      at: [x, y, z],
      half,
    } of places) {
      expect(Math.abs(x) + half).toBeLessThanOrEqual(kind.width / 2);
      expect(y).toBeGreaterThan(-0.05);
      expect(y).toBeLessThan(kind.height);
      // No farther into the aisles than a hand: before the front, or behind the door.
      const out = z >= 0 ? z : -(kind.depth + kind.rearDoor) - z;
      expect(out).toBeGreaterThanOrEqual(-0.001);
      expect(out).toBeLessThan(0.13);
    }
  });

  it('has a coupling at both ends of every hose to a server', () => {
    const hoses = frontTubes(compute).filter(
      ({ color, onDoor }) => !onDoor && (color === 'coldHose' || color === 'warmHose'),
    );
    expect(hoses).toHaveLength(compute.servers * 4);
    expect(hoses.every(({ coupling = 0 }) => coupling > 0.1 && coupling < 0.5)).toBe(true);
  });
});

describe('what belongs to a server', () => {
  const every = ['compute', 'nvl72', 'network', 'core', 'storage', 'cpu'].map((id) =>
    rackKindOf(id, catalogue),
  );
  it.each(every.map((kind) => [kind.id, kind] as const))(
    '%s has no hose, handle or cable before an empty slot',
    (_, kind) => {
      const edges = kind.serverSlots.map(({ startU, heightU }) => {
        const foot = kind.base + (startU - 1) * RACK_UNIT;
        return [foot, foot + heightU * RACK_UNIT] as const;
      });
      for (const { points, slot, onDoor } of frontTubes(kind)) {
        if (onDoor) continue;
        const ys = points.map(([, y]) => y);
        const [low, high] = [Math.min(...ys), Math.max(...ys)];
        const own = edges.findIndex(([foot, top]) => high > foot - 0.08 && low < top);
        expect(slot).toBe(own < 0 ? undefined : own + 1);
      }
    },
  );

  it.each(every.map((kind) => [kind.id, kind] as const))(
    '%s has no rear of a server, cord or branch behind an empty slot',
    (_, kind) => {
      const tubes = openTubes(kind).filter(({ radius }) => radius < 0.009);
      const rears = openBoxes(kind).filter(({ at }) => at[2] > -kind.depth + RECESS - 0.03);
      for (const slots of [tubes, rears].map((parts) => parts.flatMap(({ slot }) => slot ?? [])))
        if (kind.rearDoor > LEAF) {
          expect(Math.min(...slots)).toBe(1);
          expect(Math.max(...slots)).toBeLessThanOrEqual(kind.serverSlots.length);
          expect(new Set(slots).size).toBeGreaterThan(Math.min(kind.serverSlots.length, 4) - 1);
        }
      expect(tubes.every(({ slot }) => slot !== undefined)).toBe(true);
      expect(rears.filter(({ slot }) => slot === undefined)).toHaveLength(0);
    },
  );
});

describe('what is behind an open rear door', () => {
  it.each(kinds)('%s has room for it between its servers and the closed door', (_, kind) => {
    const [tubes, boxes] = [openTubes(kind), openBoxes(kind)];
    expect(tubes.length).toBeLessThan(OPEN_TUBES);
    expect(boxes.length).toBeLessThan(OPEN_BOXES);
    const [front, rear] = [-kind.depth + RECESS, -kind.depth - kind.rearDoor];
    for (const { points, radius, onDoor } of tubes)
      for (const [x, y, z] of points) {
        expect(Math.abs(x) + radius).toBeLessThan(kind.width / 2);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(kind.height);
        expect(z).toBeLessThanOrEqual(front);
        expect(z).toBeGreaterThan(rear + LEAF - (onDoor ? 0.02 : 0));
      }
    for (const { at, size } of boxes)
      for (const [axis, low, high] of [
        [0, -kind.width / 2, kind.width / 2],
        [1, 0, kind.height],
        [2, rear, front + 0.02],
      ] as const) {
        expect(at[axis] - size[axis] / 2).toBeGreaterThanOrEqual(low - 1e-9);
        expect(at[axis] + size[axis] / 2).toBeLessThanOrEqual(high + 1e-9);
      }
  });

  it('gives every server of a compute rack a branch of both manifolds', () => {
    const tubes = openTubes(compute);
    for (const color of ['coldHose', 'warmHose']) {
      const branches = tubes.filter((tube) => tube.color === color && tube.radius < 0.01);
      expect(branches).toHaveLength(compute.servers);
    }
  });
});

describe('a rear door', () => {
  const { width } = compute;

  it('opens for who stands behind it and looks at it, and for nobody else', () => {
    expect(doorAngle(1, 0, 1, width)).toBeGreaterThan(Math.PI / 2);
    expect(doorAngle(1, 0, 0.5, width)).toBe(0);
    expect(doorAngle(1, width / 2, 1, width)).toBe(0);
    expect(doorAngle(3, 0, 1, width)).toBe(0);
    expect(doorAngle(-1, 0, 1, width)).toBe(0);
  });

  it('never turns through the eye that it opens for', () => {
    for (let behind = 0; behind < 2; behind += 0.02)
      for (let aside = -width / 2; aside < width / 2; aside += 0.02) {
        const most = doorAngle(behind, aside, 1, width);
        for (let angle = 0; angle < most; angle += 0.02) {
          const x = aside + width / 2;
          const along = x * Math.cos(angle) + behind * Math.sin(angle);
          const deep = x * Math.sin(angle) - behind * Math.cos(angle);
          const isIn = along > 0 && along < width && deep > 0 && deep < LEAF;
          expect(isIn, `${behind} behind, ${aside} aside, ${angle}`).toBe(false);
        }
      }
  });

  it('turns smoothly: a centimetre or a degree moves it by little', () => {
    for (let behind = 0.4; behind < 1.8; behind += 0.01)
      for (let aside = 0; aside < width / 2; aside += 0.01) {
        const angle = doorAngle(behind, aside, 0.85, width);
        expect(Math.abs(doorAngle(behind + 0.01, aside, 0.85, width) - angle)).toBeLessThan(0.2);
        expect(Math.abs(doorAngle(behind, aside + 0.01, 0.85, width) - angle)).toBeLessThan(0.3);
        expect(Math.abs(doorAngle(behind, aside, 0.858, width) - angle)).toBeLessThan(0.2);
      }
  });

  it('is that of the rack whose rear the eye looks at', () => {
    for (const rackIndex of [100, 137, 207, 1000]) {
      const { x, z, south, kind } = frontOf(rackIndex);
      const eye = {
        x,
        y: plan.racks.y[rackIndex]! + 1.6,
        z: z - south * (kind.depth + kind.rearDoor + 1),
      };
      const atHand = Int32Array.of(rackIndex - 1, rackIndex, rackIndex + 1, -1);
      const ahead = { x: 0, y: 0, z: south };
      const door = openDoor(plan, atHand, eye, ahead, () => true);
      expect(door?.rackIndex).toBe(rackIndex);
      expect(door?.angle).toBeGreaterThan(1.5);
      expect(openDoor(plan, atHand, eye, ahead, () => false)).toBeUndefined();
      expect(openDoor(plan, atHand, eye, { x: 0, y: 0, z: -south }, () => true)).toBeUndefined();
    }
  });
});
