/** Size of a picture, pixels. */
export interface Shape {
  width: number;
  height: number;
}

/** A picture smaller than this share of the window is no picture: then the furniture may lie over it. */
const LEAST_FREE = 0.3;

/** The canvas in CSS pixels, and size and middle of what furniture leaves free of it. */
export function freeWindow(
  canvas: HTMLCanvasElement,
  covered: { left: number; top: number; right: number; bottom: number },
) {
  const width = Math.max(canvas.clientWidth, 1);
  const height = Math.max(canvas.clientHeight, 1);
  const { left, right, top, bottom } = covered;
  const across = width - left - right >= width * LEAST_FREE;
  const down = height - top - bottom >= height * LEAST_FREE;
  const free = {
    width: across ? width - left - right : width,
    height: down ? height - top - bottom : height,
    x: across ? (left + width - right) / 2 : width / 2,
    y: down ? (top + height - bottom) / 2 : height / 2,
  };
  return { width, height, free };
}

/** A picture of its own, with no furniture on it. */
export const wholeWindow = ({ width, height }: Shape) => ({
  width,
  height,
  free: { width, height, x: width / 2, y: height / 2 },
});
