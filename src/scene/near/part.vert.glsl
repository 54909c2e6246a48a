// Boxes of the server that is drawn out.
varying vec3 vLocal;
flat varying vec3 vColor;
flat varying vec3 vNormal;
flat varying vec3 vHalf;
/** Finish; which way the face looks (0 along x, 1 up, 2 along z); how deep in the server the part lies. */
flat varying vec3 vFinish;

/** Writes what pattern.glsl says, for a finish on a face along z or not. */
void pattern(int finish, bool alongZ) {
#ifdef BARE
  bool isFins = finish == FINISH_FINS;
  vAlong = isFins ? vec3(0.0, 1.0, 0.0042) : vec3(1.0, 0.03, 0.0011);
  vBars = isFins ? vec3(0.35, 0.75, 0.35) : finish == FINISH_METAL ? vec3(1.0, -0.03, 1.0) : vec3(1.0, 0.0, 0.0);
  vec3 lamp = uState > 1.5 ? vec3(0.35, 0.95, 0.5) : uState > 0.5 ? vec3(0.6, 0.32, 0.06) : vec3(0.0);
  vGlow = finish == FINISH_LAMP ? lamp * uLamp : vec3(0.0);
#endif
#ifdef BOARDS
  vTrace = 0.0;
  if (finish == FINISH_CIRCUIT) {
    vTrace = 0.45;
    vGrid = vec4(0.021, 0.013, 0.3, 0.22);
    vRaised = vec4(0.2, 0.19, 0.17, 0.5);
  } else if (finish == FINISH_STUDS) {
    vGrid = vec4(0.0098, 0.0105, 0.78, 0.76);
    vRaised = vec4(vColor * 1.5 + 0.035, 1.0);
    vColor *= 0.35;
  } else {
    vGrid = vec4(0.0052, 0.0052, 0.62, 0.62);
    vRaised = vec4(vColor * (alongZ ? 0.2 : 0.72), 1.0);
  }
#endif
}

void main() {
  int item = gl_VertexID / 12;
  Part part = readPart(item);
  int moves = int(part.moves);
  bool isSubject = abs(part.gpu - uSubject) < 0.5;
  bool isLeftOut = moves == MOVES_BARE && !isSubject;
#ifdef PLAN
  // A plan shows the module with its plate taken off, and states lengths instead of showing a rule.
  isLeftOut = isLeftOut || moves == MOVES_BESIDE || (isSubject && moves == MOVES_PLATE && uLift > 0.5);
#else
  isLeftOut = isLeftOut || (moves == MOVES_BESIDE && (!isSubject || uLift < 0.02));
#endif
  if (isLeftOut) { cull(); return; }
  vec3 centre = part.centre;
  if (moves == MOVES_SLIDE) centre.z -= uOpenSlot.w * 0.5;
  if (moves == MOVES_RACK) centre.z -= uOpenSlot.w;
  bool isLid = isSubject && moves == MOVES_PLATE;
  if (isLid) centre = hinged(centre);
  vec3 halfSize = part.size * 0.5;
  if (moves == MOVES_BESIDE) halfSize.z *= smoothstep(0.02, 0.7, uLift);
  vec3 corner, face;
  boxCorner(gl_VertexID - item * 12, corner, face);
  vec3 middle = pointInCampus(centre);
  vec3 toEye = toServer(toEyeFrom(middle));
  if (isLid) {
    // Direction to the eye in the frame of the closed plate.
    float c = cos(uHinge.z), s = sin(uHinge.z);
    toEye.yz = vec2(c * toEye.y - s * toEye.z, c * toEye.z + s * toEye.y);
  }
  vec3 side = facing(toEye);
  vLocal = corner * side * halfSize;
  vHalf = halfSize;
  vec3 offset = vLocal, normal = face * side;
  if (isLid) { offset = turned(offset); normal = turned(normal); }
  vNormal = toCampus(normal);
  vColor = part.tint;
  vFinish = vec3(part.finish, face.x > 0.5 ? 0.0 : (face.y > 0.5 ? 1.0 : 2.0), heightInServer(centre.y));
  pattern(int(part.finish), face.z > 0.5);
  putAt(middle + toCampus(offset));
}
