varying vec3 vRay;
void main() {
  vec3 ray = normalize(vRay);
  float up = max(ray.y, 0.0);
  vec3 light = mix(uHorizon, uZenith, 1.0 - exp(-up * 3.2));
  light += uSunLight * 0.08 * pow(max(dot(ray, uSunInSky), 0.0), 24.0);
  gl_FragColor = vec4(encoded(filmed(light)), 1.0);
}
