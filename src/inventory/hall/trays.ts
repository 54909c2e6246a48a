import type { Hall } from '../../model/site.ts';
import type { Things } from '../things/Things.ts';
import { dayAt, fitOutDays, litFrom } from '../../timeline/fitOutDays.ts';

/** Height above the raised floor, and width, of the ladder for copper cables, metres; assumed. */
const LADDER_Y = 3;
const LADDER = 0.45;
/** Distance between hangers, metres; assumed. */
const HANGERS = 5;
const FIBRE = { height: 0.1, width: 0.3 } as const;
const BUSWAY = { height: 0.16, width: 0.12 } as const;

/** Adds fibre trays over the fronts of rows, busways over their rears, and trunks along the centre aisle. */
export function addTrays(things: Things, hall: Hall): void {
  addRowTrays(things, hall);
  addTrunks(things, hall);
}

function addRowTrays(things: Things, hall: Hall): void {
  const days = fitOutDays(things.timeline, hall, 'trays');
  const lit = litFrom(things.timeline, hall);
  const of = `halls/${hall.id}`;
  hall.rows.forEach((row, rowIndex) => {
    const from = dayAt(days, (rowIndex + 1) / hall.rows.length);
    const south = row.heading === 0;
    for (const tray of hall.trays) {
      if (tray.kind === 'light') continue;
      const fibre = tray.kind === 'fibre';
      const inset = fibre ? 0.2 : row.depth - 0.45;
      const z = south ? row.z0 + row.depth - inset : row.z0 + inset;
      const y = hall.floorY + tray.y;
      things.as(fibre ? 'fibre-tray' : 'busway', of).box({
        x: row.x0 + row.width / 2,
        y,
        z,
        size: fibre ? [row.width, FIBRE.height, FIBRE.width] : [row.width, BUSWAY.height, BUSWAY.width],
        material: fibre ? 'fibre' : 'steel',
        lit,
        from,
      });
      things.as(fibre ? 'fibre-drop' : 'tap-off');
      row.racks.forEach((place, placeIndex) => {
        if (place.kindIndex < 0) return;
        const x = row.x0 + (row.placeX[placeIndex]! + row.placeX[placeIndex + 1]!) / 2;
        const kind = things.site.rackKinds[place.kindIndex]!;
        // Every rack has a tap-off box; only racks with switches have a fibre drop.
        if (!fibre)
          things.detail(hall.number, {
            x,
            y: y - 0.22,
            z,
            size: [0.26, 0.22, 0.18],
            material: placeIndex % 2 ? 'plantDark' : 'plant',
            lit,
            from,
          });
        else if (kind.role !== 'compute')
          things.detail(hall.number, {
            x,
            y: hall.floorY + kind.height + 0.02,
            z,
            size: [0.1, tray.y - kind.height - 0.02, 0.1],
            material: 'fibre',
            lit,
            from,
          });
      });
      things.as('hanger');
      for (let x = row.x0 + HANGERS / 2; x < row.x0 + row.width; x += HANGERS)
        things.detail(hall.number, {
          x,
          y: y + 0.1,
          z,
          size: [0.025, hall.height - tray.y - 0.1, 0.025],
          material: 'plantDark',
          // Hidden together with the ceiling, so that no rods stick out of a hall that is cut open.
          cutaway: 'ceiling',
          lit,
          from,
        });
    }
  });
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
    things
      .as('cable-ladder')
      .box({
        ...own,
        x: rect.x0 + 0.85,
        y: y + LADDER_Y,
        z,
        size: [length, 0.1, LADDER],
        material: 'ribbedSteel',
      })
      .as('fibre-tray')
      .box({
        ...own,
        x: rect.x0 + 0.3,
        y: y + fibreY + FIBRE.height,
        z,
        size: [length, FIBRE.height, FIBRE.width],
        material: 'fibre',
      });
  }
}
