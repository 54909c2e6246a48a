// Vertex shaders: where the server that is drawn out is, and how its parts move.
/** The middle of its front's lower edge, closed, and 1 or -1 for a front to the south or north; frame of the campus, metres. */
uniform vec4 uServer;
/** Of the plate that is opened: height and z of the hinge in the server's frame, and the angle. */
uniform vec3 uHinge;
/** The GPU that is looked at, 1-based; and the server's state, see createServerUniforms. */
uniform float uSubject, uState;
uniform vec4 uOpenSlot;
uniform float uLift;
/** How far a blade is turned back to how it stands in its rack, radians, and the height of the axis that it turns about. */
uniform vec2 uRoll;

/** A direction turned with the plate, which opens like a lid about its rear edge; and a point. */
vec3 turned(vec3 way) {
  float c = cos(uHinge.z), s = sin(uHinge.z);
  return vec3(way.x, c * way.y + s * way.z, c * way.z - s * way.y);
}
vec3 hinged(vec3 at) { return turned(at - vec3(0.0, uHinge.xy)) + vec3(0.0, uHinge.xy); }

vec3 rolled(vec3 way, float angle) {
  float c = cos(angle), s = sin(angle);
  return vec3(c * way.x - s * way.y, s * way.x + c * way.y, way.z);
}

/** A way in the server's frame as one in that of the campus, and the inverse; and a point. */
vec3 toCampus(vec3 way) { return rolled(way, uRoll.x) * vec3(uServer.w, 1.0, uServer.w); }
vec3 toServer(vec3 way) { return rolled(way * vec3(uServer.w, 1.0, uServer.w), -uRoll.x); }
vec3 pointInCampus(vec3 point) {
  vec3 axis = vec3(0.0, uRoll.y, 0.0);
  return uServer.xyz + axis + toCampus(point - axis + vec3(0.0, 0.0, uOpenSlot.w));
}

/** How deep in the server a height lies: 0 at its floor, 1 at its top. */
float heightInServer(float y) { return smoothstep(-0.02, 0.085, y); }
