// Upright boxes: walls, roofs, machines, furniture. Boxes that do not stand on the day shown are culled.

/** Widths of a bay of the building and of a strip of its roofing, metres. */
const float BAY = 15.24;
const float STRIP = 3.048;
/** Light of a hall below that a skylight shows, as a share of that on the hall's floor; brightness of a lamp. Assumed. */
const float SKYLIGHT = 0.22, GLOW = 6.0;

void ruledFaces(int finish, bool top) {
  vRule = vec4(1.0, 0.0, 1.0, 0.0);
  vRuled = vec3(0.0);
  if (finish == FINISH_CHILLER && !top) { vRule.xy = vec2(0.6, 0.3); vRuled.x = 0.45; }
  else if (finish == FINISH_RIBBED) { vRule.xy = vec2(0.55, 0.2); vRuled.x = 0.22; }
  else if ((finish == FINISH_FACADE || finish == FINISH_SHELL || finish == FINISH_CUT) && !top) {
    // Joints of panels.
    vRule = vec4(BAY * 0.25, 0.07, 2.6, 0.05);
    vRuled = vec3(0.2, 0.1, 0.5);
  }
  else if ((finish == FINISH_SEAMS || finish == FINISH_ROOF) && top) { vRule = vec4(BAY, 0.3, STRIP, 0.12); vRuled.xy = vec2(0.12, 0.08); }
  else if (finish == FINISH_DUCT) {
    vRule = top ? vec4(1.83, 0.1, 0.066, 0.03) : vec4(1.83, 0.1, 0.2, 0.03);
    vRuled = vec3(0.45, 0.3, 0.0);
  }
  else if (finish == FINISH_CEILING && top) { vRule = vec4(1.2, 0.05, 1.2, 0.05); vRuled.xy = vec2(0.06); }
}

void main() {
  vLit = 0.0;
  int item = gl_VertexID / 12;
  Box box = readBox(item);
  vec3 corner, face;
  boxCorner(gl_VertexID - item * 12, corner, face);
  int finish = int(box.finish);
  float there = presence(box.days);
  float low = box.foot.y;
  float high = low + box.size.y * there;
  bool isCut = false;
  if (finish == FINISH_CUT || finish == FINISH_FACADE) {
    isCut = high >= uCut;
    high = min(high, uCut);
  }
  if (finish == FINISH_ROOF) there *= uRoof;
  bool isCeiling = finish == FINISH_CEILING || finish == FINISH_LAMP;
  // At night the lines of lamps burn over the halls while the roof is off.
  if (isCeiling) there *= finish == FINISH_LAMP && uLamp > 1.0 ? step(box.lit, uDay) : uInside;
#ifdef PLAN
  // Leave out boxes above the cut, and closed parts of buildings that the cut goes through.
  if (low > uCut || (finish == FINISH_SHELL && high > uCut)) there = 0.0;
#endif
  if (low > uCeiling && !isCeiling) there = 0.0;
  if (there <= 0.0 || high <= low) { cull(); return; }
  // A roof that is off is raised by 9 m, a hidden ceiling by 4 m.
  float lift = finish == FINISH_ROOF ? (1.0 - uRoof) * 9.0 : (isCeiling && uLamp <= 1.0 ? (1.0 - uInside) * 4.0 : 0.0);
  vec3 halfSize = vec3(box.size.x, high - low, box.size.z) * 0.5;
#ifdef PLAN
  // Cut walls are at least as thick as a pixel of a picture 700 pixels high.
  if (isCut) halfSize.xz = max(halfSize.xz, vec2(0.0011 / projectionMatrix[1][1]));
#endif
  vec3 centre = vec3(box.foot.x, (low + high) * 0.5 + lift, box.foot.z);
  float c = cos(box.heading), s = sin(box.heading);
  vec2 reach = abs(vec2(c, s)) * halfSize.x + abs(vec2(s, c)) * halfSize.z;
  vec3 around = vec3(reach.x, halfSize.y, reach.y);
  if (isOccluded(centre - around, centre + around)) { cull(); return; }
  vec3 toEye = toEyeFrom(centre);
  vec3 side = facing(vec3(c * toEye.x - s * toEye.z, toEye.y, s * toEye.x + c * toEye.z));
  vec3 local = corner * side * halfSize;
  vec3 axis = face * side;
  vec3 place = centre + vec3(c * local.x + s * local.z, local.y, c * local.z - s * local.x);
  putAt(place);
  vNormal = vec3(c * axis.x + s * axis.z, axis.y, c * axis.z - s * axis.x);
  vLocal = vec3(local.x, local.y + halfSize.y, local.z);
  vBox = vec3(halfSize.x, high - low, halfSize.z);
  bool top = face.y > 0.5;
  vFace = ivec2(top ? FACE_TOP : (face.x > 0.5 ? FACE_X : FACE_Z), finish);
#ifdef PLAN
  // Things are white; the darkest are light grey.
  vec3 tint = vec3(0.76 + 0.24 * smoothstep(0.02, 0.3, box.tint.g));
#else
  vec3 tint = box.tint;
#endif
  vColor = isCut && top && side.y > 0.0 ? uCutColor : tint;
  vLit = step(box.lit, uDay);
#ifdef INSIDE
  vFromEye = place - uEye;
#else
  // Seen from outside, lit things of a hall are small.
  if (finish != FINISH_GLOW && finish != FINISH_LAMP && finish != FINISH_SKYLIGHT) vLit *= lampsAt(place, vNormal);
#endif
  vLamplight = lampLight(place, vNormal, box.lamp);
  // Glass under which halls are lit, and windows and lamps, which shine themselves.
  if (finish == FINISH_SKYLIGHT) vLit *= SKYLIGHT;
  if (finish == FINISH_GLOW) {
    vLamplight = uLamp > 1.0 ? vLit * GLOW * LAMP_LIGHT : vec3(0.0);
    vLit = 0.0;
  }
  ruledFaces(finish, top);
}
