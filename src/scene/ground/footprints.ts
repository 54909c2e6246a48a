import type { DataTexture } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { hallsOf } from '../../layout/parcels.ts';
import { fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { finiteDay, recordSchema } from '../records/recordSchema.ts';
import { PALETTE } from '../shading/look.ts';
import { material } from '../shading/material.ts';
import { colour, type SharedUniforms } from '../shading/shared.ts';
import FRAGMENT from './footprint.frag.glsl';
import VERTEX from './footprint.vert.glsl';
import { FLOOR_SHARE, PAINTED } from './painted.ts';

/** A rack place on the floor; metres and days, site frame. */
const FOOTPRINT_RECORD = recordSchema('Footprint', {
  middle: 'vec3',
  heading: 'float',
  /** Width and depth. */
  size: 'vec2',
  /** From the day on which the floor is laid until the day on which a rack stands there. */
  days: 'vec2',
  /** The day from which its hall is lit. */
  lit: 'float',
});

/** Records of the floor under all racks, then under all spare places. The caller owns the texture. */
export function footprintRecords(
  { racks, spares, site }: Layout,
  timeline: Timeline,
): { count: number; texture: DataTexture } {
  const count = racks.count + spares.count;
  const own = hallsOf(site);
  // Floors of other parcels are never laid in this one.
  const laid = site.halls.map((hall) =>
    finiteDay(own.includes(hall) ? fitOutDays(timeline, hall, 'floor').to : undefined),
  );
  const lit = site.halls.map((hall) => finiteDay(litFrom(timeline, hall)));
  const texture = FOOTPRINT_RECORD.texture({ length: count }, (_, place) => {
    const isSpare = place >= racks.count;
    const [of, at] = isSpare ? [spares, place - racks.count] : [racks, place];
    const kind = isSpare ? undefined : site.rackKinds[racks.kind[at]!]!;
    const hall = of.hall[at]! - 1;
    return {
      middle: [of.x[at]!, of.y[at]!, of.z[at]!],
      heading: of.heading[at]!,
      size: kind ? [kind.width, kind.depth] : [spares.width[at]!, spares.depth[at]!],
      days: [laid[hall]!, finiteDay(isSpare ? undefined : timeline.installedDay[at]!)],
      lit: lit[hall]!,
    };
  });
  return { count, texture };
}

/** Material of the marks for places without a rack. */
export const footprintMaterial = (shared: SharedUniforms, footprints: DataTexture, isPlan: boolean) =>
  material(shared, {
    name: 'footprints',
    records: [[FOOTPRINT_RECORD, footprints]],
    vertex: [VERTEX],
    fragment: [FRAGMENT],
    uniforms: {
      uFootprint: { value: colour(PALETTE.footprint) },
      uFloor: { value: colour(PALETTE.floor) },
    },
    defines: { FLOOR_SHARE },
    isPlan,
    ...PAINTED,
  });
