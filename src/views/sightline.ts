import type { Ray } from '../inventory/query/rays.ts';
import type { Sight } from '../inventory/query/sight.ts';
import type { ServerOpening } from './serverOpening.ts';

/** A ray through a pixel, and what decides which parts of a parcel are drawn; all in that parcel's frame. */
export interface Sightline {
  ray: Ray;
  sight: Sight;
  /** The server that is pulled out of its rack. */
  open: ServerOpening | undefined;
  /** Width over height of the picture. */
  aspect: number;
}
