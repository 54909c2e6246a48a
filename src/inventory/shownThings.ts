import type { Rect } from '../model/site.ts';
import { toScene, toSite } from '../model/standing.ts';
import type { Campus } from '../timeline/campus.ts';
import { shownParcels } from '../timeline/parcels.ts';
import { inventory } from './inventory.ts';
import type { Things } from './things/Things.ts';

/** What is shown of each parcel, by the list of campuses, which is immutable. */
const made = new WeakMap<readonly Campus[], readonly Things[]>();

/**
 * The things of each parcel of the shown campuses, in their order; each in its own frame. A campus's own site is its ground: nothing
 * of another campus stands on it or is painted on it. The land around all sites belongs to the first campus. Returns the same
 * objects for the same list.
 */
export function shownThings(campuses: readonly Campus[]): readonly Things[] {
  const known = made.get(campuses);
  if (known) return known;
  const parcels = shownParcels(campuses);
  const shown = parcels.map((parcel, index) => {
    const things = inventory(parcel.layout, parcel.timeline);
    if (parcels.length === 1) return things;
    return index === 0 ? withoutOthersGround(things, parcels) : onOwnGround(things);
  });
  made.set(campuses, shown);
  return shown;
}

/** The first campus, with its land but nothing that stands on another's site. Other sites' ground is painted over its land. */
function withoutOthersGround(things: Things, [first, ...others]: readonly Campus[]): Things {
  const { edge } = things.site;
  const isOthers = (x: number, z: number) => {
    const [east, south] = toScene(first!, x, z);
    return others.some((other) => holds(other.site.edge, ...toSite(other, east, south)));
  };
  return things.where((x, z) => holds(edge, x, z) || !isOthers(x, z), things.ground);
}

/** A campus without the land around its site. */
function onOwnGround(things: Things): Things {
  const { edge } = things.site;
  return things.where((x, z) => holds(edge, x, z), things.ground.within(edge));
}

const holds = ({ x0, x1, z0, z1 }: Rect, x: number, z: number) => x >= x0 && x <= x1 && z >= z0 && z <= z1;
