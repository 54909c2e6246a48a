// A crown is a ball on a pin, as in architects' models.
uniform vec3 uColor;
varying vec2 vCard;
varying vec3 vRight;
varying vec3 vUp;
varying float vTone;
void main() {
  // Position on the card, in radii of the crown from its centre.
  vec2 at = (vCard - vec2(0.0, 0.24)) / vec2(0.86, 0.74);
  float square = dot(at, at);
  Surface surface = matt(uColor * mix(0.82, 1.14, vTone), vec3(0.0, 1.0, 0.0));
  if (square < 1.0) {
    vec3 outward = cross(vRight, vUp);
    surface.normal = normalize(vRight * at.x + vUp * at.y + outward * sqrt(1.0 - square));
  }
#ifdef PLAN
  else discard;
#else
  else if (abs(vCard.x) > 0.07 || vCard.y > 0.0) discard;
  else surface.baseColor *= 0.55;
#endif
  surface.occlusion = 0.62 + 0.38 * smoothstep(-0.9, 0.7, at.y);
#ifdef PLAN
  // A circle.
  surface.baseColor = vec3(1.0 - 0.6 * smoothstep(-2.0, -0.8, (sqrt(square) - 1.0) / fwidth(vCard.x)));
  surface.occlusion = 1.0;
#endif
  gl_FragColor = vec4(shade(surface), 1.0);
}
