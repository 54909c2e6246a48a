import { useEffect, useRef } from 'react';
import type { Live } from '../../../state/live.ts';
import { useExperience } from '../../../state/hooks.ts';

/**
 * Calls `write` with the live values after every render of the component, and then after every change of them or, with
 * `frame`, after every drawn frame. It does not make the component render.
 */
export function useLive(write: (live: Live) => void, after: 'change' | 'frame' = 'change'): void {
  const { live } = useExperience();
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
    write(live);
  });
  useEffect(() => {
    const tell = () => latest.current(live);
    return after === 'frame' ? live.watch(tell) : live.listen(tell);
  }, [live, after]);
}
