import type { Layout } from '../../layout/layout.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Box } from '../boxes/boxes.ts';
import type { Glow } from '../ground/glows.ts';
import { Painter } from '../ground/Painter.ts';
import type { Palette } from '../shading/look.ts';
import type { Stance } from './poses.ts';
import type { Rod } from './rods.ts';

/** A tree: something round that stands somewhere. Metres, site frame. */
export interface Standing {
  x: number;
  y: number;
  z: number;
  height: number;
  heading: number;
}

/** A person; looks along x before turning. */
export interface Person extends Standing {
  pose: Stance;
  /** Works here, and is dressed for it. */
  staff?: boolean;
  /** The number of the hall that they stand in; missing: none. */
  hall?: number;
  /** The day from which there is a floor to stand on; always if not given. */
  from?: number;
  /** The day from which a hall's lamps shine on them; missing: they stand in no hall. */
  lit?: number;
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
  /** The same on raised floors. */
  readonly floorCasters: Box[] = [];
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
    readonly look: Palette,
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
