import { useSyncExternalStore } from 'react';

/** Something that the browser knows; renders again when it has changed with an event of the target. */
export function useBrowserState(target: EventTarget, event: string, read: () => boolean): boolean {
  return useSyncExternalStore(
    (changed) => {
      target.addEventListener(event, changed);
      return () => target.removeEventListener(event, changed);
    },
    read,
    () => false,
  );
}

/** Whether a media query matches; renders again when that changes. */
export function useMedia(query: string): boolean {
  const list = matchMedia(query);
  return useBrowserState(list, 'change', () => list.matches);
}

/** Windows in which all panels are open by default. */
export const ROOMY = '(min-width: 1680px) and (min-height: 1000px) and (orientation: landscape)';
/** Windows taller than wide: the facts lie across the top and the lower half is left free. */
export const TALL = '(orientation: portrait)';
/** Windows too small for columns: most controls are in one sheet behind a button. */
export const COMPACT = '(max-width: 979.98px), (max-height: 659.98px)';
