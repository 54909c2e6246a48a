import { useRef } from 'react';
import { barLength } from '../../format.ts';
import { useLive } from '../page/useLive.ts';
import { useLanguage } from '../language/words.ts';
import './scaleBar.css';

/** Widest bar: a share of the window's width, between LEAST and MOST CSS pixels. */
const SHARE = 0.12;
const MOST = 640;
const LEAST = 72;

/** A bar of a round length, true to scale at the camera's target; updated every frame. */
export function ScaleBar() {
  const { say, format } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLSpanElement>(null);
  const metric = useRef<HTMLSpanElement>(null);
  const imperial = useRef<HTMLSpanElement>(null);
  const written = useRef('');
  useLive((live) => {
    if (!box.current || !bar.current || !metric.current || !imperial.current) return;
    const most = Math.min(Math.max(innerWidth * SHARE, LEAST), MOST);
    const metres = barLength(live.metresPerPixel, most);
    const pixels = metres > 0 ? metres / live.metresPerPixel : 0;
    const key = `${metres} ${pixels.toFixed(3)} ${format.tag}`;
    if (key === written.current) return;
    written.current = key;
    box.current.hidden = metres === 0;
    bar.current.style.inlineSize = `${pixels.toFixed(3)}px`;
    metric.current.textContent = format.length(metres);
    imperial.current.textContent = format.imperial(metres);
    box.current.setAttribute('aria-label', say('scale.label', { length: format.length(metres) }));
  }, 'frame');
  return (
    <div className="scale" ref={box} role="img" aria-label={say('scale.label', { length: '' })} hidden>
      <span className="scale-text">
        <span ref={metric} className="scale-metric" />
        <span ref={imperial} className="soft" />
      </span>
      <span ref={bar} className="scale-bar" />
    </div>
  );
}
