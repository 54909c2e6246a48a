import { type DataTexture, DoubleSide, ShaderMaterial, type ShaderMaterialParameters } from 'three';
import RECORDS from '../records/records.glsl';
import type { Fields, RecordSchema } from '../records/recordSchema.ts';
import { MOST_OCCLUDERS, type Vantage } from './culling.ts';
import ENCODE from './encode.glsl';
import LAMPS from './lamps.glsl';
import OCCLUSION from './occlusion.glsl';
import PLACEMENT from './placement.glsl';
import type { SharedUniforms } from './shared.ts';
import SURFACE from './surface.glsl';
import UNIFORMS from './uniforms.glsl';

type Options = Omit<ShaderMaterialParameters, 'vertexShader' | 'fragmentShader' | 'uniforms' | 'defines'>;

/** Parts of a material, besides those that all materials have. */
export interface MaterialParts extends Options {
  name: string;
  /** Records that the vertex shader reads, each with its texture. */
  records?: readonly (readonly [Pick<RecordSchema<Fields>, 'uniform' | 'glsl'>, DataTexture])[];
  /** GLSL after uniforms.glsl, lamps.glsl, placement.glsl, occlusion.glsl and records.glsl, which all vertex shaders have. */
  vertex: readonly string[];
  /** GLSL after uniforms.glsl, lamps.glsl, encode.glsl and surface.glsl, which all fragment shaders have. */
  fragment: readonly string[];
  uniforms?: ShaderMaterial['uniforms'];
  /** Names of variants, and constants; `undefined` ones are not defined. */
  defines?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** `inside` defines INSIDE. */
  vantage?: Vantage;
  /** Defines PLAN: a black and white drawing. */
  isPlan?: boolean;
}

/** A material of the scene; the caller owns it. */
export function material(
  shared: SharedUniforms,
  {
    records = [],
    vertex,
    fragment,
    uniforms,
    defines = {},
    vantage = 'outside',
    isPlan = false,
    ...options
  }: MaterialParts,
): ShaderMaterial {
  const given = {
    MOST_OCCLUDERS,
    INSIDE: vantage === 'inside' || undefined,
    PLAN: isPlan || undefined,
    ...defines,
  };
  return new ShaderMaterial({
    side: DoubleSide,
    ...options,
    vertexShader: [
      UNIFORMS,
      LAMPS,
      PLACEMENT,
      OCCLUSION,
      RECORDS,
      ...records.map(([{ glsl }]) => glsl),
      ...vertex,
    ].join('\n'),
    fragmentShader: [UNIFORMS, LAMPS, ENCODE, SURFACE, ...fragment].join('\n'),
    uniforms: {
      ...shared,
      ...Object.fromEntries(records.map(([{ uniform }, value]) => [uniform, { value }])),
      ...uniforms,
    },
    defines: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  });
}

/** A table as constants for a shader: `{ darkFans: 3 }` with prefix `FINISH` becomes `FINISH_DARK_FANS 3`. */
export function definesOf(prefix: string, table: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(table).map(([name, value]) => [
      `${prefix}_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`,
      value,
    ]),
  );
}
