import type { Layout } from '../layout/layout.ts';
import { parcelWith } from '../layout/parcels.ts';
import { hull } from '../model/rect.ts';
import { sceneRect, type Standing } from '../model/standing.ts';
import type { Campus } from '../timeline/campus.ts';
import { partsOf } from '../timeline/parcels.ts';
import type { PictureShape } from './framing.ts';
import { above, planStation } from './planStations.ts';
import { inScene, type Pose } from './pose.ts';
import { overview, siteRect, station, subjectRack } from './stations.ts';
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

/** The parcel of a campus that all views but that of the site show for a GPU, 0 for the default one. */
export function parcelShowing(campus: Campus, gpu: number): Campus {
  const { layout } = campus;
  const shown = parcelWith(layout, subjectRack(layout, gpu).hall);
  return partsOf(campus).find((part) => part.layout === shown)!;
}

/** The pose of a view, scene frame. The same subject and shape give the same pose. */
export function pose(view: View, subject: ViewSubject, shape: PictureShape): Pose {
  const { layout, gpu, campuses = [], chips } = subject;
  if (view !== 'site' || campuses.length < 2) {
    const own = view === 'site' ? layout : parcelWith(layout, subjectRack(layout, gpu).hall);
    return inScene(
      (shape.isFlat ? planStation : station)(view, own, gpu, shape, chips),
      standing({ ...subject, layout: own }),
    );
  }
  const rects = campuses.map((each) => sceneRect(standing(each), siteRect(each.layout)));
  return shape.isFlat ? above(hull(rects), 0, shape) : overview(rects, shape);
}
