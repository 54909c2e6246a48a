import type { Layout } from '../../layout/layout.ts';
import { ALWAYS_UNTIL } from '../../model/days.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';
import { recordTexture } from '../records/records.ts';
import { litCode } from '../shading/lit.ts';

/**
 * Places on the floor as columns, three texels each: x, y, z, heading; width, depth, and the days from which the floor is
 * laid and until which no rack stands there; from when it is lit. The caller owns the texture.
 */
export function footprintRecords({ racks, spares, site }: Layout, timeline: Timeline) {
  const count = racks.count + spares.count;
  const { texture, data } = recordTexture(count * 3);
  const laid = site.halls.map((hall) => fitOutDays(timeline, hall, 'floor').to);
  const lit = site.halls.map((hall) => litCode(litFrom(timeline, hall)));
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const kind = site.rackKinds[racks.kind[rackIndex]!]!;
    data.set(
      [
        racks.x[rackIndex]!,
        racks.y[rackIndex]!,
        racks.z[rackIndex]!,
        racks.heading[rackIndex]!,
        kind.width,
        kind.depth,
        laid[racks.hall[rackIndex]! - 1]!,
        Math.min(timeline.installedDay[rackIndex]!, ALWAYS_UNTIL),
        lit[racks.hall[rackIndex]! - 1]!,
      ],
      rackIndex * 12,
    );
  }
  for (let spare = 0; spare < spares.count; spare++)
    data.set(
      [
        spares.x[spare]!,
        spares.y[spare]!,
        spares.z[spare]!,
        spares.heading[spare]!,
        spares.width[spare]!,
        spares.depth[spare]!,
        laid[spares.hall[spare]! - 1]!,
        ALWAYS_UNTIL,
        lit[spares.hall[spare]! - 1]!,
      ],
      (racks.count + spare) * 12,
    );
  return { count, texture };
}
