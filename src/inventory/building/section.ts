import { hallsOf } from '../../layout/parcels.ts';
import { isWithin } from '../../model/rect.ts';
import type { Building, Rect } from '../../model/site.ts';
import type { Things } from '../things/Things.ts';

/** Thickness of a roof, metres; assumed. */
export const ROOF = 0.5;
/** Frame of a building, metres; assumed, as its bays are. */
const COLUMN = 0.46;
const PLATE = 1.2;
const CAPITAL = { size: 1, height: 0.4 } as const;
const BEAM = { height: 1.1, width: 0.45 } as const;
const JOIST = { height: 0.55, width: 0.22, length: 3.4, perBay: 2 } as const;
/** Thickness of a drawn cut edge, and length of a beam beyond its column, metres. */
const POCHE = 0.9;
const PAST = 1.4;
/** Distance of cut edges behind the outer walls, metres, so that the walls hide them while the roof is on. */
const BEHIND = 0.06;

/** The edges along which the roof is cut: x, and whether the opening lies east (1) or west (-1). */
function edges({ rect }: Building, open: Rect): [number, 1 | -1][] {
  const all: [number, 1 | -1][] = [
    [open.x0, 1],
    [open.x1, -1],
  ];
  return all.filter(([x]) => x > rect.x0 && x < rect.x1);
}

/** The x of the first line of columns beside a cut edge; they are drawn at full height because they carry the beams. */
const firstColumn = ({ rect, bayX }: Building, x: number, out: 1 | -1) =>
  out > 0
    ? rect.x0 + (Math.floor((x - rect.x0) / bayX) + 1) * bayX
    : rect.x0 + (Math.ceil((x - rect.x0) / bayX) - 1) * bayX;

/** Adds the edge of closed parts that are cut open: roof and walls in section, ends of joists, beams up to the first columns. */
export function addSection(things: Things, building: Building, open: Rect): void {
  const { bayZ, eave, rect } = building;
  const under = eave - ROOF;
  for (const [x, out] of edges(building, open)) {
    const along = (from: number, to: number) => ({ x: x + (out * (from + to)) / 2, size: to - from });
    const cut = { material: 'graphite', x: along(0, POCHE).x } as const;
    const depth = open.z1 - open.z0;
    const z = (open.z0 + open.z1) / 2;
    things.as('wall').box({ ...cut, y: eave - POCHE, z, size: [POCHE, POCHE - 0.02, depth - BEHIND * 2] });
    for (const side of [-1, 1])
      things.box({
        ...cut,
        z: z + side * ((depth - POCHE) / 2 - BEHIND),
        size: [POCHE, eave - POCHE, POCHE],
      });
    things.as('beam');
    const reach = Math.abs(firstColumn(building, x, out) - x) + PAST;
    for (let line = 1; rect.z0 + line * (bayZ / JOIST.perBay) < rect.z1 - 1; line++) {
      const isBeam = line % JOIST.perBay === 0;
      const { height, width } = isBeam ? BEAM : JOIST;
      const { x: middle, size } = along(0, isBeam ? reach : JOIST.length);
      const at = { x: middle, y: under - height, z: rect.z0 + line * (bayZ / JOIST.perBay) };
      const material = isBeam ? 'plantDark' : 'steel';
      things.box({ ...at, size: [size, height, width], material, fine: !isBeam });
    }
  }
}

/** Adds columns on the grid of bays, except in halls: the real grid is not known, and an assumed column could stand in a rack. */
export function addColumns(things: Things, building: Building, open: Rect): void {
  const { bayX, bayZ, eave, rect } = building;
  const halls = hallsOf(things.site);
  const margin = 0.8;
  const whole = edges(building, open).map(([x, out]) => firstColumn(building, x, out));
  const top = eave - ROOF - BEAM.height - CAPITAL.height;
  things.as('column');
  for (let x = rect.x0 + bayX; x < rect.x1 - 1; x += bayX)
    for (let z = rect.z0 + bayZ; z < rect.z1 - 1; z += bayZ) {
      if (x <= open.x0 || x >= open.x1) continue;
      if (halls.some((hall) => isWithin(hall.rect, x, z, margin))) continue;
      const isWhole = whole.some((line) => Math.abs(line - x) < 1e-6);
      const part = { x, z, material: 'plantDark' } as const;
      const size = [COLUMN, isWhole ? top : eave - ROOF, COLUMN] as const;
      things.box({ ...part, size, ...(!isWhole && { cutaway: 'cut' as const }), casts: true });
      // Base plates are painted, because they are too flat for a box.
      const half = PLATE / 2;
      things.ground.rect(x - half, x + half, z - half, z + half, 'worn');
      if (isWhole)
        things.box({ ...part, y: top, size: [CAPITAL.size, CAPITAL.height, CAPITAL.size], fine: true });
    }
}
