import { Color, Vector2, Vector3, Vector4 } from 'three';
import { MOST_OCCLUDERS } from './culling.ts';
import type { Light } from './look.ts';

/** Uniforms of the view: one set for each mount, whatever it shows. Changing a value changes it in every material. */
export interface ViewUniforms {
  /** The day shown. Growth is this one number. */
  uDay: { value: number };
  /** Towards the sun, unit length. */
  uSun: { value: Vector3 };
  uSunLight: { value: Color };
  uSkyLight: { value: Color };
  uGroundLight: { value: Color };
  /** Of halls whose lamps are on. */
  uHallLight: { value: Color };
  uHorizon: { value: Color };
  uZenith: { value: Color };
  uCutColor: { value: Color };
  uShadow: { value: number };
  uContact: { value: number };
  /** How bright lamps are against daylight: 1 in daylight, more at night. */
  uLamp: { value: number };
  /** How much new racks glow by themselves. */
  uGlow: { value: number };
  /** Metres from which racks come in; 0 with reduced motion. */
  uDrop: { value: number };
  /** How much the picture is a drawing in ink: 0, or 1 in the plan. */
  uInk: { value: number };
  /** Racks before and after they are in service. */
  uIdle: { value: Color };
  uGraphite: { value: Color };
  /** Distance at which fog has taken half of a colour, metres. */
  uFog: { value: number };
}

/** Uniforms of one campus. Lengths in metres, places in its site frame. */
export interface CampusUniforms {
  /** Walls that are flagged as cut end at this height above the slab. */
  uCut: { value: number };
  /** 0: the roof over the halls is off; 1: on. */
  uRoof: { value: number };
  /** 1 while the eye is inside of a hall: walls at full height, ceiling and lights on; 0 outside. */
  uInside: { value: number };
  /** Racks in this rectangle (x0, z0, x1, z1) are left out of the picture; none where x0 is not below x1. */
  uGap: { value: Vector4 };
  /** The rack of the server that is drawn out, -1 for none; lower and upper edge and half width of its opening, and how far it is out. */
  uOpenRack: { value: number };
  uOpenSlot: { value: Vector4 };
  /** How far the cold plate of one of that server's GPUs is lifted, 0 to 1. */
  uLift: { value: number };
  /** The rack whose rear door is open, -1 for none, and how far, radians. */
  uDoor: { value: Vector2 };
  /** Distance from the eye up to which racks have parts that stand out; 0 where none have. */
  uNearReach: { value: number };
  /** Trays and the like that hang higher are left out. */
  uCeiling: { value: number };
  /** What walls and rows of racks hide; see occlusion.glsl. */
  uWithin: { value: Vector4 };
  uOccluders: { value: Vector4[] };
  uOccluderFar: { value: Float32Array };
  /** What a hall's floor reflects, and how much of it is there, 0 to 1; see mirror.glsl. */
  uOccluderLamps: { value: Vector4[] };
  uLampLines: { value: Vector4 };
  uMirror: { value: number };
}

/** What the materials of a campus share: its own uniforms, and the view's by reference. */
export type SharedUniforms = ViewUniforms & CampusUniforms;

/** A ceiling higher than anything that hangs, metres. */
export const NO_CEILING = 1e6;

/** Where the sun stands, as a unit vector towards it (x east, y up, z south). */
export function sunDirection(bearingDegrees: number, elevationDegrees: number): Vector3 {
  const bearing = (bearingDegrees * Math.PI) / 180;
  const elevation = (elevationDegrees * Math.PI) / 180;
  const flat = Math.cos(elevation);
  return new Vector3(Math.sin(bearing) * flat, Math.sin(elevation), -Math.cos(bearing) * flat);
}

/** A look's colour as the materials add up light: the squares of its sRGB values. See encode.glsl. */
export function colour(hex: string): Color {
  const color = new Color(hex).convertLinearToSRGB();
  return color.multiply(color);
}

/** A mount's uniforms without light; {@link applyLight} brings it. */
export function createViewUniforms(): ViewUniforms {
  const color = () => ({ value: new Color() });
  return {
    uDay: { value: 0 },
    uSun: { value: new Vector3(0, 1, 0) },
    uSunLight: color(),
    uSkyLight: color(),
    uGroundLight: color(),
    uHallLight: color(),
    uHorizon: color(),
    uZenith: color(),
    uCutColor: color(),
    uShadow: { value: 0 },
    uContact: { value: 0 },
    uLamp: { value: 1 },
    uGlow: { value: 0 },
    uDrop: { value: 0 },
    uInk: { value: 0 },
    uIdle: color(),
    uGraphite: color(),
    uFog: { value: 1 },
  };
}

/** The uniforms of one more campus in a view. */
export function createSharedUniforms(view: ViewUniforms): SharedUniforms {
  return {
    ...view,
    uCut: { value: 0 },
    uRoof: { value: 0 },
    uInside: { value: 0 },
    uGap: { value: new Vector4() },
    uOpenRack: { value: -1 },
    uOpenSlot: { value: new Vector4() },
    uLift: { value: 0 },
    uDoor: { value: new Vector2(-1, 0) },
    uNearReach: { value: 0 },
    uCeiling: { value: NO_CEILING },
    uWithin: { value: new Vector4(1, 0, 0, 0) },
    uOccluders: { value: Array.from({ length: MOST_OCCLUDERS }, () => new Vector4(0, 1, 0, 0)) },
    uOccluderFar: { value: new Float32Array(MOST_OCCLUDERS) },
    uOccluderLamps: { value: Array.from({ length: MOST_OCCLUDERS }, () => new Vector4(1, 0, 1, 0)) },
    uLampLines: { value: new Vector4(0, 1, 1, 0) },
    uMirror: { value: 0 },
  };
}

/** Where a work lamp hangs, as the sun's place is given; assumed. */
const WORK = { bearing: 150, elevation: 62 } as const;

/**
 * Lights the scene: numbers only, so that changing the look builds nothing again. `inside` (0 to 1) is how far the eye is used to a
 * hall's dark; there is no moon for it, but a work lamp where the hall's lamps burn (`isLit`).
 */
export function applyLight(view: ViewUniforms, light: Light, inside: number, isLit: boolean): void {
  view.uSkyLight.value.copy(colour(light.sky)).multiplyScalar(light.skyStrength);
  view.uGroundLight.value.copy(colour(light.ground)).multiplyScalar(light.groundStrength);
  view.uHorizon.value.copy(colour(light.horizon));
  view.uZenith.value.copy(colour(light.zenith));
  view.uCutColor.value.copy(colour(light.cut));
  view.uShadow.value = light.shadow;
  view.uContact.value = light.contact;
  view.uLamp.value = light.lamp;
  view.uGlow.value = light.glow;
  view.uInk.value = light.ink;
  view.uIdle.value.copy(colour(light.idle));
  view.uGraphite.value.copy(colour(light.inService));
  const strength = light.hallStrength * (1 - inside) + light.hallStrengthInside * inside;
  view.uHallLight.value.copy(colour(light.hall)).multiplyScalar(strength);
  const work = light.workStrength > 0 ? inside : 0;
  view.uSun.value
    .copy(sunDirection(light.sunBearing, light.sunElevation))
    .lerp(sunDirection(WORK.bearing, WORK.elevation), work)
    .normalize();
  view.uSunLight.value
    .copy(colour(light.sun).multiplyScalar(light.sunStrength))
    .lerp(colour(light.hall).multiplyScalar(isLit ? light.workStrength : 0), work);
}
