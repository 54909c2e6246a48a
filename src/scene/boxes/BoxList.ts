import { Color, InstancedBufferAttribute, type InstancedBufferGeometry } from 'three';
import { threeFaces } from './threeFaces.ts';

/** What the faces of a box show. The numbers are known to the shader. */
export const FINISH = {
  plain: 0,
  /** Ends at the cutting plane, with a dark cap. */
  cut: 1,
  /** Stands only while the roof is on. */
  roof: 2,
  /** Fans on top, louvres on the sides. */
  chiller: 3,
  /** Upright ribs, as on a container. */
  ribbed: 4,
  /** A band of windows along the sides. */
  bus: 5,
  /** Docks and doors along a cut outer wall. */
  facade: 6,
  /** Roof membrane with seams; always there. */
  seams: 7,
} as const;
export type Finish = keyof typeof FINISH;

export interface Box {
  x: number;
  /** Height of the underside above the slab, metres. */
  y?: number;
  z: number;
  /** Along x, up, along z, before turning; metres. */
  size: readonly [number, number, number];
  /** Radians about y. */
  heading?: number;
  color: string;
  finish?: Finish;
  /** Days on which it comes and goes; always there if not given. */
  from?: number;
  until?: number;
  /** Throws a shadow on the ground. */
  casts?: boolean;
}

const ALWAYS_FROM = -1e4;
const ALWAYS_UNTIL = 1e6;

/** Gathers boxes and turns them into columns for one instanced draw. */
export class BoxList {
  readonly boxes: Box[] = [];

  add(box: Box): this {
    this.boxes.push(box);
    return this;
  }

  /** Six triangles a box; the caller owns and disposes it. */
  geometry(): InstancedBufferGeometry {
    const { boxes } = this;
    const geometry = threeFaces();
    const { place, size, days } = boxColumns(boxes);
    const tint = new Uint8Array(boxes.length * 4);
    const color = new Color();
    boxes.forEach((box, boxIndex) => {
      color.set(box.color).convertLinearToSRGB();
      tint.set([color.r * 255, color.g * 255, color.b * 255], boxIndex * 4);
      tint[boxIndex * 4 + 3] = FINISH[box.finish ?? 'plain'];
    });
    geometry.setAttribute('aPlace', new InstancedBufferAttribute(place, 4));
    geometry.setAttribute('aSize', new InstancedBufferAttribute(size, 3));
    geometry.setAttribute('aDays', new InstancedBufferAttribute(days, 2));
    geometry.setAttribute('aTint', new InstancedBufferAttribute(tint, 4, true));
    geometry.instanceCount = boxes.length;
    return geometry;
  }
}

/** Columns of boxes: x, y, z, heading; width, height, depth; first day, last day. */
export function boxColumns(boxes: readonly Box[]) {
  const place = new Float32Array(boxes.length * 4);
  const size = new Float32Array(boxes.length * 3);
  const days = new Float32Array(boxes.length * 2);
  boxes.forEach((box, boxIndex) => {
    place.set([box.x, box.y ?? 0, box.z, box.heading ?? 0], boxIndex * 4);
    size.set(box.size, boxIndex * 3);
    days.set([box.from ?? ALWAYS_FROM, box.until ?? ALWAYS_UNTIL], boxIndex * 2);
  });
  return { place, size, days };
}
