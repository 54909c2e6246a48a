import { DoubleSide, ShaderMaterial, type ShaderMaterialParameters } from 'three';
import RECORDS from '../records/records.glsl';
import { MOST_OCCLUDERS, type Vantage } from './culling.ts';
import ENCODE from './encode.glsl';
import OCCLUSION from './occlusion.glsl';
import PLACEMENT from './placement.glsl';
import type { SharedUniforms } from './shared.ts';
import SURFACE from './surface.glsl';
import UNIFORMS from './uniforms.glsl';

type Options = Omit<ShaderMaterialParameters, 'vertexShader' | 'fragmentShader' | 'uniforms' | 'defines'>;

/** What a material of the scene is made of besides what all of them have. */
export interface MaterialParts extends Options {
  name: string;
  /** GLSL pieces that follow what all vertex shaders have: uniforms.glsl, placement.glsl, occlusion.glsl and records.glsl. */
  vertex: readonly string[];
  /** GLSL pieces that follow what all fragment shaders have: uniforms.glsl, encode.glsl and surface.glsl. */
  fragment: readonly string[];
  uniforms?: ShaderMaterial['uniforms'];
  /** Variants by name, and constants. `undefined`: not defined. */
  defines?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** For an eye in a hall INSIDE is defined. */
  vantage?: Vantage;
}

/** A material of the scene; the caller owns it. */
export function material(
  shared: SharedUniforms,
  { vertex, fragment, uniforms, defines = {}, vantage = 'outside', ...options }: MaterialParts,
): ShaderMaterial {
  const given = { MOST_OCCLUDERS, INSIDE: vantage === 'inside' || undefined, ...defines };
  return new ShaderMaterial({
    side: DoubleSide,
    ...options,
    vertexShader: [UNIFORMS, PLACEMENT, OCCLUSION, RECORDS, ...vertex].join('\n'),
    fragmentShader: [UNIFORMS, ENCODE, SURFACE, ...fragment].join('\n'),
    uniforms: { ...shared, ...uniforms },
    defines: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  });
}

/** Named constants of a table for a shader: `{ darkFans: 3 }` of `FINISH` is `FINISH_DARK_FANS 3`. */
export function definesOf(prefix: string, table: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(table).map(([name, value]) => [
      `${prefix}_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`,
      value,
    ]),
  );
}
