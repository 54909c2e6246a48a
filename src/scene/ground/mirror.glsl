// Reflections in a hall's floor for an eye in that hall, without drawing anything twice: the reflected ray is tested against the rows
// that are occluders and against the lines of lamps above. Tiles are rough, so distant reflections are blurred. Strengths are assumed.

#ifdef FLOORS
/** Brightness of a line's image in the floor, against the line's light on it; half a line's width, metres, and the blur for each metre of the ray. */
const float LINE_SHINE = 60.0, LINE_HALF = 0.07, LINE_BLUR = 0.02;

/** A line of lamps as a reflected ray finds it, `aside` metres beside the line after so many. */
float lineIn(float aside, float metres) {
  float blur = LINE_HALF + LINE_BLUR * metres;
  return LINE_SHINE * LINE_HALF * blur / (blur * blur + aside * aside);
}

/** Share of the light that a floor gives back: most at flat angles. */
float glossAt(float flatness) { return 0.035 + 0.5 * flatness; }
#endif

#ifdef INSIDE
/** The rows of occlusion.glsl. */
uniform vec4 uMirrorRows[MOST_OCCLUDERS];
/** Lamps on a row's fronts: distance across, height of the lowest above the floor, distance up, metres; and number of rows, 0 if off. */
uniform vec4 uOccluderLamps[MOST_OCCLUDERS];
uniform float uMirror;

/** Mean brightness of a lamp's reflection, share of white on the screen. */
const float SPOT = 0.16;

/** Light along a ray from a floor, and how much of the ray is blocked by racks. */
vec4 alongRay(vec3 at, vec3 ray) {
  vec3 light = vec3(0.0);
  float covered = 0.0;
  for (int occluder = 0; occluder < MOST_OCCLUDERS; occluder++) {
    vec4 row = uMirrorRows[occluder], lamps = uOccluderLamps[occluder];
    float away = (row.x - at.z) / ray.z;
    vec2 hit = vec2(at.x, 0.0) + ray.xy * away;
    float soft = 0.02 + 0.12 * away;
    vec3 within = clamp(vec3(hit.x - row.y, row.z - hit.x, row.w - at.y - hit.y) / soft + 0.5, 0.0, 1.0);
    float there = within.x * within.y * within.z * step(0.0, away);
    float up = (hit.y - lamps.y) / lamps.z;
    float spot = SPOT * clamp(up + 1.0, 0.0, 1.0) * clamp(lamps.w - up, 0.0, 1.0);
    spot *= 1.0 + 0.7 * clamp(1.0 - soft * 5.0, 0.0, 1.0) * cos(up * 6.2832);
    float across = abs(fract((hit.x - row.y) / lamps.x) - 0.5);
    spot *= mix(1.0, 6.0 * max(1.0 - 6.0 * across, 0.0), clamp(0.8 - soft * 9.0, 0.0, 1.0));
    light += vec3(0.62, 0.86, 1.0) * uLamp * spot * there;
    covered = max(covered, there);
  }
  float metres = (uLampLines.z - at.y) / ray.y;
  light += uHallLight * (uLampShine * lineIn(besideLine(at.z + ray.z * metres, uLampLines.x), metres) * (1.0 - covered));
  return vec4(light, covered);
}

/** Reflected light at a point, stronger at flat angles; and the share of the floor's own light that remains. */
vec4 mirror(vec3 fromEye, vec3 at) {
  vec3 ray = normalize(fromEye);
  ray.y = max(-ray.y, 0.01);
  // Avoid dividing by zero: a ray along the rows hits none of them.
  ray.z += ray.z < 0.0 ? -1e-4 : 1e-4;
  float flatness = 1.0 - ray.y;
  flatness *= flatness;
  float share = uMirror * glossAt(flatness * flatness);
  vec4 back = alongRay(at, ray);
  return vec4(back.rgb * share, 1.0 - share * back.a);
}
#endif
