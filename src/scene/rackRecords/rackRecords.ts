import type { Layout } from '../../layout/layout.ts';
import { hallsOf } from '../../layout/parcels.ts';
import { slotsFilled } from '../../model/rackKinds.ts';
import { reached } from '../../model/curve.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { finiteDay, recordSchema, recordTexture } from '../records/recordSchema.ts';
import { neighbours } from './neighbours.ts';
import { rackRuns, type Settling, settling } from './runs.ts';

/**
 * Record of a rack or a run of racks; metres and days, site frame. The texture holds all racks by their index, then all runs in the
 * order in which they settle, each as one wide rack.
 */
export const RACK_RECORD = recordSchema('Rack', {
  /** Centre of the footprint without the rear door, on the floor. */
  foot: 'vec3',
  heading: 'float',
  /** Installed, energized, in service. */
  days: 'vec3',
  /** Index of its kind, and number of filled slots. */
  kind: 'codes',
  /** Days from which racks cover its right and left side, as seen from its front. */
  beside: 'vec2',
  /** Number of racks in a run; 1 for a rack. */
  racks: 'float',
  /** Index of the westernmost of those. */
  first: 'float',
  /** Index of the rack at this position in the order in which runs settle; unrelated to the record's own rack. */
  order: 'float',
});

export type RackTexture = ReturnType<typeof rackRecords>;

/** A function that tells which racks, by their index, stand in a parcel's own halls. */
export function ownRacks({ site, racks }: Pick<Layout, 'site' | 'racks'>): (rackIndex: number) => boolean {
  const halls = new Set(hallsOf(site).map(({ number }) => number));
  return (rackIndex) => halls.has(racks.hall[rackIndex]!);
}

/** Records of a layout's racks without days, which {@link writeDays} writes once per curve; racks of other parcels have none. The caller owns the texture. */
export function rackRecords(layout: Layout) {
  const { racks, site } = layout;
  const runs = rackRuns(layout);
  const { texture, data } = recordTexture((racks.count + runs.count) * RACK_RECORD.texels);
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const kind = site.rackKinds[racks.kind[rackIndex]!]!;
    RACK_RECORD.write(data, rackIndex, {
      foot: [racks.x[rackIndex]!, racks.y[rackIndex]!, racks.z[rackIndex]!],
      heading: racks.heading[rackIndex]!,
      // If the number of servers is not public, all slots are drawn filled.
      kind: [
        racks.kind[rackIndex]!,
        kind.servers > 0 ? slotsFilled(kind, racks.servers[rackIndex]!) : kind.serverSlots.length,
      ],
      racks: 1,
      first: rackIndex,
    });
  }
  return {
    texture,
    data,
    count: racks.count,
    /** See {@link neighbours}. */
    beside: neighbours(layout),
    isOwn: ownRacks(layout),
    runs,
    /** Order of settling under the curve whose days were written last. */
    settling: undefined as Settling | undefined,
    dispose: () => texture.dispose(),
  };
}

/** Writes a curve's days into the records; called once for every choice of a curve. */
export function writeDays(records: RackTexture, timeline: Timeline): void {
  const { texture, data, count, beside, isOwn } = records;
  const { installedDay, energizedDay, inServiceDay } = timeline;
  const covered = (other: number) => finiteDay(other < 0 ? undefined : installedDay[other]!);
  for (let rackIndex = 0; rackIndex < count; rackIndex++)
    RACK_RECORD.write(data, rackIndex, {
      days: [installedDay, energizedDay, inServiceDay].map((days) =>
        finiteDay(isOwn(rackIndex) ? days[rackIndex]! : undefined),
      ),
      beside: [covered(beside[rackIndex * 2]!), covered(beside[rackIndex * 2 + 1]!)],
    });
  records.settling = settling(records.runs, timeline, isOwn);
  writeRuns(records, records.settling);
  texture.needsUpdate = true;
}

/** Writes the records of the runs, and the field `order`. */
function writeRuns({ data, count, runs }: RackTexture, { order, racksBefore }: Settling): void {
  const size = RACK_RECORD.texels * 4;
  const { foot, heading, beside } = RACK_RECORD.at;
  order.forEach((run, place) => {
    const [first, racks] = [runs.first[run]!, runs.racks[run]!];
    const west = first * size;
    const east = (first + racks - 1) * size;
    data.copyWithin((count + place) * size, west, west + size);
    // Right and left as seen from the front, see neighbours.
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

/** Number of runs that are drawn as one box each, and of racks in them. */
interface Settled {
  runs: number;
  tail: number;
}

/** Every rack is drawn by itself. */
export const NONE: Settled = { runs: 0, tail: 0 };

/** The runs that have settled by a day. */
export function settledOn({ settling }: RackTexture, day: number): Settled {
  if (!settling) return NONE;
  const runs = reached(settling.days, day);
  return { runs, tail: settling.racksBefore[runs]! };
}

/** Uniforms: number of all racks, of runs that are drawn as one box each, and of racks in them. */
export const drawnRacks = ({ count }: RackTexture) => ({
  uCount: { value: count },
  uRuns: { value: 0 },
  uTail: { value: 0 },
});
export type DrawnRacks = ReturnType<typeof drawnRacks>;

/** Sets the uniforms to draw these runs as one box each and all other racks singly; returns the number of items. */
export function drawSettled({ uCount, uRuns, uTail }: DrawnRacks, { runs, tail }: Settled): number {
  uRuns.value = runs;
  uTail.value = tail;
  return runs + uCount.value - tail;
}
