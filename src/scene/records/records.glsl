// Reads records from a texture, and gives the corners of shapes without vertex buffers.

/** A texel of a texture of records; its rows are 2048 texels wide. */
vec4 texelAt(highp sampler2D records, int at) { return texelFetch(records, ivec2(at & 2047, at >> 11), 0); }

/** Two whole numbers that were written as one. */
ivec2 codesOf(float codes) {
  int both = int(codes + 0.5);
  return ivec2(both & 255, both >> 8);
}

/** A colour that was written as one number, sRGB hex, as the squares of its values (see encode.glsl). */
vec3 tintOf(float hex) {
  vec3 tint = mod(floor(hex / vec3(65536.0, 256.0, 1.0)), 256.0) / 255.0;
  return tint * tint;
}

/** Corner `at` (0 to 11) of a box's three positive faces, and the face's axis. */
void boxCorner(int at, out vec3 corner, out vec3 axis) {
  int face = at >> 2;
  int turn = at & 3;
  float u = turn == 1 || turn == 2 ? 1.0 : -1.0;
  float v = turn >= 2 ? 1.0 : -1.0;
  if (face == 0) { corner = vec3(1.0, u, v); axis = vec3(1.0, 0.0, 0.0); }
  else if (face == 1) { corner = vec3(v, 1.0, u); axis = vec3(0.0, 1.0, 0.0); }
  else { corner = vec3(u, v, 1.0); axis = vec3(0.0, 0.0, 1.0); }
}

/** Corner `at` (0 to 3) of a quad from -1 to 1. */
vec2 quadCorner(int at) { return vec2(at == 1 || at == 2 ? 1.0 : -1.0, at >= 2 ? 1.0 : -1.0); }
