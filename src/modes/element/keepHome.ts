import type { Point, Pose } from '../../views/pose.ts';
import type { Mounted } from '../experience/mountExperience.ts';

/** The view that the page has last asked for by address, attribute or handle; the button home leads there. */
export interface Home {
  /** Notes the present view, or a camera that was asked for instead of a view. */
  note(camera?: Pose): void;
  isHere(): boolean;
  go(): void;
}

/** Keeps the way home of a picture, at first to the view or the `camera` with which it starts. */
export function keepHome({ experience, scene }: Mounted, camera?: Pose): Home {
  const { store } = experience;
  const present = (camera?: Pose) => {
    const { view, gpu, campusIndex } = store.getState();
    return { view, gpu, campusIndex, camera };
  };
  let home = present(camera);
  return {
    note(camera) {
      home = present(camera);
    },
    isHere() {
      const eye = scene()?.camera;
      if (!eye) return true;
      if (home.camera) return isSame(eye.pose(), home.camera);
      const { view, gpu, campusIndex } = present();
      const isAtStation = eye.attached()?.atStation() ?? true;
      return isAtStation && view === home.view && gpu === home.gpu && campusIndex === home.campusIndex;
    },
    go() {
      if (home.camera) return scene()?.camera.setPose(home.camera);
      // Another configuration may have fewer GPUs, another comparison fewer campuses.
      const { campuses } = store.getState();
      const campusIndex = campuses[home.campusIndex] ? home.campusIndex : 0;
      if (home.gpu > campuses[campusIndex]!.layout.totals.gpus) home.gpu = 0;
      home = { ...home, campusIndex };
      experience.goTo(home.view, home.gpu, campusIndex);
    },
  };
}

/** Whether two poses differ by less than a hundredth of their distance. */
function isSame(pose: Pose | undefined, other: Pose): boolean {
  if (!pose) return true;
  const apart = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  const most = apart(other.eye, other.target) / 100;
  return apart(pose.eye, other.eye) < most && apart(pose.target, other.target) < most;
}
