import { mounted } from '../../layout/address.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import type { RackKind } from '../../model/site.ts';
import { LEAF, RECESS } from '../rackRecords/rearDoor.ts';
import type { ColorName } from '../shading/look.ts';
import { curve, type Point, straight, type Tube } from './parts.ts';

/** A tube of a near rack. */
export interface RackTube extends Pick<Tube, 'points' | 'radius' | 'color'> {
  /** Share of its length at either end that is a bare metal coupling, wider than the hose; 1 makes all of it bare metal. */
  coupling?: number;
  /** Turns with the rear door: all of it, or only its end. */
  onDoor?: boolean;
  /** Number of the slot (1-based, from the bottom) of its server; an empty slot has none of its tubes. */
  slot?: number;
}

/** Most tubes on one closed rack, and behind one open rear door. The vertex shader runs for that many on every near rack. */
export const TUBES_PER_RACK = 64;
export const OPEN_TUBES = 64;

/** How far a server's hoses hang from the rack's middle, metres; the rack's painted face has them at the same places. */
const COLD = 0.1;
const WARM = 0.19;

/** From a server's rear to the two rack PDUs, metres from the rack's middle. */
const CORDS = [
  [0.12, 0.262, 'module'],
  [0.17, 0.325, 'plantDark'],
] as const;

/** A tube that leaves a plane and returns to it at another height. */
const bow = (x: number, from: number, to: number, z: number, out: number): Tube['points'] =>
  curve([x, from, z], [x, from, z + out * 1.35], [x, to, z + out * 1.35], [x, to, z]);

/** Slot of every server of a kind, its lower and upper edge above the floor, and the height of the gap below it; metres. */
function servers({ base, serverSlots }: RackKind) {
  const [first, second] = serverSlots;
  const pitch = ((second?.startU ?? 0) - (first?.startU ?? 0)) * RACK_UNIT;
  return serverSlots.map(({ startU, heightU }, at) => {
    const foot = base + (startU - 1) * RACK_UNIT;
    const gap = Math.max(0, pitch - heightU * RACK_UNIT);
    return { slot: at + 1, heightU, foot, top: foot + heightU * RACK_UNIT, gap };
  });
}

/**
 * What stands out of a rack's front and rear at arm's length: hoses from the manifolds to the servers with their quick-disconnects,
 * handles, cables of switches, and at the rear the door's handle and its hoses. Rack frame: x to the right of who stands before the
 * front, y up from the floor, z towards the viewer, 0 at the front; metres. All of it is assumed.
 */
export function frontTubes(kind: RackKind): RackTube[] {
  const tubes: RackTube[] = [];
  const { width, depth, height, rearDoor, base } = kind;
  // What servers that stand side by side have at their fronts is not known.
  for (const { slot, heightU, foot, top, gap } of kind.columns > 1 ? [] : servers(kind)) {
    const add = (points: Tube['points'], radius: number, color: ColorName, coupling = 0) =>
      tubes.push({ points, radius, color, coupling, slot });
    if (kind.role === 'compute' && heightU > 1) {
      const under = foot - gap * 0.55;
      const hasManifold = kind.isLiquidCooled && gap > 0.02;
      const addHose = (x: number, color: ColorName) =>
        add(bow(x, under, foot + 0.026, 0.006, 0.05), 0.0078, color, 0.14);
      for (const side of [-1, 1]) {
        const x = (side * mounted('holes', kind)) / 2;
        add(bow(x, foot + 0.03, top - 0.03, 0, 0.026), 0.005, 'steel', 1);
        if (!hasManifold) continue;
        addHose(side * COLD, 'coldHose');
        addHose(side * WARM, 'warmHose');
      }
      // The manifold, as dark as the gap painted on the face, so that brightness does not change with distance.
      const reach = mounted('opening', kind) / 2;
      const points = straight([-reach, under, 0], [reach, under, 0]);
      if (hasManifold) add(points, 0.008, 'module');
    } else if (kind.role === 'network' || kind.role === 'core') {
      // Bundles of fibre that leave the ports for the sides of the rack.
      const y = (foot + top) / 2;
      for (const side of [-1, 1]) {
        const [near, far] = [side * (width / 2 - 0.09), side * (width / 2 - 0.045)];
        const from: Point = [side * 0.07, y + 0.012, 0];
        const points = curve(
          from,
          [side * 0.12, y - 0.005, 0.085],
          [near, y + 0.01, 0.075],
          [far, y - 0.03, 0],
        );
        add(points, 0.0048, 'bus');
      }
    }
  }
  if (kind.cduU > 0)
    for (const side of [-1, 1]) {
      // Handles of the CDU's pumps.
      const [y, z, from, to] = [base + 2 * RACK_UNIT - 0.04, 0.02, side * 0.11, side * 0.2];
      const points = curve([from, y, z], [from, y, z + 0.05], [to, y, z + 0.05], [to, y, z]);
      tubes.push({ points, radius: 0.006, color: 'steel', coupling: 1 });
    }
  if (rearDoor > LEAF) {
    const rear = -depth - rearDoor;
    const add = (points: Tube['points'], radius: number, color: ColorName, coupling: number) =>
      tubes.push({ points, radius, color, coupling, onDoor: true });
    add(bow(width / 2 - 0.034, height * 0.455, height * 0.545, rear, -0.05), 0.009, 'steel', 1);
    for (const [at, color] of coilOf(kind, 0.06, 0.13)) {
      const x = at - width / 2;
      const points = curve(
        [x, 0.5, rear],
        [x, 0.5, rear - 0.12],
        [x, 0.2, rear - 0.1],
        [x, -0.02, rear - 0.05],
      );
      add(points, 0.02, color, 0.13);
    }
  }
  return tubes.slice(0, TUBES_PER_RACK);
}

