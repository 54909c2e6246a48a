import type { Hall } from '../../model/site.ts';
import type { Campus } from './Campus.ts';
import { dayAt, fitOutDays, litFrom } from './fitOutDays.ts';

/** A ladder for copper between fibre and power, metres above the raised floor; assumed, as its width is. */
const LADDER_Y = 3;
const LADDER = 0.45;
/** Metres from one hanger to the next. */
const HANGERS = 5;
const FIBRE = { height: 0.1, width: 0.3 } as const;
const BUSWAY = { height: 0.16, width: 0.12 } as const;

/** Fibre over the fronts of a row, power over its rears, trunks along the centre aisle. */
export function addTrays(campus: Campus, hall: Hall): void {
  addRowTrays(campus, hall);
  addTrunks(campus, hall);
}

function addRowTrays(campus: Campus, hall: Hall): void {
  const { look } = campus;
  const days = fitOutDays(campus.timeline, hall, 'trays');
  const lit = litFrom(campus.timeline, hall);
  hall.rows.forEach((row, rowIndex) => {
    const from = dayAt(days, (rowIndex + 1) / hall.rows.length);
    const south = row.heading === 0;
    for (const tray of hall.trays) {
      if (tray.kind === 'light') continue;
      const fibre = tray.kind === 'fibre';
      const inset = fibre ? 0.2 : row.depth - 0.45;
      const z = south ? row.z0 + row.depth - inset : row.z0 + inset;
      const y = hall.floorY + tray.y;
      campus.box({
        x: row.x0 + row.width / 2,
        y,
        z,
        size: fibre ? [row.width, FIBRE.height, FIBRE.width] : [row.width, BUSWAY.height, BUSWAY.width],
        color: fibre ? look.fibre : look.steel,
        lit,
        from,
      });
      row.racks.forEach((place, placeIndex) => {
        if (place.kindIndex < 0) return;
        const x = row.x0 + (row.placeX[placeIndex]! + row.placeX[placeIndex + 1]!) / 2;
        const kind = campus.site.rackKinds[place.kindIndex]!;
        // A tap-off box hangs over every rack; a fibre drop comes down to those that hold switches.
        if (!fibre)
          campus.detail(hall.number, {
            x,
            y: y - 0.22,
            z,
            size: [0.26, 0.22, 0.18],
            color: placeIndex % 2 ? look.plantDark : look.plant,
            lit,
            from,
          });
        else if (place.kind !== 'compute')
          campus.detail(hall.number, {
            x,
            y: hall.floorY + kind.height + 0.02,
            z,
            size: [0.1, tray.y - kind.height - 0.02, 0.1],
            color: look.fibre,
            lit,
            from,
          });
      });
      // Rods from the ceiling carry it.
      for (let x = row.x0 + HANGERS / 2; x < row.x0 + row.width; x += HANGERS)
        campus.detail(hall.number, {
          x,
          y: y + 0.1,
          z,
          size: [0.025, hall.height - tray.y - 0.1, 0.025],
          color: look.plantDark,
          // As the ceiling that they hang from: nothing stands up out of a hall that is cut open.
          finish: 'ceiling',
          lit,
          from,
        });
    }
  });
}

/**
 * A ladder and a fibre trunk from row to row along the western side of a centre aisle, where they hide no floor from the south-east. The
 * finish draws rungs across the length, which is why the ladder is turned and not deep.
 */
function addTrunks(campus: Campus, hall: Hall): void {
  const { look } = campus;
  const y = hall.floorY;
  const fibreY = hall.trays.find(({ kind }) => kind === 'fibre')?.y;
  const own = {
    lit: litFrom(campus.timeline, hall),
    from: fitOutDays(campus.timeline, hall, 'trays').to,
    heading: Math.PI / 2,
  } as const;
  for (const { kind, rect } of hall.aisles) {
    if (kind !== 'centre' || fibreY === undefined) continue;
    const z = (rect.z0 + rect.z1) / 2;
    const length = rect.z1 - rect.z0;
    campus
      .box({
        ...own,
        x: rect.x0 + 0.85,
        y: y + LADDER_Y,
        z,
        size: [length, 0.1, LADDER],
        color: look.steel,
        finish: 'ribbed',
      })
      .box({
        ...own,
        x: rect.x0 + 0.3,
        y: y + fibreY + FIBRE.height,
        z,
        size: [length, FIBRE.height, FIBRE.width],
        color: look.fibre,
      });
  }
}
