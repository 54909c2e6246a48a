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

flat varying vec3 vAcross, vUpward;
varying vec2 vPlan;
/** How open to the light above each place of the server is, 0 to 1; see openness.ts. */
uniform sampler2D uOpenness;

/** Width of the bevel at a part's edges, metres. */
const float BEVEL = 0.0007;
/** Slope at the edges of metal that is not quite flat. */
const float UNEVEN = 0.16;

/** Chance, 0 to 1, from a whole number of each way; without a sine, which a software renderer computes slowly. */
float hash(vec2 at) {
  vec2 mixed = fract(at * vec2(0.1031, 0.1137));
  mixed += dot(mixed, mixed.yx + 33.33);
  return fract((mixed.x + mixed.y) * mixed.x);
}

#ifdef BOARDS
/** Small parts soldered to a board, no two alike beside each other, with a shade around them; and the traces between them. */
void drawCircuit(inout Surface surface, vec2 at, vec2 pixel) {
  vec2 cell = at / vGrid.xy, number = floor(cell), from = abs(fract(cell) - 0.5);
  // Banks of four alike, side by side.
  float kind = hash(vec2(floor(number.x * 0.25), number.y)), more = fract(kind * 57.3);
  vec2 reach = mix(vec2(0.1, 0.05), vec2(0.4, 0.36), more * more) * (fract(more * 13.7) > 0.5 ? vec2(1.0) : vec2(0.6, 1.0)) * step(0.13, kind);
  vec2 away = reach - from, per = vGrid.xy / pixel;
  vec2 inside = clamp(away * per + 0.5, 0.0, 1.0);
  float body = inside.x * inside.y * step(0.14, kind);
  vec2 near = clamp(1.0 + min(away, 0.0) * 7.0, 0.0, 1.0);
  surface.occlusion *= 1.0 - 0.45 * near.x * near.y * step(0.14, kind) * (1.0 - body);
  float trace = bars(at.x + 0.3 * abs(fract(at.y * 9.0) - 0.5) * 0.04, 0.0011, 0.4, pixel.x) * step(0.4, fract(number.y * 0.618));
  // Metal caps at the ends of small parts; large ones are black.
  float cap = clamp((from.x - reach.x * 0.6) * per.x + 0.5, 0.0, 1.0) * step(more, 0.6);
  vec3 part = more > 0.6 ? vec3(0.012) : mix(vec3(0.1, 0.065, 0.035), vec3(0.42, 0.41, 0.4), cap);
  surface.baseColor = mix(surface.baseColor * (1.0 + 0.55 * trace), part, body);
  surface.metalness = cap * body * 0.8;
  surface.roughness = mix(0.38, 0.5, body);
}
#endif

#ifdef FINE
/** Of the opened plate: see serverFrame.glsl; and x, width and length of its copper, metres. */
uniform vec3 uHinge, uPlate;
uniform vec4 uServer;
varying vec3 vInServer;
/** The way along the plate: the same all over a draw, so worked out at corners. */
flat varying vec2 vPlateWay;

/** Light of the opened plate's copper in a mirror, where the ray meets it. */
vec3 plateIn(vec3 way) {
  vec2 along = vPlateWay, across = vec2(-along.y, along.x);
  vec2 from = vInServer.yz - uHinge.xy;
  vec3 own = way * vec3(uServer.w, 1.0, uServer.w);
  float far = -dot(from, across) / dot(own.yz, across);
  vec2 hit = vec2(vInServer.x + own.x * far - uPlate.x, dot(from + own.yz * far, along));
  vec2 inside = smoothstep(vec2(0.0), vec2(0.003), uPlate.yz * 0.5 - abs(hit - vec2(0.0, uPlate.z * 0.5)));
  return vec3(0.30, 0.13, 0.06) * (daylight(vec3(0.0, 0.0, uServer.w), 0.4) * 0.3 + uHallLight * (0.5 + 6.0 * hit.y)) * (inside.x * inside.y * step(0.0, far));
}

/** 1 at whole numbers, 0 between them, like half a cosine, which a software renderer computes slowly. */
vec3 waves(vec3 turns) {
  vec3 up = abs(fract(turns) * 2.0 - 1.0);
  return up * up * (3.0 - 2.0 * up);
}

