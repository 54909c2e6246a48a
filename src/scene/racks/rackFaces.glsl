// The inside of a rack, drawn on the faces of its box with parallax: `lean` is the sideways shift of the ray per metre of depth.
//
// Everything is a box or a series of equal pulses, integrated exactly over the pixel, so details finer than a pixel become their mean
// and brightness is the same at every distance. The same arithmetic without branches serves every rack kind and face, because a software
// renderer executes both sides of every branch.
uniform vec3 uCold, uWarm;

/** Share of the pixel that lies between `a` and `b`. */
float cover(float x, float reach, float per, float a, float b) {
  return (clamp(x + reach, a, b) - clamp(x - reach, a, b)) * per;
}

/** Share of the pixel in pulses that begin `a` after every whole number; `whole` and `part` belong to the pixel's two ends. */
float train(vec2 whole, vec2 part, float per, float a, float width) {
  vec2 sum = whole * width + clamp(part - a, 0.0, width);
  return (sum.y - sum.x) * per;
}
float pulse(float at, float per, float middle, float halfWidth) {
  return clamp((halfWidth - abs(at - middle)) * per + 0.5, 0.0, 1.0);
}

/** Shares of a pixel: slots, servers, servers times brightness, hoses, lamps times brightness, and of those the amber ones. */
struct Shown {
  float cells;
  float servers;
  float relief;
  float hoses;
  float lamps;
  float amber;
};

/** The pixel: height on the face, half and 1 / size; columns at its two ends, 1 / width in columns; 1 from near; `odd`. */
struct Cells {
  float up;
  float reach;
  float per;
  vec2 column;
  vec2 within;
  float perColumn;
  float fine;
  float odd;
};

/** Brightness of the light around a lamp, against the lamp's. */
const float HALO = 0.04;

/** Above and below a server in its slot, share of a pitch: one of 174 mm in 4 U that come every 5 U. */
const float SEAM = 0.00855;

/** Adds a run of slots (see vSlots); each pitch is a gap with a server above. */
void addRun(vec4 run, Cells cells, inout Shown shown) {
  float up = (cells.up - run.x) / run.y;
  float reach = cells.reach / run.y, per = cells.per * run.y;
  vec2 held = clamp(vec2(up - reach, up + reach), 0.0, run.w);
  vec2 whole = floor(held), part = held - whole;
  float gap = fract(abs(run.z));
  float server = train(whole, part, per, gap + SEAM, 1.0 - 2.0 * SEAM - gap);
  vec2 rows = held * vCells.y, row = floor(rows);
  float hasLamps = step(0.001, vLamp.z);
  float lampX = train(cells.column, cells.within, cells.perColumn, 0.5 - vLamp.x * 0.5, vLamp.x);
  float lamp = lampX * train(row, rows - row, per / vCells.y, vLamp.y, vLamp.z) * (vCells.y > 1.5 ? server : 1.0);
  // Bays below the lamps and an edge above, relative to their mean, so that fading them keeps the brightness.
  float y = fract(rows.x + (rows.y - rows.x) * 0.5);
  float bay = pulse(cells.within.x, cells.perColumn, 0.5, 0.44) * pulse(y, per / vCells.y, 0.42, 0.11);
  float grille = pulse(fract(up * 22.5), per * 0.0444, 0.5, 0.25) * pulse(y, per, 0.79, 0.1);
  float edge = pulse(y, per, 0.97, 0.016);
  float relief = 0.26 - 0.6 * (bay + grille) + 1.1 * edge;
#ifdef SEVERAL_RUNS
  // Blades stand side by side, each with a grille in its upper half.
  bay = pulse(cells.within.x, cells.perColumn, 0.5, 0.43);
  if (vRuns.w > 0) relief = bay * (1.1 - 0.5 * pulse(y, per, 0.66, 0.24)) - 0.65;
#endif
  relief = 1.03 + (relief - 0.155) * cells.fine * vFront;
  // Rear doors have upright fins where fronts have lamps.
  relief -= (1.0 - vFront) * 0.75 * lampX;
#ifdef SEVERAL_RUNS
  // Faces of trays are plain.
  if (run.z < 0.0) { relief = 0.66 * floor(-run.z); lamp = hasLamps = 0.0; } else
#endif
  shown.hoses += train(whole, part, per, 0.03, 0.24);
  shown.cells += (held.y - held.x) * per;
  shown.servers += server;
  shown.relief += server * relief;
  // Every lamp has a state of its own, by its address: few are off, some amber, and they are unequally bright. Finer than pixels they are
  // alike, with what shines around them. A pixel shows the lamp that is nearest to its middle.
  vec2 middle = vec2(dot(cells.column + cells.within, vec2(0.5)), dot(rows, vec2(0.5)) + 0.5 - vLamp.y - vLamp.z * 0.5), which = floor(middle);
  float state = fract(52.983 * fract(which.x * 0.0671 + which.y * 0.00584 + cells.odd)), each = clamp(cells.perColumn * 0.5 - 0.3, 0.0, 1.0);
  float burns = mix(1.12, step(0.07, state) * (0.46 + 0.78 * fract(state * 7.0)), each);
  lamp *= burns;
  // A lamp shines on the front around it.
  vec2 beside = (middle - which - 0.5) * vec2(vLamp.w / vCells.x, run.y / vCells.y) * 52.0;
  float halo = max(1.0 - dot(beside, beside), 0.0);
  lamp += HALO * halo * halo * burns * server * each * hasLamps;
  shown.lamps += lamp;
  shown.amber += lamp * mix(0.1, step(state, 0.17), each);
}

