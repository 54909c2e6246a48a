// People: cloth, which has folds and a soft edge, and skin and hats, which shine a little.
varying vec3 vColor, vNormal, vPlace;
varying vec3 vLook;
varying vec4 vLamp;
#ifdef IMAGE
varying float vShare;
#else
const float vShare = 1.0;
#endif

/** How much brighter than a hall's floor they are shown. */
const float BESIDE = 1.35;

/** Slope of wavy folds across `way`, bent along `bent`. */
vec3 folds(vec3 way, vec3 bent) {
  float bend = dot(vPlace, bent);
  return cos(dot(vPlace, way) + 2.0 * sin(bend)) * (way + 2.0 * cos(bend) * bent);
}

void main() {
  Surface surface = matt(vColor, normalize(vNormal));
#ifndef PLAN
  float isCloth = step(vLook.y, 0.5), isSkin = step(1.5, vLook.y);
  vec3 slope = folds(vec3(14.0, 31.0, -12.0), vec3(19.0, 7.0, 23.0)) + 0.5 * folds(vec3(43.0, 21.0, 37.0), vec3(-11.0, 37.0, 16.0));
  vec3 normal = normalize(surface.normal - 0.0028 * isCloth * slope);
  surface.normal = normal;
  surface.occlusion = vLook.x;
  // Fronts of racks on both sides give a little light, too.
  vec3 light = uHallLight * (vLook.z * (lampsAt(vPlace, normal) + 0.16 * abs(normal.z)));
  light = (light * BESIDE + lampLight(vPlace, normal, vLamp)) * vLook.x;
  vec3 toEye = normalize(uEye - vPlace);
  float edge = 1.0 - max(dot(normal, toEye), 0.0);
  float shine = max(reflect(-toEye, normal).y, 0.0);
  surface.baseColor *= 1.0 + isCloth * edge * edge * edge + isSkin * vec3(0.12, 0.0, -0.06);
  surface.emission = surface.baseColor * light + (1.0 - isCloth) * 0.12 * shine * shine * shine * shine * (light + uSkyLight * 0.5);
#endif
  gl_FragColor = vec4(shade(surface), vShare);
}
