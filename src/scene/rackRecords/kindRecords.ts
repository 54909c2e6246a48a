import { mounted } from '../../layout/address.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import type { RackKind } from '../../model/site.ts';
import { recordSchema } from '../records/recordSchema.ts';

/** Record of a rack kind; metres. */
export const KIND_RECORD = recordSchema('RackKind', {
  /** Width, height and depth without the rear door. */
  size: 'vec3',
  rearDoor: 'float',
  /** Columns of lamps on a server, and rows per pitch. */
  lampGrid: 'vec2',
  /** Number of runs of slots, and record index of the lowest one. */
  runs: 'codes',
  /** See {@link ROLE} and {@link FRONT}. */
  role: 'codes',
  /** A lamp's width, share of its column; its lower edge and height, shares of its row. */
  lamp: 'vec3',
  /** Width of all columns together: the opening between the posts. */
  columnsWidth: 'float',
});

/** Record of a run of slots of one height at equal distances; metres above the floor. */
export const SLOTS_RECORD = recordSchema('Slots', {
  /** Lower edge of the gap below the lowest slot; with compute servers the gap holds a manifold. */
  foot: 'float',
  pitch: 'float',
  /** The gap's height, share of a pitch. */
  gap: 'float',
  /** Number of slots in the run, and in all runs below it. */
  count: 'codes',
  before: 'codes',
});

/** What a front shows besides servers, as a sum. Hoses come from manifolds in the gaps below servers. */
export const FRONT = { hoses: 1, cdu: 2 } as const;
export const ROLE = { compute: 0, network: 1, core: 2, storage: 3, cpu: 4 } as const;

/** Lamps on a server: columns, rows per pitch, width (share of a column), lower edge and height (shares of a row). */
const LAMPS: Record<RackKind['role'], readonly [number, number, number, number, number]> = {
  compute: [8, 1, 0.12, 0.585, 0.045],
  network: [32, 4, 0.42, 0.62, 0.22],
  core: [32, 8, 0.42, 0.62, 0.22],
  storage: [24, 1, 0.3, 0.1, 0.05],
  cpu: [10, 1, 0.09, 0.2, 0.16],
};

/** Values of a kind's runs of slots; one empty run if it has none. */
function runsOf({ slotRuns, base }: RackKind) {
  let before = 0;
  const runs = slotRuns.map(({ startU, heightU, stepU, count }) => {
    const below = before;
    before += count;
    return {
      // The gap of a pitch lies below its server.
      foot: base + (startU - 1 - (stepU - heightU)) * RACK_UNIT,
      pitch: stepU * RACK_UNIT,
      gap: 1 - heightU / stepU,
      count,
      before: below,
    };
  });
  return runs.length > 0 ? runs : [{ foot: base, pitch: RACK_UNIT, gap: 0, count: 0, before: 0 }];
}

/** Lamps on a rack's front: distances across and up, height of the lowest, metres; and number of rows, counted through gaps between runs. */
export function lampsOf(kind: RackKind) {
  const runs = runsOf(kind);
  const [lowest, highest] = [runs[0]!, runs.at(-1)!];
  const [columns, rows, , begin, high] = LAMPS[kind.role];
  const up = lowest.pitch / rows;
  return {
    across: kind.width / columns,
    up,
    lowest: lowest.foot + up * (begin + high / 2),
    rows: Math.round((highest.foot + highest.count * highest.pitch - lowest.foot) / up),
  };
}

export type KindRecords = ReturnType<typeof kindRecords>;

/** Rack kinds and their runs of slots as records; the caller owns them. */
export function kindRecords(rackKinds: readonly RackKind[]) {
  const runs = rackKinds.map(runsOf);
  const firstRun = (kindIndex: number) => runs.slice(0, kindIndex).flat().length;
  const kinds = KIND_RECORD.texture(rackKinds, (kind, kindIndex) => {
    const [columns, rows, width, begin, high] = LAMPS[kind.role];
    const hasHoses = kind.isLiquidCooled && runs[kindIndex]!.some(({ gap }) => gap > 0);
    return {
      size: [kind.width, kind.height, kind.depth],
      rearDoor: kind.rearDoor,
      lampGrid: [columns, rows],
      // The number of runs comes first, because the first code is below 256.
      runs: [runs[kindIndex]!.length, firstRun(kindIndex)],
      role: [ROLE[kind.role], (hasHoses ? FRONT.hoses : 0) + (kind.cduU > 0 ? FRONT.cdu : 0)],
      lamp: [width, begin, high],
      columnsWidth: mounted('opening', kind),
    };
  });
  const slots = SLOTS_RECORD.texture(runs.flat(), ({ count, before, ...run }) => ({
    ...run,
    count: [count],
    before: [before],
  }));
  return {
    kinds,
    slots,
    /** Whether a kind has more than one run of slots, which needs a shader variant. */
    hasSeveralRuns: runs.some(({ length }) => length > 1),
    dispose() {
      kinds.dispose();
      slots.dispose();
    },
  };
}
