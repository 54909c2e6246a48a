import { Color, Vector2, Vector3, Vector4 } from 'three';
import { MOST_OCCLUDERS } from './culling.ts';
import type { Light } from './look.ts';

/** Uniforms of the view, one set per mount, shared by all materials. */
type ViewUniforms = ReturnType<typeof createViewUniforms>;

/** Uniforms of one campus; metres, site frame. */
export type CampusUniforms = ReturnType<typeof createCampusUniforms>;

/** What the materials of a campus share: its own uniforms, and the view's by reference. */
export type SharedUniforms = ViewUniforms & CampusUniforms;

/** Value of `uCeiling` at which everything is drawn, metres. */
export const NO_CEILING = 1e6;

/** Unit vector towards the sun (x east, y up, z south). */
export function sunDirection(bearingDegrees: number, elevationDegrees: number): Vector3 {
  const bearing = (bearingDegrees * Math.PI) / 180;
  const elevation = (elevationDegrees * Math.PI) / 180;
  const flat = Math.cos(elevation);
  return new Vector3(Math.sin(bearing) * flat, Math.sin(elevation), -Math.cos(bearing) * flat);
}

/** A colour as materials use it: the squares of its sRGB values, see encode.glsl. */
export function colour(hex: string): Color {
  const color = new Color(hex).convertLinearToSRGB();
  return color.multiply(color);
}

/** A mount's uniforms; {@link applyLight} sets the lighting. */
export function createViewUniforms() {
  const color = () => ({ value: new Color() });
  return {
    /** Towards the sun, unit length, scene frame. */
    uSunInSky: { value: new Vector3(0, 1, 0) },
    uSunLight: color(),
    uSkyLight: color(),
    uGroundLight: color(),
    /** Light in halls whose lamps are on. */
    uHallLight: color(),
    uHorizon: color(),
    uZenith: color(),
    uCutColor: color(),
    uShadow: { value: 0 },
    uContact: { value: 0 },
    /** Brightness of lamps: 1 in daylight, more at night. */
    uLamp: { value: 1 },
    /** Strength of the light that new racks emit. */
    uGlow: { value: 0 },
    /** Height from which new racks come down, metres; 0 with reduced motion. */
    uDrop: { value: 0 },
    /** Colours of racks before and in service. */
    uIdle: color(),
    uGraphite: color(),
    /** Distance at which fog takes half of a colour, metres. */
    uFog: { value: 1 },
  };
}

function createCampusUniforms() {
  return {
    /** Towards the sun, unit length. */
    uSun: { value: new Vector3() },
    /** Position of the eye. */
    uEye: { value: new Vector3() },
    /** The day shown, from the campus's day 0. */
    uDay: { value: 0 },
    /** Height at which walls are cut, metres above the slab. */
    uCut: { value: 0 },
    /** 0: the roof over the halls is off; 1: on. */
    uRoof: { value: 0 },
    /** 1 while the eye is inside a hall: walls at full height, ceiling and lights drawn; 0 outside. */
    uInside: { value: 0 },
    /** Racks in this rectangle (x0, z0, x1, z1) are not drawn; none unless x0 < x1. */
    uGap: { value: new Vector4() },
    /** Rack of the open server, -1 for none; lower and upper edge and half width of its slot, and how far it is pulled out. */
    uOpenRack: { value: new Vector2(-1, 0) },
    uOpenSlot: { value: new Vector4() },
    /** How far the cold plate of that server's selected GPU is lifted, 0 to 1. */
    uLift: { value: 0 },
    /** Index of the rack whose rear door is open, -1 for none, and its angle, radians. */
    uDoor: { value: new Vector2(-1, 0) },
    /** Distance from the eye within which racks have near parts; 0 for none. */
    uNearReach: { value: 0 },
    /** Height above which trays and other hanging things are not drawn. */
    uCeiling: { value: NO_CEILING },
    /** Walls and rows of racks that hide things; see occlusion.glsl. */
    uWithin: { value: new Vector4(1, 0, 0, 0) },
    uOccluders: { value: Array.from({ length: MOST_OCCLUDERS }, () => new Vector4(0, 1, 0, 0)) },
    uOccluderFar: { value: new Float32Array(MOST_OCCLUDERS) },
    /** Lamps that a hall's floor reflects, and strength of reflections, 0 to 1; see mirror.glsl. */
    uOccluderLamps: { value: Array.from({ length: MOST_OCCLUDERS }, () => new Vector4(1, 0, 1, 0)) },
    uLampLines: { value: new Vector4(0, 1, 1, 0) },
    uMirror: { value: 0 },
  };
}

/** The uniforms of one more campus in a view. */
export const createSharedUniforms = (view: ViewUniforms): SharedUniforms => ({
  ...view,
  ...createCampusUniforms(),
});

/** Direction of the work lamp, as for the sun, degrees; assumed. */
const WORK = { bearing: 150, elevation: 62 } as const;

/**
 * Sets the lighting by uniforms only, so that changing the look rebuilds nothing. `inside` (0 to 1) blends from outdoor light to a
 * hall's, which has a work lamp instead of sun or moon if the hall's lamps are on (`isLit`).
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
  view.uIdle.value.copy(colour(light.idle));
  view.uGraphite.value.copy(colour(light.inService));
  const strength = light.hallStrength * (1 - inside) + light.hallStrengthInside * inside;
  view.uHallLight.value.copy(colour(light.hall)).multiplyScalar(strength);
  const work = light.workStrength > 0 ? inside : 0;
  view.uSunInSky.value
    .copy(sunDirection(light.sunBearing, light.sunElevation))
    .lerp(sunDirection(WORK.bearing, WORK.elevation), work)
    .normalize();
  view.uSunLight.value
    .copy(colour(light.sun).multiplyScalar(light.sunStrength))
    .lerp(colour(light.hall).multiplyScalar(isLit ? light.workStrength : 0), work);
}
