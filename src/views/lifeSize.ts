import type { Layout } from '../layout/layout.ts';
import { FRONT_RECESS } from '../layout/serverPlan.ts';
import { shownGpu } from './focus.ts';
import { inHall, rackPose } from './hallStations.ts';
import { elevationFoot, planStation } from './planStations.ts';
import { distanceOf, type Point, type Pose } from './pose.ts';
import { subjectRack } from './stations.ts';
import { type TouchScreen, lengthsOn } from './touchScreen.ts';

/** Height of a visitor's eye above the floor, and how far before the glass it is: at arm's length, farther from a large screen; metres. */
const EYE_HEIGHT = 1.6;
const ARM = 0.75;
const PER_DIAGONAL = 0.75;

/** The picture as a pane of glass, behind which things are as large as they are. */
export interface Pane {
  pose: Pose;
  /** The pane within the whole picture of a camera with this pose, as three's `setViewOffset` takes it; CSS pixels. */
  view: { fullWidth: number; fullHeight: number; x: number; y: number };
}

/**
 * The pane of a touch screen before the rack that near views show: the fronts of its servers lie in the plane of the glass, the rack
 * stands on the floor of the room, and so does the visitor. In the plan the glass lies on the rack's front as it is laid down there.
 * Pose in the site frame; `fov` is the camera's vertical field of view, radians. Undefined on a site without racks.
 */
export function lifeSize(
  layout: Layout,
  gpu: number,
  screen: TouchScreen,
  { fov, isFlat = false }: { fov: number; isFlat?: boolean },
): Pane | undefined {
  const { racks, site } = layout;
  if (racks.count === 0) return undefined;
  const { hall, rackIndex } = subjectRack(layout, shownGpu(layout, gpu));
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const [x, floor, middle] = [racks.x[rackIndex]!, racks.y[rackIndex]!, racks.z[rackIndex]!];
  const towards = racks.heading[rackIndex] === 0 ? 1 : -1;
  const { width, height: lines } = screen;
  /** CSS pixels in a metre of the glass. */
  const metre = lengthsOn(screen).millimetre * 1000;
  const top = screen.mount / 1000 + lines / metre;
  const shape = { aspect: width / lines, fov, isFlat };
  /** The whole picture of a camera at this distance from the plane, and the pane in it; the eye is so far east of its middle, and so high. */
  const view = (away: number, aside: number, up: number): Pane['view'] => {
    const fullHeight = 2 * away * Math.tan(fov / 2) * metre;
    const fullWidth = (fullHeight * width) / lines;
    const x = (fullWidth - width) / 2 - towards * aside * metre;
    return { fullWidth, fullHeight, x, y: fullHeight / 2 - (top - up) * metre };
  };
  if (isFlat) {
    const away = distanceOf(planStation('rack', layout, gpu, shape));
    const z = elevationFoot(middle, towards, kind) - EYE_HEIGHT;
    return {
      pose: { eye: [x, floor + away, z], target: [x, floor, z] },
      view: view(away, 0, EYE_HEIGHT),
    };
  }
  const station = rackPose(layout, rackIndex, shape);
  const glass = middle + towards * (kind.depth / 2 - FRONT_RECESS);
  const metres = Math.hypot(width, lines) / metre;
  const wanted = Math.max(ARM, metres * PER_DIAGONAL);
  const eye: Point = inHall(hall, [x, floor + EYE_HEIGHT, glass + towards * wanted]);
  // As far ahead as at the rack's station, where its servers are closed.
  const target: Point = [eye[0], eye[1], eye[2] - towards * distanceOf(station)];
  return {
    pose: { ...station, eye, target },
    view: view(Math.abs(eye[2] - glass), eye[0] - x, eye[1] - floor),
  };
}
