import type { PointerEvent } from 'react';

/** How far along an element a pointer is, 0 to 1 from where its text starts. */
export function shareAt(event: PointerEvent<HTMLElement>): number {
  const box = event.currentTarget.getBoundingClientRect();
  const along = (event.clientX - box.left) / Math.max(box.width, 1);
  const fromStart = getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 - along : along;
  return Math.min(Math.max(fromStart, 0), 1);
}
