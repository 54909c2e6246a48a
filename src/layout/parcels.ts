import { grown, hull } from '../model/rect.ts';
import type { Hall, Site } from '../model/site.ts';
import type { Layout } from './layout.ts';
import { yardUnits } from './yard.ts';

/** How far aprons, docks and lamps reach beyond a building's walls, metres. */
const APRON = 20;

/** The parcels of layouts, which are immutable. */
const made = new WeakMap<Layout, readonly Layout[]>();

/**
 * The parcels of a layout: first the site with its land and all buildings that are not turned in it, then for each other angle the
 * buildings that are turned by it. A parcel is a layout in a frame of its own, the site frame turned about its origin, in which its
 * buildings are not turned: everything in there is parallel to its axes. All parcels have all racks and halls, with the same indices and
 * numbers; {@link hallsOf} tells which are a parcel's own. The layout itself where no building is turned.
 */
export function parcelsOf(layout: Layout): readonly Layout[] {
  const known = made.get(layout);
  if (known) return known;
  const turns = new Set(layout.site.buildings.map(({ turn }) => turn));
  turns.delete(0);
  const parcels = turns.size === 0 ? [layout] : [0, ...turns].map((turn) => parcelOf(layout, turn));
  made.set(layout, parcels);
  return parcels;
}

function parcelOf(layout: Layout, turn: number): Layout {
  const { site } = layout;
  const own = {
    ...site,
    buildings: site.buildings
      .filter((building) => building.turn === turn)
      .map((building) => ({ ...building, turn: 0 })),
    placements: site.placements.filter((placement) => placement.turn === turn),
  };
  if (turn === 0) return { ...layout, site: own };
  const rects = own.buildings.flatMap(({ rect, annexes }) => [rect, ...annexes.map((annex) => annex.rect)]);
  const parcel: Site = {
    ...own,
    isParcel: true,
    turn: site.turn + turn,
    edge: grown(hull(rects), APRON),
    ...{ zones: [], yard: [], landscape: { roads: [], trees: [] } },
  };
  return { ...layout, site: parcel, yard: yardUnits(parcel) };
}

/** The parcel of a layout in which a hall stands. */
export const parcelWith = (layout: Layout, { building }: Pick<Hall, 'building'>): Layout =>
  parcelsOf(layout).find(({ site }) => site.buildings.some(({ id }) => id === building))!;

const owned = new WeakMap<Site, readonly Hall[]>();

/** The halls in a site's buildings: all of them, or those of a parcel. */
export function hallsOf(site: Site): readonly Hall[] {
  const known = owned.get(site);
  if (known) return known;
  const ids = new Set(site.buildings.map(({ id }) => id));
  const halls = site.halls.filter(({ building }) => ids.has(building));
  owned.set(site, halls);
  return halls;
}
