// Trees: one card of two triangles each, turned towards the eye.
varying vec2 vCard;
varying vec3 vRight;
varying vec3 vUp;
flat varying vec4 vTree;
flat varying vec2 vCrown;
flat varying vec4 vLobes[LOBES];
flat varying vec3 vToLamp;
flat varying vec3 vLamplight;
void main() {
  Tree tree = readTree(gl_VertexID >> 2);
  vCard = quadCorner(gl_VertexID & 3);
  vTree = looksOf(tree.foot);
  vCrown = crownOf(vTree.w);
#ifndef PLAN
  // No wider than the crown with its ragged rim.
  vCard.x *= min(2.4 * vCrown.x, 1.0);
#endif
  // The card is upright if the eye is near the ground, and tilted back if it is above.
  vec3 back = normalize(toEyeFrom(tree.foot));
  vRight = normalize(cross(vec3(0.0, 1.0, 0.0), back) + vec3(1e-5, 0.0, 0.0));
  vUp = cross(back, vRight);
  vec3 middle = tree.foot + vec3(0.0, tree.height * 0.5, 0.0);
  putAt(middle + vRight * vCard.x * tree.height * 0.5 + vUp * vCard.y * 0.5 * tree.height);
  for (int lobe = 0; lobe < LOBES; lobe++) vLobes[lobe] = lobeOf(vTree, float(lobe));
  vec3 crown = tree.foot + vec3(0.0, tree.height * 0.6, 0.0);
  vec3 toLamp = tree.lamp.xyz - crown;
  vToLamp = normalize(toLamp);
  vLamplight = lampLight(crown, vToLamp, tree.lamp);
}
