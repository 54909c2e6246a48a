import type { Rect } from '../model/site.ts';
import { type Standing, toSite } from '../model/standing.ts';
import { distanceOf, pointBetween, type Pose, turnBetween } from './pose.ts';
import { VIEWS, type View } from './view.ts';

/**
 * Zoom levels number the stations from 0 (site) to the last (GPU) and are decimal in between. A level follows from the distance
 * between eye and target; between two stations, equal steps of the level change the distance by equal factors.
 */

/** Eye distances of the stations, metres, made strictly decreasing. */
export function levelDistances(stations: readonly Pose[]): number[] {
  let nearest = Number.POSITIVE_INFINITY;
  return stations.map((pose) => {
    nearest = Math.min(distanceOf(pose), nearest * 0.86);
    return nearest;
  });
}

/** The zoom level of an eye distance; 0 if it is farther than the first station, the last level if nearer than the last. */
export function zoomLevelOf(distance: number, distances: readonly number[]): number {
  const last = distances.length - 1;
  for (let level = 0; level < last; level++) {
    const [far, near] = [distances[level]!, distances[level + 1]!];
    if (distance >= far) return level;
    if (distance > near) return level + Math.log(far / distance) / Math.log(far / near);
  }
  return last;
}

/**
 * The pose at `share` (0 to 1) of the way between two: the distance changes by equal factors, the direction by equal angles, and
 * the target moves with the distance, so that the point zoomed to stays where it is in the picture. Two partial steps give the
 * same pose as one whole step.
 */
export function partWay(from: Pose, to: Pose, share: number): Pose {
  const [d0, d1] = [distanceOf(from), distanceOf(to)];
  const distance = d0 * (d1 / d0) ** share;
  const done = Math.abs(d1 / d0 - 1) < 1e-3 ? share : (distance - d0) / (d1 - d0);
  const direction = ({ eye, target }: Pose, d: number) => ({
    azimuth: Math.atan2(eye[0] - target[0], eye[2] - target[2]),
    elevation: Math.asin(Math.max(-1, Math.min(1, (eye[1] - target[1]) / d))),
  });
  const [a, b] = [direction(from, d0), direction(to, d1)];
  const azimuth = a.azimuth + turnBetween(a.azimuth, b.azimuth) * share;
  const elevation = a.elevation + (b.elevation - a.elevation) * share;
  const target = pointBetween(from.target, to.target, done);
  const flat = Math.cos(elevation) * distance;
  return {
    target,
    eye: [
      target[0] + Math.sin(azimuth) * flat,
      target[1] + Math.sin(elevation) * distance,
      target[2] + Math.cos(azimuth) * flat,
    ],
  };
}

/** The pose at a decimal zoom level, between stations. */
export function poseAt(level: number, stations: readonly Pose[]): Pose {
  const last = stations.length - 1;
  const at = Math.max(0, Math.min(last, level));
  const below = Math.min(Math.floor(at), last - 1);
  return partWay(stations[below]!, stations[below + 1]!, at - below);
}

/** The pose `by` zoom levels nearer (farther if negative), station by station; at a station's distance it is the station's own. */
export function zoomBy(pose: Pose, by: number, stations: readonly Pose[]): Pose {
  const distances = levelDistances(stations);
  const last = distances.length - 1;
  let here = pose;
  let level = zoomLevelOf(distanceOf(pose), distances);
  const goal = Math.max(0, Math.min(last, level + by));
  const step = Math.sign(by);
  // There is no station nearer than the last.
  if (step > 0 && level >= last) return pose;
  while (Math.abs(goal - level) > 1e-6) {
    const next = step > 0 ? Math.floor(level + 1e-6) + 1 : Math.ceil(level - 1e-6) - 1;
    const share = Math.min(1, (goal - level) / (next - level));
    here = partWay(here, stations[next]!, share);
    level = share === 1 ? next : goal;
  }
  return here;
}

/** Difference in zoom levels within which the eye counts as at a station. */
export const ARRIVED = 1e-3;
/** Zoom level from which racks in front of the near stations are not drawn, and margin of that gap around the eye, metres. */
const GAP_LEVEL = 3.05;
const EYE_ROOM = 0.9;

/** The result of a zoom along the stations. */
export interface Arrival {
  /** With the gap in which racks are not drawn. */
  pose: Pose;
  level: number;
  /** View of the nearest station. */
  view: View;
  /** That station, if the eye is at it. */
  station: Pose | undefined;
}

/** Level, nearest view and gap of a pose of the scene frame between the stations; `standing` is that of the current campus. */
export function arrivalAt({ eye, target }: Pose, stations: readonly Pose[], standing: Standing): Arrival {
  const level = zoomLevelOf(distanceOf({ eye, target }), levelDistances(stations));
  const nearest = Math.round(level);
  const gap = level > GAP_LEVEL ? stations[VIEWS.indexOf('rack')]!.gap : undefined;
  return {
    pose: { eye, target, ...(gap && { gap: withEye(gap, toSite(standing, eye[0], eye[2])) }) },
    level,
    view: VIEWS[nearest]!,
    station: Math.abs(level - nearest) < ARRIVED ? stations[nearest] : undefined,
  };
}

/** A gap extended to contain the eye, with a margin in x. */
const withEye = (gap: Rect, [x, z]: readonly [number, number]): Rect => ({
  x0: Math.min(gap.x0, x - EYE_ROOM),
  x1: Math.max(gap.x1, x + EYE_ROOM),
  z0: Math.min(gap.z0, z),
  z1: Math.max(gap.z1, z),
});
