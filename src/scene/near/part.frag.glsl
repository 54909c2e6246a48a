uniform float uState;
varying vec3 vLocal;
flat varying vec3 vColor;
flat varying vec3 vNormal;
flat varying vec3 vHalf;
flat varying vec3 vFinish;
#ifdef FINE
uniform sampler2D uFigures;
#endif

#ifdef PLAN
/** White with black edges; boards are a little grey, and a die shows its blocks. */
void main() {
  vec2 pixel = max(fwidth(vLocal.xz), 1e-6);
  float paper = 1.0;
#ifdef BOARDS
  paper = int(vFinish.x) > FINISH_CIRCUIT ? 1.0 - 0.2 * (1.0 - block(vLocal.xz, vec2(0.0098, 0.0105), vec2(0.78, 0.76), pixel)) : 0.9;
#endif
#ifdef FINE
  vec2 of = fract(vLocal.xz / (vHalf.xz * vec2(0.5, 0.25)) + 0.5) - 0.5;
  vec2 away = abs(of) * vHalf.xz * vec2(0.5, 0.25) / pixel;
  paper = 0.55 + 0.45 * clamp(min(away.x, away.y), 0.0, 1.0);
#endif
  vec2 inset = (vHalf.xz - abs(vLocal.xz)) / pixel;
  vec2 line = clamp(1.5 - inset, 0.0, 1.0) * clamp((vHalf.xz / pixel - 1.0) * 0.25, 0.0, 1.0);
  gl_FragColor = vec4(encoded(vec3(paper * (1.0 - 0.88 * max(line.x, line.y)))), 1.0);
}
#else

#ifdef FINE
/** A die's blocks, a cache between the halves and the memory's edges: a mirror that shimmers. */
void drawDie(inout Surface surface, vec2 at, vec2 pixel) {
  float blocks = block(at, vec2(vHalf.x * 0.5, vHalf.z * 0.25), vec2(0.94, 0.92), pixel);
  float fine = block(at, vec2(vHalf.x * 0.0625, vHalf.z * 0.03125), vec2(0.8, 0.7), pixel);
  float cache = step(abs(at.y), vHalf.z * 0.07);
  vec3 toEye = normalize(vToEye);
  vec3 film = 0.5 + 0.5 * cos(6.283 * (vec3(0.5, 0.83, 0.17) + dot(toEye, vec3(0.9, 0.4, 0.7)) * 1.3 + at.x * 6.0 + at.y * 3.0));
  vec3 color = mix(surface.baseColor * (0.7 + 0.4 * fine), surface.baseColor * 0.45, cache);
  surface.baseColor = color * (0.5 + 0.6 * blocks) + film * film * (0.07 + 0.1 * fine) * blocks;
  surface.metalness = 0.55;
  surface.emission = surface.baseColor * max(uLamp - 1.0, 0.0) * step(1.5, uState) * 0.5;
}

/** A steel rule: a mark every millimetre, longer every five and every ten. */
void drawRule(inout Surface surface, vec2 at, vec2 pixel) {
  float along = vHalf.z - at.y;
  float mark = bars(along, 0.001, 0.16, pixel.y) * step(at.x, -vHalf.x * 0.42);
  mark = max(mark, bars(along, 0.005, 0.05, pixel.y) * step(at.x, -vHalf.x * 0.1));
  mark = max(mark, bars(along + 0.005, 0.01, 0.034, pixel.y) * step(at.x, vHalf.x * 0.35));
  vec2 figure = vec2((at.x / vHalf.x - RULE_FIGURES_FROM) / (1.0 - RULE_FIGURES_FROM), along / RULE_LENGTH);
  mark = max(mark, (1.0 - texture2D(uFigures, figure).r) * step(0.0, figure.x));
  surface.baseColor = mix(surface.baseColor, vec3(0.015), mark);
  surface.metalness = 0.35 * (1.0 - mark);
}
#endif

void main() {
  vec2 at = vFinish.y < 0.5 ? vLocal.zy : (vFinish.y < 1.5 ? vLocal.xz : vLocal.xy);
  vec2 wide = vFinish.y < 0.5 ? vHalf.zy : (vFinish.y < 1.5 ? vHalf.xz : vHalf.xy);
  vec2 pixel = max(fwidth(at), 1e-6);
  bool top = abs(vFinish.y - 1.0) < 0.5;
  Surface surface = matt(vColor, vNormal);
  surface.roughness = 0.5;
  // Low parts of the server and the feet of sides get less of the hall's light.
  surface.occlusion = mix(0.62, 1.0, vFinish.z) * (top ? 1.0 : mix(0.7, 1.0, clamp((vLocal.y + vHalf.y) / (vHalf.y * 2.0), 0.0, 1.0)));
  surface.lamplight = 9.0 * step(0.5, uState);
#ifdef BARE
  surface.baseColor *= vBars.x + vBars.y * bars(dot(at, vAlong.xy), vAlong.z, 0.5, dot(pixel, step(0.5, vAlong.xy)));
  surface.metalness = vBars.z;
  surface.emission = vGlow;
#endif
#ifdef BOARDS
  float trace = vTrace * block(vec2(at.x + 0.002 * sin(at.y * 60.0), at.y), vec2(0.0034, 0.046), vec2(0.3, 0.7), pixel);
  surface.baseColor = mix(mix(vColor, vColor * 1.5 + 0.012, trace), vRaised.rgb, vRaised.a * block(at + vTrace * 0.009, vGrid.xy, vGrid.zw, pixel));
#endif
#ifdef FINE
  int finish = int(vFinish.x);
  if (finish == FINISH_DIE && top) drawDie(surface, at, pixel);
  else if (finish == FINISH_RULE && top) drawRule(surface, at, pixel);
#endif
  vec2 inset = (wide - abs(at)) / pixel;
  vec2 size = wide / pixel;
  vec2 line = clamp(1.36 - inset * 0.91, 0.0, 1.0) * clamp(size * 0.1 - 0.4, 0.0, 1.0);
  float edge = 1.0 - 0.22 * max(line.x, line.y);
  surface.baseColor *= edge;
  surface.emission *= edge;
  gl_FragColor = vec4(shade(surface), 1.0);
}
#endif
