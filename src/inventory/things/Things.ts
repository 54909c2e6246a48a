import type { Layout } from '../../layout/layout.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Painter } from './Painter.ts';
import type { Box, Caster, Glow, Person, Rod, Standing } from './shapes.ts';

/**
 * Everything that stands around the racks, gathered before it is drawn: a handful of lists, each of which becomes one
 * draw. Builders add to it; nothing here knows three's scene.
 */
export class Things {
  readonly boxes: Box[] = [];
  readonly rods: Rod[] = [];
  /** What throws a shadow on the ground. */
  readonly casters: Caster[] = [];
  /** The same on raised floors. */
  readonly floorCasters: Caster[] = [];
  /** Light that lies on the ground and on walls at night. */
  readonly glows: Glow[] = [];
  readonly ground = new Painter();
  readonly floors = new Painter();
  readonly trees: Standing[] = [];
  readonly people: Person[] = [];
  /** Hall by hall, what is too small to be seen from without: drawn only for an eye near that hall. */
  readonly details: Box[][] = [];

  constructor(
    readonly layout: Layout,
    readonly timeline: Timeline,
  ) {}

  get site() {
    return this.layout.site;
  }

  /** Adds a box that only an eye near its hall sees. */
  detail(hallNumber: number, box: Box): this {
    const list = (this.details[hallNumber - 1] ??= []);
    list.push(box);
    return this;
  }

  /** Adds a box, and its shade where it throws one. */
  box(box: Box): this {
    this.boxes.push(box);
    if (box.casts) this.casters.push(box);
    return this;
  }
}
