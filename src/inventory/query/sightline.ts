import type { Ray } from './rays.ts';
import type { Sight } from './sight.ts';

/** A ray through the picture, and how a campus is looked at along it; both in that campus's site frame. */
export interface Sightline {
  ray: Ray;
  sight: Sight;
  /** The GPU that the ray meets in a server that is drawn out of its rack. */
  module: { rackIndex: number; gpu: number } | undefined;
}
