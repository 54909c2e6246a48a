// One triangle over the whole picture, at the far plane.
varying vec3 vRay;
void main() {
  // No sky is visible inside a hall.
  if (uInside == 1.0) { cull(); return; }
  gl_Position = vec4(position.xy, 1.0, 1.0);
  vec4 far = inverse(projectionMatrix) * vec4(position.xy, 1.0, 1.0);
  vRay = (inverse(viewMatrix) * vec4(far.xyz / far.w, 0.0)).xyz;
}
