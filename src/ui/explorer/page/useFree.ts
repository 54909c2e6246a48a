import { type RefObject, useEffect, useRef } from 'react';
import { useActions } from './actions.ts';

/** A reference to an element whose area is reported as the free part of the window, at once and whenever its size changes. */
export function useFree(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const actions = useActions();
  useEffect(() => {
    const measured = element.current;
    if (!measured || !actions.leaveFree) return;
    const tell = () => {
      const { left, top, right, bottom } = measured.getBoundingClientRect();
      actions.leaveFree?.({ left, top, right: innerWidth - right, bottom: innerHeight - bottom });
    };
    const observer = new ResizeObserver(tell);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [actions]);
  return element;
}
