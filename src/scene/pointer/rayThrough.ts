import { type Camera, Vector3 } from 'three';

const point = new Vector3();

/** A ray in the scene frame from the near plane on, where the picture begins; its direction is not of unit length. */
export interface PointerRay {
  origin: [x: number, y: number, z: number];
  direction: [x: number, y: number, z: number];
}

/** The ray through a point of the picture, given as shares of its width and height from the left and the top. */
export function rayThrough(camera: Camera, isPlan: boolean, across: number, down: number): PointerRay {
  const eye = camera.position;
  point.set(across * 2 - 1, 1 - down * 2, -1).unproject(camera);
  // All rays of a plan go straight down.
  if (isPlan) return { origin: [point.x, eye.y, point.z], direction: [0, -1, 0] };
  return { origin: point.toArray(), direction: point.sub(eye).toArray() };
}
