import { useSyncExternalStore } from 'react';

/** Whether a media query matches; renders again when that changes. */
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

/** Windows in which all panels are open by default. */
export const ROOMY = '(min-width: 1680px) and (min-height: 1000px) and (orientation: landscape)';
/** Windows taller than wide: the facts lie across the top and the lower half is left free. */
export const TALL = '(orientation: portrait)';
/** Windows too small for columns: most controls are in one sheet behind a button. */
export const COMPACT = '(max-width: 979.98px), (max-height: 659.98px)';
