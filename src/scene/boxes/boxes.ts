import type { DataTexture } from 'three';
import type { LampAt } from '../../inventory/land/nearestLamp.ts';
import { ALWAYS_FROM, ALWAYS_UNTIL, type Box, type Caster } from '../../inventory/things/shapes.ts';
import { colorOf, type Finish, finishOf } from '../materials/materials.ts';
import { finiteDay, recordSchema, tintNumber } from '../records/recordSchema.ts';

/** Finishes as the shader's numbers. */
export const FINISH: Readonly<Record<Finish, number>> = {
  plain: 0,
  cut: 1,
  roof: 2,
  chiller: 3,
  ribbed: 4,
  bus: 5,
  facade: 6,
  seams: 7,
  ceiling: 8,
  lamp: 9,
  glow: 10,
  shell: 11,
  skylight: 12,
  duct: 13,
};

/** Kinds of shadow, as the shader's numbers. */
export const SHADOW = {
  /** Of the whole box. */
  whole: 0,
  /** Of the box up to the cutting plane. */
  cut: 1,
  /** Of a tree's crown at the box's top. */
  round: 2,
  /** On the raised floor on which the caster stands. */
  raised: 3,
} as const;

/** Metres, radians and days, site frame. */
const placed = { foot: 'vec3', heading: 'float', size: 'vec3' } as const;
export const BOX_RECORD = recordSchema('Box', {
  ...placed,
  /** See {@link FINISH}. */
  finish: 'float',
  /** First and last day. */
  days: 'vec2',
  tint: 'tint',
  /** The day from which a hall's lamps light it. */
  lit: 'float',
  /** The lamp outside that lights it; see outdoorLamp.glsl. */
  lamp: 'vec4',
});
export const CASTER_RECORD = recordSchema('Caster', {
  ...placed,
  /** See {@link SHADOW}. */
  shadow: 'float',
  days: 'vec2',
  /** The lamp outside whose shadow it casts. */
  lamp: 'vec4',
});

/** No lamp. */
export const UNLIT: LampAt = () => undefined;
/** Nothing is as near to a lamp as its own post, metres. */
const POST = 1;

/** The lamp at a thing, as shaders read it: where it is, and the day from which it shines. */
export function lampRecord(
  lampAt: LampAt,
  { x, z, lit }: { x: number; z: number; lit?: number | undefined },
  length?: number,
): number[] {
  const lamp = lampAt(x, z, length, lit);
  return lamp ? [lamp.x, lamp.y, lamp.z, lamp.from ?? ALWAYS_FROM] : [0, 0, 0, ALWAYS_UNTIL];
}

const lengthOf = ({ size: [width, , depth] }: Pick<Box, 'size'>) => Math.max(width, depth);

/** Leaves out lamps whose own post stands at the place. */
const beyondPost =
  (lampAt: LampAt): LampAt =>
  (x, z, length) => {
    const lamp = lampAt(x, z, length);
    return lamp && Math.hypot(lamp.x - x, lamp.z - z) > POST ? lamp : undefined;
  };

const place = ({ x, y = 0, z, heading = 0, size, from = ALWAYS_FROM, until = ALWAYS_UNTIL }: Caster) => ({
  foot: [x, y, z],
  heading,
  size,
  days: [from, until],
});

/** Boxes as records; the caller owns the texture. */
export const boxRecords = (boxes: readonly Box[], lampAt = UNLIT): DataTexture =>
  BOX_RECORD.texture(boxes, (box) => ({
    ...place(box),
    finish: FINISH[finishOf(box)],
    tint: tintNumber(colorOf(box.material)),
    lit: finiteDay(box.lit),
    lamp: lampRecord(lampAt, box, lengthOf(box)),
  }));

/** Casters of shadows as records; the caller owns the texture. */
export const casterRecords = (casters: readonly Caster[], lampAt = UNLIT): DataTexture =>
  CASTER_RECORD.texture(casters, (caster) => ({
    ...place(caster),
    lamp: lampRecord(beyondPost(lampAt), caster, lengthOf(caster)),
    shadow:
      SHADOW[caster.raised ? 'raised' : caster.round ? 'round' : caster.cutaway === 'cut' ? 'cut' : 'whole'],
  }));
