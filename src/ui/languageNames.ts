import type { Experience } from '../state/experience.ts';
import { chosenTag, languageOf } from '../state/words.ts';

/** The name of a language in its own words, as the choice of languages shows it. */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/** What a choice of languages needs: their tags, and what speaks one of them. */
export interface LanguageChoice {
  languages: readonly string[];
  speak(tag: string): void;
}

/** A button for each language by its own name, with the spoken one pressed; `makeButton` makes each. Without a choice nothing is shown. */
export function createLanguageButtons(
  root: HTMLElement,
  { store }: Experience,
  { languages, speak }: LanguageChoice,
  makeButton: (text: string, act: () => void) => HTMLButtonElement,
): void {
  const buttons = languages.map((tag) => {
    const button = makeButton(ownName(tag), () => speak(tag));
    button.lang = tag;
    return [tag, button] as const;
  });
  root.setAttribute('role', 'group');
  root.hidden = buttons.length < 2;
  root.append(...buttons.map(([, button]) => button));
  function show() {
    const spoken = languageOf(chosenTag(store.getState().langWish));
    for (const [tag, button] of buttons) button.setAttribute('aria-pressed', String(tag === spoken));
  }
  show();
  store.subscribe((now, then) => {
    if (now.langWish !== then.langWish) show();
  });
}
