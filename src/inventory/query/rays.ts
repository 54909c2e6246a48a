/** x, y, z. */
export type Vector = readonly [number, number, number];

/** A ray. Its direction may have any length; distances along it are multiples of that length. */
export interface Ray {
  origin: Vector;
  direction: Vector;
}

/** Distance of a ray that hits nothing. */
export const NEVER = Number.POSITIVE_INFINITY;

const along = (from: Vector, way: Vector, by: number): Vector => [
  from[0] + way[0] * by,
  from[1] + way[1] * by,
  from[2] + way[2] * by,
];
const minus = (a: Vector, b: Vector): Vector => along(a, b, -1);
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The point of a ray at a distance along it. */
export const pointAt = ({ origin, direction }: Ray, distance: number): Vector =>
  along(origin, direction, distance);

/** An upright box: centre of its underside, size, and heading about y in radians. Metres. */
export interface Block {
  x: number;
  y: number;
  z: number;
  width: number;
  height: number;
  depth: number;
  heading: number;
}

/** Distance at which a ray hits one of the three faces of a box towards the eye, which alone are drawn; NEVER if it does not. */
export function meetBox({ origin, direction }: Ray, block: Block): number {
  const [c, s] = [Math.cos(block.heading), Math.sin(block.heading)];
  const [x, y, z] = [origin[0] - block.x, origin[1] - block.y - block.height / 2, origin[2] - block.z];
  const from = [c * x - s * z, y, s * x + c * z] as const;
  const way = [
    c * direction[0] - s * direction[2],
    direction[1],
    s * direction[0] + c * direction[2],
  ] as const;
  const half = [block.width / 2, block.height / 2, block.depth / 2] as const;
  let [enter, leave, exit] = [Number.NEGATIVE_INFINITY, NEVER, 0];
  for (const axis of [0, 1, 2] as const) {
    if (way[axis] === 0) {
      if (Math.abs(from[axis]) > half[axis]) return NEVER;
      continue;
    }
    const a = (-half[axis] - from[axis]) / way[axis];
    const b = (half[axis] - from[axis]) / way[axis];
    enter = Math.max(enter, Math.min(a, b));
    if (Math.max(a, b) < leave) {
      leave = Math.max(a, b);
      exit = axis;
    }
  }
  if (enter > leave || leave < 0) return NEVER;
  if (enter >= 0) return enter;
  const axis = exit as 0 | 1 | 2;
  return way[axis] > 0 === from[axis] >= 0 ? leave : NEVER;
}

/** Distance at which a ray hits a cylinder with flat ends from `start` to `start + reach`; NEVER if it does not. */
export function meetRod({ origin, direction }: Ray, start: Vector, reach: Vector, radius: number): number {
  const length = Math.hypot(...reach);
  if (length === 0) return NEVER;
  const axis: Vector = [reach[0] / length, reach[1] / length, reach[2] / length];
  const from = minus(origin, start);
  const [fromAlong, wayAlong] = [dot(from, axis), dot(direction, axis)];
  const [side, way] = [along(from, axis, -fromAlong), along(direction, axis, -wayAlong)];
  const hits: number[] = [];
  const [a, b, c] = [dot(way, way), dot(side, way), dot(side, side) - radius * radius];
  const root = b * b - a * c;
  if (a > 0 && root >= 0)
    for (const sign of [-1, 1]) {
      const distance = (-b + sign * Math.sqrt(root)) / a;
      const at = fromAlong + wayAlong * distance;
      if (at >= 0 && at <= length) hits.push(distance);
    }
  if (wayAlong !== 0)
    for (const end of [0, length]) {
      const distance = (end - fromAlong) / wayAlong;
      const across = along(side, way, distance);
      if (dot(across, across) <= radius * radius) hits.push(distance);
    }
  return Math.min(...hits.filter((distance) => distance >= 0), NEVER);
}

/** Distance at which a ray hits an ellipsoid that is round about y; NEVER if it does not. */
export function meetBall(
  { origin, direction }: Ray,
  middle: Vector,
  radius: number,
  halfHeight: number,
): number {
  const flat = radius / halfHeight;
  const from: Vector = [origin[0] - middle[0], (origin[1] - middle[1]) * flat, origin[2] - middle[2]];
  const way: Vector = [direction[0], direction[1] * flat, direction[2]];
  const [a, b, c] = [dot(way, way), dot(from, way), dot(from, from) - radius * radius];
  const root = b * b - a * c;
  if (root < 0 || a === 0) return NEVER;
  const near = (-b - Math.sqrt(root)) / a;
  const far = (-b + Math.sqrt(root)) / a;
  return near >= 0 ? near : far >= 0 ? far : NEVER;
}

/** Distance at which a ray hits a mesh of triangles (3 coordinates per corner); NEVER if it does not. */
export function meetMesh(
  { origin, direction }: Ray,
  positions: ArrayLike<number>,
  index: ArrayLike<number>,
): number {
  let nearest = NEVER;
  const corner = (at: number): Vector => {
    const first = index[at]! * 3;
    return [positions[first]!, positions[first + 1]!, positions[first + 2]!];
  };
  for (let at = 0; at < index.length; at += 3) {
    const a = corner(at);
    const [one, other, from] = [minus(corner(at + 1), a), minus(corner(at + 2), a), minus(origin, a)];
    const across = cross(direction, other);
    const inverse = 1 / dot(one, across);
    const [u, along] = [dot(from, across) * inverse, cross(from, one)];
    const v = dot(direction, along) * inverse;
    const distance = dot(other, along) * inverse;
    if (u >= 0 && v >= 0 && u + v <= 1 && distance >= 0 && distance < nearest) nearest = distance;
  }
  return nearest;
}
