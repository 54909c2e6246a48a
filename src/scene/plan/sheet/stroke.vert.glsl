// Lines and letters of the plan, of one size on the screen at any scale.
uniform vec2 uSize, uAtlasSize;
uniform vec4 uFree;
uniform float uEm, uScale, uDensity, uOpened, uZoomLevel, uTitle;
varying vec2 vAt;
flat varying vec4 vLine;
/** Cosine and sine of how far the stroke is turned clockwise on the screen; and a way of the stroke's on the screen, pixels, and the inverse. */
vec2 gTurn;
vec2 turned(vec2 way) { return vec2(gTurn.x * way.x + gTurn.y * way.y, gTurn.x * way.y - gTurn.y * way.x); }
vec2 unturned(vec2 way) { return vec2(gTurn.x * way.x - gTurn.y * way.y, gTurn.x * way.y + gTurn.y * way.x); }
/** Where on the screen, pixels, a place on the ground is, and so many ems from it. */
vec2 spot(vec2 place, vec2 ems) {
  putAt(vec3(place.x, 0.0, place.y));
  return (gl_Position.xy * 0.5 + 0.5) * uSize + turned(vec2(ems.x, -ems.y)) * uEm;
}
void main() {
  Stroke stroke = readStroke(gl_VertexID >> 2);
  vec4 ends = stroke.ends, ems = stroke.ems, more = stroke.more;
  int flags = int(stroke.flags);
  bool inCorner = (flags & FLAG_CORNER) != 0;
  // The frame of the campus is turned on the screen, and the stroke in that.
  vec2 own = vec2(cos(stroke.turn), sin(stroke.turn)), frame = modelMatrix[0].xz;
  gTurn = inCorner ? vec2(1.0, 0.0) : vec2(frame.x * own.x - frame.y * own.y, frame.y * own.x + frame.x * own.y);
  // A dimension or a name is drawn whole or not at all.
  bool isCut = false;
  if ((flags & FLAG_WHOLE) != 0) {
    vec4 reach = stroke.reach;
    vec2 from = spot(stroke.whole.xy, vec2(0.0)), to = spot(stroke.whole.zw, vec2(0.0));
    // Along the stroke's own axes from the middle; then around that on the screen.
    vec2 span = abs(unturned(to - from)) * 0.5;
    vec2 low = vec2(reach.x, -reach.w) * uEm - span, high = vec2(reach.z, -reach.y) * uEm + span;
    vec2 middle = (from + to) * 0.5 + turned((low + high) * 0.5);
    vec2 wide = mat2(abs(gTurn), abs(gTurn.yx)) * (high - low) * 0.5;
    low = middle - wide;
    high = middle + wide;
    bool isUnderCorner = (low.x < uFree.x + CORNER_WIDTH * uEm && high.y > uFree.w - CORNER_HEIGHT * uEm) ||
      (low.x < uFree.x + uTitle * uEm && high.y > uFree.w - TITLE_HEIGHT * uEm);
    isCut = any(lessThan(low, uFree.xy)) || any(greaterThan(high, uFree.zw)) || isUnderCorner;
  }
  isCut = isCut || ((flags & FLAG_INDOORS) != 0 && uRoof > 0.5) || ((flags & FLAG_OPENED) != 0 && uOpened < 0.99) ||
    ((flags & FLAG_CLOSED) != 0 && uOpened > 0.0) || ((flags & FLAG_NEAR) != 0 && uZoomLevel < NEAR_LEVEL) ||
    ((flags & FLAG_FAR) != 0 && uZoomLevel >= NEAR_LEVEL) || ((flags & FLAG_TITLE) != 0 && int(uZoomLevel + 0.5) != flags / ZOOM_LEVEL);
  if (isCut || uScale <= stroke.band.x || uScale > stroke.band.y) {
    cull();
    return;
  }
  vec2 corner = quadCorner(gl_VertexID & 3);
  vec2 a = inCorner ? uFree.xw + vec2(ems.x, -ems.y) * uEm : spot(ends.xy, ems.xy);
  vec2 b = inCorner ? uFree.xw + vec2(ems.z, -ems.w) * uEm : spot(ends.zw, ems.zw);
  vec2 at;
  if ((flags & FLAG_TEXT) != 0) {
    // Draw texels one to one on pixels.
    vec2 base = floor(more.xy * uDensity), texels = ceil(more.zw * uDensity);
    vec2 size = texels * uEm / uDensity;
    // Turned text is read from the right, and none upside down.
    vec2 along = turned((flags & FLAG_TURNED) != 0 ? vec2(0.0, 1.0) : vec2(1.0, 0.0));
    if (along.x < -1e-3 || (along.x < 1e-3 && along.y < 0.0)) along = -along;
    vec2 up = vec2(-along.y, along.x);
    vec2 box = abs(along) * size.x + abs(up) * size.y;
    bool isStraight = abs(along.x * along.y) < 1e-4;
    vec2 middle = isStraight ? floor(a - box * 0.5 + 0.5) + box * 0.5 : a;
    at = middle + (along * corner.x * size.x + up * corner.y * size.y) * 0.5;
    vAt = (base + (vec2(corner.x, -corner.y) * 0.5 + 0.5) * texels) / uAtlasSize;
    vLine = vec4(-1.0);
  } else {
    vec2 along = b - a;
    float span = max(length(along), 1e-3);
    along /= span;
    vec2 across = vec2(-along.y, along.x);
    // Snap horizontal and vertical lines to pixels.
    if (abs(along.x) < 1e-3) a.x = b.x = floor(a.x) + 0.5;
    if (abs(along.y) < 1e-3) a.y = b.y = floor(a.y) + 0.5;
    float pixels = uScale > 0.0 ? more.x / uScale * uEm : 0.0;
    float halfWidth = 0.5 * max(max(1.0, uEm * 0.075) * stroke.weight, pixels);
    float casing = (flags & FLAG_CASED) != 0 ? max(1.5, uEm * 0.1) : 0.0;
    float reach = halfWidth + casing + 1.0;
    // Extend lines of walls to close the corners.
    float over = more.x > 0.0 && more.z < 0.5 ? halfWidth : 0.0;
    at = (corner.x < 0.0 ? a - along * over : b + along * over) + across * corner.y * reach;
    vAt = vec2((corner.x < 0.0 ? 0.0 : span) / uEm, corner.y * reach);
    vLine = vec4(halfWidth, casing, more.y, (flags & FLAG_PAPER) != 0 ? 1.0 : 0.0);
  }
  gl_Position = vec4(at / uSize * 2.0 - 1.0, 0.0, 1.0);
}
