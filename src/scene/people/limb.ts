/** The mesh of a body of height 1 that faces along x with its shoulders along z, centred over the origin. */
export interface BodyMesh {
  /** 3 per corner: x, y, z. */
  positions: number[];
  normals: number[];
  /** Colour number of each corner, see body.ts. */
  paints: number[];
  /** Share of the light from above and around that reaches each corner, see shade.ts. */
  open: number[];
  index: number[];
}

/** Cross-section of a limb, thousandths of the height: centre, half depth, half width, and its colour number from here on if it changes. */
export type Ring = readonly [x: number, y: number, z: number, deep: number, wide: number, paint?: number];
type Point = readonly [number, number, number];

export const minus = ([ax, ay, az]: Point, [bx, by, bz]: Point): Point => [ax - bx, ay - by, az - bz];
const cross = ([ax, ay, az]: Point, [bx, by, bz]: Point): Point => [
  ay * bz - az * by,
  az * bx - ax * bz,
  ax * by - ay * bx,
];
/** A direction of unit length; `otherwise` for one of no length. */
export const unit = (way: Point, otherwise: Point = [0, 1, 0]): Point => {
  const length = Math.hypot(...way);
  return length > 1e-9 ? [way[0] / length, way[1] / length, way[2] / length] : otherwise;
};

/** Two directions across a limb along `along`: forward or up, and sideways. */
export function acrossOf(along: Point): [Point, Point] {
  const side = unit(cross(along, [along[1], -along[0], 0]), [0, 0, 1]);
  const out: Point = side[2] < 0 ? [-side[0], -side[1], -side[2]] : side;
  return [cross(out, along), out];
}

/** A sine that makes a ring a little squarer than an ellipse. */
const squared = (sine: number) => Math.sign(sine) * Math.abs(sine) ** 0.88;

/**
 * Adds a surface over rings to a mesh, starting with the colour number `first`; corners are kept above the floor. Rings are level in
 * upright limbs, which taper towards the front, and perpendicular to the limb in others.
 */
export function limb(
  figure: BodyMesh,
  first: number,
  rings: readonly Ring[],
  sides: number,
  taper?: number,
): void {
  const at = (ring: number) => rings[Math.min(Math.max(ring, 0), rings.length - 1)]!;
  const middle = (ring: number): Point => [at(ring)[0], at(ring)[1], at(ring)[2]];
  const along = (ring: number) => unit(minus(middle(ring + 1), middle(ring - 1)));
  const skin = rings.map(([x, y, z, deep, wide], ring): Point[] => {
    const [fore, side] = acrossOf(taper === undefined ? along(ring) : [0, 1, 0]);
    return Array.from({ length: sides }, (_, corner) => {
      const angle = ((corner + 0.5) / sides) * Math.PI * 2;
      const ahead = squared(Math.cos(angle));
      const [a, b] = [ahead * deep, squared(Math.sin(angle)) * wide * (1 - (taper ?? 0) * ahead)];
      return [
        x + fore[0] * a + side[0] * b,
        Math.max(0, y + fore[1] * a + side[1] * b),
        z + fore[2] * a + side[2] * b,
      ];
    });
  });
  const point = (ring: number, corner: number) =>
    skin[Math.min(Math.max(ring, 0), rings.length - 1)]![(corner + sides) % sides]!;
  let paint = first;
  let low = 0;
  const push = (ring: number) => {
    low = figure.paints.length;
    for (let corner = 0; corner < sides; corner++) {
      const here = point(ring, corner);
      const around = minus(point(ring, corner + 1), point(ring, corner - 1));
      const normal = unit(
        cross(around, minus(point(ring + 1, corner), point(ring - 1, corner))),
        ring ? along(ring) : minus([0, 0, 0], along(ring)),
      );
      const from = minus(here, middle(ring));
      const inward = normal[0] * from[0] + normal[1] * from[1] + normal[2] * from[2] < 0 ? -1 : 1;
      figure.positions.push(here[0] / 1000, here[1] / 1000, here[2] / 1000);
      figure.normals.push(normal[0] * inward, normal[1] * inward, normal[2] * inward);
      figure.paints.push(paint);
    }
  };
  rings.forEach((ring, ringIndex) => {
    if (ringIndex > 0) {
      const below = low;
      push(ringIndex);
      for (let corner = 0; corner < sides; corner++) {
        const next = (corner + 1) % sides;
        figure.index.push(below + corner, below + next, low + next, below + corner, low + next, low + corner);
      }
    }
    const own = ring[5] ?? paint;
    if (ringIndex > 0 && own === paint) return;
    paint = own;
    if (ringIndex < rings.length - 1) push(ringIndex);
  });
}
