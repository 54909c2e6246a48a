import type { Say } from '../../state/words.ts';
import { heightOnGlass, lengthsOn, type TouchScreen } from '../../views/touchScreen.ts';
import { make } from '../element/make.ts';
import type { Format } from '../format.ts';

/** Millimetres between marks, between longer ones, and between those with a number. */
const [MARK, LONGER, NUMBERED] = [10, 50, 100];

/**
 * A scale at the edge of the glass: heights above the floor in millimetres, which a ruler can be held against. It says how far below the
 * glass the floor is.
 */
export function createGlassScale(say: Say, format: Format) {
  const root = make('div', 'exhibit-scale');
  root.setAttribute('aria-hidden', 'true');
  root.hidden = true;
  let shown = '';

  function mark(screen: TouchScreen, height: number): HTMLElement {
    const made = make('span', height % NUMBERED === 0 ? 'exhibit-mark exhibit-numbered' : 'exhibit-mark');
    made.toggleAttribute('data-longer', height % LONGER === 0);
    made.style.insetBlockStart = `${heightOnGlass(screen, height)}px`;
    if (height % NUMBERED === 0) made.append(make('span', 'exhibit-height', format.whole(height)));
    return made;
  }
  let last: TouchScreen | undefined;
  function show(screen: TouchScreen | undefined) {
    root.hidden = screen === undefined;
    last = screen;
    const wanted = JSON.stringify([screen, say('exhibit.life.scale')]);
    if (!screen || wanted === shown) return;
    shown = wanted;
    const top = screen.mount + screen.height / lengthsOn(screen).millimetre;
    const marks: HTMLElement[] = [];
    for (let height = Math.ceil(screen.mount / MARK) * MARK; height <= top; height += MARK)
      marks.push(mark(screen, height));
    const unit = make('span', 'exhibit-unit', say('exhibit.life.scale'));
    const floor = say('exhibit.life.floor', { below: format.length(screen.mount / 1000) });
    root.replaceChildren(...marks, unit, make('span', 'exhibit-floor', screen.mount > 0 ? floor : ''));
  }
  return {
    root,
    /** Shows the heights of a screen; nothing without one. */
    show,
    /** Writes what it says in the language that is spoken now. */
    respeak: () => show(last),
  };
}
