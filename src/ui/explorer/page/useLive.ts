import { useEffect, useRef } from 'react';
import type { Live } from '../../../state/live.ts';
import { useExperience } from '../../../state/hooks.ts';

/** Calls `write` after every render, and after every change of the live values or every drawn frame; does not render. */
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
