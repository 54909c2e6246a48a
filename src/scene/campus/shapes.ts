import {
  BufferAttribute,
  type BufferGeometry,
  CylinderGeometry,
  InstancedBufferGeometry,
  SphereGeometry,
} from 'three';

/** Several geometries as one, positions and normals only. Lets the parts go. */
function joined(parts: readonly BufferGeometry[]): InstancedBufferGeometry {
  const joint = new InstancedBufferGeometry();
  const whole = parts.map((part) => (part.index ? part.toNonIndexed() : part));
  for (const name of ['position', 'normal'] as const) {
    const columns = whole.map((part) => part.getAttribute(name).array as Float32Array);
    const all = new Float32Array(columns.reduce((length, column) => length + column.length, 0));
    let at = 0;
    for (const column of columns) {
      all.set(column, at);
      at += column.length;
    }
    joint.setAttribute(name, new BufferAttribute(all, 3));
  }
  return joint;
}

/** A standing person of height 1, facing +z: legs, trunk, arms, head. */
export function personShape(): InstancedBufferGeometry {
  const limb = (radius: number, length: number, x: number, y: number) =>
    new CylinderGeometry(radius, radius * 0.8, length, 6).translate(x, y, 0);
  return joined([
    limb(0.045, 0.47, -0.05, 0.235),
    limb(0.045, 0.47, 0.055, 0.235),
    new CylinderGeometry(0.105, 0.085, 0.36, 8).scale(1, 1, 0.62).translate(0, 0.65, 0),
    limb(0.03, 0.38, -0.135, 0.63),
    limb(0.03, 0.38, 0.135, 0.63),
    new SphereGeometry(0.062, 10, 8).scale(0.9, 1.15, 1).translate(0, 0.925, 0),
  ]);
}
