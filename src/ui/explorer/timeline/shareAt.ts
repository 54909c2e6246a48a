import type { PointerEvent } from 'react';

/** Horizontal position of the pointer in an element: 0 at the inline start, 1 at the inline end. */
export function shareAt(event: PointerEvent<HTMLElement>): number {
  const box = event.currentTarget.getBoundingClientRect();
  const along = (event.clientX - box.left) / Math.max(box.width, 1);
  const fromStart = getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 - along : along;
  return Math.min(Math.max(fromStart, 0), 1);
}
