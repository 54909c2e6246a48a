import type { Experience } from '../state/experience.ts';
import { chosenTag, sayIn, type Words } from '../state/words.ts';

/** Attributes that say something. */
const SAYING = ['aria-label', 'title', 'placeholder'] as const;

/**
 * Writes the sentences of a part of the page anew whenever another language is spoken: those without places for values, which are written
 * once where the part is made. What has values is written by what knows them. Returns a function that stops it.
 */
export function respeak(
  root: ParentNode & Node,
  { store }: Experience,
  ...words: readonly Words[]
): () => void {
  const keys = words.flatMap(({ english }) =>
    Object.keys(english).filter((key) => !english[key]!.includes('{')),
  );
  let last = chosenTag(store.getState().langWish);
  return store.subscribe(({ langWish }) => {
    const tag = chosenTag(langWish);
    if (tag === last) return;
    const [before, now] = [sayIn(last, ...words), sayIn(tag, ...words)];
    last = tag;
    const sentences = new Map(keys.map((key) => [before(key), now(key)]));
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (node instanceof Text) {
        const sentence = sentences.get(node.data);
        if (sentence !== undefined) node.data = sentence;
      } else if (node instanceof Element)
        for (const name of SAYING) {
          const sentence = sentences.get(node.getAttribute(name) ?? '');
          if (sentence !== undefined) node.setAttribute(name, sentence);
        }
    }
  });
}
