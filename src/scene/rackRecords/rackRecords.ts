import type { DataTexture } from 'three';
import { mounted } from '../../layout/address.ts';
import type { Layout } from '../../layout/layout.ts';
import { ALWAYS_UNTIL } from '../../model/days.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import type { RackKind } from '../../model/site.ts';
import { reached } from '../../timeline/curve.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { recordTexture } from '../records/records.ts';
import { neighbours } from './neighbours.ts';
import { rackRuns, type Runs, type Settling, settling } from './runs.ts';

/**
 * Texels of a rack: x, y, z of the frame's foot and heading; days installed, energized, in service, and
 * its kind, plus its filled slots / 128: rounded, it is the kind; the days from which racks to its right and left cover its sides,
 * and a rack's index: all of them lie here in the order in which their runs settle.
 *
 * After the racks come their runs in that order, as if each were one wide rack: the same texels, but for the last two numbers,
 * which are how many racks it has, and the index of the westernmost.
 */
export const RACK_TEXELS = 3;

/** Slots of one rack that the shader can tell apart. */
const MOST_SLOTS = 63;

/** Everything that the GPU knows of every rack, sent once; a texture that the racks and their shadows share. */
export interface RackTexture {
  texture: DataTexture;
  data: Float32Array;
  count: number;
  /** See {@link neighbours}. */
  beside: Int32Array;
  runs: Runs;
  /** Of the curve whose days were written last. */
  settling: Settling | undefined;
  dispose(): void;
}

/** Places of a layout's racks; {@link writeDays} fills in the days. The caller owns it. */
export function rackRecords(layout: Layout): RackTexture {
  const { racks, site } = layout;
  const runs = rackRuns(layout);
  const { texture, data } = recordTexture((racks.count + runs.count) * RACK_TEXELS);
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const at = rackIndex * RACK_TEXELS * 4;
    data[at] = racks.x[rackIndex]!;
    data[at + 1] = racks.y[rackIndex]!;
    data[at + 2] = racks.z[rackIndex]!;
    data[at + 3] = racks.heading[rackIndex]!;
    const kind = site.rackKinds[racks.kind[rackIndex]!]!;
    // Where servers are not counted, every slot holds something.
    const filled = kind.servers > 0 ? racks.servers[rackIndex]! : kind.serverSlots.length;
    data[at + 7] = racks.kind[rackIndex]! + Math.min(filled, MOST_SLOTS) / 128;
  }
  return {
    texture,
    data,
    count: racks.count,
    beside: neighbours(layout),
    runs,
    settling: undefined,
    dispose: () => texture.dispose(),
  };
}

/** Writes a curve's days into the columns: once for every choice of curve, never while time passes. */
export function writeDays(columns: RackTexture, timeline: Timeline): void {
  const { texture, data, count, beside } = columns;
  const { installedDay, energizedDay, inServiceDay } = timeline;
  for (let rackIndex = 0; rackIndex < count; rackIndex++) {
    const at = rackIndex * RACK_TEXELS * 4 + 4;
    data[at] = Math.min(installedDay[rackIndex]!, ALWAYS_UNTIL);
    data[at + 1] = Math.min(energizedDay[rackIndex]!, ALWAYS_UNTIL);
    data[at + 2] = Math.min(inServiceDay[rackIndex]!, ALWAYS_UNTIL);
    for (const side of [0, 1]) {
      const other = beside[rackIndex * 2 + side]!;
      data[at + 4 + side] = other < 0 ? ALWAYS_UNTIL : Math.min(installedDay[other]!, ALWAYS_UNTIL);
    }
  }
  columns.settling = settling(columns.runs, timeline);
  writeRuns(columns, columns.settling);
  texture.needsUpdate = true;
}

/** Writes the runs behind the racks, and at each rack's place the index of one of those in the order of their runs. */
function writeRuns({ data, count, runs }: RackTexture, { order, racksBefore }: Settling): void {
  order.forEach((run, place) => {
    const [first, racks] = [runs.first[run]!, runs.racks[run]!];
    const west = first * RACK_TEXELS * 4;
    const east = (first + racks - 1) * RACK_TEXELS * 4;
    const at = (count + place) * RACK_TEXELS * 4;
    data.copyWithin(at, west, west + RACK_TEXELS * 4);
    data[at] = (data[west]! + data[east]!) / 2;
    // Of the racks at its ends, as they look at the aisle: see neighbours.
    const isSouth = data[west + 3] === 0;
    data[at + 8] = data[(isSouth ? east : west) + 8]!;
    data[at + 9] = data[(isSouth ? west : east) + 9]!;
    data[at + 10] = racks;
    data[at + 11] = first;
    for (let rack = 0; rack < racks; rack++)
      data[(racksBefore[place]! + rack) * RACK_TEXELS * 4 + 10] = first + rack;
  });
}

