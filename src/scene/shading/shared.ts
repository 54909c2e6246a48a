import { Color, Vector3, Vector4 } from 'three';
import type { LookTokens } from './look.ts';

/** Uniforms that every material of one mount shares. Changing a value here changes it everywhere. */
export interface SharedUniforms {
  /** The day shown. Growth is this one number. */
  uDay: { value: number };
  /** Towards the sun, unit length, site frame. */
  uSun: { value: Vector3 };
  uSunLight: { value: Color };
  uSkyLight: { value: Color };
  uGroundLight: { value: Color };
  uHorizon: { value: Color };
  uZenith: { value: Color };
  uCutColor: { value: Color };
  uShadow: { value: number };
  uContact: { value: number };
  /** Walls that are flagged as cut end at this height, metres above the slab. */
  uCut: { value: number };
  /** 0: the roof over the halls is off; 1: on. */
  uRoof: { value: number };
  /** 1 while the eye is inside of a hall: walls at full height, ceiling and lights on; 0 outside. */
  uInside: { value: number };
  /** Racks in this rectangle (x0, z0, x1, z1) are left out of the picture, as a section leaves out what is in the way. */
  uGap: { value: Vector4 };
  /** How bright lamps are against daylight: 1 in daylight, more at night. */
  uLamp: { value: number };
  /** Metres from which racks come in; 0 with reduced motion. */
  uDrop: { value: number };
  /** Distance at which the air has taken two thirds of a colour, metres. */
  uHaze: { value: number };
}

/** Where the sun stands, as a unit vector towards it (x east, y up, z south). */
export function sunDirection(bearingDegrees: number, elevationDegrees: number): Vector3 {
  const bearing = (bearingDegrees * Math.PI) / 180;
  const elevation = (elevationDegrees * Math.PI) / 180;
  const flat = Math.cos(elevation);
  return new Vector3(Math.sin(bearing) * flat, Math.sin(elevation), -Math.cos(bearing) * flat);
}

/** A look's colour as the materials add up light: the squares of its sRGB values. See OUTPUT in chunks.ts. */
export function colour(hex: string): Color {
  const color = new Color(hex).convertLinearToSRGB();
  return color.multiply(color);
}

export function createSharedUniforms(look: LookTokens): SharedUniforms {
  const color = (hex: string, strength = 1) => ({ value: colour(hex).multiplyScalar(strength) });
  return {
    uDay: { value: 0 },
    uSun: { value: sunDirection(look.sunBearing, look.sunElevation) },
    uSunLight: color(look.sunLight, 0.72),
    uSkyLight: color(look.skyLight, 0.72),
    uGroundLight: color(look.groundLight, 0.42),
    uHorizon: color(look.horizon),
    uZenith: color(look.zenith),
    uCutColor: color(look.cut),
    uShadow: { value: look.shadow },
    uContact: { value: look.contact },
    uCut: { value: 4.2 },
    uRoof: { value: 0 },
    uInside: { value: 0 },
    uLamp: { value: 1 },
    uGap: { value: new Vector4() },
    uDrop: { value: 3 },
    uHaze: { value: 2600 },
  };
}
