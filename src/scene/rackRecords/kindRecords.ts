import type { DataTexture } from 'three';
import { mounted } from '../../layout/address.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import type { RackKind } from '../../model/site.ts';
import { recordSchema } from '../records/recordSchema.ts';

/** What the shader knows of a kind of rack; metres. */
export const KIND_RECORD = recordSchema('RackKind', {
  /** Width, height and depth of the frame; its rear door stands behind it. */
  size: 'vec3',
  rearDoor: 'float',
  /** Columns of lamps on one server, and rows in one pitch. */
  lampGrid: 'vec2',
  /** Its runs of slots: how many there are, and the index of the lowest one. */
  runs: 'codes',
  /** See {@link ROLE}. */
  role: 'float',
  /** A lamp's width in its column, where in its row it begins and how high it is: shares. */
  lamp: 'vec3',
  /** How wide all columns are: what lies between the posts. */
  columnsWidth: 'float',
});

/** A run of slots of one height at even distances; metres above the floor. */
export const SLOTS_RECORD = recordSchema('Slots', {
  /** Where the gap below the lowest slot begins: a compute server's manifold. */
  foot: 'float',
  pitch: 'float',
  /** The gap's share of a pitch. */
  gap: 'float',
  /** Slots in the run, and in those below it. */
  count: 'codes',
  before: 'codes',
});

export const ROLE = { compute: 0, network: 1, core: 2, storage: 3, cpu: 4 } as const;

/** Lamps on one server: columns, rows in one pitch, width in a column, and where in a row they begin and how high they are. */
const LAMPS: Record<RackKind['role'], readonly [number, number, number, number, number]> = {
  compute: [8, 1, 0.12, 0.585, 0.045],
  network: [32, 4, 0.42, 0.62, 0.22],
  core: [32, 8, 0.42, 0.62, 0.22],
  storage: [24, 1, 0.3, 0.1, 0.05],
  cpu: [10, 1, 0.09, 0.2, 0.16],
};

/** A kind's runs of slots as the shader knows them; one that is empty where there are none. */
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

/**
 * Lamps on a rack's front: metres from one to the next across and up, height of the lowest above the floor, and rows of them. Where
 * slots lie in several runs, the rows go on between those.
 */
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

/** Kinds of racks and their runs of slots as records; the caller owns them. */
export interface KindRecords {
  uniforms: { uKinds: { value: DataTexture }; uSlots: { value: DataTexture } };
  /** Some kind has more than one run of slots: faces are drawn with a variant that looks for them. */
  hasSeveralRuns: boolean;
  dispose(): void;
}

export function kindRecords(kinds: readonly RackKind[]): KindRecords {
  const runs = kinds.map(runsOf);
  const firstRun = (kindIndex: number) => runs.slice(0, kindIndex).flat().length;
  const uKinds = KIND_RECORD.texture(kinds, (kind, kindIndex) => {
    const [columns, rows, width, begin, high] = LAMPS[kind.role];
    return {
      size: [kind.width, kind.height, kind.depth],
      rearDoor: kind.rearDoor,
      lampGrid: [columns, rows],
      // The number of runs comes first: it is the smaller one.
      runs: [runs[kindIndex]!.length, firstRun(kindIndex)],
      role: ROLE[kind.role],
      lamp: [width, begin, high],
      columnsWidth: mounted('opening', kind),
    };
  });
  const uSlots = SLOTS_RECORD.texture(runs.flat(), ({ count, before, ...run }) => ({
    ...run,
    count: [count],
    before: [before],
  }));
  return {
    uniforms: { uKinds: { value: uKinds }, uSlots: { value: uSlots } },
    hasSeveralRuns: runs.some(({ length }) => length > 1),
    dispose() {
      uKinds.dispose();
      uSlots.dispose();
    },
  };
}
