import { OrthographicCamera, type PerspectiveCamera, type Vector3 } from 'three';
import type { Layout } from '../../layout/layout.ts';

/** Metres above the ground from which the plan is seen: above everything that stands. */
const HEIGHT = 300;
/** Metres that a plan's cut lies above the tallest rack. */
const OVER_RACKS = 0.2;

/** The eye of the plan: straight down, north up, nothing smaller for being farther away. */
export function createPlanEye(): OrthographicCamera {
  const eye = new OrthographicCamera(-1, 1, 1, -1, 1, HEIGHT * 2);
  eye.rotation.x = -Math.PI / 2;
  // Its frame is the rig's, not the window's.
  return Object.assign(eye, { manual: true });
}

/** Brings the eye over what the rig looks at; it shows as much as the rig's camera does at that distance. */
export function alignPlanEye(
  eye: OrthographicCamera,
  { fov, aspect, view }: PerspectiveCamera,
  target: Vector3,
  distance: number,
): void {
  const half = distance * Math.tan((fov * Math.PI) / 360);
  eye.position.set(target.x, HEIGHT, target.z);
  eye.top = half;
  eye.bottom = -half;
  eye.right = half * aspect;
  eye.left = -half * aspect;
  eye.view = view && { ...view };
  eye.updateProjectionMatrix();
  eye.updateMatrixWorld();
}

/** Height of the cut, metres above the ground: over the racks, under the trays. */
export function planCut({ site }: Layout): number {
  const tallest = Math.max(0, ...site.rackKinds.map(({ height }) => height));
  return Math.max(0, ...site.halls.map(({ floorY }) => floorY)) + tallest + OVER_RACKS;
}
