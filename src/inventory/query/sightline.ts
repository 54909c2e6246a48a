import type { Ray } from './rays.ts';
import type { Sight } from './sight.ts';

/** A ray through a pixel, and what decides which parts of a campus are drawn; both in that campus's site frame. */
export interface Sightline {
  ray: Ray;
  sight: Sight;
  /** The GPU that the ray hits in a server that is pulled out of its rack. */
  module: { rackIndex: number; gpu: number } | undefined;
}
