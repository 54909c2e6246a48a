import type { Live } from '../state/live.ts';
import type { Campus } from '../timeline/campus.ts';
import { siteRect } from '../views/stations.ts';
import { placeLabels } from './placeLabels.ts';

/** Zoom level from which labels are left out: the eye is then in a building. */
const NEAREST_LEVEL = 1.6;
/** Share of the picture's width above which a campus is too near to need its label. */
const WIDEST = 0.7;
/** Metres above the ground at which a label points: over the roofs. */
const HEIGHT = 14;

/** Where a label stands: its upper left corner, and how far it is raised above its campus; CSS pixels. */
interface LabelPlace {
  left: number;
  top: number;
  rise: number;
}

/**
 * Where the labels of the shown campuses stand in the last drawn frame, for their sizes and a picture of this width, CSS pixels;
 * undefined where one would only be in the way.
 */
export function campusPlaces(
  live: Pick<Live, 'project' | 'zoomLevel'>,
  { campuses, campusIndex }: { campuses: readonly Campus[]; campusIndex: number },
  sizes: readonly { width: number; height: number }[],
  width: number,
): (LabelPlace | undefined)[] {
  const current = campuses[campusIndex]!;
  const anchors = campuses.map(({ layout, at }, index) => {
    const size = sizes[index];
    if (!size || live.zoomLevel >= NEAREST_LEVEL) return undefined;
    const { x0, x1, z0 } = siteRect(layout);
    // Points are named in the frame of the current campus.
    const [x, z] = [at[0] - current.at[0], at[1] - current.at[1]];
    const point = live.project((x0 + x1) / 2 + x, HEIGHT, z0 + z);
    const [west, east] = [x0, x1].map((end) => live.project(end + x, HEIGHT, z0 + z)?.x ?? Number.NaN);
    // Not for one of which an end lies behind the eye either.
    const isFar = Math.abs(east! - west!) < width * WIDEST;
    return point && isFar ? { ...point, ...size } : undefined;
  });
  return placeLabels(anchors).map((rise, index) => {
    const anchor = anchors[index];
    if (!anchor || rise === undefined) return undefined;
    return { left: anchor.x - anchor.width / 2, top: anchor.y - rise - anchor.height, rise };
  });
}

/** Moves a label to its place, or hides it. */
export function moveLabel({ style }: HTMLElement, place: LabelPlace | undefined): void {
  style.visibility = place ? 'visible' : 'hidden';
  if (!place) return;
  style.translate = `${place.left.toFixed(1)}px ${place.top.toFixed(1)}px`;
  style.setProperty('--rise', `${place.rise.toFixed(1)}px`);
}
