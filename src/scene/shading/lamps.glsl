// Light of the lines of lamps over a hall's cold aisles, in closed form: a long line lights a matt surface by the cosine over the distance.
// Multiples of the light on the floor right under a line.

/** z of the first line, distance between lines, their height (campus frame), metres; and their number. */
uniform vec4 uLampLines;
/** Distance of a line before the fronts of its aisle's racks, metres. */
uniform float uLampAhead;
/** 1 where there are such lines, 0 in a hall that is lit otherwise: evenly, as by many lines. */
uniform float uLampShine;

/** Height over the floor at which a line is as bright as lamplight 1, metres. */
const float LAMPS_OVER_FLOOR = 4.5;
/** What the floor gives back to what looks down on it, and what racks and walls give back to everything. */
const float BOUNCE = 0.16, AROUND = 0.03;
/** Light of a line's end on a wall that it runs into, against that of its side. */
const float LINE_END = 0.4;

/** How far a place lies south of the nearest line, the first of which is at `first`, metres. */
float besideLine(float z, float first) {
  float from = z - first;
  return from - uLampLines.y * clamp(floor(from / uLampLines.y + 0.5), 0.0, max(uLampLines.w - 1.0, 0.0));
}

/** Light on a matt surface: `toLine` is the way up and south to the line. */
float lampsOn(vec3 normal, vec2 toLine) {
  toLine.x = max(toLine.x, 0.05);
  float direct = max((normal.y + LINE_END * abs(normal.x)) * toLine.x + normal.z * toLine.y, 0.0);
  return LAMPS_OVER_FLOOR * direct / dot(toLine, toLine) + BOUNCE * (0.5 - 0.5 * normal.y) + AROUND;
}

/** The same at a place in a hall, campus frame, from the nearest line. */
float lampsAt(vec3 place, vec3 normal) {
  return lampsOn(normal, vec2(uLampLines.z - place.y, -besideLine(place.z, uLampLines.x)));
}
