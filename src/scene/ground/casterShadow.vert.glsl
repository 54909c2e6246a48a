// Shadows of boxes, trees and people on the slab and the ground.
void main() {
  Caster caster = readCaster(gl_VertexID >> 2);
  int shadow = int(caster.shadow);
  float there = presence(caster.days);
  float low = caster.foot.y;
  float height = low + caster.size.y * there;
  vRound = shadow == SHADOW_ROUND ? 1.0 : 0.0;
  float floorY = 0.0;
  if (shadow == SHADOW_RAISED) { floorY = low; height -= low; }
  if (shadow == SHADOW_CUT) height = min(height, uCut);
  if (there <= 0.0) { cull(); return; }
  float reach = 0.3 + min(min(height, 6.0) * 0.6, 0.8 * min(caster.size.x, caster.size.z) + 0.5);
  vec2 heading = vec2(cos(caster.heading), sin(caster.heading));
  layShadow(vec3(caster.foot.x, floorY, caster.foot.z), heading, caster.size.xz * 0.5, height, reach);
}
