import type { Hall } from '../../model/site.ts';

/** The lines of lamps over a hall's cold aisles. Metres, site frame. */
export interface LampLines {
  /** z of the first, distance from one to the next, and their number. */
  z: number;
  apart: number;
  count: number;
  /** Height above the ground. */
  y: number;
  /** Distance before the fronts of their aisle's racks. */
  ahead: number;
}

/** Lines that light a hall without lines of lamps alike everywhere; assumed. */
export const EVENLY: LampLines = { z: -1e4, apart: 2, count: 1e4, y: 5.4, ahead: 0.9 };

const found = new WeakMap<Hall, LampLines | undefined>();

/** The lines of lamps over a hall's cold aisles, which lie at equal distances; undefined for none. */
export function lampLines(hall: Hall): LampLines | undefined {
  if (!found.has(hall)) found.set(hall, findLines(hall));
  return found.get(hall);
}

function findLines({ aisles, trays, rows, floorY }: Hall): LampLines | undefined {
  const light = trays.find(({ kind }) => kind === 'light');
  const middles = aisles
    .filter(({ kind }) => kind === 'cold')
    .map(({ rect }) => (rect.z0 + rect.z1) / 2)
    .sort((one, other) => one - other);
  const [z, last] = [middles[0], middles.at(-1)];
  if (!light || z === undefined || last === undefined) return undefined;
  const apart = Math.min(1e3, ...middles.map((middle) => middle - z).filter((metres) => metres > 0.1));
  const fronts = rows.map(({ heading, z0, depth }) => (heading === 0 ? z0 + depth : z0));
  const ahead = Math.min(...fronts.flatMap((front) => middles.map((middle) => Math.abs(middle - front))));
  return { z, apart, count: Math.round((last - z) / apart) + 1, y: floorY + light.y, ahead };
}
