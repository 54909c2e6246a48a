import { useSyncExternalStore } from 'react';

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}

/** Room for every panel beside the picture: none is folded unasked. */
export const ROOMY = '(min-width: 1680px) and (min-height: 1000px) and (orientation: landscape)';
/** Upright: what is told lies across the top, and the lower half is left to the picture. */
export const TALL = '(orientation: portrait)';
/** Too narrow or too low for columns: everything but the essential goes into one sheet. */
export const COMPACT = '(max-width: 979.98px), (max-height: 659.98px)';
