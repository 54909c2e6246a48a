import type { Layout } from '../layout/layout.ts';
import type { PictureShape } from './framing.ts';
import { planStation } from './planStations.ts';
import { moved, type Pose } from './pose.ts';
import { station } from './stations.ts';
import type { View } from './view.ts';

/** What a view is about. */
export interface ViewSubject {
  layout: Layout;
  /** Where the origin of the site frame stands in the frame of the scene: east and south, metres. */
  at?: readonly [x: number, z: number];
  /** 1 to the number of GPUs; 0 for the one that a campus shows unasked. */
  gpu: number;
}

/** The pose of a view, frame of the scene. The same subject and shape give the same pose. */
export function pose(view: View, { layout, at = [0, 0], gpu }: ViewSubject, shape: PictureShape): Pose {
  return moved((shape.isFlat ? planStation : station)(view, layout, gpu, shape), at);
}
