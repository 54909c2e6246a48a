// Vertex shaders: light of the nearest lamp outside at night. A lamp is its position and the day from which it shines; that of an
// open hall is instead the way to it, less than a metre long; see nearestLamp.ts.

/** Light of lamps outside, squares of sRGB values, and how much brighter it is on things than on the ground. Assumed. */
const vec3 LAMP_LIGHT = vec3(0.9, 0.6, 0.3);

/** Light that spills out of an open hall, as a share of that on its floor, and how fast it fades with height. Assumed. */
const float SPILL = 0.32, LOW_LIGHT = 0.06;

bool isLampOn(vec4 lamp) { return uLamp > 1.0 && uDay >= lamp.w; }

/** The lamp's light on a surface, as a share of that on the ground beneath the lamp. */
vec3 lampLight(vec3 place, vec3 normal, vec4 lamp) {
  if (!isLampOn(lamp)) return vec3(0.0);
  // The floor around gives some back, too: to all sides but those that look away from the hall.
  if (lamp.y < 1.0)
    return uHallLight * (SPILL * max(dot(normal, lamp.xyz) + lamp.y, 0.0) / (1.0 + LOW_LIGHT * place.y * place.y));
  vec3 toLamp = lamp.xyz - place;
  float square = dot(toLamp, toLamp);
  float facing = max(dot(normal, toLamp) * inversesqrt(square), 0.0) * 0.92 + 0.08;
  return LAMP_LIGHT * facing * min(lamp.y * lamp.y / square, 1.5);
}
