import { Color, Vector2, Vector3, Vector4 } from 'three';
import { MOST_OCCLUDERS } from './culling.ts';
import type { Light } from './look.ts';

/** Uniforms of the view, one set per mount, shared by all materials. */
type ViewUniforms = ReturnType<typeof createViewUniforms>;

/** A colour that shaders read. */
interface Uniform {
  value: Color;
}

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
    /** What a mirror in a hall sees of racks and of the floor; see nearLight.glsl. */
    uRacksSeen: color(),
    uFloorSeen: color(),
    uHorizon: color(),
    uZenith: color(),
    uCutColor: color(),
    /** Share of level ground's light that the sun's shadow takes, 0 to 1, and the sky's light that is left beyond that. */
    uShadow: { value: 0 },
    uShade: color(),
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
    /** Lines of lamps in a hall; see lamps.glsl. */
    uLampLines: { value: new Vector4(0, 1, 1, 0) },
    uLampAhead: { value: 1 },
    uLampShine: { value: 0 },
    /** Lamps of racks that a hall's floor reflects, and strength of reflections, 0 to 1; see mirror.glsl. */
    uOccluderLamps: { value: Array.from({ length: MOST_OCCLUDERS }, () => new Vector4(1, 0, 1, 0)) },
    uMirror: { value: 0 },
    /** Height of the floor of the hall around the eye. */
    uFloorY: { value: 0 },
  };
}

/** The uniforms of one more campus in a view. */
export const createSharedUniforms = (view: ViewUniforms): SharedUniforms => ({
  ...view,
  ...createCampusUniforms(),
});

/**
 * Sets the lighting by uniforms only, so that changing the look rebuilds nothing. `inside` (0 to 1) blends from outdoor light to a
 * hall's: where its lamps are on (`isLit`), they take the place of the sun; at night there is no other light.
 */
export function applyLight(view: ViewUniforms, light: Light, inside: number, isLit: boolean): void {
  const isNight = light.sunStrength === 0;
  /** How much the hall's own light has replaced that of the sun and the sky. */
  const enclosed = isLit || isNight ? inside : 0;
  const sky = 1 - enclosed * (1 - light.skyInside);
  view.uSkyLight.value.copy(colour(light.sky)).multiplyScalar(light.skyStrength * sky);
  view.uGroundLight.value.copy(colour(light.ground)).multiplyScalar(light.groundStrength * sky);
  view.uHorizon.value.copy(colour(light.horizon)).multiplyScalar(sky);
  view.uZenith.value.copy(colour(light.zenith));
  view.uCutColor.value.copy(colour(light.cut));
  view.uContact.value = light.contact;
  view.uLamp.value = light.lamp;
  view.uGlow.value = light.glow;
  view.uIdle.value.copy(colour(light.idle));
  view.uGraphite.value.copy(colour(light.inService));
  const strength = light.hallStrength * (1 - inside) + (isLit ? light.hallStrengthInside : 0) * inside;
  view.uHallLight.value.copy(colour(light.hall)).multiplyScalar(strength);
  view.uSunInSky.value.copy(sunDirection(light.sunBearing, light.sunElevation));
  view.uSunLight.value.copy(colour(light.sun)).multiplyScalar(light.sunStrength * (1 - enclosed));
  const { uSkyLight, uGroundLight, uSunLight, uHallLight, uRacksSeen, uFloorSeen } = view;
  mix(uRacksSeen, [uSkyLight, 0.14], [uHallLight, 0.07]);
  mix(uFloorSeen, [uGroundLight, 0.6], [uSunLight, 0.24], [uHallLight, 0.55]);
  shadeGround(view, isNight ? 1 : enclosed, light.shadow);
}

/** Sets a colour to the sum of others, each by its share. */
function mix(to: Uniform, ...parts: readonly (readonly [from: Uniform, share: number])[]): void {
  to.value.setScalar(0);
  for (const [{ value }, share] of parts) to.value.add(value.clone().multiplyScalar(share));
}

/**
 * Sets what is left in shade. Level ground outside keeps the light of the sky alone: a shadow can only darken all colours alike, so it
 * takes as much as the colour of which the sky has least, and gives back what the sky has more of the others, as the screen's values.
 * Where lamps take the sun's place (`lamps`, 0 to 1), the shadow is theirs and takes a share of all light.
 */
function shadeGround(view: ViewUniforms, lamps: number, share: number): void {
  const sky = view.uSkyLight.value.toArray();
  const sun = view.uSunLight.value.toArray();
  const whole = sun.map((light, part) => sky[part]! + light * view.uSunInSky.value.y);
  const left = sky.map((light, part) => Math.sqrt(light / Math.max(whole[part]!, 1e-6)));
  const least = Math.min(...left, 1);
  view.uShadow.value = (1 - least) * (1 - lamps) + share * lamps;
  const [red, green, blue] = left.map((each, part) => (each - least) * Math.sqrt(whole[part]!) * (1 - lamps));
  view.uShade.value.setRGB(red!, green!, blue!);
}
