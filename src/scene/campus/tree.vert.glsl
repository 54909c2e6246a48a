// Trees: one card of two triangles each, turned towards the eye.

/** Sizes of the crowns of kinds of trees: half width and half height, shares of the tree's height. Round, wide, upright, conical. */
const vec2 CROWNS[4] = vec2[4](vec2(0.31, 0.34), vec2(0.39, 0.31), vec2(0.15, 0.43), vec2(0.22, 0.43));

varying vec2 vCard;
varying vec3 vRight;
varying vec3 vUp;
flat varying vec4 vTree;
flat varying vec2 vCrown;
flat varying vec3 vToLamp;
flat varying vec3 vLamplight;
void main() {
  Tree tree = readTree(gl_VertexID >> 2);
  vCard = quadCorner(gl_VertexID & 3);
  // The card is upright if the eye is near the ground, and tilted back if it is above.
  vec3 back = normalize(toEyeFrom(tree.foot));
  vRight = normalize(cross(vec3(0.0, 1.0, 0.0), back) + vec3(1e-5, 0.0, 0.0));
  vUp = cross(back, vRight);
  vec3 middle = tree.foot + vec3(0.0, tree.height * 0.5, 0.0);
  putAt(middle + vRight * vCard.x * tree.height * 0.5 + vUp * vCard.y * 0.5 * tree.height);
  float tone = fract(tree.foot.x * 7.31);
  float chance = fract(tree.foot.z * 3.77 + tone);
  int kind = chance < 0.5 ? 0 : chance < 0.74 ? 1 : chance < 0.86 ? 2 : 3;
  vCrown = CROWNS[kind];
  vTree = vec4(tone, 6.2832 * fract(tone * 17.3), kind == 3 ? 1.0 : 0.0, tree.height);
  vec3 crown = tree.foot + vec3(0.0, tree.height * 0.6, 0.0);
  vec3 toLamp = tree.lamp.xyz - crown;
  vToLamp = normalize(toLamp);
  vLamplight = lampLight(crown, vToLamp, tree.lamp);
}
