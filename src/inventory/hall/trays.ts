import type { Hall, RowPlan } from '../../model/site.ts';
import type { Things } from '../things/Things.ts';
import { dayAt, fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';

/** Height above the raised floor, and width, of the ladder for copper cables, metres; assumed. */
const LADDER_Y = 3;
const LADDER = 0.45;
/** Distance between hangers, metres; assumed. */
const HANGERS = 5;
const FIBRE = { height: 0.1, width: 0.3 } as const;
const BUSWAY = { height: 0.16, width: 0.12 } as const;
/** A box below a busway that feeds one rack, metres; assumed. */
const TAP_OFF = [0.24, 0.16, 0.14] as const;

/** Centre lines of the trunks along a centre aisle, metres from its west side; assumed. */
const TRUNK = { ladder: 0.85, fibre: 0.3 } as const;
/** Posts at both ends of a row: width, and distance from the row; thickness of their arms; metres, assumed. */
const POST = { width: 0.08, off: 0.05 } as const;
const ARM = 0.06;
/** How far trays reach beyond their row onto the posts, metres. */
const BEYOND = 0.1;

/** Adds fibre trays over the fronts of rows, busways over their rears, trunks along the centre aisle, and the posts that carry them. */
export function addTrays(things: Things, hall: Hall): void {
  const days = fitOutDays(things.timeline, hall, 'trays');
  hall.rows.forEach((row, rowIndex) => {
    const from = dayAt(days, (rowIndex + 1) / hall.rows.length);
    addRowTrays(things, hall, row, from);
    addPosts(things, hall, row, from);
  });
  addTrunks(things, hall);
}

/** The trays over a row, lowest first: height above the raised floor, y of the underside and z of the centre line, site frame. */
function traysOf(hall: Hall, { heading, z0, depth }: RowPlan) {
  return hall.trays
    .flatMap(({ kind, y }) => {
      if (kind === 'light') return [];
      const inset = kind === 'fibre' ? 0.2 : depth - 0.45;
      return { kind, height: y, y: hall.floorY + y, z: heading === 0 ? z0 + depth - inset : z0 + inset };
    })
    .sort((one, other) => one.y - other.y);
}

/** Adds a post under the highest tray at each end of a row, with an arm for each of the other trays. */
function addPosts(things: Things, hall: Hall, row: RowPlan, from: number): void {
  const trays = traysOf(hall, row);
  const high = trays.at(-1);
  if (!high) return;
  const own = { material: 'steel', fine: true, from, lit: litFrom(things.timeline, hall) } as const;
  things.as('tray-post');
  for (const x of [row.x0 - POST.off, row.x0 + row.width + POST.off]) {
    const size = [POST.width, high.height, POST.width] as const;
    things.box({ ...own, x, y: hall.floorY, z: high.z, size });
    for (const { y, z } of trays.slice(0, -1))
      things.detail(hall.number, {
        ...own,
        x,
        y: y - ARM,
        z: (z + high.z) / 2,
        size: [ARM, ARM, Math.abs(z - high.z) + FIBRE.width],
      });
  }
}

function addRowTrays(things: Things, hall: Hall, row: RowPlan, from: number): void {
  const lit = litFrom(things.timeline, hall);
  const of = `halls/${hall.id}`;
  const length = row.width + 2 * BEYOND;
  for (const { kind: trayKind, height: trayY, y, z } of traysOf(hall, row)) {
    const fibre = trayKind === 'fibre';
    const { height, width } = fibre ? FIBRE : BUSWAY;
    const tray = {
      size: [length, height, width],
      material: fibre ? 'fibreDuct' : 'steel',
      lit,
      from,
    } as const;
    things.as(fibre ? 'fibre-tray' : 'busway', of).box({ x: row.x0 + row.width / 2, y, z, ...tray });
    things.as(fibre ? 'fibre-drop' : 'tap-off');
    row.racks.forEach((place, placeIndex) => {
      if (place.kindIndex < 0) return;
      const x = row.x0 + (row.placeX[placeIndex]! + row.placeX[placeIndex + 1]!) / 2;
      const kind = things.site.rackKinds[place.kindIndex]!;
      // Every rack has a tap-off box; only racks with switches have a fibre drop.
      const own = { x, z, lit, from } as const;
      const drop = trayY - kind.height - 0.02;
      if (!fibre)
        things.detail(hall.number, { ...own, y: y - TAP_OFF[1], size: TAP_OFF, material: 'plantDark' });
      else if (kind.role !== 'compute')
        things.detail(hall.number, { ...own, y: y - drop, size: [0.1, drop, 0.1], material: 'fibre' });
    });
    // Between the posts of its row a tray hangs from the ceiling.
    things.as('hanger');
    const size = [0.025, hall.height - trayY - 0.1, 0.025] as const;
    // Hangers are drawn only together with the ceiling.
    const hanger = { y: y + 0.1, z, size, material: 'plantDark', cutaway: 'ceiling', lit, from } as const;
    for (let x = row.x0 + HANGERS / 2; x < row.x0 + row.width; x += HANGERS)
      things.detail(hall.number, { ...hanger, x });
  }
}

/**
 * Adds a ladder and a fibre trunk along the western side of a centre aisle, where they hide no floor from a camera in the
 * south-east. The ribs of a material run across a box's x axis, so both are long boxes along x, turned by 90 degrees.
 */
function addTrunks(things: Things, hall: Hall): void {
  const y = hall.floorY;
  const fibreY = hall.trays.find(({ kind }) => kind === 'fibre')?.y;
  const own = {
    lit: litFrom(things.timeline, hall),
    from: fitOutDays(things.timeline, hall, 'trays').to,
    heading: Math.PI / 2,
  } as const;
  for (const { kind, rect } of hall.aisles) {
    if (kind !== 'centre' || fibreY === undefined) continue;
    const z = (rect.z0 + rect.z1) / 2;
    const length = rect.z1 - rect.z0;
    addBrackets(things, hall, rect.x0, fibreY + 2 * FIBRE.height);
    const ladder = { ...own, size: [length, 0.1, LADDER], material: 'ribbedSteel' } as const;
    const fibre = { ...own, size: [length, FIBRE.height, FIBRE.width], material: 'fibreDuct' } as const;
    things
      .as('cable-ladder')
      .box({ ...ladder, x: rect.x0 + TRUNK.ladder, y: y + LADDER_Y, z })
      .as('fibre-tray')
      .box({ ...fibre, x: rect.x0 + TRUNK.fibre, y: y + fibreY + FIBRE.height, z });
  }
}

/** Adds brackets at every second row that ends at a centre aisle: the ladder lies on them, the fibre trunk hangs below. */
function addBrackets(things: Things, hall: Hall, aisleX: number, low: number): void {
  const ending = hall.rows.filter(({ x0, width }) => Math.abs(x0 + width - aisleX) < 0.5);
  const from = fitOutDays(things.timeline, hall, 'trays').to;
  const reach = TRUNK.ladder + LADDER / 2 + 0.05;
  const size = [reach, Math.max(LADDER_Y - low, ARM), ARM] as const;
  const own = { size, material: 'steel', fine: true, lit: litFrom(things.timeline, hall), from } as const;
  things.as('tray-post');
  ending.forEach((row, rowIndex) => {
    const post = traysOf(hall, row).at(-1);
    if (rowIndex % 2 === 0 && post)
      things.box({ ...own, x: aisleX + reach / 2, y: hall.floorY + low, z: post.z });
  });
}