/** How many runs are drawn as one, and how many racks those have: none of them is drawn by itself. */
interface Settled {
  runs: number;
  tail: number;
}

/** Every rack by itself. */
export const NONE: Settled = { runs: 0, tail: 0 };

/** The runs that have settled by a day. */
export function settledOn({ settling }: RackTexture, day: number): Settled {
  if (!settling) return NONE;
  const runs = reached(settling.days, day);
  return { runs, tail: settling.racksBefore[runs]! };
}

/** What of the columns is drawn, as uniforms: how many racks there are in all, runs, and racks that those hold. */
export interface DrawnRacks {
  uCount: { value: number };
  uRuns: { value: number };
  uTail: { value: number };
}

export const drawnRacks = ({ count }: RackTexture): DrawnRacks => ({
  uCount: { value: count },
  uRuns: { value: 0 },
  uTail: { value: 0 },
});

/** Has these runs drawn as one, and all other racks; answers how many items that makes. */
export function drawSettled({ uCount, uRuns, uTail }: DrawnRacks, { runs, tail }: Settled): number {
  uRuns.value = runs;
  uTail.value = tail;
  return runs + uCount.value - tail;
}

/** GLSL: where an item's numbers are: settled runs first, then every rack of the others. */
export const RECORD = /* glsl */ `
uniform int uCount, uRuns, uTail;
int recordOf(int item) {
  return item < uRuns ? uCount + item : int(column(uRacks, (uTail + item - uRuns) * ${RACK_TEXELS} + 2).z);
}
`;

/** Most kinds of racks that one site may have; the shader's arrays are this long. */
export const MOST_KINDS = 16;

const ROLE_CODE = { compute: 0, network: 1, core: 2, storage: 3, cpu: 4 } as const;

/** Lamps on one server: columns, rows in one pitch, width in a column, and where in a row they begin and how high they are. */
const LAMPS: Record<RackKind['role'], [number, number, number, number, number]> = {
  compute: [8, 1, 0.12, 0.585, 0.045],
  network: [32, 4, 0.42, 0.62, 0.22],
  core: [32, 8, 0.42, 0.62, 0.22],
  storage: [24, 1, 0.3, 0.1, 0.05],
  cpu: [10, 1, 0.09, 0.2, 0.16],
};

/** Lamps on a rack's front: metres from one to the next across and up, height of the lowest above the floor, and rows of them. */
export function lampsOf(kind: RackKind) {
  const { foot, pitch } = slotsOf(kind);
  const [columns, rows, , begin, high] = LAMPS[kind.role];
  return {
    across: kind.width / columns,
    up: pitch / rows,
    lowest: foot + (pitch / rows) * (begin + high / 2),
    rows: kind.serverSlots.length * rows,
  };
}

/** Height at which a kind's slots begin, metres, from one to the next, and the share of that which its server fills. */
function slotsOf({ serverSlots: [first, second], base }: RackKind) {
  const { startU, heightU } = first ?? { startU: 1, heightU: 1 };
  const pitch = second ? second.startU - startU : heightU;
  // The gap of a pitch lies below its server: a compute server's manifold.
  const foot = base + (startU - 1 - (pitch - heightU)) * RACK_UNIT;
  return { foot, pitch: pitch * RACK_UNIT, filled: heightU / pitch };
}

/** What the shader knows of every kind: outer size with rear door, role, where its servers are, and their lamps. */
export function kindUniforms(kinds: readonly RackKind[]) {
  const [size, inside, cells, lamp] = [0, 0, 0, 0].map(() => new Float32Array(MOST_KINDS * 4)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];

  kinds.slice(0, MOST_KINDS).forEach((kind, kindIndex) => {
    size.set([kind.width, kind.height, kind.depth, kind.rearDoor], kindIndex * 4);
    const { foot, pitch, filled } = slotsOf(kind);
    const [columns, rows, width, begin, high] = LAMPS[kind.role];
    inside.set([ROLE_CODE[kind.role], foot, pitch, kind.serverSlots.length], kindIndex * 4);
    cells.set([1 - filled, columns, rows, 0], kindIndex * 4);
    lamp.set([width, begin, high, mounted('opening', kind)], kindIndex * 4);
  });
  return {
    uKindSize: { value: size },
    uKindInside: { value: inside },
    uKindCells: { value: cells },
    uKindLamp: { value: lamp },
  };
}
