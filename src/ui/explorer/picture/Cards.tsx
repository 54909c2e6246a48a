import { useEffect, useRef } from 'react';
import { useExperience } from '../../../state/hooks.ts';
import { keepCards } from '../../evidence/keepCards.ts';
import { useActions } from '../page/actions.ts';
import './cards.css';

/** The open card: of the chosen figure or of a thing in the picture; and what is said of the thing under the pointer. */
export function Cards() {
  const experience = useExperience();
  const { inquiry, stage, addressOf } = useActions();
  const place = useRef<HTMLDivElement>(null);
  useEffect(
    () => keepCards({ parent: place.current!, stage, inquiry, addressOf }, experience),
    [experience, inquiry, stage, addressOf],
  );
  return <div className="cards-place" ref={place} />;
}
