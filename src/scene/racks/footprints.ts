import type { Layout } from '../../layout/layout.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { fitOutDays } from '../campus/halls.ts';
import { columnsTexture } from '../columns/columns.ts';

/**
 * Places on the floor as columns, two texels each: x, y, z, heading; width, depth, and the days from which the floor is laid
 * and until which no rack stands there. The caller owns the texture.
 */
export function footprintColumns({ racks, spares, site }: Layout, timeline: Timeline) {
  const count = racks.count + spares.count;
  const { texture, data } = columnsTexture(count * 2);
  const laid = site.halls.map((hall) => fitOutDays(site, hall, 'floor').to);
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
        Math.min(timeline.installedDay[rackIndex]!, 1e6),
      ],
      rackIndex * 8,
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
        1e6,
      ],
      (racks.count + spare) * 8,
    );
  return { count, texture };
}
