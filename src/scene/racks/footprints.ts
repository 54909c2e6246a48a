import type { Layout } from '../../layout/layout.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { fitOutDays } from '../campus/halls.ts';

/** Places on the floor as columns: x, y, z, heading; width and depth; from the day the floor is laid until a rack stands there. */
export function footprintColumns({ racks, spares, site }: Layout, timeline: Timeline) {
  const count = racks.count + spares.count;
  const place = new Float32Array(count * 4);
  const extent = new Float32Array(count * 2);
  const days = new Float32Array(count * 2);
  const laid = site.halls.map((hall) => fitOutDays(site, hall, 'floor').to);
  const put = (
    at: number,
    where: readonly [number, number, number, number],
    size: readonly [number, number],
    until: number,
    hall: number,
  ) => {
    place.set(where, at * 4);
    extent.set(size, at * 2);
    days.set([laid[hall - 1] ?? -1e4, until], at * 2);
  };
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++) {
    const kind = site.rackKinds[racks.kind[rackIndex]!]!;
    put(
      rackIndex,
      [racks.x[rackIndex]!, racks.y[rackIndex]!, racks.z[rackIndex]!, racks.heading[rackIndex]!],
      [kind.width, kind.depth],
      Math.min(timeline.installedDay[rackIndex] ?? 1e6, 1e6),
      racks.hall[rackIndex]!,
    );
  }
  for (let spare = 0; spare < spares.count; spare++)
    put(
      racks.count + spare,
      [spares.x[spare]!, spares.y[spare]!, spares.z[spare]!, spares.heading[spare]!],
      [spares.width[spare]!, spares.depth[spare]!],
      1e6,
      spares.hall[spare]!,
    );
  return { count, place, extent, days };
}
