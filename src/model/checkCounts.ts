import { type ErrorList, rounded } from './checkErrors.ts';
import { parkingPlan } from './parking.ts';
import { rackKindsOf } from './rackKinds.ts';
import { rectOf } from './rect.ts';
import { catalogueOf } from './resolveSite.ts';
import type { HallType, SiteDocument } from './schema.ts';
import type { RackKind } from './site.ts';

/**
 * Most of each thing that a document may ask for, copies included. Every loop whose length a document sets is bounded by one of
 * these, so that no document can block the page. Colossus needs about a hundredth of most of them.
 */
export const MOST = {
  gpus: 5_000_000,
  places: 500_000,
  rows: 50_000,
  /** Cold and rear aisles. */
  aisles: 50_000,
  /** Trays over rows, their hangers, and the drops to each rack. */
  trayParts: 600_000,
  /** Pipe mains under halls, and their pumps in each gallery. */
  mains: 10_000,
  /** Halls times the electrical galleries that may feed them. */
  feeds: 5_000,
  /** Structural bays of buildings; those along the long walls, which get dock doors, are limited by `docks`. */
  bays: 20_000,
  docks: 1_000,
  /** Office buildings and inner spaces of buildings. */
  annexes: 500,
  spaces: 1_000,
  /** Rooms with a window in annexes. */
  rooms: 5_000,
  lamps: 3_000,
  parked: 50_000,
  /** Posts of fences, stripes of lawns, corners of roads. */
  posts: 10_000,
  stripes: 5_000,
  corners: 5_000,
  trees: 20_000,
  units: 20_000,
  /** Steps of fitting out, hall by hall. */
  fitOut: 5_000,
} as const;

/** Distances between repeated things, metres; close to those that the inventory uses. */
const EVERY = { hanger: 5, lamp: 50, post: 5, stripe: 8, room: 3 } as const;

const sum = <T>(list: readonly T[] | undefined, of: (entry: T) => number): number =>
  (list ?? []).reduce((total, entry) => total + of(entry), 0);
const sideOf = ([from, to]: readonly [number, number]) => to - from;

/** Checks that everything a document asks for stays within `MOST`; counts without building anything. */
export function checkCounts(document: SiteDocument, errors: ErrorList): void {
  checkRacks(document, errors);
  checkBuildings(document, errors);
  checkLand(document, errors);
  checkUnits(document, errors);
}

/** Counts for one hall of a type. */
function hallCounts(type: HallType, kindOf: (id: string) => RackKind) {
  const hall = { gpus: 0, places: 0, rows: 0, length: 0 };
  for (const { repeat = 1, racks } of type.rows) {
    hall.rows += repeat;
    for (const [id, count, servers] of racks) {
      const kind = id === 'spare' ? undefined : kindOf(id);
      hall.places += repeat * count;
      hall.length += repeat * count * (kind?.width ?? 0);
      if (kind) hall.gpus += repeat * count * (servers ?? kind.servers) * kind.gpusPerServer;
    }
  }
  const trays = (type.trays ?? []).filter(({ kind }) => kind !== 'light').length;
  return {
    ...hall,
    aisles: type.blocks.length * type.pairs.count * 2,
    trayParts: trays * (hall.places + hall.rows + hall.length / EVERY.hanger),
    mains: 2 * type.blocks.length,
  };
}

function checkRacks(document: SiteDocument, errors: ErrorList): void {
  const kinds = new Map(rackKindsOf(document, catalogueOf(document)).map((kind) => [kind.id, kind]));
  const kindOf = (id: string) => kinds.get(id)!;
  const types = new Map(document.hallTypes.map((type) => [type.id, hallCounts(type, kindOf)]));
  const inAll = (what: keyof ReturnType<typeof hallCounts>) =>
    sum(document.halls, ({ type }) => types.get(type)![what]);
  for (const [what, words] of [
    ['gpus', 'GPUs'],
    ['places', 'rack places'],
    ['rows', 'rows'],
    ['aisles', 'aisles'],
    ['trayParts', 'parts of trays'],
  ] as const)
    errors.most(['halls'], inAll(what), MOST[what], `${words} in all`);
  const spaces = document.buildings.flatMap((building) => building.spaces ?? []);
  const pumps = spaces.filter(({ kind }) => kind === 'pumps').length;
  errors.most(['halls'], inAll('mains') * (1 + pumps), MOST.mains, 'pipe mains and their pumps in all');
  const steps = (phase: string) => document.phases.find(({ id }) => id === phase)?.fitOut?.length ?? 0;
  const fitOut = sum(document.halls, ({ phase }) => steps(phase));
  errors.most(['phases'], fitOut, MOST.fitOut, 'steps of fitting out in all');
}

