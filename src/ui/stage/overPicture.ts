import type { Experience } from '../../state/experience.ts';
import { keepChips } from '../chips/keepChips.ts';
import { keepCampusLabels } from '../element/keepCampusLabels.ts';
import { make } from '../element/make.ts';
import { type Areas, keepLegend } from '../overlay/keepLegend.ts';

/** What is said over the picture itself: the legend of an overlay, and the names of compared systems and of chips. */
export interface OverPicture {
  root: HTMLElement;
  /** Shows what is said now until it is called with false. */
  freeze(isFrozen: boolean): void;
}

/** Makes what is said over the picture of a stage, which lives as long as its page. */
export function createOverPicture(experience: Experience, areas: Areas): OverPicture {
  const root = make('div', 'stage-over');
  const live = make('div', 'stage-said');
  root.append(live);
  keepLegend(live, experience, areas);
  keepCampusLabels((layer) => live.append(layer), experience);
  keepChips(live, experience);
  let kept: HTMLElement | undefined;
  return {
    root,
    freeze(isFrozen) {
      if (isFrozen === (kept !== undefined)) return;
      kept?.remove();
      kept = isFrozen ? copyOf(live) : undefined;
      if (kept) root.append(kept);
      live.hidden = isFrozen;
    },
  };
}

/** A copy with what its canvases show. */
function copyOf(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement;
  const drawn = element.querySelectorAll('canvas');
  for (const [index, canvas] of copy.querySelectorAll('canvas').entries())
    canvas.getContext('2d')?.drawImage(drawn[index]!, 0, 0);
  return copy;
}