/** A die: a mirror under a thin film, a little thicker from block to block and towards one corner; its colours change with the angle. */
void drawDie(inout Surface surface, vec2 at, vec2 pixel, vec3 toEye) {
  vec2 cell = vec2(vHalf.x * 0.5, vHalf.z * 0.25), fineCell = vec2(vHalf.x * 0.125, vHalf.z * 0.0625);
  float blocks = block(at, cell, vec2(0.96, 0.95), pixel);
  float fine = block(at, fineCell, vec2(0.9, 0.86), pixel), least = block(at, fineCell * vec2(0.1667, 0.25), vec2(0.72, 0.6), pixel);
  float rows = bars(at.x, vHalf.x * 0.0125, 0.5, pixel.x);
  float cache = clamp((vHalf.z * 0.09 - abs(at.y)) / pixel.y + 0.5, 0.0, 1.0);
  float rim = clamp((abs(at.x) - vHalf.x * 0.88) / pixel.x + 0.5, 0.0, 1.0);
  float odd = hash(floor(at / fineCell)), of = hash(floor(at / cell) + 3.0);
  vec3 place = uEye - vToEye;
  vec2 toLine = vec2(uLampLines.z - place.y, -besideLine(place.z, uLampLines.x));
  // Light that took the way through the film and back is late by this, in thousandths of a millimetre.
  float steep = max(dot(toEye, surface.normal), 0.0), over = dot(at / vHalf.xz, vec2(0.05, 0.035));
  float late = (0.93 + 0.03 * of + 0.012 * odd + 0.1 * cache + over) * 1.46 * sqrt(1.0 - (1.0 - steep * steep) * 0.47);
  // Its rows are a grating, too: the lamp's light leaves it in a colour for each angle.
  float grating = (toEye.z + normalize(toLine).y) * 2.1 + at.x * 26.0 + at.y * 8.0;
  vec3 film = waves(late * vec3(3.1746, 3.7736, 4.3478));
  vec3 rainbow = waves(grating + vec3(0.0, 0.33, 0.67));
  vec3 color = mix(vec3(0.16), film * vec3(0.5, 0.44, 0.56), 0.5) * (0.5 + 0.3 * fine + 0.25 * least) * (0.86 + 0.22 * odd);
  color = mix(color, vec3(0.2, 0.17, 0.28) * (0.6 + 0.5 * rows), max(cache, rim) * 0.6);
  surface.baseColor = color * (0.35 + 0.65 * blocks);
  surface.metalness = 1.0;
  surface.roughness = 0.3;
  surface.emission = rainbow * rainbow * (uHallLight * 0.7 + skyMirrored(0.5)) * surface.baseColor * (0.3 + 0.4 * least);
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
  surface.roughness = 0.4;
}
#endif

void main() {
  vec2 at = vFinish.y < 0.5 ? vLocal.zy : (vFinish.y < 1.5 ? vLocal.xz : vLocal.xy);
  vec2 wide = vFinish.y < 0.5 ? vHalf.zy : (vFinish.y < 1.5 ? vHalf.xz : vHalf.xy);
  vec2 pixel = max(fwidth(at), 1e-6);
  bool top = abs(vFinish.y - 1.0) < 0.5;
  // Bevelled edges catch the light; of what is smaller than its bevels, the middle stays flat.
  vec2 bevel = clamp(1.3 - (wide - abs(at)) / max(vec2(BEVEL), pixel), 0.0, 1.0) * clamp(wide / pixel * 0.3 - 0.4, 0.0, 1.0);
  vec3 bent = vAcross * (sign(at.x) * bevel.x) + vUpward * (sign(at.y) * bevel.y);
#ifdef BARE
  // Sheet metal and milled plates are never quite flat, so that what they mirror runs over them.
  bent += (vAcross * (at.x / wide.x) + vUpward * (at.y / wide.y)) * (UNEVEN * vBars.z);
#endif
  Surface surface = matt(vColor, normalize(vNormal + bent * 0.8));
  surface.roughness = 0.55;
  surface.lamplight = 1.0 + WORK_LIGHT * clamp(uLamp - 1.0, 0.0, 1.0);
  float open = vPlan.x < 0.0 ? 0.9 : texture2D(uOpenness, vPlan).r;
  if (vFinish.z > 0.5) open = 0.85;
  // The feet of sides are darker.
  surface.occlusion = open * (top ? 1.0 : mix(0.4, 1.0, clamp((vLocal.y + vHalf.y) / (vHalf.y * 2.0), 0.0, 1.0)));
#ifdef BARE
  float brushed = bars(dot(at, vAlong.xy), vAlong.z, 0.5, dot(pixel, step(0.5, vAlong.xy)));
  surface.baseColor *= vBars.x + vBars.y * brushed;
  surface.metalness = vBars.z;
  surface.roughness = mix(0.5, 0.38, vBars.z);
  surface.emission = vGlow;
#endif
#ifdef BOARDS
  if (vTrace > 0.5) drawCircuit(surface, at, pixel);
  else {
    float raised = block(at, vGrid.xy, vGrid.zw, pixel);
    surface.baseColor = mix(vColor, vRaised.rgb, vRaised.a * raised);
    surface.occlusion *= 0.55 + 0.45 * raised;
  }
#endif
#ifdef FINE
  int finish = int(vFinish.x);
  vec3 toEye = normalize(vToEye);
  bool isDie = finish == FINISH_DIE && top;
  if (isDie) drawDie(surface, at, pixel, toEye);
  else if (finish == FINISH_RULE && top) drawRule(surface, at, pixel);
  else if (finish == FINISH_MIRROR) {
    surface.baseColor = vec3(0.13, 0.14, 0.17);
    surface.metalness = 1.0;
    surface.roughness = 0.2;
  }
  if (isDie || finish == FINISH_MIRROR) surface.emission += surface.baseColor * plateIn(reflect(-toEye, surface.normal));
#endif
  gl_FragColor = vec4(shade(surface), 1.0);
}
#endif
