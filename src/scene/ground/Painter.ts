import { BufferAttribute, BufferGeometry } from 'three';
import type { Rect } from '../../model/site.ts';
import { litCode } from '../shading/lit.ts';
import { colour } from '../shading/shared.ts';
import { type Corner, type Cover, type Flat, uncovered } from './uncovered.ts';

/** What a painted surface shows besides its colour. The numbers are known to the shader. */
export const PAINT = { plain: 0, tiles: 1, bays: 2, grass: 3, columns: 4 } as const;
export type Paint = keyof typeof PAINT;

/** Shorter sides hide too little to ask for, metres. */
const LARGE = 11;
/** What is there on this day stays. */
const ALWAYS = 1e6;

interface Shape extends Flat {
  /** sRGB, as the palette names it. */
  color: string;
  paint: Paint;
  lit: number | undefined;
}

/**
 * Gathers flat shapes that lie on one floor and are painted one over the other, in the order in which they are added,
 * without depth. Shapes cannot flicker against each other, however far away. They are drawn from the top one down, and the stencil
 * lets each pixel be painted once.
 */
export class Painter {
  /** From the lowest one up. */
  readonly shapes: Shape[] = [];
  readonly covers: Cover[] = [];
  private isFilling = false;

  /** A convex polygon of x, z pairs; `y` is the height of the floor, `lit` the day from which a hall's lamps shine on it. */
  polygon(
    corners: readonly Corner[],
    color: string,
    { paint = 'plain', y = 0, days = [-1e4, ALWAYS], lit }: Partial<Omit<Shape, 'corners' | 'color'>> = {},
  ): this {
    this.shapes.push({ corners, color, paint, y, days, lit });
    return this;
  }

  rect(
    x0: number,
    x1: number,
    z0: number,
    z1: number,
    color: string,
    options: Parameters<Painter['polygon']>[2] = {},
  ): this {
    const paint = () =>
      this.polygon(
        [
          [x0, z0],
          [x1, z0],
          [x1, z1],
          [x0, z1],
        ],
        color,
        options,
      );
    const isLarge = Math.min(x1 - x0, z1 - z0) >= LARGE && (options.days?.[1] ?? ALWAYS) >= ALWAYS;
    return isLarge && !this.isFilling ? this.fill({ x0, x1, z0, z1 }, paint, options.y) : paint();
  }

  /** Says that what this paints fills a rectangle, so that what was painted there before need not be drawn. */
  fill({ x0, x1, z0, z1 }: Rect, paint: () => void, y = 0): this {
    const above = this.shapes.length;
    this.isFilling = true;
    paint();
    this.isFilling = false;
    const from = Math.max(...this.shapes.slice(above).map(({ days }) => days[0]));
    this.covers.push({ x0, x1, z0, z1, y, from, above });
    return this;
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
    const positions: number[] = [];
    const colors: number[] = [];
    const paints: number[] = [];
    const lits: number[] = [];
    const days: number[] = [];
    const index: number[] = [];
    // What was added last lies on top and is drawn first.
    for (const shape of uncovered(this.shapes, this.covers).reverse()) {
      const first = paints.length;
      const { r, g, b } = colour(shape.color);
      for (const [x, z] of shape.corners) {
        positions.push(x, shape.y, z);
        colors.push(r, g, b);
        paints.push(PAINT[shape.paint]);
        lits.push(litCode(shape.lit));
        days.push(...shape.days);
      }
      for (let corner = 2; corner < shape.corners.length; corner++)
        index.push(first, first + corner - 1, first + corner);
    }
    const geometry = new BufferGeometry();
    const attribute = (values: number[], size: number) => new BufferAttribute(new Float32Array(values), size);
    geometry.setAttribute('position', attribute(positions, 3));
    geometry.setAttribute('aColor', attribute(colors, 3));
    geometry.setAttribute('aLit', attribute(lits, 1));
    geometry.setAttribute('aPaint', attribute(paints, 1));
    geometry.setAttribute('aDays', attribute(days, 2));
    geometry.setIndex(index);
    return geometry;
  }
}
