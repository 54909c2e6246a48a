import { isEnglish, languageOf, loadLanguages } from '../state/words.ts';

/** The family of all letters that the product's own type lacks; style sheets and the plan name it after that. */
const FAMILY = 'Rackfield Languages';
/** Milliseconds after which texts are shown in the system's type until the product's has come. */
const PATIENCE = 3000;

const loading = new Map<string, Promise<unknown>>();

/**
 * Loads the letters that a tag's language needs and the product's own type lacks; `names` are those of the languages' own names. Resolves
 * once they are there or cannot be had, and after some seconds in any case. Once loaded they stay: shadow roots and canvases use them, too.
 */
export async function loadType(tag: string): Promise<void> {
  if (isEnglish(tag)) return;
  await loadLanguages().catch(() => undefined);
  const language = tag === 'names' ? tag : languageOf(tag);
  if (language === 'en') return;
  let all = loading.get(language);
  if (!all) {
    all = load(language).catch(() => loading.delete(language));
    loading.set(language, all);
  }
  await Promise.race([all, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))]);
}

async function load(language: string): Promise<void> {
  const type = (await import('virtual:language-type')).default[language];
  // In a sandbox and on pages of another origin hosts let us read nothing, so nothing is asked for.
  if (!type || new URL(type.url, location.href).origin !== self.origin) return;
  const response = await fetch(type.url);
  if (!response.ok) throw new Error(String(response.status));
  const bytes = await response.arrayBuffer();
  const faces = type.faces.map(
    ([unicodeRange, begin, end]) =>
      new FontFace(FAMILY, bytes.slice(begin, end), { unicodeRange, weight: '400 700' }),
  );
  // One that cannot be used leaves the others.
  await Promise.allSettled(faces.map((face) => face.load()));
  for (const face of faces) if (face.status === 'loaded') document.fonts.add(face);
}
