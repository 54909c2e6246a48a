import { mounted } from '../../layout/address.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import type { RackKind, SlotRun } from '../../model/site.ts';
import { recordSchema } from '../records/recordSchema.ts';

/** Record of a rack kind; metres. */
export const KIND_RECORD = recordSchema('RackKind', {
  /** Width, height and depth without the rear door. */
  size: 'vec3',
  rearDoor: 'float',
  /** Columns of lamps on a server, and rows per pitch. */
  lampGrid: 'vec2',
  /** Number of runs of slots and trays, and record index of the lowest one of slots. */
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
  /** The gap's height, share of a pitch. Of trays less than 0: the same and a whole number, 2 for power, 1 for others. */
  gap: 'float',
  /** Number of slots in the run, and in all runs below it. */
  count: 'codes',
  before: 'codes',
});

/** What a front shows besides servers, as a sum. Hoses come from manifolds in the gaps below servers that fill the rack's width. */
export const FRONT = { hoses: 1, cdu: 2, columns: 4, blades: 8 } as const;
export const ROLE = { compute: 0, network: 1, core: 2, storage: 3, cpu: 4 } as const;

/** Lamps on a server: columns, rows per pitch, width (share of a column), lower edge and height (shares of a row). */
type Lamps = readonly [columns: number, rows: number, width: number, begin: number, high: number];
const LAMPS: Record<RackKind['role'], Lamps> = {
  compute: [8, 1, 0.12, 0.585, 0.045],
  network: [32, 4, 0.42, 0.62, 0.22],
  core: [32, 8, 0.42, 0.62, 0.22],
  storage: [24, 1, 0.3, 0.1, 0.05],
  cpu: [10, 1, 0.09, 0.2, 0.16],
};

/** The same for a kind; servers that stand side by side have a column of lamps each. */
function lampGridOf({ role, columns, blades }: RackKind): Lamps {
  const [own, rows, width, begin, high] = LAMPS[role];
  if (blades === 'vertical') return [columns, 1, 0.25, 0.06, 0.012];
  return [columns > 1 ? columns : own, rows, width, begin, high];
}

/** A run of slots, or of the trays that it holds. */
type Run = Omit<SlotRun, 'stepU' | 'count'> & { stepU?: number; count?: number; holds?: string };

/** Values of a kind's runs of slots and then of trays; one empty run if it has none. */
function runsOf({ slotRuns, trayRuns, base }: RackKind) {
  let before = 0;
  const runs = [...slotRuns, ...trayRuns].map(
    ({ startU, heightU, stepU = heightU, count = 1, holds }: Run) => {
      const below = before;
      const gap = 1 - heightU / stepU;
      before += count;
      return {
        // The gap of a pitch lies below its server.
        foot: base + (startU - 1 - (stepU - heightU)) * RACK_UNIT,
        pitch: stepU * RACK_UNIT,
        gap: holds ? -gap - (holds === 'power' ? 2 : 1) : gap,
        count,
        before: below,
      };
    },
  );
  return runs.length > 0 ? runs : [{ foot: base, pitch: RACK_UNIT, gap: 0, count: 0, before: 0 }];
}

/** Lamps on a rack's front: distances across and up, height of the lowest, metres; and number of rows, counted through gaps between runs. */
export function lampsOf(kind: RackKind) {
  const runs = runsOf(kind);
  const [lowest, highest] = [runs[0]!, runs[Math.max(0, kind.slotRuns.length - 1)]!];
  const [columns, rows, , begin, high] = lampGridOf(kind);
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
    const [columns, rows, width, begin, high] = lampGridOf(kind);
    const isWide = kind.columns < 2;
    const hasHoses = isWide && kind.isLiquidCooled && runs[kindIndex]!.some(({ gap }) => gap > 0);
    return {
      size: [kind.width, kind.height, kind.depth],
      rearDoor: kind.rearDoor,
      lampGrid: [columns, rows],
      // The number of runs comes first, because the first code is below 256.
      runs: [runs[kindIndex]!.length, firstRun(kindIndex)],
      role: [
        ROLE[kind.role],
        (hasHoses ? FRONT.hoses : 0) +
          (kind.cduU > 0 ? FRONT.cdu : 0) +
          (isWide ? 0 : FRONT.columns) +
          (kind.blades === 'vertical' ? FRONT.blades : 0),
      ],
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
    /** Whether a kind has more than one run of slots and trays, or servers side by side, which needs a shader variant. */
    hasSeveralRuns: rackKinds.some(({ columns }, kindIndex) => columns > 1 || runs[kindIndex]!.length > 1),
    dispose() {
      kinds.dispose();
      slots.dispose();
    },
  };
}
