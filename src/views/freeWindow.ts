import type { PictureShape } from './framing.ts';

/** Size of a picture, pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** The part of a picture that controls leave free: its size and centre, pixels. */
interface FreeWindow extends PictureSize {
  x: number;
  y: number;
}

/** If less than this share of the picture is free, covers are ignored. */
const LEAST_FREE = 0.3;

/** The part of a picture that is not covered by controls at its sides (pixels). */
export function freeWindow(
  { width, height }: PictureSize,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): FreeWindow {
  const across = width - left - right >= width * LEAST_FREE;
  const down = height - top - bottom >= height * LEAST_FREE;
  return {
    width: across ? width - left - right : width,
    height: down ? height - top - bottom : height,
    x: across ? (left + width - right) / 2 : width / 2,
    y: down ? (top + height - bottom) / 2 : height / 2,
  };
}

/** A picture without controls over it. */
export const wholeWindow = (size: PictureSize): FreeWindow =>
  freeWindow(size, { left: 0, top: 0, right: 0, bottom: 0 });

/** The shape of a free window in a picture that is `height` pixels high with a vertical field of view of `fov` radians. */
export const shapeOf = (free: FreeWindow, height: number, fov: number): PictureShape => ({
  aspect: free.width / free.height,
  fov: 2 * Math.atan(Math.tan(fov / 2) * (free.height / height)),
});
