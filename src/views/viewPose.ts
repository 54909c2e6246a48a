import type { Layout } from '../layout/layout.ts';
import { movedRect } from '../model/rect.ts';
import type { PictureShape } from './framing.ts';
import { above, planStation } from './planStations.ts';
import { moved, type Pose } from './pose.ts';
import { hull, overview, siteRect, station } from './stations.ts';
import type { View } from './view.ts';

/** What stands where: `at` is the position of the site frame's origin in the scene, east and south, metres. */
interface Standing {
  layout: Layout;
  at?: readonly [x: number, z: number];
}

/** The subject of a view. */
interface ViewSubject extends Standing {
  /** 1 to the number of GPUs; 0 for the default GPU. */
  gpu: number;
  /** All campuses of the picture, which the view `site` shows together. */
  campuses?: readonly Standing[];
  /** How many chips are compared; 0 by default. */
  chips?: number;
}

/** The pose of a view, scene frame. The same subject and shape give the same pose. */
export function pose(
  view: View,
  { layout, at = [0, 0], gpu, campuses = [], chips }: ViewSubject,
  shape: PictureShape,
): Pose {
  if (view !== 'site' || campuses.length < 2)
    return moved((shape.isFlat ? planStation : station)(view, layout, gpu, shape, chips), at);
  const rects = campuses.map((each) => movedRect(siteRect(each.layout), each.at ?? [0, 0]));
  return shape.isFlat ? above(hull(rects), 0, shape) : overview(rects, shape);
}
