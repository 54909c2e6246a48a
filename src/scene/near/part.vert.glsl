// Boxes of the server that is drawn out.
varying vec3 vLocal;
flat varying vec3 vColor;
flat varying vec3 vNormal;
flat varying vec3 vHalf;
/** Finish; which way the face looks (0 along x, 1 up, 2 along z); and 1 for what only shows under an opened plate. */
flat varying vec3 vFinish;
#ifndef PLAN
/** The ways of the face's first and second coordinate, frame of the campus. */
flat varying vec3 vAcross, vUpward;
/** Place in the server's floor plan, shares of its width and depth; see openness.ts. */
varying vec2 vPlan;
/** Width and depth of the server, metres. */
uniform vec2 uExtent;
#endif
#ifdef FINE
/** Place in the server's frame. */
varying vec3 vInServer;
flat varying vec2 vPlateWay;
#endif

/** Writes what pattern.glsl says, for a finish on a face along z or not, or on a package. */
void pattern(int finish, bool alongZ, bool isPackage) {
#ifdef BARE
  bool isFins = finish == FINISH_FINS, isMetal = finish == FINISH_METAL;
  vAlong = isFins ? vec3(0.0, 1.0, 0.0042) : vec3(0.0, 1.0, 0.00037);
  vBars = isFins ? vec3(0.35, 0.75, 0.6) : isMetal ? vec3(0.93, 0.1, 1.0) : vec3(1.0, 0.0, 0.0);
  vec3 lamp = uState > 1.5 ? vec3(0.35, 0.95, 0.5) : uState > 0.5 ? vec3(0.6, 0.32, 0.06) : vec3(0.0);
  vGlow = finish == FINISH_LAMP ? lamp * uLamp : finish == FINISH_LIGHT ? vec3(1.0, 0.96, 0.88) * (uLamp * step(0.5, uState)) : vec3(0.0);
#endif
#ifdef BOARDS
  vTrace = 0.0;
  if (finish == FINISH_CIRCUIT) {
    vTrace = 1.0;
    vGrid = vec4(0.0044, 0.005, 0.0, 0.0);
    vRaised = vec4(0.0);
  } else if (finish == FINISH_STUDS) {
    // Capacitors on a package are as small as they come.
    vGrid = isPackage ? vec4(0.0011, 0.0019, 0.62, 0.58) : vec4(0.0049, 0.00525, 0.72, 0.7);
    vRaised = vec4(vColor * (isPackage ? 0.6 : 1.5) + 0.035, 1.0);
    vColor *= isPackage ? 0.1 : 0.25;
  } else {
    vGrid = vec4(0.0052, 0.0052, 0.62, 0.62);
    vRaised = vec4(vColor * (alongZ ? 0.1 : 0.6), 1.0);
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
  vec3 across = face.x > 0.5 ? vec3(0.0, 0.0, 1.0) : vec3(1.0, 0.0, 0.0);
  vec3 upward = face.y > 0.5 ? vec3(0.0, 0.0, 1.0) : vec3(0.0, 1.0, 0.0);
  if (isLid) {
    offset = turned(offset);
    normal = turned(normal);
    across = turned(across);
    upward = turned(upward);
  }
  // No two plates lie quite alike.
  vec2 tilt = part.gpu > 0.5 ? fract(vec2(part.gpu) * vec2(0.618, 0.367)) - 0.5 : vec2(0.0);
  vNormal = toCampus(normal + vec3(tilt.x, 0.0, tilt.y) * 0.14 * face.y);
  vColor = part.tint;
  vFinish = vec3(part.finish, face.x > 0.5 ? 0.0 : (face.y > 0.5 ? 1.0 : 2.0), moves == MOVES_BARE ? 1.0 : 0.0);
#ifndef PLAN
  vAcross = toCampus(across);
  vUpward = toCampus(upward);
  vec3 inServer = part.centre + vLocal;
  vPlan = vec2(inServer.x / uExtent.x + 0.5, -inServer.z / uExtent.y);
  // What is not the server's, or opened, lies in the open.
  bool isOutside = face.x > 0.5 && side.x * part.centre.x > uExtent.x * 0.42;
  if (isLid || isOutside || moves == MOVES_RACK || moves == MOVES_SLIDE) vPlan = vec2(-1.0);
#endif
#ifdef FINE
  vInServer = centre + offset;
  vPlateWay = vec2(sin(uHinge.z), cos(uHinge.z));
#endif
  pattern(int(part.finish), face.z > 0.5, moves == MOVES_BARE);
  putAt(middle + toCampus(offset));
}
