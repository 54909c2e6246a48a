import type { Layout } from '../layout/layout.ts';
import type { PictureShape } from './framing.ts';
import { planStation } from './planStations.ts';
import { moved, type Pose } from './pose.ts';
import { station } from './stations.ts';
import type { View } from './view.ts';

/** The subject of a view. */
interface ViewSubject {
  layout: Layout;
  /** Position of the site frame's origin in the scene, east and south, metres. */
  at?: readonly [x: number, z: number];
  /** 1 to the number of GPUs; 0 for the default GPU. */
  gpu: number;
}

/** The pose of a view, scene frame. The same subject and shape give the same pose. */
export function pose(view: View, { layout, at = [0, 0], gpu }: ViewSubject, shape: PictureShape): Pose {
  return moved((shape.isFlat ? planStation : station)(view, layout, gpu, shape), at);
}
