import { type RefObject, useEffect, useRef } from 'react';
import { useExperience } from '../../../state/hooks.ts';
import { useActions } from './actions.ts';

/** Share of the free area's width from which on a card is a sheet over its lower part, not a panel at its side. */
const SHEET = 0.6;

/**
 * A reference to an element whose area is reported as the free part of the window, at once and whenever its size changes. The card of
 * a figure, which opens with the view that shows the figure, is left out; the card of what was pressed leaves the picture where it is.
 */
export function useFree(): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const actions = useActions();
  const { store } = useExperience();
  useEffect(() => {
    const measured = element.current;
    if (!measured || !actions.leaveFree) return;
    const tell = () => {
      let { left, top, right, bottom } = measured.getBoundingClientRect();
      const hasFigure = store.getState().figure !== undefined;
      const card = hasFigure ? measured.querySelector('.card')?.getBoundingClientRect() : undefined;
      if (card) {
        if (card.width > SHEET * (right - left)) bottom = card.top;
        else if (card.left - left < right - card.right) left = card.right;
        else right = card.left;
      }
      actions.leaveFree?.({ left, top, right: innerWidth - right, bottom: innerHeight - bottom });
    };
    const observer = new ResizeObserver(tell);
    observer.observe(measured);
    const cards = measured.querySelector('.cards-place');
    if (cards) observer.observe(cards);
    return () => observer.disconnect();
  }, [actions, store]);
  return element;
}
