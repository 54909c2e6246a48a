import words from '../../../assets/languages/en.facade.json';
import type { Facade } from './facade.ts';
import { make } from './make.ts';
import sheetText from './startButton.css?inline';
import { styleSheet } from './styleSheet.ts';

let sheet: CSSStyleSheet | undefined;

/** The poster's button that starts the picture, or tries again. It is there when it is first offered. */
export function createStartButton({ poster }: Facade, root: ShadowRoot) {
  const button = make('button', 'begin');
  button.type = 'button';
  return {
    /** Shows it; it is hidden once it is pressed. */
    offer(name: 'begin' | 'again', onPress: () => void): void {
      sheet ??= styleSheet(sheetText);
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
      button.textContent = words[`facade.${name}`];
      button.hidden = false;
      button.onclick = () => {
        button.hidden = true;
        onPress();
      };
      poster.append(button);
    },
  };
}
