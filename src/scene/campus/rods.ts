import type { DataTexture } from 'three';
import { ALWAYS_FROM, ALWAYS_UNTIL, type Rod } from '../../inventory/things/shapes.ts';
import { colorOf } from '../materials/materials.ts';
import { tube } from '../records/itemGeometry.ts';
import { finiteDay, recordSchema, tintNumber } from '../records/recordSchema.ts';
import { material as sceneMaterial } from '../shading/material.ts';
import type { SharedUniforms } from '../shading/shared.ts';
import FRAGMENT from '../shading/solid.frag.glsl';
import VERTEX from './rod.vert.glsl';

/** Faces around a rod. */
const SIDES = 8;
export const ROD = tube(SIDES);

/** Metres and days, site frame. */
const ROD_RECORD = recordSchema('Rod', {
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

/** Material of rods. */
export const rodMaterial = (shared: SharedUniforms, rods: DataTexture, isPlan: boolean) =>
  sceneMaterial(shared, {
    name: 'rods',
    records: [[ROD_RECORD, rods]],
    vertex: [VERTEX],
    fragment: [FRAGMENT],
    defines: { SIDES },
    isPlan,
  });
