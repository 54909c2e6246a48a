import type { Shape } from '../../model/catalogueSchema.ts';
import { type Box, turned } from '../things/shapes.ts';
import type { Things } from '../things/Things.ts';
import type { MaterialName } from '../things/materials.ts';
import type { SubjectKind } from '../things/subject.ts';

/** Distance between a transformer's bushings, as a share of its length. */
export const BUSHING = 0.18;

/** One unit of the yard. Metres, site frame; heading in radians; `days`: first day, and day of removal. */
export interface Unit {
  shape: Shape;
  size: { x: number; y: number; z: number };
  x: number;
  z: number;
  heading: number;
  days: readonly [number, number];
}

type Part = Omit<Box, 'subject' | 'x' | 'z' | 'heading' | 'from' | 'until' | 'size'>;

/** Adds parts of a unit. Positions are shares of its catalogue size: -0.5 to 0.5 along and across, 0 to 1 up, unless stated otherwise. */
class Kit {
  private readonly at;

  constructor(
    readonly things: Things,
    readonly unit: Unit,
  ) {
    this.at = turned(unit);
  }

  /** Adds a box from one share to another of the length, the height and the width. */
  box(along: Span, up: Span, across: Span, part: Part): this {
    const { size, heading, days } = this.unit;
    const [x, z] = this.at(((along[0] + along[1]) / 2) * size.x, ((across[0] + across[1]) / 2) * size.z);
    this.things.box({
      ...part,
      ...{ x, z, y: up[0] * size.y, heading, from: days[0], until: days[1] },
      size: [(along[1] - along[0]) * size.x, (up[1] - up[0]) * size.y, (across[1] - across[0]) * size.z],
    });
    return this;
  }

  /** Adds an upright rod at a share of the length and of the width; its radius is in metres. */
  stack(along: number, across: number, up: Span, radius: number, material: MaterialName): this {
    const { size, days } = this.unit;
    const [x, z] = this.at(along * size.x, across * size.z);
    this.things.rod({ from: [x, up[0] * size.y, z], to: [x, up[1] * size.y, z], radius, material, days });
    return this;
  }

  /** Adds a wheel on one side at a share of the length; radius and width are in metres. */
  wheel(along: number, side: -1 | 1, radius: number, width: number): this {
    const { size, days } = this.unit;
    const outer = side * (size.z / 2 - 0.02);
    const [x, z] = this.at(along * size.x, outer - side * width);
    const [ox, oz] = this.at(along * size.x, outer);
    this.things.rod({ from: [x, radius, z], to: [ox, radius, oz], radius, material: 'graphite', days });
    return this;
  }
}

type Span = readonly [number, number];
const WHOLE: Span = [-0.5, 0.5];

/** Adds each shape, within its catalogue size; its proportions are assumed. */
const MADE: Readonly<Partial<Record<Shape['is'], (kit: Kit) => void>>> = {
  chiller: (kit) => kit.box(WHOLE, [0, 1], WHOLE, { material: 'fans', casts: true }),
  'cooling-tower': addTower,
  generator: addGenerator,
  turbine: addTurbine,
  battery: addBattery,
  transformer: addTransformer,
};

/** The subject of a unit: its shape, or `plant` for shapes other than those of the yard. */
export const subjectOf = ({ is }: Shape): SubjectKind => (is in MADE ? (is as SubjectKind) : 'plant');

/** Adds a unit as a few boxes and rods within its catalogue size; shapes other than those of the yard are a plain box. */
export function addUnit(things: Things, unit: Unit): void {
  const size = { ...unit.size, y: unit.size.y || 0.1 };
  (MADE[unit.shape.is] ?? addBox)(new Kit(things, { ...unit, size }));
}

const addBox = (kit: Kit) => kit.box(WHOLE, [0, 1], WHOLE, { material: 'plant', casts: true });

/** Louvres where the air comes in, a casing, and two cowls with a fan in each. */
function addTower(kit: Kit): void {
  const { size } = kit.unit;
  kit
    .box([-0.49, 0.49], [0, 0.42], [-0.49, 0.49], { material: 'darkFans', casts: true })
    .box(WHOLE, [0.42, 0.8], WHOLE, { material: 'ribbedPlant', casts: true });
  for (const along of [-0.25, 0.25])
    kit
      .stack(along, 0, [0.8, 0.995], size.z * 0.38, 'plant')
      .stack(along, 0, [0.9, 1], size.z * 0.34, 'graphite');
}

/** Radiators at the front end, the engine's housing with a dark belt of doors, a stack, three axles. */
function addGenerator(kit: Kit): void {
  kit
    .box([-0.48, 0.3], [0.27, 0.9], WHOLE, { material: 'ribbedPlant', casts: true })
    .box([0.305, 0.48], [0.27, 0.86], [-0.48, 0.48], { material: 'darkFans', casts: true })
    .box(WHOLE, [0.17, 0.27], [-0.45, 0.45], { material: 'graphite' })
    .stack(0.2, 0, [0.85, 1], 0.22, 'plantDark')
    .stack(-0.1, 0.2, [0.85, 0.95], 0.5, 'steel');
  for (const along of [-0.4, -0.32, 0.36])
    for (const side of [-1, 1] as const) kit.wheel(along, side, 0.5, 0.24);
}

/** Generator and turbine enclosure, the filter house of the intake on legs above it, the exhaust with its silencer. */
function addTurbine(kit: Kit): void {
  kit
    .box([-0.28, 0.5], [0, 0.55], [-0.36, 0.36], { material: 'ribbedPlant', casts: true })
    .box([0.16, 0.46], [0.62, 1], WHOLE, { material: 'paleFans', casts: true })
    .box([0.22, 0.36], [0.55, 0.62], [-0.25, 0.25], { material: 'plantDark' })
    .box([-0.46, -0.28], [0, 0.62], [-0.4, 0.4], { material: 'steel', casts: true })
    .stack(-0.37, 0, [0.62, 1], 1, 'plantDark');
}

/** Cabinets with doors on a skid, and the roof with its vents, which is set back a little. */
function addBattery(kit: Kit): void {
  kit
    .box(WHOLE, [0.04, 0.86], WHOLE, { material: 'ribbedPaper', casts: true })
    .box([-0.49, 0.49], [0.86, 1], [-0.42, 0.42], { material: 'ribbedSteel' });
}

/** Tank, radiators on both sides, an oil conservator, three bushings, a bund. */
function addTransformer(kit: Kit): void {
  kit
    .box([-0.28, 0.28], [0.06, 0.55], [-0.22, 0.22], { material: 'plantDark', casts: true })
    .box(WHOLE, [0, 0.06], WHOLE, { material: 'steel' })
    .box([-0.24, 0.24], [0.1, 0.5], [-0.42, -0.25], { material: 'ribbedPlant', casts: true })
    .box([-0.24, 0.24], [0.1, 0.5], [0.25, 0.42], { material: 'ribbedPlant', casts: true })
    .box([0.3, 0.42], [0.62, 0.74], [-0.3, 0.3], { material: 'plant' })
    .stack(0.36, 0, [0.06, 0.62], 0.12, 'plantDark');
  for (const along of [-BUSHING, 0, BUSHING])
    kit.stack(along, 0, [0.55, 0.85], 0.24, 'plant').stack(along, 0, [0.85, 1], 0.08, 'roadLine');
}
