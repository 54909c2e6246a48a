import { type RefObject, useEffect } from 'react';
import { useActions } from './actions.ts';

/** Tells the page which part of the window an element leaves to the picture, now and whenever that changes. */
export function useFree(element: RefObject<HTMLElement | null>): void {
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
  }, [element, actions]);
}
