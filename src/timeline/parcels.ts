import { parcelsOf } from '../layout/parcels.ts';
import type { Campus } from './campus.ts';

const made = new WeakMap<Campus, readonly Campus[]>();
const listed = new WeakMap<readonly Campus[], readonly Campus[]>();

/** A campus as one campus for each of its parcels, in their order; itself if it has one only. */
export function partsOf(campus: Campus): readonly Campus[] {
  const known = made.get(campus);
  if (known) return known;
  const parcels = parcelsOf(campus.layout);
  const parts =
    parcels.length === 1
      ? [campus]
      : // What is kept by timeline is another thing in each parcel.
        parcels.map((layout) => ({ ...campus, layout, site: layout.site, timeline: { ...campus.timeline } }));
  made.set(campus, parts);
  return parts;
}

/** The parcels of all campuses, campus by campus: what is drawn and asked, each in a frame of its own. The list itself if no building is turned. */
export function shownParcels(campuses: readonly Campus[]): readonly Campus[] {
  const known = listed.get(campuses);
  if (known) return known;
  const all = campuses.flatMap(partsOf);
  const parcels = all.length === campuses.length ? campuses : all;
  listed.set(campuses, parcels);
  return parcels;
}

/** The index of the campus that the parcel with an index belongs to. */
export const campusIndexOf = (campuses: readonly Campus[], parcelIndex: number): number => {
  let first = 0;
  return campuses.findIndex((campus) => {
    first += partsOf(campus).length;
    return parcelIndex < first;
  });
};
