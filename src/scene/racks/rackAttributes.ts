import { InstancedBufferAttribute } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import type { RackKind } from '../../model/site.ts';
import type { Timeline } from '../../timeline/timeline.ts';

/** A day that never comes, as a finite number that a shader can compare with. */
const NEVER = 1e6;

/** The columns that tell the GPU everything about every rack, sent once. Shared by the racks and their shade. */
export interface RackAttributes {
  /** x, y, z of the frame's foot, heading in radians; site frame, metres. */
  aRack: InstancedBufferAttribute;
  /** Days: installed, energized, in service. */
  aDays: InstancedBufferAttribute;
  aKind: InstancedBufferAttribute;
  count: number;
}

export function rackAttributes(layout: Layout): RackAttributes {
  const { racks } = layout;
  const place = new Float32Array(racks.count * 4);
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    place[rackIndex * 4] = racks.x[rackIndex]!;
    place[rackIndex * 4 + 1] = racks.y[rackIndex]!;
    place[rackIndex * 4 + 2] = racks.z[rackIndex]!;
    place[rackIndex * 4 + 3] = racks.heading[rackIndex]!;
  }
  return {
    aRack: new InstancedBufferAttribute(place, 4),
    aDays: new InstancedBufferAttribute(new Float32Array(racks.count * 3), 3),
    aKind: new InstancedBufferAttribute(new Uint8Array(racks.kind), 1),
    count: racks.count,
  };
}

/** Writes a curve's days into the columns: once for every choice of curve, never while time passes. */
export function writeDays(attributes: RackAttributes, timeline: Timeline): void {
  const { aDays, count } = attributes;
  const days = aDays.array as Float32Array;
  const finite = (day: number | undefined) => Math.min(day ?? NEVER, NEVER);
  for (let rackIndex = 0; rackIndex < count; rackIndex++) {
    days[rackIndex * 3] = finite(timeline.installedDay[rackIndex]);
    days[rackIndex * 3 + 1] = finite(timeline.energizedDay[rackIndex]);
    days[rackIndex * 3 + 2] = finite(timeline.inServiceDay[rackIndex]);
  }
  aDays.needsUpdate = true;
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
