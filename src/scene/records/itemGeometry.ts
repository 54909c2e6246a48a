import { BufferAttribute, BufferGeometry, Uint32BufferAttribute } from 'three';

/**
 * Many things of one shape, drawn in one call from records in a texture. The geometry is only an index; the vertex shader computes
 * from `gl_VertexID` which thing and which corner it is. On a software renderer this is cheaper than instancing.
 */

/** Triangles of one thing by corner numbers, and its number of corners. */
export interface Shape {
  corners: number;
  triangles: readonly number[];
}

/** Three faces of four corners, which the shader turns towards the eye. */
export const BOX: Shape = {
  corners: 12,
  triangles: [0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7, 8, 9, 10, 8, 10, 11],
};

/** One face of four corners. */
export const QUAD: Shape = { corners: 4, triangles: [0, 1, 2, 0, 2, 3] };

/** A tube of `sides` faces with a cap on its far end; corners are a ring at each end and the cap's middle. */
export function tube(sides: number): Shape {
  const triangles: number[] = [];
  for (let side = 0; side < sides; side++) {
    const next = (side + 1) % sides;
    triangles.push(side, next, sides + next, side, sides + next, sides + side);
    triangles.push(sides * 2 + side, sides * 2 + next, sides * 3);
  }
  return { corners: sides * 3 + 1, triangles };
}

/** A tube without caps, of `pieces` from end to end; corners are one ring more than pieces. */
export function bentTube(sides: number, pieces: number): Shape {
  const triangles: number[] = [];
  for (let piece = 0; piece < pieces; piece++)
    for (let side = 0; side < sides; side++) {
      const [here, next] = [piece * sides + side, piece * sides + ((side + 1) % sides)];
      triangles.push(here, next, next + sides, here, next + sides, here + sides);
    }
  return { corners: sides * (pieces + 1), triangles };
}

/**
 * An index for `count` things of a shape, and after them for those with the numbers `again`, so that a range can draw these alone; the caller
 * owns it.
 */
export function itemGeometry(
  count: number,
  { corners, triangles }: Shape,
  again: readonly number[] = [],
): BufferGeometry {
  const index = new Uint32Array((count + again.length) * triangles.length);
  let at = 0;
  for (let place = 0; place < count + again.length; place++) {
    const item = place < count ? place : again[place - count]!;
    for (const corner of triangles) index[at++] = item * corners + corner;
  }
  const geometry = new BufferGeometry();
  geometry.setIndex(new Uint32BufferAttribute(index, 1));
  return geometry;
}

/** A geometry of corners with these attributes: numbers of each corner, and all values; `things` tells overlays what it draws, corner by corner. The caller owns it. */
export function indexed(
  index: number[],
  attributes: Readonly<Record<string, readonly [size: number, values: readonly number[]]>>,
  things?: readonly { corners: { length: number } }[],
): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.userData = { things };
  for (const [name, [size, values]] of Object.entries(attributes))
    geometry.setAttribute(name, new BufferAttribute(new Float32Array(values), size));
  geometry.setIndex(index);
  return geometry;
}
