// Light of lamps on the ground and on walls at night.
varying vec2 vAt;
flat varying vec4 vSource;
/** Colour, and 1 / reach in metres. */
flat varying vec4 vGlow;
void main() {
  Glow glow = readGlow(gl_VertexID >> 2);
  if (uDay < glow.from || uLamp <= 1.0) { cull(); return; }
  vSource = glow.source;
  vAt = mix(glow.drawn.xy, glow.drawn.zw, quadCorner(gl_VertexID & 3) * 0.5 + 0.5);
  int onto = int(glow.onto);
  if (onto == ONTO_ALONG_Z) putAt(vec3(vAt, glow.at));
  else if (onto == ONTO_ALONG_X) putAt(vec3(glow.at, vAt.y, vAt.x));
  else putAt(vec3(vAt.x, glow.at, vAt.y));
  float air = vDistance / uFog;
  vGlow = vec4(glow.color / (1.0 + air * air * air), 1.0 / glow.reach);
}
