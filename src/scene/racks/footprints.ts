import type { DataTexture } from 'three';
import type { Layout } from '../../layout/layout.ts';
import { fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { FOOTPRINT_RECORD } from '../ground/footprintMaterial.ts';
import { finiteDay } from '../records/recordSchema.ts';

/** Records of the floor under all racks, then under all spare places. The caller owns the texture. */
export function footprintRecords(
  { racks, spares, site }: Layout,
  timeline: Timeline,
): { count: number; texture: DataTexture } {
  const count = racks.count + spares.count;
  const laid = site.halls.map((hall) => fitOutDays(timeline, hall, 'floor').to);
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
