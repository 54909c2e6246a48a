import type { Box } from '../boxes/boxes.ts';
import type { Campus } from './Campus.ts';

/** From one of a transformer's bushings to the next, as a share of its length. */
export const BUSHING = 0.18;

/** One unit of the yard: what it is, where, which way, and on which days. */
export interface Unit {
  item: string;
  size: { x: number; y: number; z: number };
  x: number;
  z: number;
  heading: number;
  days: readonly [number, number];
}

type Part = Omit<Box, 'x' | 'z' | 'heading' | 'from' | 'until' | 'size'>;

/** Adds parts in a unit's own frame: along its length, up, across; shares of its catalogue size unless said otherwise. */
class Kit {
  constructor(
    readonly campus: Campus,
    readonly unit: Unit,
  ) {}

  /** A box between shares of the length, of the height and of the width; a share of 0 is the middle for the first and last. */
  box(along: Span, up: Span, across: Span, part: Part): this {
    const { size, heading, days } = this.unit;
    const [x, z] = this.at(((along[0] + along[1]) / 2) * size.x, ((across[0] + across[1]) / 2) * size.z);
    this.campus.box({
      ...part,
      x,
      z,
      y: up[0] * size.y,
      heading,
      from: days[0],
      until: days[1],
      size: [(along[1] - along[0]) * size.x, (up[1] - up[0]) * size.y, (across[1] - across[0]) * size.z],
    });
    return this;
  }

  /** An upright rod at a share of the length and of the width; its radius in metres. */
  stack(along: number, across: number, up: Span, radius: number, color: string): this {
    const { size, days } = this.unit;
    const [x, z] = this.at(along * size.x, across * size.z);
    this.campus.rods.push({
      from: [x, up[0] * size.y, z],
      to: [x, up[1] * size.y, z],
      radius,
      color,
      days,
    });
    return this;
  }

  /** A wheel on one side at a share of the length; metres for the rest. */
  wheel(along: number, side: -1 | 1, radius: number, width: number): this {
    const { size, days } = this.unit;
    const outer = side * (size.z / 2 - 0.02);
    const [x, z] = this.at(along * size.x, outer - side * width);
    const [ox, oz] = this.at(along * size.x, outer);
    this.campus.rods.push({
      from: [x, radius, z],
      to: [ox, radius, oz],
      radius,
      color: this.campus.look.graphite,
      days,
    });
    return this;
  }

  private at(along: number, across: number): [number, number] {
    const { x, z, heading } = this.unit;
    const [c, s] = [Math.cos(heading), Math.sin(heading)];
    return [x + c * along + s * across, z + c * across - s * along];
  }
}

type Span = readonly [number, number];
const WHOLE: Span = [-0.5, 0.5];

/** What each kind is made of, inside its catalogue size; how it is divided is assumed. */
const MADE: Readonly<Record<string, (kit: Kit) => void>> = {
  chiller: (kit) =>
    kit.box(WHOLE, [0, 1], WHOLE, { color: kit.campus.look.plant, finish: 'chiller', casts: true }),
  'cooling-tower': addTower,
  'generator-trailer': addGenerator,
  turbine: addTurbine,
  megapack: addMegapack,
  transformer: addTransformer,
};

/** A unit as a few boxes and rods inside its catalogue size; a kind that is not known is a plain box of that size. */
export function addUnit(campus: Campus, unit: Unit): void {
  const kit = new Kit(campus, unit);
  const make = MADE[unit.item];
  if (make) make(kit);
  else {
    const size = { ...unit.size, y: unit.size.y || 0.1 };
    new Kit(campus, { ...unit, size }).box(WHOLE, [0, 1], WHOLE, { color: campus.look.plant, casts: true });
  }
}

/** Louvres where the air comes in, a casing, and two cowls with a fan in each. */
function addTower(kit: Kit): void {
  const { look } = kit.campus;
  const { size } = kit.unit;
  kit
    .box([-0.49, 0.49], [0, 0.42], [-0.49, 0.49], { color: look.plantDark, finish: 'chiller', casts: true })
    .box(WHOLE, [0.42, 0.8], WHOLE, { color: look.plant, finish: 'ribbed', casts: true });
  for (const along of [-0.25, 0.25])
    kit
      .stack(along, 0, [0.8, 0.995], size.z * 0.38, look.plant)
      .stack(along, 0, [0.9, 1], size.z * 0.34, look.graphite);
}

/** Radiators at the front end, the engine's housing with a dark belt of doors, a stack, three axles. */
function addGenerator(kit: Kit): void {
  const { look } = kit.campus;
  kit
    .box([-0.48, 0.3], [0.27, 0.9], WHOLE, { color: look.plant, finish: 'ribbed', casts: true })
    .box([0.305, 0.48], [0.27, 0.86], [-0.48, 0.48], {
      color: look.plantDark,
      finish: 'chiller',
      casts: true,
    })
    .box(WHOLE, [0.17, 0.27], [-0.45, 0.45], { color: look.graphite })
    .stack(0.2, 0, [0.85, 1], 0.22, look.plantDark)
    .stack(-0.1, 0.2, [0.85, 0.95], 0.5, look.steel);
  for (const along of [-0.4, -0.32, 0.36])
    for (const side of [-1, 1] as const) kit.wheel(along, side, 0.5, 0.24);
}

/** Generator and turbine enclosure, the filter house of the intake on legs above it, the exhaust with its silencer. */
function addTurbine(kit: Kit): void {
  const { look } = kit.campus;
  kit
    .box([-0.28, 0.5], [0, 0.55], [-0.36, 0.36], { color: look.plant, finish: 'ribbed', casts: true })
    .box([0.16, 0.46], [0.62, 1], WHOLE, { color: look.paper, finish: 'chiller', casts: true })
    .box([0.22, 0.36], [0.55, 0.62], [-0.25, 0.25], { color: look.plantDark })
    .box([-0.46, -0.28], [0, 0.62], [-0.4, 0.4], { color: look.steel, casts: true })
    .stack(-0.37, 0, [0.62, 1], 1, look.plantDark);
}

/** Cabinets with doors on a skid, and the roof with its vents, which is set back a little. */
function addMegapack(kit: Kit): void {
  const { look } = kit.campus;
  kit
    .box(WHOLE, [0.04, 0.86], WHOLE, { color: look.paper, finish: 'ribbed', casts: true })
    .box([-0.49, 0.49], [0.86, 1], [-0.42, 0.42], { color: look.steel, finish: 'ribbed' });
}

/** Tank, radiators on both sides, an oil conservator, three bushings, a bund. */
function addTransformer(kit: Kit): void {
  const { look } = kit.campus;
  kit
    .box([-0.28, 0.28], [0.06, 0.55], [-0.22, 0.22], { color: look.plantDark, casts: true })
    .box(WHOLE, [0, 0.06], WHOLE, { color: look.steel })
    .box([-0.24, 0.24], [0.1, 0.5], [-0.42, -0.25], { color: look.plant, finish: 'ribbed', casts: true })
    .box([-0.24, 0.24], [0.1, 0.5], [0.25, 0.42], { color: look.plant, finish: 'ribbed', casts: true })
    .box([0.3, 0.42], [0.62, 0.74], [-0.3, 0.3], { color: look.plant })
    .stack(0.36, 0, [0.06, 0.62], 0.12, look.plantDark);
  for (const along of [-BUSHING, 0, BUSHING])
    kit.stack(along, 0, [0.55, 0.85], 0.24, look.plant).stack(along, 0, [0.85, 1], 0.08, look.roadLine);
}
