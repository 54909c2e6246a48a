import type { ExperienceState } from '../state/experience.ts';
import type { Live } from '../state/live.ts';
import { toScene, toSite } from '../model/standing.ts';
import type { Campus } from '../timeline/campus.ts';
import { siteRect } from '../views/stations.ts';
import { type Box, type LabelPlace, placeLabels } from './placeLabels.ts';

/** Zoom level from which labels are left out: the eye is then in a building. */
const NEAREST_LEVEL = 1.6;
/** Share of the free part of the picture, across, above which a campus is too near to need its label. */
const WIDEST = 0.9;
/** Height of what a label stands over, metres above the ground. */
const HEIGHT = 12;
/** How far the plan's dimensions reach from the buildings that they measure, across and down the picture, CSS pixels. */
const DIMENSIONS = { across: 76, down: 38 };

/**
 * Where the labels of the shown campuses stand in the last drawn frame, for their sizes, the free part of the picture and what in there is taken, CSS
 * pixels; undefined where one would only be in the way.
 */
export function campusPlaces(
  live: Pick<Live, 'project' | 'zoomLevel'>,
  { campuses, campusIndex, look }: Pick<ExperienceState, 'campuses' | 'campusIndex' | 'look'>,
  sizes: readonly { width: number; height: number }[],
  free: Box,
  taken: readonly Box[] = [],
): (LabelPlace | undefined)[] {
  if (live.zoomLevel >= NEAREST_LEVEL) return campuses.map(() => undefined);
  const current = campuses[campusIndex]!;
  const { across, down } = look === 'plan' ? DIMENSIONS : { across: 0, down: 0 };
  const labelled = campuses.map((campus, index) => {
    const size = sizes[index];
    const box = size && boxOf(live, campus, current);
    if (!box || box.right - box.left > (free.right - free.left) * WIDEST) return undefined;
    const { left, right, top, bottom } = box;
    const around = { left: left - across, right: right + across, top: top - down, bottom: bottom + down };
    return { box, around, ...size };
  });
  return placeLabels(labelled, free, taken);
}

/** The smallest rectangle of the picture around a campus's buildings; undefined if a part of them lies behind the eye. */
function boxOf({ project }: Pick<Live, 'project'>, campus: Campus, current: Campus): Box | undefined {
  const { x0, x1, z0, z1 } = siteRect(campus.layout);
  const seen = [x0, x1].flatMap((x) =>
    [z0, z1].flatMap((z) => {
      // Points are named in the frame of the current campus.
      const [across, along] = toSite(current, ...toScene(campus, x, z));
      return [0, HEIGHT].map((y) => project(across, y, along));
    }),
  );
  const points = seen.filter((point) => point !== undefined);
  if (points.length < seen.length) return undefined;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Moves a label to its place, or hides it. */
export function moveLabel({ style }: HTMLElement, place: LabelPlace | undefined): void {
  style.visibility = place ? 'visible' : 'hidden';
  if (!place) return;
  style.translate = `${place.left.toFixed(1)}px ${place.top.toFixed(1)}px`;
  style.setProperty('--line', `${place.line.toFixed(1)}px`);
  style.setProperty('--line-at', `${place.lineAt.toFixed(1)}px`);
}
