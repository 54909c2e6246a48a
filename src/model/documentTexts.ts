import type { Catalogue, CatalogueItem } from './catalogue.ts';
import type { SiteDocument } from './schema.ts';

/** Sentences in another language by key; see {@link textsOf}. */
export type DocumentSentences = Readonly<Record<string, string>>;

/** What is text for people. Citations are not translated, so `sources` are left out with all that is in them. */
const TEXTS = new Set(['name', 'operator', 'place', 'label', 'note', 'held', 'title', 'text']);
const UNTOLD = new Set(['sources', 'origin', '$schema']);
/** What the texts of the built-in catalogue begin with. No system has this id. */
const CATALOGUE = 'catalogue';

/** Calls `tell` for every text in a value and returns the value with what that returns; parts without another text stay the same objects. */
function retold(value: unknown, path: string, tell: (key: string, text: string) => string): unknown {
  if (Array.isArray(value)) {
    const seen = new Map<string, number>();
    const entries = value.map((entry: unknown, index) => {
      const name = entryName(entry, index);
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return retold(entry, `${path}.${name}${times > 1 ? `.${times}` : ''}`, tell);
    });
    return entries.some((entry, index) => entry !== value[index]) ? entries : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  let changed: Record<string, unknown> | undefined;
  for (const [name, part] of Object.entries(value)) {
    if (UNTOLD.has(name)) continue;
    const key = `${path}.${name}`;
    const next =
      typeof part === 'string' ? (TEXTS.has(name) ? tell(key, part) : part) : retold(part, key, tell);
    if (next !== part) changed = { ...(changed ?? value), [name]: next };
  }
  return changed ?? value;
}

/** What an entry of a list is called in keys: its id, else its date, else its place in the list. */
function entryName(entry: unknown, index: number): string {
  const { id, date } = (entry ?? {}) as { id?: unknown; date?: unknown };
  return String(id ?? date ?? index);
}

/** All texts of a document by key: the system's id, and the path of the text with ids (else dates, else places) for the entries of lists. */
export function textsOf(document: unknown, id: string): Record<string, string> {
  const texts: Record<string, string> = {};
  retold(document, id, (key, text) => {
    texts[key] = text;
    return text;
  });
  return texts;
}

/** The same for a catalogue; keys begin with `catalogue` instead of the id of a system. */
export const textsOfCatalogue = (catalogue: Catalogue): Record<string, string> =>
  textsOf(Object.fromEntries([...catalogue].map(([id, { entry }]) => [id, entry])), CATALOGUE);

/**
 * A document in another language, as far as there are sentences for it. `id` is that of a campus, such as `colossus:100k`. Those of
 * documents of a viewer's own are addresses or `own`, for which there are no sentences: such a document stays as it is.
 */
export function translatedDocument(
  document: SiteDocument,
  id: string,
  sentences: DocumentSentences,
): SiteDocument {
  const [system = ''] = id.split(':');
  return retold(document, system, (key, text) => sentences[key] ?? text) as SiteDocument;
}

/** The built-in catalogue in another language, as far as there are sentences for it. */
export function translatedCatalogue(catalogue: Catalogue, sentences: DocumentSentences): Catalogue {
  const told = (item: CatalogueItem) =>
    retold(item, `${CATALOGUE}.${item.id}`, (key, text) => sentences[key] ?? text) as CatalogueItem;
  return new Map([...catalogue].map(([id, item]) => [id, told(item)]));
}
