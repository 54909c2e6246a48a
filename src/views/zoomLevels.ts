import { distanceOf, type Pose } from './pose.ts';

/**
 * The stations as rungs of one ladder, 0 (site) to the last (GPU). The distance between eye and target tells how high one
 * stands on it; between two rungs it shrinks by equal shares, so that one step of a wheel means the same everywhere.
 */

/** Distances of the stations, each nearer than the one before: what the rungs are measured by. */
export function distances(stations: readonly Pose[]): number[] {
  let nearest = Number.POSITIVE_INFINITY;
  return stations.map((pose) => {
    nearest = Math.min(distanceOf(pose), nearest * 0.8);
    return nearest;
  });
}

/** The rung that a distance belongs to, decimal; 0 beyond the first station, the last one before the last. */
export function rungOf(distance: number, rungs: readonly number[]): number {
  const last = rungs.length - 1;
  for (let rung = 0; rung < last; rung++) {
    const [far, near] = [rungs[rung]!, rungs[rung + 1]!];
    if (distance >= far) return rung;
    if (distance > near) return rung + Math.log(far / distance) / Math.log(far / near);
  }
  return last;
}

/** Turns by the shorter way, radians. */
const turn = (from: number, to: number) => {
  const by = (to - from) % (2 * Math.PI);
  return by > Math.PI ? by - 2 * Math.PI : by < -Math.PI ? by + 2 * Math.PI : by;
};

/**
 * A pose on the way from one to another, `share` 0 to 1: the distance changes by equal factors, the direction by equal angles, and
 * the target moves as the distance does, so that what one flies to stays where it is in the picture. Going part of the way
 * twice is the same as going it once.
 */
export function between(from: Pose, to: Pose, share: number): Pose {
  const [d0, d1] = [distanceOf(from), distanceOf(to)];
  const distance = d0 * (d1 / d0) ** share;
  const done = Math.abs(d1 / d0 - 1) < 1e-3 ? share : (distance - d0) / (d1 - d0);
  const look = ({ eye, target }: Pose, d: number) => ({
    azimuth: Math.atan2(eye[0] - target[0], eye[2] - target[2]),
    elevation: Math.asin(Math.max(-1, Math.min(1, (eye[1] - target[1]) / d))),
  });
  const [a, b] = [look(from, d0), look(to, d1)];
  const azimuth = a.azimuth + turn(a.azimuth, b.azimuth) * share;
  const elevation = a.elevation + (b.elevation - a.elevation) * share;
  const mix = (axis: 0 | 1 | 2) => from.target[axis] + (to.target[axis] - from.target[axis]) * done;
  const target = [mix(0), mix(1), mix(2)] as const;
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

/** The pose on a rung, decimal, of the ladder itself. */
export function poseAt(rung: number, stations: readonly Pose[]): Pose {
  const last = stations.length - 1;
  const at = Math.max(0, Math.min(last, rung));
  const below = Math.min(Math.floor(at), last - 1);
  return between(stations[below]!, stations[below + 1]!, at - below);
}

/**
 * Some rungs up or down from wherever one is: towards the next station, and on from there. Back at a station's distance
 * one is at the station, whatever was looked at before.
 */
export function climb(pose: Pose, by: number, stations: readonly Pose[]): Pose {
  const rungs = distances(stations);
  const last = rungs.length - 1;
  let here = pose;
  let rung = rungOf(distanceOf(pose), rungs);
  const goal = Math.max(0, Math.min(last, rung + by));
  const step = Math.sign(by);
  // Nearer than the last station there is nothing to fly to.
  if (step > 0 && rung >= last) return pose;
  while (Math.abs(goal - rung) > 1e-6) {
    const next = step > 0 ? Math.floor(rung + 1e-6) + 1 : Math.ceil(rung - 1e-6) - 1;
    const share = Math.min(1, (goal - rung) / (next - rung));
    here = between(here, stations[next]!, share);
    rung = share === 1 ? next : goal;
  }
  return here;
}
