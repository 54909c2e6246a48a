import { cornersOf } from '../../model/rect.ts';
import type { Rect } from '../../model/site.ts';
import type { MaterialName } from './materials.ts';
import type { Subject } from './subject.ts';
import { ALWAYS_FROM, ALWAYS_UNTIL, type Thing } from './shapes.ts';
import { type Corner, type Cover, clippedTo, type Flat } from './uncovered.ts';

/** A pattern on a painted surface, besides its colour. */
export type Paint = 'plain' | 'tiles' | 'grass' | 'columns' | 'crop' | 'asphalt' | 'concrete';

/** Rectangles with a side shorter than this, metres, are not used as covers, because they hide too little. */
const LARGE = 11;

/** A flat shape with its material and pattern. */
export interface Shape extends Flat, Thing {
  material: MaterialName;
  paint: Paint;
  lit: number | undefined;
  /** z of the first line of lamps over it. */
  lamps: number | undefined;
}

type Options = Partial<Omit<Shape, 'corners' | 'material' | 'subject'>>;

/**
 * Collects flat shapes that cover each other in the order in which they are added. They are drawn without depth, so they cannot
 * flicker: from the topmost down, with a stencil that lets each pixel be painted once.
 */
export class Painter {
  /** From the lowest up. */
  readonly shapes: Shape[] = [];
  readonly covers: Cover[] = [];
  /** Subject of the shapes that are added next. */
  subject: Subject = { kind: 'land' };
  private isFilling = false;

  /** A convex polygon of x, z pairs; `y` is the height of the floor, `lit` the day from which a hall's lamps shine on it. */
  polygon(
    corners: readonly Corner[],
    material: MaterialName,
    { paint = 'plain', y = 0, days = [ALWAYS_FROM, ALWAYS_UNTIL], lit, lamps }: Options = {},
  ): this {
    this.shapes.push({ corners, material, paint, y, days, lit, lamps, subject: this.subject });
    return this;
  }

  rect(x0: number, x1: number, z0: number, z1: number, material: MaterialName, options: Options = {}): this {
    const paint = () => this.polygon(cornersOf({ x0, x1, z0, z1 }), material, options);
    const isLarge =
      Math.min(x1 - x0, z1 - z0) >= LARGE && (options.days?.[1] ?? ALWAYS_UNTIL) >= ALWAYS_UNTIL;
    return isLarge && !this.isFilling ? this.fill({ x0, x1, z0, z1 }, paint, options.y) : paint();
  }

  /** The same ground, but only what lies in a rectangle. */
  within(rect: Rect): Painter {
    const kept = new Painter();
    // A cover's `above` is an index of shapes, which changes as shapes are left out.
    const above = this.shapes.map((shape) => {
      const corners = clippedTo(shape.corners, rect);
      return corners.length > 0 ? kept.shapes.push({ ...shape, corners }) - 1 : kept.shapes.length;
    });
    for (const cover of this.covers)
      kept.covers.push({ ...cover, above: above[cover.above] ?? kept.shapes.length });
    return kept;
  }

  /** Calls `paint` and records that it fills the rectangle, so that earlier shapes under it need not be drawn. */
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
  outline(x0: number, x1: number, z0: number, z1: number, width: number, material: MaterialName): this {
    return this.rect(x0, x1, z0, z0 + width, material)
      .rect(x0, x1, z1 - width, z1, material)
      .rect(x0, x0 + width, z0 + width, z1 - width, material)
      .rect(x1 - width, x1, z0 + width, z1 - width, material);
  }

  /** A strip of constant width along a line, with mitred corners. */
  strip(
    line: readonly (readonly [number, number])[],
    width: number,
    material: MaterialName,
    options: Options = {},
  ): this {
    for (let at = 1; at < line.length; at++) {
      const [x0, z0] = line[at - 1]!;
      const [x1, z1] = line[at]!;
      const length = Math.hypot(x1 - x0, z1 - z0) || 1;
      const nx = (-(z1 - z0) / length) * (width / 2);
      const nz = ((x1 - x0) / length) * (width / 2);
      const beside = (x: number, z: number, side: 1 | -1): Corner => [x + nx * side, z + nz * side];
      const corners = [beside(x0, z0, 1), beside(x1, z1, 1), beside(x1, z1, -1), beside(x0, z0, -1)];
      this.polygon(corners, material, options);
      if (at > 1) this.disc(x0, z0, width / 2, material, 16, options);
    }
    return this;
  }

  disc(
    x: number,
    z: number,
    radius: number,
    material: MaterialName,
    sides = 32,
    options: Options = {},
  ): this {
    const corners = Array.from({ length: sides }, (_, side): [number, number] => {
      const angle = (side / sides) * Math.PI * 2;
      return [x + Math.cos(angle) * radius, z + Math.sin(angle) * radius];
    });
    return this.polygon(corners, material, options);
  }

  /** A ring of a given line width. */
  ring(x: number, z: number, radius: number, width: number, material: MaterialName, sides = 48): this {
    for (let side = 0; side < sides; side++) {
      const a = (side / sides) * Math.PI * 2;
      const b = ((side + 1) / sides) * Math.PI * 2;
      const at = (angle: number, r: number): [number, number] => [
        x + Math.cos(angle) * r,
        z + Math.sin(angle) * r,
      ];
      this.polygon([at(a, radius - width), at(b, radius - width), at(b, radius), at(a, radius)], material);
    }
    return this;
  }
}
