import { type RefObject, useEffect } from 'react';
import { useActions } from './actions.ts';

/** Reports the area of an element as the free part of the window, at once and whenever its size changes. */
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
