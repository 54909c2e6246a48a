import colossus from '../../assets/sites/colossus.json?full';
import { builtinSites } from './builtin.ts';
import type { SiteDocument } from './schema.ts';

const documents: Readonly<Record<string, unknown>> = { colossus };

/** A document with the sources, dates and remarks that the element's build strips from built-in ones. Load this module lazily. */
export function fullDocument(document: SiteDocument): SiteDocument {
  const id = Object.keys(builtinSites).find((each) => builtinSites[each] === document);
  return (id !== undefined && (documents[id] as SiteDocument)) || document;
}
