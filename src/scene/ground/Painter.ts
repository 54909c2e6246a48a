import { BufferAttribute, BufferGeometry } from 'three';
import { litCode } from '../shading/lit.ts';
import { colour } from '../shading/shared.ts';

/** What a painted surface shows besides its colour. The numbers are known to the shader. */
export const PAINT = { plain: 0, tiles: 1, bays: 2, grass: 3, columns: 4 } as const;
export type Paint = keyof typeof PAINT;

/**
 * Gathers flat shapes that lie on one floor and are painted one over the other, in the order in which they are added,
 * without depth. Shapes cannot flicker against each other, however far away. They are drawn from the top one down, and the stencil
 * lets each pixel be painted once.
 */
export class Painter {
  private readonly positions: number[] = [];
  private readonly colors: number[] = [];
  private readonly paints: number[] = [];
  private readonly lits: number[] = [];
  private readonly days: number[] = [];
  private readonly index: number[] = [];

  /** A convex polygon of x, z pairs; `y` is the height of the floor, `lit` the day from which a hall's lamps shine on it. */
  polygon(
    corners: readonly (readonly [number, number])[],
    color: string,
    {
      paint = 'plain',
      y = 0,
      days = [-1e4, 1e6],
      lit,
    }: { paint?: Paint; y?: number; days?: readonly [number, number]; lit?: number } = {},
  ): this {
    const first = this.positions.length / 3;
    const { r, g, b } = colour(color);
    for (const [x, z] of corners) {
      this.positions.push(x, y, z);
      this.colors.push(r, g, b);
      this.paints.push(PAINT[paint]);
      this.lits.push(litCode(lit));
      this.days.push(days[0], days[1]);
    }
    for (let corner = 2; corner < corners.length; corner++)
      this.index.push(first, first + corner - 1, first + corner);
    return this;
  }

  rect(
    x0: number,
    x1: number,
    z0: number,
    z1: number,
    color: string,
    options?: Parameters<Painter['polygon']>[2],
  ): this {
    return this.polygon(
      [
        [x0, z0],
        [x1, z0],
        [x1, z1],
        [x0, z1],
      ],
      color,
      options,
    );
  }

  /** A frame of lines of a given width, inside the rectangle. */
  outline(x0: number, x1: number, z0: number, z1: number, width: number, color: string): this {
    return this.rect(x0, x1, z0, z0 + width, color)
      .rect(x0, x1, z1 - width, z1, color)
      .rect(x0, x0 + width, z0 + width, z1 - width, color)
      .rect(x1 - width, x1, z0 + width, z1 - width, color);
  }

  /** A strip of constant width along a line, with mitred corners. */
  strip(line: readonly (readonly [number, number])[], width: number, color: string): this {
    for (let at = 1; at < line.length; at++) {
      const [x0, z0] = line[at - 1]!;
      const [x1, z1] = line[at]!;
      const length = Math.hypot(x1 - x0, z1 - z0) || 1;
      const nx = (-(z1 - z0) / length) * (width / 2);
      const nz = ((x1 - x0) / length) * (width / 2);
      this.polygon(
        [
          [x0 + nx, z0 + nz],
          [x1 + nx, z1 + nz],
          [x1 - nx, z1 - nz],
          [x0 - nx, z0 - nz],
        ],
        color,
      );
      if (at > 1) this.disc(x0, z0, width / 2, color, 16);
    }
    return this;
  }

  disc(x: number, z: number, radius: number, color: string, sides = 32): this {
    const corners = Array.from({ length: sides }, (_, side): [number, number] => {
      const angle = (side / sides) * Math.PI * 2;
      return [x + Math.cos(angle) * radius, z + Math.sin(angle) * radius];
    });
    return this.polygon(corners, color);
  }

  /** A ring of a given line width. */
  ring(x: number, z: number, radius: number, width: number, color: string, sides = 48): this {
    for (let side = 0; side < sides; side++) {
      const a = (side / sides) * Math.PI * 2;
      const b = ((side + 1) / sides) * Math.PI * 2;
      const at = (angle: number, r: number): [number, number] => [
        x + Math.cos(angle) * r,
        z + Math.sin(angle) * r,
      ];
      this.polygon([at(a, radius - width), at(b, radius - width), at(b, radius), at(a, radius)], color);
    }
    return this;
  }

  geometry(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.positions), 3));
    geometry.setAttribute('aColor', new BufferAttribute(new Float32Array(this.colors), 3));
    geometry.setAttribute('aLit', new BufferAttribute(new Float32Array(this.lits), 1));
    geometry.setAttribute('aPaint', new BufferAttribute(new Float32Array(this.paints), 1));
    geometry.setAttribute('aDays', new BufferAttribute(new Float32Array(this.days), 2));
    // Whole triangles in reverse: what was added last lies on top and is drawn first.
    const index: number[] = [];
    for (let at = this.index.length - 3; at >= 0; at -= 3) index.push(...this.index.slice(at, at + 3));
    geometry.setIndex(index);
    return geometry;
  }
}
