import { type Catalogue, catalogue, joinCatalogues } from './catalogue.ts';
import { ALWAYS_FROM, dayOf } from './days.ts';
import { placeHall, planHallType } from './hallPlan.ts';
import { rackKindsOf } from './rackKinds.ts';
import type { CurvePoint, GrowthDocument, SiteDocument } from './schema.ts';
import { isWithin, movedRect, rectOf, type Sides } from './rect.ts';
import type { Building, Curve, GrowthPoint, Hall, Site } from './site.ts';
import { rotated } from './standing.ts';

const radians = (degrees = 0) => (degrees * Math.PI) / 180;

/** A catalogue, by default the built-in one, with a document's own entries on top. */
export function catalogueOf({ defaults, catalogue: items }: SiteDocument, onto = catalogue): Catalogue {
  return items ? joinCatalogues([{ defaults, items }], onto) : onto;
}

/**
 * Resolves a document, built in or checked, for one configuration, onto a catalogue, by default the built-in one. Throws RangeError for an
 * unknown configuration.
 */
export function resolveSite(document: SiteDocument, config: string, onto = catalogue): Site {
  const configuration = document.configurations.find(({ id }) => id === config);
  if (!configuration) throw new RangeError(`no configuration ${config} in ${document.id}`);
  const items = catalogueOf(document, onto);
  const shown = document.halls.slice(0, configuration.halls);
  const hallTypes = document.hallTypes.filter(({ id }) => shown.some(({ type }) => type === id));
  const rackKinds = rackKindsOf({ hallTypes }, items);
  const { zones = [] } = document;
  const day = (date: string) => dayOf(document.dayZero, date);
  const plans = new Map(hallTypes.map((type) => [type.id, planHallType(type, rackKinds)]));
  const standings = new Map(document.buildings.map((building) => [building.id, standingOf(building)]));
  const phaseIndex = new Map(document.phases.map(({ id }, index) => [id, index]));
  const halls: Hall[] = shown.map((hall, index) => {
    const plan = plans.get(hall.type);
    if (!plan) throw new RangeError(`no hall type ${hall.type} in ${document.id}`);
    const { turn, moved } = standings.get(hall.building)!;
    const [x, z] = hall.centre;
    return {
      ...hall,
      ...{ number: index + 1, turn },
      accelerators: rackKinds.map(({ accelerator = '', gpusPerServer, isAcceleratorBuiltIn }) =>
        gpusPerServer === 0 ? '' : isAcceleratorBuiltIn ? accelerator : (hall.accelerator ?? accelerator),
      ),
      takesWater: plan.rows.some(({ racks }) =>
        racks.some(({ kindIndex }) => (rackKinds[kindIndex]?.cooling ?? 'air') !== 'air'),
      ),
      phase: phaseIndex.get(hall.phase) ?? 0,
      ...placeHall(plan, [x + moved[0], z + moved[1]]),
    };
  });
  const buildings: Building[] = document.buildings.map(
    ({ annexes = [], spaces = [], bay: [bayX, bayZ], turnDeg: _, ...building }) => {
      const { turn, moved } = standings.get(building.id)!;
      const placed = (sides: Sides) => movedRect(rectOf(sides), moved);
      return {
        ...building,
        ...{ turn, rect: placed(building), bayX, bayZ },
        annexes: annexes.map((annex) => ({ ...annex, rect: placed(annex) })),
        spaces: spaces.map((space) => ({ ...space, rect: placed(space) })),
      };
    },
  );
  const isUndated = !document.growth && document.undated === true;
  const growth = document.growth ?? defaultGrowth(document, { halls, rackKinds });
  const points = (list: readonly CurvePoint[]): GrowthPoint[] =>
    list.map((point) => ({ day: isUndated ? ALWAYS_FROM : day(point.date), count: point.count, point }));
  const curves: Curve[] = growth.curves.map((curve) => ({
    ...curve,
    energizedInService: curve.energizedInService ?? false,
    points: points(curve.points),
  }));
  return {
    id: document.id,
    name: document.name,
    operator: document.operator,
    placeName: document.place,
    dayZero: document.dayZero,
    lastDay: day(document.lastDate),
    config,
    configs: document.configurations.map(({ id, label }) => ({ id, label })),
    curves: curves.map(({ id, label, note }) => ({ id, label, note })),
    defaultCurve: growth.default,
    // A whole turn is none.
    turn: radians((document.turnDeg ?? 0) % 360),
    edge: rectOf(document.edge),
    buildings,
    halls,
    zones: zones.map(({ places = 0, ...zone }) => ({ ...zone, places, rect: rectOf(zone) })),
    phases: document.phases.map(({ id, name, fitOut = [] }) => ({
      ...{ id, name },
      fitOut: fitOut.map(({ element, from, to }) => ({ element, from: day(from), to: day(to) })),
    })),
    rackKinds,
    racksPerArray: document.racksPerArray,
    placements: (document.placements ?? []).map(({ at, y = 0, headingDeg, ...placement }) => {
      const around = buildings.find(
        ({ rect, turn }) => turn !== 0 && isWithin(rect, ...rotated(-turn, ...at)),
      );
      const turn = around?.turn ?? 0;
      const [x, z] = rotated(-turn, ...at);
      return { ...placement, ...{ x, y, z, heading: radians(headingDeg) + turn, turn } };
    }),
    landscape: {
      roads: document.landscape?.roads ?? [],
      trees: (document.landscape?.trees ?? []).map((belt) => ({ rect: rectOf(belt), count: belt.count })),
    },
    yard: (document.units ?? []).map(({ item, zone, headingDeg, grid, steps = false, counts }) => ({
      ...{ item, zone, heading: radians(headingDeg), grid, steps },
      counts: counts.map(({ date, count }) => ({ day: day(date), count })),
    })),
    growth: {
      counts: growth.counts ?? 'gpus',
      commissioningDays: growth.commissioningDays,
      installed: points(growth.installed),
      curves,
    },
    power: (document.power?.points ?? []).map(({ date, itMw, facilityMw, gpus }) => ({
      day: day(date),
      itW: itMw * 1e6,
      facilityW: facilityMw * 1e6,
      ...(gpus !== undefined && { gpus }),
    })),
    milestones: (document.milestones ?? [])
      .map((milestone) => ({ ...milestone, day: day(milestone.date) }))
      .sort((a, b) => a.day - b.day),
    catalogue: items,
    document,
  };
}

