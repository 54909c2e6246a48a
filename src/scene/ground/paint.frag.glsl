// Colour with computed lines: tiles on floors (FLOORS), the building's bays and joints of concrete on the ground, which is also
// uneven where it is grass, soil or worn (WORN).
uniform vec3 uLine;
varying vec3 vColor;
varying vec3 vPosition;
varying float vPaint;
varying float vLit;
varying float vLamps;

#ifdef FLOORS
/** Side of a tile, and width of its joint, metres. */
const float PITCH = 0.6;
const float JOINT = 0.02;
#else
/** Width of a bay, and of its line, metres. */
const float PITCH = 15.24;
const float JOINT = 0.12;
#endif
#ifdef WORN
varying vec4 vWear;

/** Smooth noise, -1 to 1, without a texture. */
float uneven(vec2 at) {
  vec2 cell = floor(at), within = at - cell;
  within *= within * (3.0 - 2.0 * within);
  // Chance from the corners' numbers, without a sine, which a software renderer computes slowly.
  vec4 corners = fract((cell.x + cell.y * 157.0 + vec4(0.0, 1.0, 157.0, 158.0)) * 0.1031);
  corners *= corners + 33.33;
  corners = fract(corners * (corners + corners));
  vec2 sides = mix(corners.xz, corners.yw, within.x);
  return mix(sides.x, sides.y, within.y) * 2.0 - 1.0;
}

/** The ground's colour with its unevenness; what is finer than a pixel is left out. */
vec3 worn(vec3 color, vec2 at, float pixel) {
  vec2 turned = vec2(0.8 * at.x - 0.6 * at.y, 0.6 * at.x + 0.8 * at.y);
  float broad = uneven(turned * 0.022);
  // Wheels and mowers leave streaks, mostly along x.
  vec2 streak = zigzag(turned * vec2(0.019, 0.047) + at.yx * vec2(0.031, 0.007) + 0.4 * broad);
  float wear = vWear.x * broad + vWear.y * streak.x * streak.y;
  if (pixel < 1.4) {
    float near = clamp(1.6 - pixel * 1.1, 0.0, 1.0);
    wear += near * (vWear.z * uneven(turned * 1.7) + vWear.w * zigzag(at * 0.38).y);
  }
  // Where it is dry it is yellower.
  return color * (1.0 + wear + vWear.x * broad * vec3(0.5, 0.0, -0.8));
}
#endif

void main() {
  vec2 pixel = fwidth(vPosition.xz);
  float width = JOINT;
#ifdef FLOORS
#ifdef PLAN
  width = min(width, pixel.x);
#endif
  float strength = 0.9 * step(0.5, vPaint);
  vec2 at = vPosition.xz / PITCH - 0.5;
#elif defined(PLAN)
  float strength = 0.8 * step(float(PAINT_COLUMNS) - 0.5, vPaint);
  vec2 at = vPosition.xz / PITCH;
#else
  // Joints of concrete divide a bay's width into two, those of a building's slab into three.
  float strength = step(float(PAINT_CONCRETE) - 0.5, vPaint);
  vec2 at = vPosition.xz / PITCH * (vPaint < float(PAINT_COLUMNS) - 0.5 ? 2.0 : 3.0);
#endif
  vec2 away = abs(fract(at) - 0.5) * PITCH;
  vec2 line = clamp((width * 0.5 - away) / max(pixel, 1e-5) + 0.5, 0.0, 1.0);
  line = mix(line, vec2(width / PITCH), clamp(pixel / PITCH * 2.86 - 0.71, 0.0, 1.0));
  vec3 color = vColor;
#ifdef WORN
  color = worn(color, vPosition.xz, max(pixel.x, pixel.y));
  // Every slab between them was poured on its own.
  vec2 slab = floor(at + 0.5) + vec2(0.37, 0.61);
  float poured = fract(slab.x * slab.y * 0.173) - 0.5;
  color *= 1.0 + strength * (0.14 * poured - 0.3 * max(line.x, line.y));
#else
  color = mix(color, uLine, max(line.x, line.y) * strength);
#endif
  Surface surface = matt(color, vec3(0.0, 1.0, 0.0));
  // Alpha holds the brightness by which lamps' light is multiplied; see painted.ts.
  float brightness = surface.baseColor.g;
#ifdef FLOORS
  // A hall's lines of lamps, and their image in a polished floor: the reflected ray's distance from the line over this aisle.
  float up = uLampLines.z - vPosition.y, beside = besideLine(vPosition.z, vLamps);
  surface.lamplight = vLit * lampsOn(surface.normal, vec2(up, -beside));
#ifdef INSIDE
  vec4 mirrored = mirror(vPosition - uEye, vPosition);
  surface.baseColor *= mirrored.a;
  surface.emission = mirrored.rgb;
#else
  // At base quality the floor gives back nothing else.
  vec3 ray = vPosition - uEye;
  float far = max(vDistance, 1e-3), fall = max(uEye.y - vPosition.y, 0.01);
  float flatness = 1.0 - clamp(fall / far, 0.0, 1.0);
  flatness *= flatness;
  surface.emission = uHallLight * (vLit * uLampShine * lineIn(beside + ray.z * up / fall, far * up / fall) * glossAt(flatness * flatness));
#endif
#endif
  gl_FragColor = vec4(shade(surface), encoded(vec3(brightness)).g);
}
