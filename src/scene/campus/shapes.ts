import {
  BufferAttribute,
  type BufferGeometry,
  InstancedBufferGeometry,
  LatheGeometry,
  SphereGeometry,
  Vector2,
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

/** Half widths of a standing figure by height, from the hem of its coat to the neck; shares of its height. */
const FIGURE = [
  [0, 0],
  [0.062, 0],
  [0.075, 0.03],
  [0.083, 0.2],
  [0.094, 0.44],
  [0.086, 0.56],
  [0.112, 0.7],
  [0.122, 0.775],
  [0.1, 0.815],
  [0.038, 0.84],
  [0.034, 0.87],
] as const;

/** A model maker's figure of height 1: a turned body, a little flat, and a head. */
export function personShape(): InstancedBufferGeometry {
  const outline = FIGURE.map(([half, height]) => new Vector2(half, height));
  return joined([
    new LatheGeometry(outline, 14).scale(1, 1, 0.62),
    new SphereGeometry(0.066, 14, 10).scale(0.88, 1.14, 1).translate(0, 0.925, 0),
  ]);
}
