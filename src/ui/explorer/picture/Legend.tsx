import { useEffect, useRef } from 'react';
import { useExperience } from '../../../state/hooks.ts';
import { useActions } from '../page/actions.ts';
import { keepLegend } from '../../overlay/keepLegend.ts';
import './legend.css';

/** What the colours and patterns of the chosen overlay mean; empty without one. */
export function Legend() {
  const experience = useExperience();
  const { inquiry } = useActions();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => keepLegend(place.current!, experience, inquiry.areas), [experience, inquiry]);
  return <div className="legend-place" ref={place} />;
}
