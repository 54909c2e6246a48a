// Shadows of boxes, trees and people on the slab and the ground.

/** Longest shadow of a lamp outside as a multiple of the distance to it. Assumed. */
const float LONGEST = 1.6;

void main() {
  Caster caster = readCaster(gl_VertexID >> 2);
  int shadow = int(caster.shadow);
  float there = presence(caster.days);
  float low = caster.foot.y;
  float height = low + caster.size.y * there;
  float floorY = 0.0;
  if (shadow == SHADOW_RAISED) { floorY = low; height = min(height, max(uCut, low)) - low; }
  if (shadow == SHADOW_CUT) height = min(height, uCut);
  if (there <= 0.0) { cull(); return; }
  bool isCrown = shadow == SHADOW_ROUND;
  vec4 looks = looksOf(caster.foot);
  vec2 crown = crownOf(looks.w);
  if (isCrown) caster.size.xz = vec2(2.0 * crown.x * height);
  float reach = 0.3 + min(min(height, 6.0) * 0.6, 0.8 * min(caster.size.x, caster.size.z) + 0.5);
  vec2 heading = vec2(cos(caster.heading), sin(caster.heading));
  vec2 lamps = vec2(0.0);
  if (isLampOn(caster.lamp)) {
    // The shadow of the nearest lamp, which is the longer the lower the lamp is; in the caster's own frame.
    vec2 away = caster.foot.xz - caster.lamp.xz;
    away *= min(height / max(caster.lamp.y - height, 0.1), LONGEST);
    lamps = vec2(heading.x * away.x - heading.y * away.y, heading.y * away.x + heading.x * away.y);
  } else if (uLamp > 1.0 && isCrown) {
    // A crown far from all lamps has none.
    cull();
    return;
  }
  layShadow(vec3(caster.foot.x, floorY, caster.foot.z), heading, caster.size.xz * 0.5, height, reach, lamps);
  if (isCrown) {
    crown *= vec2(height, 1.0 / vSweep.z);
    vCrown = vec3(1.0 / crown.x, 1.0 / length(crown), 0.98 / vSweep.z - crown.y);
    for (int lobe = 0; lobe < CROWNS; lobe++) vLobes[lobe] = lobeOf(looks, float(lobe));
    vRound = 1.0;
  }
}