/**
 * How a building of a document stands: its turn, from 0 up to a whole one, and what moves its parts to where they are in the site frame
 * when that is turned about its origin instead of the building about its centre, metres.
 */
function standingOf({ x: [x0, x1], z: [z0, z1], turnDeg = 0 }: Sides & { turnDeg?: number }) {
  const turn = radians(((turnDeg % 360) + 360) % 360);
  const [x, z] = [(x0 + x1) / 2, (z0 + z1) / 2];
  const [east, south] = rotated(-turn, x, z);
  return { turn, moved: [east - x, south - z] as const };
}

/** The number of GPUs and servers in halls that are complete. */
export function machinesIn({ halls, rackKinds }: Pick<Site, 'halls' | 'rackKinds'>) {
  let [gpus, servers] = [0, 0];
  for (const place of halls.flatMap(({ rows }) => rows.flatMap(({ racks }) => racks))) {
    servers += place.servers;
    gpus += place.servers * (rackKinds[place.kindIndex]?.gpusPerServer ?? 0);
  }
  return { gpus, servers };
}

/** Growth for a document that gives none: linear from day 0 to the last date, or everything at once if undated; in service as soon as installed. */
function defaultGrowth(document: SiteDocument, all: Pick<Site, 'halls' | 'rackKinds'>): GrowthDocument {
  const { gpus, servers } = machinesIn(all);
  const points = [
    { date: document.dayZero, count: 0 },
    { date: document.undated ? document.dayZero : document.lastDate, count: gpus || servers },
  ];
  return {
    counts: gpus > 0 ? 'gpus' : 'servers',
    commissioningDays: 0,
    installed: points,
    default: 'even',
    curves: [
      { id: 'even', label: '', note: '', held: document.undated ? (document.note?.text ?? '') : '', points },
    ],
  };
}
