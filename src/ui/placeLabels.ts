/** A label over a point of the picture, CSS pixels from left and top; undefined where it is not wanted. */
export interface LabelAnchor {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Distance kept between labels, and most by which one is raised, CSS pixels. */
const APART = 4;
const MOST = 160;

/**
 * How far each label is raised above its point, so that none lies over another, CSS pixels; undefined for one that is not wanted, or for
 * which there is no room. Labels stand centred over their points; earlier ones stay nearer to theirs.
 */
export function placeLabels(anchors: readonly (LabelAnchor | undefined)[]): (number | undefined)[] {
  const placed: { left: number; right: number; top: number; bottom: number }[] = [];
  return anchors.map((anchor) => {
    if (!anchor) return undefined;
    const { x, y, width, height } = anchor;
    const [left, right] = [x - width / 2, x + width / 2];
    const beside = placed.filter((other) => other.left < right + APART && left < other.right + APART);
    let bottom = y;
    // Each turn raises the label over one more of the others.
    for (;;) {
      const over = beside.find(
        (other) => other.top < bottom + APART && bottom - height < other.bottom + APART,
      );
      if (!over) break;
      bottom = over.top - APART - 0.01;
    }
    if (y - bottom > MOST) return undefined;
    placed.push({ left, right, top: bottom - height, bottom });
    return y - bottom;
  });
}
