import { firstMet, rackAt } from '../../inventory/query/whatIsAt.ts';
import { shownThings } from '../../inventory/shownThings.ts';
import type { Pointed } from '../../state/experience.ts';
import type { Campus } from '../../timeline/campus.ts';
import { campusIndexOf } from '../../timeline/parcels.ts';
import type { Sightline } from '../../views/sightline.ts';
import { openModule } from './openModule.ts';

/**
 * The rack or GPU under a pixel, given the sightline through it for each shown parcel; null where none is or something hides it, such as the
 * bench on which so many chips are compared.
 */
export function rackUnder(
  campuses: readonly Campus[],
  lines: readonly Sightline[],
  chips = 0,
): Pointed | null {
  const shown = shownThings(campuses);
  const first = firstMet(lines, ({ ray, sight, open }, at) => {
    const things = shown[at]!;
    const module = openModule(things.layout, open, ray.origin, ray.direction, chips);
    return module ? { ...module, distance: 0 } : rackAt(things, ray, sight);
  });
  if (first?.met.rackIndex === undefined) return null;
  const { rackIndex, gpu = 0 } = first.met;
  return { campusIndex: campusIndexOf(campuses, first.at), rackIndex, gpu };
}
