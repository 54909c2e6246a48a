import { useEffect, useRef } from 'react';
import type { Live } from '../../state/live.ts';
import { useExperience } from '../../state/hooks.ts';

/** Calls `write` with the frame-speed values at once, after every change of them and after every render. No rendering comes of it. */
export function useLive(write: (live: Live) => void): void {
  const { live } = useExperience();
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
    write(live);
  });
  useEffect(() => live.listen(() => latest.current(live)), [live]);
}
