import { type Found, firstMet, whatIsAt } from '../../inventory/query/whatIsAt.ts';
import { shownThings } from '../../inventory/shownThings.ts';
import type { Experience } from '../../state/experience.ts';
import { campusIndexOf, shownParcels } from '../../timeline/parcels.ts';
import { shownGpu } from '../../views/focus.ts';
import { parcelShowing } from '../../views/viewPose.ts';

/** What is drawn at a point, and the index of its campus. */
interface FoundAt {
  campusIndex: number;
  met: Found;
}

/** Loads what near parts need, and returns what finds things in the last drawn frame: CSS pixels from left and top; null for the sky. */
export async function finder({ store, live }: Experience): Promise<(x: number, y: number) => FoundAt | null> {
  // If it cannot be loaded, near parts are not drawn either.
  const near = await import('../../scene/near/near.tsx').catch(() => undefined);
  const { campuses, campusIndex: mainIndex, gpu, chips } = store.getState();
  const bench =
    chips.length > 0 ? await import('../../scene/near/chips.tsx').catch(() => undefined) : undefined;
  const [parcels, things] = [shownParcels(campuses), shownThings(campuses)];
  const main = parcelShowing(campuses[mainIndex]!, gpu);
  return (x, y) => {
    const first = firstMet(live.sightlines(x, y), (line, at) => {
      const met = whatIsAt(things[at]!, line.ray, line.sight);
      if (!near || parcels[at] !== main) return met;
      const { layout, timeline } = main;
      const shown = shownGpu(layout, gpu);
      const own = near.nearAt(layout, timeline, shown, live.zoomLevel, line, met);
      return bench && shown > 0 ? bench.chipAt(layout, shown, chips, line, own) : own;
    });
    return first && { met: first.met, campusIndex: campusIndexOf(campuses, first.at) };
  };
}
