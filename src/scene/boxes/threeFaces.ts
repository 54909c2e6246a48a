import { BufferAttribute, InstancedBufferGeometry } from 'three';

/**
 * The three positive faces of a cube from -1 to 1, as the base of an instanced geometry. The vertex shader mirrors
 * them towards the camera, so that six triangles draw any box.
 * `position`: 12 corners; `normal`: the face's axis.
 */
export function threeFaces(): InstancedBufferGeometry {
  const corners: number[] = [];
  const axes: number[] = [];
  const index: number[] = [];
  for (let axis = 0; axis < 3; axis++) {
    const first = corners.length / 3;
    for (const [u, v] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      const corner = [0, 0, 0];
      corner[axis] = 1;
      corner[(axis + 1) % 3] = u;
      corner[(axis + 2) % 3] = v;
      corners.push(...corner);
      axes.push(axis === 0 ? 1 : 0, axis === 1 ? 1 : 0, axis === 2 ? 1 : 0);
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Int8Array(corners), 3));
  geometry.setAttribute('normal', new BufferAttribute(new Int8Array(axes), 3));
  geometry.setIndex(index);
  return geometry;
}
