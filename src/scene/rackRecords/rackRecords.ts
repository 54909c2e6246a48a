import type { DataTexture } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { reached } from '../../timeline/curve.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { finiteDay, recordSchema, recordTexture } from '../records/recordSchema.ts';
import { neighbours } from './neighbours.ts';
import { rackRuns, type Runs, type Settling, settling } from './runs.ts';

/**
 * A rack; metres and days, frame of the campus. All racks of a layout lie in the texture by their index; after them come their runs in
 * the order in which they settle, as if each were one wide rack.
 */
export const RACK_RECORD = recordSchema('Rack', {
  /** The middle of the frame's foot. */
  foot: 'vec3',
  heading: 'float',
  /** Installed, energized, in service. */
  days: 'vec3',
  /** Its kind, and how many slots are filled. */
  kind: 'codes',
  /** From when racks to its right and left cover its sides. */
  beside: 'vec2',
  /** How many racks a run has; 1 for a rack. */
  racks: 'float',
  /** Index of the westernmost of those. */
  first: 'float',
  /** Not of this rack but of this place in the order in which runs settle: the index of the rack that comes there. */
  order: 'float',
});

/** The records of all racks in one texture, which the racks and their shadows share. Sent to the GPU once per curve. */
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
  const { texture, data } = recordTexture((racks.count + runs.count) * RACK_RECORD.texels);
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const kind = site.rackKinds[racks.kind[rackIndex]!]!;
    RACK_RECORD.write(data, rackIndex, {
      foot: [racks.x[rackIndex]!, racks.y[rackIndex]!, racks.z[rackIndex]!],
      heading: racks.heading[rackIndex]!,
      // Where servers are not counted, every slot holds something.
      kind: [racks.kind[rackIndex]!, kind.servers > 0 ? racks.servers[rackIndex]! : kind.serverSlots.length],
      racks: 1,
      first: rackIndex,
    });
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

/** Writes a curve's days into the records: once for every choice of curve, never while time passes. */
export function writeDays(records: RackTexture, timeline: Timeline): void {
  const { texture, data, count, beside } = records;
  const { installedDay, energizedDay, inServiceDay } = timeline;
  const covered = (other: number) => finiteDay(other < 0 ? undefined : installedDay[other]!);
  for (let rackIndex = 0; rackIndex < count; rackIndex++)
    RACK_RECORD.write(data, rackIndex, {
      days: [installedDay, energizedDay, inServiceDay].map((days) => finiteDay(days[rackIndex]!)),
      beside: [covered(beside[rackIndex * 2]!), covered(beside[rackIndex * 2 + 1]!)],
    });
  records.settling = settling(records.runs, timeline);
  writeRuns(records, records.settling);
  texture.needsUpdate = true;
}

/** Writes the runs behind the racks, and at each rack's place the index of one of those in the order of their runs. */
function writeRuns({ data, count, runs }: RackTexture, { order, racksBefore }: Settling): void {
  const size = RACK_RECORD.texels * 4;
  const { foot, heading, beside } = RACK_RECORD.at;
  order.forEach((run, place) => {
    const [first, racks] = [runs.first[run]!, runs.racks[run]!];
    const west = first * size;
    const east = (first + racks - 1) * size;
    data.copyWithin((count + place) * size, west, west + size);
    // Of the racks at its ends, as they look at the aisle: see neighbours.
    const [right, left] = data[west + heading] === 0 ? [east, west] : [west, east];
    RACK_RECORD.write(data, count + place, {
      foot: [(data[west + foot]! + data[east + foot]!) / 2, data[west + foot + 1]!, data[west + foot + 2]!],
      beside: [data[right + beside]!, data[left + beside + 1]!],
      racks,
      first,
    });
    for (let rack = 0; rack < racks; rack++)
      RACK_RECORD.write(data, racksBefore[place]! + rack, { order: first + rack });
  });
}

/** How many runs have settled and are drawn as one box each, and how many racks those hold. */
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

/** What of the records is drawn, as uniforms: how many racks there are in all, runs, and racks that those hold. */
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
