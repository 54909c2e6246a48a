import list from '../../assets/sources.json';
import type { SiteDocument, Source } from './schema.ts';

export type { Source } from './schema.ts';

/** All built-in sources. Explorer only; keep it out of the embed. Links lead to the publisher itself, or are left out. */
export const sources: readonly Source[] = list;

const byId = new Map(sources.map((source) => [source.id, source]));

/** A source by id; a document's own sources come first. */
export function sourceById(id: string, document?: SiteDocument): Source | undefined {
  return document?.sources?.find((source) => source.id === id) ?? byId.get(id);
}
