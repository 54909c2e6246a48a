/**
 * Darkness of fans, 0 to 1; and what edges have more of a face's light: in the plan they are dark, else they catch light. Edges begin on
 * faces that are some pixels wide and are whole on faces wider by some more.
 */
#ifdef PLAN
const float FAN_STRENGTH = 0.25, EDGE_LIGHT = -0.9, EDGE_FROM = 1.0, EDGE_OVER = 3.0;
#else
const float FAN_STRENGTH = 0.85, EDGE_LIGHT = 0.3, EDGE_FROM = 3.0, EDGE_OVER = 9.0;
#endif

/** Repeated lines of a pitch and width, antialiased: 1 on a line, 0 beside it, the mean where lines are finer than a pixel. */
vec2 ruled(vec2 at, vec2 pitch, vec2 width, vec2 pixel) {
  pixel /= pitch;
  vec2 share = width / pitch;
  vec2 sharp = clamp((abs(fract(at) - 0.5) - 0.5 + share * 0.5) / max(pixel * 2.0, 1e-5) + 0.5, 0.0, 1.0);
  return mix(sharp, share, clamp(pixel * 2.0 - 0.6, 0.0, 1.0));
}

#ifdef FANS
/** Two lines of fans, one every 1.2 m, as on the catalogue's unit with 26 fans; or the windows of a bus. */
void fansAndWindows(inout Surface surface, vec2 at, vec2 pixel, bool top) {
  vec3 color = surface.baseColor;
  if (vFace.y == FINISH_CHILLER && top) {
    vec2 pitch = vec2(1.12, 1.194);
    vec2 cell = (fract(vLocal.xz / pitch + 0.5) - 0.5) * pitch;
    float wide = pixel.x + pixel.y;
    float ring = length(cell);
    float fan = 1.0 - smoothstep(0.42 - wide, 0.42 + wide, ring);
    float hub = 1.0 - smoothstep(0.12 - wide, 0.12 + wide, ring);
    fan = mix(fan, 0.45, smoothstep(0.5, 1.5, wide));
    color = mix(color, vec3(0.09, 0.095, 0.1), fan * FAN_STRENGTH);
    color = mix(color, vec3(0.4), hub * (1.0 - smoothstep(0.2, 0.6, wide)));
  } else if (vFace.y == FINISH_BUS && !top) {
    float height = vLocal.y / vBox.y;
    float glass = smoothstep(0.52, 0.54, height) * (1.0 - smoothstep(0.82, 0.84, height));
    glass *= step(0.14, 0.95 * fract(at.x / 0.95));
    color = mix(color, vec3(0.03, 0.035, 0.04), glass);
    color = mix(color, vec3(0.02), 0.8 * (1.0 - smoothstep(0.02, 0.05, abs(height - 0.42))));
    surface.emission = vec3(0.8, 0.52, 0.24) * glass * clamp(uLamp - 1.0, 0.0, 1.0);
  }
  surface.baseColor = color;
}
#endif

#ifdef INSIDE
/** Light that the air gives back around the line of lamps over the eye, by the ray's distance from it. */
float haloOf(vec3 ray) {
  vec2 toLine = vec2(uLampLines.z - uEye.y, -besideLine(uEye.z, uLampLines.x));
  float across = (ray.y * toLine.y - ray.z * toLine.x);
  float square = across * across / max(dot(ray.yz, ray.yz), 1e-4);
  return (1.6 / (1.0 + square * 60.0) + 0.5 / (1.0 + square * 6.0)) * step(0.0, dot(ray.yz, toLine));
}
#endif

void main() {
  bool top = vFace.x == FACE_TOP;
  // Metres across and up the face; from its lower edge on sides, from its middle on top.
  vec2 at = top ? vLocal.xz : vec2(vFace.x == FACE_Z ? vLocal.x : vLocal.z, vLocal.y);
  vec2 wide = top ? vBox.xz : vec2(vFace.x == FACE_Z ? vBox.x : vBox.z, vBox.y);
  vec2 pixel = max(fwidth(at), 1e-5);
  Surface surface = matt(vColor, vNormal);
  surface.baseColor *= 1.0 - dot(vRuled.xy, ruled(at / vRule.xz + vec2(vRuled.z, 0.0), vRule.xz, vRule.yw, pixel));
#ifndef PLAN
  // Roofing is stained by rain that stood on it.
  if (top && (vFace.y == FINISH_SEAMS || vFace.y == FINISH_ROOF)) {
    vec2 stain = zigzag(vLocal.xz * 0.017 + 0.13 * zigzag(vLocal.zx * 0.011 + vBox.x));
    // Strips of the membrane differ in tone, and dirt gathers along the edges.
    float strip = fract(floor(at.y / vRule.z + 0.5) * 0.618);
    vec2 rim = clamp((wide - abs(at)) * 0.4, 0.0, 1.0);
    surface.baseColor *= (0.97 + 0.06 * strip + 0.06 * stain.x * stain.y) * (0.75 + 0.25 * rim.x * rim.y);
  }
#endif
#ifdef FANS
  fansAndWindows(surface, at, pixel, top);
#endif
  float dusk = clamp(uLamp - 1.0, 0.0, 1.0);
  // Less of the sky reaches the foot of a side. What shines over the horizon at night reaches tops rather than the ground.
  float foot = top ? 1.0 + 2.8 * dusk : mix(0.6, 1.0, clamp(vLocal.y * 0.36, 0.0, 1.0));
  surface.occlusion = vFace.y == FINISH_CEILING ? 1.2 : foot;
  surface.lamplight = vLit;
#ifdef INSIDE
  vec3 place = uEye + vFromEye;
  surface.lamplight *= lampsAt(place, vNormal);
  if (vFace.y == FINISH_CEILING) {
    // What the aisles' floors give back is strongest over them, and at night hardly reaches the ceiling.
    float over = besideLine(place.z, uLampLines.x) / uLampLines.y;
    surface.lamplight *= mix(1.35, 0.3, dusk) * (1.0 - 2.6 * over * over);
    surface.emission = uHallLight * (vLit * uLampShine * haloOf(vFromEye) * mix(0.15, 1.0, dusk));
  }
#endif
  if (vFace.y == FINISH_LAMP && vLit > 0.5) {
    surface.emission = vec3(1.0, 0.985, 0.95) * mix(1.6, 3.0, dusk);
    surface.baseColor = vec3(0.0);
  }
  // An edge line about a pixel wide, which fades on faces that are only a few pixels wide.
#ifdef PLAN
  float upright = min(at.y, wide.y - at.y);
#else
  float upright = wide.y - at.y;
#endif
  vec2 inPlane = top ? wide - abs(at) : vec2(wide.x - abs(at.x), upright);
  vec2 inPixels = wide * vec2(1.0, top ? 1.0 : 0.5) / pixel;
  vec2 line = clamp(1.45 - inPlane / pixel * 0.9, 0.0, 1.0) * clamp((inPixels - EDGE_FROM) / EDGE_OVER, 0.0, 1.0);
  // At night edges catch the light over the horizon.
  float edge = 1.0 + EDGE_LIGHT * (1.0 + 4.0 * dusk) * max(line.x, line.y);
  surface.baseColor *= edge;
  surface.emission = surface.emission * edge + surface.baseColor * vLamplight;
  gl_FragColor = vec4(shade(surface), 1.0);
}
