uniform sampler2D uFigures;
varying vec2 vAt;
flat varying vec3 vNormal;
flat varying vec3 vColor;
flat varying vec4 vShow;
flat varying ivec3 vLabel;

/** Ink of the label's signs, 0 to 1: each is a cell of uFigures. */
float signs(vec2 toRight, vec2 upward) {
  float many = float(vLabel.z);
  vec2 cell = vec2(min(LABEL_WIDEST, LABEL_MOST / many), LABEL_HEIGHT);
  vec2 at = vAt / cell + vec2(many, 1.0) * 0.5;
  int place = int(clamp(at.x, 0.0, many - 1.0));
  int which = (place < 8 ? vLabel.x : vLabel.y) >> (place % 8 * 4) & 15;
  vec2 within = vec2((float(which) + clamp(at.x - float(place), 0.0, 1.0)) / LABEL_FIGURES, at.y);
  // The step from sign to sign would pass for a change so fast that it blurs.
  cell.x *= LABEL_FIGURES;
  return 1.0 - textureGrad(uFigures, within, toRight / cell, upward / cell).r;
}

void main() {
  int finish = int(vShow.x + 0.5);
  vec2 toRight = dFdx(vAt), upward = dFdy(vAt);
  vec2 pixel = max(abs(toRight) + abs(upward), 1e-6);
  Surface surface = matt(vColor, vNormal);
  surface.metalness = 0.0;
  surface.roughness = 0.5;
  surface.lamplight = 1.0;
  surface.occlusion = vShow.w;
  if (finish == BOX_METAL) {
    surface.metalness = 1.0;
    surface.roughness = 0.32;
  } else if (finish == BOX_HOLES) surface.baseColor *= 1.0 + 2.2 * (1.0 - block(vAt, vec2(0.0085), vec2(0.62), pixel));
  else if (finish == BOX_OUTLETS) {
    float socket = block(vAt, vec2(0.046, 0.044), vec2(0.56, 0.66), pixel);
    surface.baseColor = mix(vColor * 1.6 + 0.01, vColor * 0.25, socket);
  } else if (finish == BOX_COIL) {
    // Supplies side by side, each with its fan.
    surface.baseColor *= 0.2 + 0.8 * bars(vAt.x, 0.05, 0.9, pixel.x) * (1.0 - 0.75 * block(vAt, vec2(0.05, 0.004), vec2(0.5), pixel));
  } else if (finish == BOX_SCREEN) {
    // Lines of text, no two equally long.
    float text = bars(vAt.y, 0.0115, 0.4, pixel.y) * step(vAt.x, fract(floor(vAt.y / 0.0115) * 0.618) * 0.06 - 0.015);
    surface.emission = mix(vec3(0.02, 0.08, 0.1), vec3(0.4, 0.75, 0.8), text) * (vShow.y * min(uLamp, 1.4));
    surface.baseColor *= 0.3;
  } else if (finish == BOX_LABEL) surface.baseColor *= 1.0 - 0.97 * signs(toRight, upward);
  else if (finish == BOX_LAMP) surface.emission = mix(vec3(0.6, 0.32, 0.06), vec3(0.35, 0.95, 0.5), vShow.z) * vShow.y * min(uLamp, 1.4);
  gl_FragColor = vec4(shade(surface), 1.0);
}
