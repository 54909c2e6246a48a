// Marks the selected GPU: part 0 is the frame around its cell, part 1 the pin above its rack.
uniform vec3 uCell, uOutward, uTop;
uniform vec2 uCellHalf, uViewport;
uniform float uOut;
varying vec2 vAt;
varying float vPart;
varying vec2 vPixels;
void main() {
  vAt = position.xy;
  vPart = position.z;
  if (vPart < 0.5) {
    vec3 across = vec3(uOutward.z, 0.0, -uOutward.x);
    vec3 site = uCell + uOutward * 0.006 + across * position.x * uCellHalf.x + vec3(0.0, position.y * uCellHalf.y, 0.0);
    putAt(site);
    if (uOut > 0.5) cull();
    vPixels = uCellHalf / max(uCellHalf.x, 1e-4);
  } else {
    // The pin has a constant size of 30 by 60 pixels, with its point on the rack.
    putAt(uTop);
    vec4 foot = gl_Position;
    vec2 offset = vec2(position.x * 15.0, (position.y + 1.0) * 30.0) / uViewport * 2.0;
    gl_Position = vec4(foot.xy + offset * foot.w, foot.zw);
    gl_Position.z = -abs(foot.w) * 0.9999;
    vPixels = vec2(15.0, 30.0);
  }
}