/** Sets colour and emission of a face for a rack of colour `body`; `odd` varies its lamps. */
void drawInside(inout Surface surface, vec3 body, vec2 at, vec2 pixel, vec2 lean, float odd) {
  vec2 per = 1.0 / pixel, reach = pixel * 0.5;
  vec2 aside = lean * 0.03, back = at + aside;
  vec2 foot = vOpen.xy - min(aside, 0.0), head = vOpen.zw - max(aside, 0.0);
  vec2 show = (clamp(at + reach, foot, head) - clamp(at - reach, foot, head)) * per;
  float seen = show.x * show.y;
  // Cells side by side, with a lamp each.
  float scale = vCells.x / vLamp.w;
  float place = back.x * scale + vCells.x * 0.5, px = reach.x * scale, perColumn = per.x * vLamp.w / vCells.x;
  vec2 side = clamp(vec2(place - px, place + px), 0.0, vCells.x);
  vec2 column = floor(side);
  float stack = (side.y - side.x) * perColumn;
  float fine = clamp(2.0 - max(pixel.x, pixel.y) * 100.0, 0.0, 1.0);
  Shown shown = Shown(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
  // In steps, so that a rack has the same lamps as part of a run and alone.
  odd = floor(fract(odd) * 64.0) * 0.015625;
  Cells cells = Cells(back.y, reach.y, per.y, column, side - column, perColumn, fine, odd);
  addRun(vSlots, cells, shown);
#ifdef SEVERAL_RUNS
  for (int run = 1; run < vRuns.y; run++) addRun(filledRun(readSlots(vRuns.x + run), vRuns.z), cells, shown);
#endif
  vec3 chassis = body * 2.7 + 0.025;
  // Gaps between servers are dark; below and above are panels with slats (CDU grilles, blanking panels).
  vec2 slats = vec2(back.y - reach.y, back.y + reach.y) * 67.5, slat = floor(slats);
  float panel = 1.0 - 0.7 * train(slat, slats - slat, per.y * 0.0148, 0.1, 0.5);
  // Between blanking panels of two rack units are seams, above which an edge catches the light.
  float unit = fract(back.y * 11.25), seam = 1.5 + (0.9 * pulse(unit, per.y * 0.0889, 0.06, 0.03) - 1.3 * pulse(unit, per.y * 0.0889, 0.02, 0.02)) * fine;
  float under = vCells.w * cover(back.y, reach.y, per.y, 0.068, vSlots.x - 0.008);
  vec3 color = chassis * shown.relief + body * 0.3 * (shown.cells - shown.servers) + body * (1.0 - shown.cells) * (1.3 - under) * seam + chassis * under * panel * 1.6;
  // Ears of servers cover the posts; blanking panels fill the space between posts and frame.
  float mounted = cover(back.x, reach.x, per.x, -vLamp.w * FACE_EARS, vLamp.w * FACE_EARS);
  float blank = 1.0 - cover(back.x, reach.x, per.x, -vLamp.w * FACE_POST, vLamp.w * FACE_POST);
  color += chassis * 0.45 * (mounted - stack) * shown.servers;
  color = mix(body * (0.35 + blank), color, mounted);
  // Every manifold has two cold and two warm quick-disconnects; hoses and handles are in front of the servers.
  float x = abs(at.x + lean.x * 0.012);
  float hose = shown.hoses * vCells.z * vHalf.w;
  float bulge = 1.0 + (0.25 - 46.0 * abs(abs(x - 0.145) - 0.045)) * fine;
  color = mix(color, uCold * bulge, hose * cover(x, reach.x, per.x, 0.089, 0.111));
  color = mix(color, uWarm * bulge, hose * cover(x, reach.x, per.x, 0.179, 0.201));
  color += (body * 1.5 + 0.16) * shown.servers * cover(x, reach.x, per.x, vLamp.w * FACE_HOLES - 0.006, vLamp.w * FACE_HOLES + 0.006) * vFront * vHalf.w;
  float display = vCells.w * cover(back.y, reach.y, per.y, 0.135, 0.185) * cover(back.x, reach.x, per.x, -0.045, 0.045);
  surface.emission = (vLampLight.rgb * (vec3(shown.lamps) - vec3(0.0, 0.5, 0.88) * shown.amber) + vec3(0.05, 0.13, 0.16) * (display * vState.y)) * seen;
  surface.baseColor = mix(body * 0.8, color, seen);
}
