import type { Experience } from '../state/experience.ts';

/** Calls back now and whenever another site is shown, with its name. Returns the way to stop. */
export function watchName({ store, campus }: Experience, tell: (name: string) => void): () => void {
  let told: string | undefined;
  const look = () => {
    const { name } = campus().document;
    if (name === told) return;
    told = name;
    tell(name);
  };
  look();
  return store.subscribe(look);
}

/** Keeps the title of the page that of the site shown. Returns the way to stop. */
export function keepTitle(experience: Experience): () => void {
  return watchName(experience, (name) => {
    document.title = `${name} · Rackfield`;
  });
}
