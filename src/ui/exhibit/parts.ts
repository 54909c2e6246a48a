import type { Experience } from '../../state/experience.ts';
import type { Say } from '../../state/words.ts';
import { make } from '../element/make.ts';
import type { Format } from '../format.ts';

/** What the parts of an exhibit's page are made with. */
export interface ExhibitContext {
  experience: Experience;
  say: Say;
  format: Format;
}

/** What one of the large controls opens: a card over the picture. */
export interface Card {
  root: HTMLElement;
  /** Begins it anew for a visitor. */
  open(): void;
  /** Writes what it says in the language that is spoken now. */
  respeak?(): void;
}

/** A button as large as a finger on this screen needs it. */
export function touchButton(className: string, text: string, act: () => void): HTMLButtonElement {
  const button = make('button', `exhibit-button ${className}`, text);
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}
