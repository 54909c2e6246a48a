import { Color, Vector2, Vector3, Vector4 } from 'three';
import { MOST_SCREENS } from './culling.ts';
import type { Light } from './look.ts';

/** Uniforms that every material of one mount shares. Changing a value here changes it everywhere. */
export interface SharedUniforms {
  /** The day shown. Growth is this one number. */
  uDay: { value: number };
  /** Towards the sun, unit length, site frame. */
  uSun: { value: Vector3 };
  uSunLight: { value: Color };
  uSkyLight: { value: Color };
  uGroundLight: { value: Color };
  /** Of a hall whose lamps are on. */
  uHallLight: { value: Color };
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
  /** 1 while the lamps burn in the hall that the eye is in; no shader asks for it. */
  uWork: { value: number };
  /** Racks in this rectangle (x0, z0, x1, z1) are left out of the picture, as a section leaves out what is in the way. */
  uGap: { value: Vector4 };
  /** The rack of the server that is drawn out, -1 for none; lower and upper edge and half width of its opening, and how far it is out; metres. */
  uOpenRack: { value: number };
  uOpenSlot: { value: Vector4 };
  /** The rack whose rear door is open, -1 for none, and how far, radians. */
  uDoor: { value: Vector2 };
  /** Metres from the eye up to which racks have parts that stand out; 0 where none have. */
  uNearReach: { value: number };
  /** Trays and the like that hang higher are left out, metres above the ground: an eye over a server looks through them. */
  uCeiling: { value: number };
  /** How far the cold plate of one of its GPUs is lifted, 0 to 1. */
  uLift: { value: number };
  /** What walls and rows of racks hide; see occlusionFrom. */
  uWithin: { value: Vector4 };
  uScreens: { value: Vector4[] };
  uScreenFar: { value: Float32Array };
  /** What a hall's floor gives back, and how much of it is there, 0 to 1; see mirror.glsl.ts. */
  uScreenLamps: { value: Vector4[] };
  uStrips: { value: Vector4 };
  uMirror: { value: number };
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
  /** Distance at which the air has taken two thirds of a colour, metres. */
  uFog: { value: number };
}

/** Distances for {@link SharedUniforms.uFog}: a summer's day, and paper. */
const FOG = 2600;
const CLEAR = 1e9;

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

/** Uniforms without light; {@link applyLight} brings it. */
export function createSharedUniforms(): SharedUniforms {
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
    uCut: { value: 4.2 },
    uRoof: { value: 0 },
    uInside: { value: 0 },
    uWork: { value: 0 },
    uGap: { value: new Vector4() },
    uWithin: { value: new Vector4(1, 0, 0, 0) },
    uScreens: { value: Array.from({ length: MOST_SCREENS }, () => new Vector4(0, 1, 0, 0)) },
    uScreenFar: { value: new Float32Array(MOST_SCREENS) },
    uScreenLamps: { value: Array.from({ length: MOST_SCREENS }, () => new Vector4(1, 0, 1, 0)) },
    uStrips: { value: new Vector4(0, 1, 1, 0) },
    uMirror: { value: 0 },
    uOpenRack: { value: -1 },
    uOpenSlot: { value: new Vector4() },
    uDoor: { value: new Vector2(-1, 0) },
    uNearReach: { value: 0 },
    uCeiling: { value: 1e6 },
    uLift: { value: 0 },
    uLamp: { value: 1 },
    uGlow: { value: 0 },
    uDrop: { value: 3 },
    uInk: { value: 0 },
    uIdle: color(),
    uGraphite: color(),
    uFog: { value: FOG },
  };
}

/** Lights the scene: numbers only, so that changing the look builds nothing again. */
export function applyLight(shared: SharedUniforms, light: Light): void {
  shared.uSkyLight.value.copy(colour(light.sky)).multiplyScalar(light.skyStrength);
  shared.uGroundLight.value.copy(colour(light.ground)).multiplyScalar(light.groundStrength);
  shared.uHorizon.value.copy(colour(light.horizon));
  shared.uZenith.value.copy(colour(light.zenith));
  shared.uCutColor.value.copy(colour(light.cut));
  shared.uShadow.value = light.shadow;
  shared.uContact.value = light.contact;
  shared.uLamp.value = light.lamp;
  shared.uGlow.value = light.glow;
  shared.uInk.value = light.ink;
  shared.uIdle.value.copy(colour(light.idle));
  shared.uGraphite.value.copy(colour(light.inService));
  shared.uFog.value = light.ink > 0 ? CLEAR : FOG;
  lightHalls(shared, light);
}

/** Where a work lamp hangs, as the sun's place is given; assumed. */
const WORK = { bearing: 150, elevation: 62 } as const;

/** A hall's own light, seen from outside or by an eye that is used to its dark; and for that eye no moon, but lamps if they burn. */
export function lightHalls(shared: SharedUniforms, light: Light): void {
  const inside = shared.uInside.value;
  const strength = light.hallStrength * (1 - inside) + light.hallStrengthInside * inside;
  shared.uHallLight.value.copy(colour(light.hall)).multiplyScalar(strength);
  const work = light.workStrength > 0 ? inside : 0;
  shared.uSun.value
    .copy(sunDirection(light.sunBearing, light.sunElevation))
    .lerp(sunDirection(WORK.bearing, WORK.elevation), work)
    .normalize();
  shared.uSunLight.value
    .copy(colour(light.sun).multiplyScalar(light.sunStrength))
    .lerp(colour(light.hall).multiplyScalar(light.workStrength * shared.uWork.value), work);
}
