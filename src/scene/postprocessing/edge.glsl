/** Share of its light that a picture keeps here: its corners are a little darker. */
uniform float uEdge;
float kept(vec2 at) {
  vec2 off = at * 2.0 - 1.0;
  float square = dot(off, off) * 0.5;
  return 1.0 - uEdge * square * square;
}
