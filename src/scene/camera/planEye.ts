import { OrthographicCamera, type PerspectiveCamera, type Vector3 } from 'three';

/** Height of the plan's camera above the ground, metres; above everything. */
const HEIGHT = 300;

/** Makes the plan's camera: orthographic, looking straight down, north up. */
export function createPlanEye(): OrthographicCamera {
  const eye = new OrthographicCamera(-1, 1, 1, -1, 1, HEIGHT * 2);
  eye.rotation.x = -Math.PI / 2;
  // Keep Fiber from fitting it to the window.
  return Object.assign(eye, { manual: true });
}

/** Moves the plan's camera above a target, at the scale that the given camera has at the target. */
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
