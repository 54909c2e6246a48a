import { type ErrorList, type Keys, metres, rounded } from './checkErrors.ts';
import type { Sides } from './rect.ts';
import type { SiteDocument } from './schema.ts';

/** Plausible lengths, metres: least and most, and what they are. Wide enough for any real site. */
const PLAUSIBLE = {
  edge: [1, 20_000, 'a site'],
  building: [1, 5000, 'a side of a building'],
  bay: [2, 200, 'a bay'],
  eave: [2, 300, 'an eave'],
  clear: [1, 300, 'a clear height'],
  annexHeight: [2, 300, 'an annex'],
  raisedFloor: [0, 20, 'a raised floor'],
  hallHeight: [2, 100, 'a hall height'],
  perimeter: [0, 100, 'a perimeter strip'],
  aisle: [0.5, 50, 'an aisle'],
  rowDepth: [0.2, 10, 'a row depth'],
  road: [0.5, 200, 'a road'],
  standingOn: [-100, 1000, 'a height'],
} as const;

/** Highest facility over IT power, and least and most watts per GPU. */
const MOST_PUE = 5;
const GPU_WATTS = [50, 50_000] as const;

/** Checks that every length and power is plausible, and that every rectangle gives the smaller coordinate first. */
export function checkSizes(document: SiteDocument, errors: ErrorList): void {
  const test = (keys: Keys, value: number, what: keyof typeof PLAUSIBLE) => {
    const [least, most, words] = PLAUSIBLE[what];
    if (!(value >= least && value <= most))
      errors.tell(keys, metres(value), `${words} of ${rounded(least)} to ${rounded(most)} m`);
  };
  const rect = (keys: Keys, sides: Sides, what?: 'edge' | 'building') => {
    for (const side of ['x', 'z'] as const) {
      const [from, to] = sides[side];
      const at = [...keys, side];
      if (!(from < to)) errors.tell(at, `${rounded(from)} to ${rounded(to)}`, 'the smaller number first');
      else if (what) test(at, to - from, what);
    }
  };
  rect(['edge'], document.edge, 'edge');
  document.buildings.forEach((building, index) => {
    const keys = ['buildings', index];
    const { eave, clear, bay } = building;
    rect(keys, building, 'building');
    test([...keys, 'eave'], eave, 'eave');
    test([...keys, 'clear'], clear, 'clear');
    if (clear > eave)
      errors.add([...keys, 'clear'], clear, `a clear height of at most the ${rounded(eave)} m of the eave`);
    bay.forEach((length, at) => test([...keys, 'bay', at], length, 'bay'));
    building.annexes?.forEach((annex, at) => {
      rect([...keys, 'annexes', at], annex, 'building');
      test([...keys, 'annexes', at, 'height'], annex.height, 'annexHeight');
    });
    building.spaces?.forEach((space, at) => rect([...keys, 'spaces', at], space));
  });
  document.hallTypes.forEach((type, index) => {
    const keys = ['hallTypes', index];
    const { pairs, height, trays } = type;
    test([...keys, 'raisedFloor'], type.raisedFloor, 'raisedFloor');
    test([...keys, 'height'], height, 'hallHeight');
    test([...keys, 'perimeter'], type.perimeter, 'perimeter');
    test([...keys, 'pairs', 'rowDepth'], pairs.rowDepth, 'rowDepth');
    test([...keys, 'pairs', 'coldAisle'], pairs.coldAisle, 'aisle');
    // One pair alone has no rear aisle.
    if (pairs.count > 1) test([...keys, 'pairs', 'rearAisle'], pairs.rearAisle, 'aisle');
    trays?.forEach(({ y }, at) => {
      if (y > height)
        errors.add(
          [...keys, 'trays', at, 'y'],
          y,
          `a height of at most the ${rounded(height)} m of the hall`,
        );
    });
  });
  document.zones?.forEach((zone, index) => rect(['zones', index], zone));
  document.landscape?.trees?.forEach((belt, index) => rect(['landscape', 'trees', index], belt));
  document.landscape?.roads?.forEach(({ width }, index) =>
    test(['landscape', 'roads', index, 'width'], width, 'road'),
  );
  document.placements?.forEach(({ y = 0 }, index) => test(['placements', index, 'y'], y, 'standingOn'));
  checkPower(document, errors);
}

/** Checks that facility power is at least IT power and at most `MOST_PUE` times it, and that watts per GPU are plausible. */
function checkPower({ power, growth }: SiteDocument, errors: ErrorList): void {
  power?.points.forEach(({ itMw, facilityMw, gpus }, index) => {
    const keys = ['power', 'points', index];
    if (!(facilityMw >= itMw && facilityMw <= itMw * MOST_PUE))
      errors.tell(
        [...keys, 'facilityMw'],
        `${rounded(facilityMw)} MW`,
        `${rounded(itMw)} to ${rounded(itMw * MOST_PUE)} MW: once to ${MOST_PUE} times the IT power`,
      );
    if (gpus !== undefined) watts([...keys, 'itMw'], (itMw * 1e6) / gpus, 'IT power');
  });
  growth?.curves.forEach(({ facilityWattsPerGpu }, index) => {
    if (facilityWattsPerGpu !== undefined)
      watts(['growth', 'curves', index, 'facilityWattsPerGpu'], facilityWattsPerGpu, 'facility power');
  });

  function watts(keys: Keys, value: number, what: string) {
    const [least, most] = GPU_WATTS;
    if (!(value >= least && value <= most))
      errors.tell(keys, `${rounded(value)} W for each`, `${what} of ${least} to ${most} W for each GPU`);
  }
}