function checkBuildings({ buildings, halls }: SiteDocument, errors: ErrorList): void {
  const keys = ['buildings'];
  const baysOf = (side: 'x' | 'z', at: 0 | 1) => (building: (typeof buildings)[number]) =>
    Math.max(1, sideOf(building[side]) / building.bay[at]);
  const [across, along] = [baysOf('x', 0), baysOf('z', 1)];
  buildings.forEach((building, index) => {
    const fields = across(building) * along(building);
    if (fields > MOST.bays || across(building) > MOST.docks)
      errors.tell(
        [...keys, index, 'bay'],
        `${rounded(Math.ceil(across(building)))} by ${rounded(Math.ceil(along(building)))} bays`,
        `bays large enough for at most ${MOST.bays} in a building, ${MOST.docks} along it`,
      );
  });
  if (errors.errors.length > 0) return;
  const bays = sum(buildings, (building) => across(building) * along(building));
  errors.most(keys, bays, MOST.bays, 'bays in all');
  errors.most(keys, sum(buildings, across), MOST.docks, 'bays along long walls in all');
  const annexes = buildings.flatMap((building) => building.annexes ?? []);
  const spaces = buildings.flatMap((building) => building.spaces ?? []);
  errors.most(keys, annexes.length, MOST.annexes, 'annexes in all');
  errors.most(keys, spaces.length, MOST.spaces, 'spaces in all');
  const rooms = sum(annexes, ({ x }) => sideOf(x) / EVERY.room);
  errors.most(keys, rooms, MOST.rooms, 'rooms of annexes in all');
  const electrical = spaces.filter(({ kind }) => kind === 'electrical').length;
  errors.most(keys, electrical * halls.length, MOST.feeds, 'electrical galleries times halls');
}

function checkLand({ buildings, landscape, zones = [] }: SiteDocument, errors: ErrorList): void {
  let parked = 0;
  let lamps = sum(buildings, ({ x, z }) => (sideOf(x) + sideOf(z)) / EVERY.lamp);
  zones.forEach((zone, index) => {
    const { x, z, kind, places = 0 } = zone;
    if (kind !== 'lawn' && kind !== 'parking') lamps += Math.max(sideOf(x), sideOf(z)) / EVERY.lamp;
    if (places === 0) return;
    const { perRow, rows, depth } = parkingPlan(rectOf(zone), places);
    parked += places;
    lamps += (1 + rows / 2) * (sideOf(x) / EVERY.lamp);
    if (perRow === 0 || depth > sideOf(z))
      errors.add(['zones', index, 'places'], places, 'as many places as its ground has room for');
  });
  const keys = ['zones'];
  errors.most(keys, parked, MOST.parked, 'parking places in all');
  errors.most(keys, lamps, MOST.lamps, 'lamps in all');
  const lawns = zones.filter(({ kind }) => kind === 'lawn');
  const stripes = sum(lawns, ({ x, z }) => Math.min(sideOf(x), sideOf(z)) / EVERY.stripe);
  errors.most(keys, stripes, MOST.stripes, 'mown stripes in all');
  const fenced = zones.filter(({ kind }) => kind === 'substation');
  const posts = sum(fenced, ({ x, z }) => (2 * (sideOf(x) + sideOf(z))) / EVERY.post);
  errors.most(keys, posts, MOST.posts, 'posts of fences in all');
  const corners = sum(landscape?.roads, ({ line }) => line.length);
  errors.most(['landscape', 'roads'], corners, MOST.corners, 'corners of roads in all');
  const trees = sum(landscape?.trees, ({ count }) => count);
  errors.most(['landscape', 'trees'], trees, MOST.trees, 'trees in all');
}

/** Counts the units of the yard; a unit that comes back counts again. */
function checkUnits({ units }: SiteDocument, errors: ErrorList): void {
  units?.forEach(({ counts, grid }, index) => {
    const room = grid.columns * grid.rows;
    counts.forEach(({ count }, point) => {
      if (count > room)
        errors.add(
          ['units', index, 'counts', point, 'count'],
          count,
          `at most ${room}, the places of its grid`,
        );
    });
  });
  const arrivals = sum(units, ({ counts }) =>
    counts.reduce((rises, { count }, at) => rises + Math.max(0, count - (counts[at - 1]?.count ?? 0)), 0),
  );
  errors.most(['units'], arrivals, MOST.units, 'units in all');
}
