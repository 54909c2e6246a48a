import { BufferAttribute, InstancedBufferGeometry } from 'three';

/** A quad on the floor from -1 to 1, for whatever is instanced flat. */
export function floorQuad(): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const corners = new Int8Array([-1, 0, -1, 1, 0, -1, 1, 0, 1, -1, 0, 1]);
  geometry.setAttribute('position', new BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  return geometry;
}
