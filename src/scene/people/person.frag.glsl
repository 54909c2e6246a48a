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
const float BESIDE = 1.5, BESIDE_AT_NIGHT = 2.1;

void main() {
  Surface surface = matt(vColor, normalize(vNormal));
#ifndef PLAN
  float isSkin = step(vLook.y, 0.5), isCloth = step(abs(vLook.y - 1.5), 0.9);
  // Wavy folds, here deeper and there none.
  vec3 way = vec3(8.0, 25.0, -7.0), bent = vec3(23.0, 11.0, 27.0);
  float bend = dot(vPlace, bent);
  float deep = isCloth * 0.0042 * (1.0 + cos(0.37 * bend)) * cos(dot(vPlace, way) + 2.5 * sin(bend));
  vec3 normal = normalize(surface.normal - deep * (way + 2.5 * cos(bend) * bent));
  surface.normal = normal;
  surface.occlusion = vLook.x;
  // Fronts of racks on both sides give a little light, too.
  vec3 light = uHallLight * (vLook.z * (lampsAt(vPlace, normal) + 0.1 * abs(normal.z)));
  light = (light * mix(BESIDE, BESIDE_AT_NIGHT, clamp(uLamp - 1.0, 0.0, 1.0)) + lampLight(vPlace, normal, vLamp)) * vLook.x;
  vec3 toEye = normalize(uEye - vPlace);
  float edge = 1.0 - max(dot(normal, toEye), 0.0);
  float shine = pow(max(reflect(-toEye, normal).y, 0.0), 4.0);
  surface.baseColor *= 1.0 + isCloth * edge * edge * edge + isSkin * vec3(0.12, 0.0, -0.06);
  surface.emission = surface.baseColor * light + (1.0 - isCloth) * 0.2 * shine * (light + skyMirrored(0.3));
#endif
  gl_FragColor = vec4(shade(surface), vShare);
}
