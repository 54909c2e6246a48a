import type { DataTexture } from 'three';
import { ALWAYS_FROM, ALWAYS_UNTIL, type Rod } from '../../inventory/things/shapes.ts';
import { colorOf } from '../materials/materials.ts';
import { finiteDay, recordSchema, tintNumber } from '../records/recordSchema.ts';

export const ROD_SIDES = 8;

/** Metres and days, site frame. */
export const ROD_RECORD = recordSchema('Rod', {
  start: 'vec3',
  radius: 'float',
  /** Vector from its start to its end. */
  reach: 'vec3',
  tint: 'tint',
  /** First and last day. */
  days: 'vec2',
  /** The day from which a hall's lamps light it. */
  lit: 'float',
});

/** Rods as records; the caller owns the texture. */
export const rodRecords = (rods: readonly Rod[]): DataTexture =>
  ROD_RECORD.texture(rods, ({ from, to, radius, material, days = [ALWAYS_FROM, ALWAYS_UNTIL], lit }) => ({
    start: from,
    radius,
    reach: to.map((end, axis) => end - from[axis]!),
    tint: tintNumber(colorOf(material)),
    days,
    lit: finiteDay(lit),
  }));
