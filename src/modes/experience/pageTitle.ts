import type { Experience } from '../../state/experience.ts';

/** Calls back with the shown site's name, now and whenever it or the language changes. Returns a function that stops it. */
export function watchName({ store, campus }: Experience, changed: (name: string) => void): () => void {
  let last: string | undefined;
  const check = () => {
    const { name } = campus().site;
    const now = `${name} ${store.getState().langWish}`;
    if (now === last) return;
    last = now;
    changed(name);
  };
  check();
  return store.subscribe(check);
}

/** Keeps the page's title up to date with the shown site. Returns a function that stops it. */
export function keepTitle(experience: Experience): () => void {
  return watchName(experience, (name) => {
    document.title = `${name} · Rackfield`;
  });
}
