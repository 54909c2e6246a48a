import type { DataTexture } from 'three';
import { ALWAYS_FROM, ALWAYS_UNTIL, type Rod } from '../../inventory/things/shapes.ts';
import { lampRecord, UNLIT } from '../boxes/boxes.ts';
import OUTDOOR_LAMP from '../ground/outdoorLamp.glsl';
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
  /** The lamp outside that lights it; see outdoorLamp.glsl. */
  lamp: 'vec4',
});

/** Rods as records; the caller owns the texture. */
export const rodRecords = (rods: readonly Rod[], lampAt = UNLIT): DataTexture =>
  ROD_RECORD.texture(rods, ({ from, to, radius, material, days = [ALWAYS_FROM, ALWAYS_UNTIL], lit }) => {
    const reach = to.map((end, axis) => end - from[axis]!) as [number, number, number];
    const middle = { x: from[0] + reach[0] / 2, z: from[2] + reach[2] / 2, lit };
    return {
      start: from,
      radius,
      reach,
      tint: tintNumber(colorOf(material)),
      days,
      lit: finiteDay(lit),
      lamp: lampRecord(lampAt, middle, Math.hypot(reach[0], reach[2])),
    };
  });

/** Material of rods. */
export const rodMaterial = (shared: SharedUniforms, rods: DataTexture, isPlan: boolean) =>
  sceneMaterial(shared, {
    name: 'rods',
    records: [[ROD_RECORD, rods]],
    vertex: [OUTDOOR_LAMP, VERTEX],
    fragment: [FRAGMENT],
    defines: { SIDES },
    isPlan,
  });
