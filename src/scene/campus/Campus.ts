import type { Layout } from '../../layout/layout.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Box } from '../boxes/boxes.ts';
import { Painter } from '../ground/Painter.ts';
import type { Palette } from '../shading/look.ts';
import type { Rod } from './rods.ts';

/** A tree, a person: something round that stands somewhere. Metres, site frame. */
export interface Standing {
  x: number;
  y: number;
  z: number;
  height: number;
  heading: number;
}

/**
 * Everything that stands around the racks, gathered before it is drawn: a handful of lists, each of which becomes one
 * draw. Builders add to it; nothing here knows three's scene.
 */
export class Campus {
  readonly boxes: Box[] = [];
  readonly rods: Rod[] = [];
  /** Things that throw a shadow on the ground; drawn as shade only. */
  readonly casters: Box[] = [];
  readonly ground = new Painter();
  readonly floors = new Painter();
  readonly trees: Standing[] = [];
  readonly people: Standing[] = [];

  constructor(
    readonly layout: Layout,
    readonly timeline: Timeline,
    readonly look: Palette,
  ) {}

  get site() {
    return this.layout.site;
  }

  /** Adds a box, and its shade where it throws one. */
  box(box: Box): this {
    this.boxes.push(box);
    if (box.casts) this.casters.push(box);
    return this;
  }
}