/** Where the supply and the return of a rear door's coil are, metres from its hinge; nowhere where the rack is cooled by air. */
const coilOf = ({ cooling }: RackKind, cold: number, warm: number) =>
  cooling === 'air'
    ? []
    : ([
        [cold, 'coldHose'],
        [warm, 'warmHose'],
      ] as const);

/** Manifolds with branches, headers of the door's coil, power cords and cables behind an open rear door. Rack frame as above; assumed. */
export function openTubes(kind: RackKind): RackTube[] {
  const { width, height, depth, rearDoor, base } = kind;
  if (rearDoor <= LEAF) return [];
  const tubes: RackTube[] = [];
  const add = (points: Tube['points'], radius: number, color: ColorName, more?: Partial<RackTube>) =>
    tubes.push({ points, radius, color, ...more });
  const back = -depth + RECESS;
  const out = back - 0.15;
  const manifolds = [
    [-0.252, -0.13, 'coldHose'],
    [-0.318, -0.18, 'warmHose'],
  ] as const;
  const isPiped = kind.isLiquidCooled && kind.columns < 2;
  if (isPiped)
    for (const [x, , color] of manifolds) {
      const foot = base + 0.02;
      add(straight([x, foot + 0.12, out], [x, height - 0.16, out]), 0.023, color);
      const fromCdu = curve(
        [x, foot + 0.13, out],
        [x, foot + 0.02, out],
        [x + 0.1, foot + 0.04, out],
        [x + 0.14, foot + 0.06, back - 0.06],
      );
      if (kind.cduU > 0) add(fromCdu, 0.019, color, { coupling: 0.14 });
    }
  const all = servers(kind);
  const every = Math.max(1, Math.ceil(all.length / 8));
  all.forEach(({ slot, foot, top, gap }, at) => {
    if (at % every) return;
    const low = foot + (top - foot) * 0.25;
    if (isPiped)
      for (const [x, end, color] of manifolds) {
        const [y, to] = [foot - gap * 0.45 + 0.02, foot - gap * 0.55];
        const branch = curve(
          [x, y, out - 0.012],
          [x + 0.03, y, out - 0.085],
          [end, to - 0.03, out - 0.03],
          [end, to, back],
        );
        add(branch, 0.0088, color, { coupling: 0.16, slot });
      }
    // Two cords, one to each PDU; and its cables.
    for (const [from, to, color] of kind.rearPower === 'outlets' ? CORDS : []) {
      const cord = curve(
        [from, low, back - 0.02],
        [from, low - 0.02, back - 0.13],
        [to - 0.06, low + 0.03, out - 0.14],
        [to, low + 0.05, out - 0.08],
      );
      add(cord, 0.0055, color, { slot });
    }
    const cables = curve(
      [-0.08, low, back - 0.02],
      [-0.08, low - 0.04, back - 0.09],
      [0.2, low - 0.06, back - 0.1],
      [0.234, low + 0.05, back - 0.045],
    );
    add(cables, 0.0065, 'bus', { slot });
  });
  add(straight([0.236, base + 0.3, back - 0.045], [0.236, height - 0.02, back - 0.045]), 0.01, 'bus');
  // Headers of the coil in the leaf, on its inner side.
  const inner = -depth - rearDoor + LEAF + 0.015;
  for (const [at, color] of coilOf(kind, 0.075, 0.135)) {
    const header = straight([at - width / 2, 0.16, inner], [at - width / 2, height - 0.16, inner]);
    add(header, 0.016, color, { coupling: 0.06, onDoor: true });
  }
  return tubes.slice(0, OPEN_TUBES);
}
