import type { DataTexture } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import type { RackKind } from '../../model/site.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { columnsTexture } from '../columns/columns.ts';

/** A day that never comes, as a finite number that a shader can compare with. */
const NEVER = 1e6;

/** Texels of a rack: x, y, z of the frame's foot and heading; days installed, energized, in service, and its kind. */
export const RACK_TEXELS = 2;

/** Everything that the GPU knows of every rack, sent once; a texture that the racks and their shade share. */
export interface RackTexture {
  texture: DataTexture;
  data: Float32Array;
  count: number;
  dispose(): void;
}

/** Places of a layout's racks; {@link writeDays} fills in the days. The caller owns it. */
export function rackColumns({ racks }: Layout): RackTexture {
  const { texture, data } = columnsTexture(racks.count * RACK_TEXELS);
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const at = rackIndex * RACK_TEXELS * 4;
    data[at] = racks.x[rackIndex]!;
    data[at + 1] = racks.y[rackIndex]!;
    data[at + 2] = racks.z[rackIndex]!;
    data[at + 3] = racks.heading[rackIndex]!;
    data[at + 7] = racks.kind[rackIndex]!;
  }
  return { texture, data, count: racks.count, dispose: () => texture.dispose() };
}

/** Writes a curve's days into the columns: once for every choice of curve, never while time passes. */
export function writeDays({ texture, data, count }: RackTexture, timeline: Timeline): void {
  const { installedDay, energizedDay, inServiceDay } = timeline;
  for (let rackIndex = 0; rackIndex < count; rackIndex++) {
    const at = rackIndex * RACK_TEXELS * 4 + 4;
    data[at] = Math.min(installedDay[rackIndex]!, NEVER);
    data[at + 1] = Math.min(energizedDay[rackIndex]!, NEVER);
    data[at + 2] = Math.min(inServiceDay[rackIndex]!, NEVER);
  }
  texture.needsUpdate = true;
}

/** Most kinds of racks that one site may have; the shader's arrays are this long. */
export const MOST_KINDS = 16;

const ROLE_CODE = { compute: 0, network: 1, core: 2, storage: 3, cpu: 4 } as const;

/** What the shader knows of every kind: outer size with rear door, role, and where its servers are. */
export function kindUniforms(kinds: readonly RackKind[]) {
  const size = new Float32Array(MOST_KINDS * 4);
  const inside = new Float32Array(MOST_KINDS * 4);

  kinds.slice(0, MOST_KINDS).forEach((kind, kindIndex) => {
    size.set([kind.width, kind.height, kind.depth, kind.rearDoor], kindIndex * 4);
    const [first, second] = kind.serverSlots;
    const pitch = first && second ? second.startU - first.startU : (first?.heightU ?? 1);
    inside.set(
      [
        ROLE_CODE[kind.role],
        // Underside of the first server and distance to the next, metres above the rack's foot.
        kind.base + ((first?.startU ?? 1) - 1) * RACK_UNIT,
        pitch * RACK_UNIT,
        kind.serverSlots.length + Math.min((first?.heightU ?? 1) / Math.max(pitch, 1), 0.999),
      ],
      kindIndex * 4,
    );
  });
  return { uKindSize: { value: size }, uKindInside: { value: inside } };
}
