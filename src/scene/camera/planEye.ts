import { OrthographicCamera, type PerspectiveCamera, type Vector3 } from 'three';

/** Height of the plan's eye, metres above the ground: above everything that stands. */
const HEIGHT = 300;

/** The eye of the plan: it looks straight down, north up, and without perspective. */
export function createPlanEye(): OrthographicCamera {
  const eye = new OrthographicCamera(-1, 1, 1, -1, 1, HEIGHT * 2);
  eye.rotation.x = -Math.PI / 2;
  // Fiber would fit it to the window.
  return Object.assign(eye, { manual: true });
}

/** Brings the plan's eye over a target; it shows as many metres as the given camera does at that distance. */
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
