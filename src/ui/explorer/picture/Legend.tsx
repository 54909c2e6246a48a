import { useEffect, useRef } from 'react';
import { useExperience } from '../../../state/hooks.ts';
import { keepLegend } from '../../overlay/keepLegend.ts';
import './legend.css';

/** What the colours and patterns of the chosen overlay mean; empty without one. */
export function Legend() {
  const experience = useExperience();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => keepLegend(place.current!, experience), [experience]);
  return <div className="legend-place" ref={place} />;
}
