import type { Layout } from '../layout/layout.ts';
import { sceneRect, type Standing } from '../model/standing.ts';
import type { PictureShape } from './framing.ts';
import { above, planStation } from './planStations.ts';
import { inScene, type Pose } from './pose.ts';
import { hull, overview, siteRect, station } from './stations.ts';
import type { View } from './view.ts';

/** A layout, and where the origin of its site frame is in the scene, east and south, metres. */
interface Placed {
  layout: Layout;
  at?: readonly [x: number, z: number];
}

/** The subject of a view. */
interface ViewSubject extends Placed {
  /** 1 to the number of GPUs; 0 for the default GPU. */
  gpu: number;
  /** All campuses of the picture, which the view `site` shows together. */
  campuses?: readonly Placed[];
  /** How many chips are compared; 0 by default. */
  chips?: number;
}

const standing = ({ layout: { site }, at = [0, 0] }: Placed): Standing => ({ site, at });

/** The pose of a view, scene frame. The same subject and shape give the same pose. */
export function pose(view: View, subject: ViewSubject, shape: PictureShape): Pose {
  const { layout, gpu, campuses = [], chips } = subject;
  if (view !== 'site' || campuses.length < 2)
    return inScene(
      (shape.isFlat ? planStation : station)(view, layout, gpu, shape, chips),
      standing(subject),
    );
  const rects = campuses.map((each) => sceneRect(standing(each), siteRect(each.layout)));
  return shape.isFlat ? above(hull(rects), 0, shape) : overview(rects, shape);
}
