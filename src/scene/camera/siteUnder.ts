import { isWithin } from '../../model/rect.ts';
import type { Site } from '../../model/site.ts';
import type { Experience } from '../../state/experience.ts';
import { campusIndexOf, shownParcels } from '../../timeline/parcels.ts';
import type { Sightline } from '../../views/sightline.ts';
import type { ZoomInput } from './zoomInput.ts';

/** Index of the site or parcel on whose land the picture shows a point of the ground, or -1. `lines` are those of the sites, in their order. */
export const siteOf = (
  sites: readonly { site: Pick<Site, 'edge'> }[],
  lines: readonly Pick<Sightline, 'ray'>[],
): number =>
  lines.findIndex(({ ray: { origin, direction } }, index) => {
    const share = -origin[1] / direction[1];
    const at = (axis: 0 | 2) => origin[axis] + direction[axis] * share;
    return share > 0 && isWithin(sites[index]!.site.edge, at(0), at(2));
  });

/** The campus on whose ground the pointer is; undefined for none. */
export function siteUnder(
  { store, live }: Experience,
  canvas: HTMLCanvasElement,
  { clientX, clientY }: ZoomInput,
): { campusIndex: number; gpu: 0 } | undefined {
  const { left, top } = canvas.getBoundingClientRect();
  const { campuses } = store.getState();
  const at = siteOf(shownParcels(campuses), live.sightlines(clientX - left, clientY - top));
  return at < 0 ? undefined : { campusIndex: campusIndexOf(campuses, at), gpu: 0 };
}
