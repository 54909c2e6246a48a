import { useEffect, useRef } from 'react';
import { useExperience } from '../../../state/hooks.ts';
import { keepChips } from '../../chips/keepChips.ts';

/** Names and figures under chips that lie side by side; empty without such. */
export function ChipLabels() {
  const experience = useExperience();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => keepChips(place.current!, experience), [experience]);
  return <div ref={place} />;
}
