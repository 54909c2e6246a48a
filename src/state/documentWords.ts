import { type Catalogue, catalogue } from '../model/catalogue.ts';
import { type DocumentSentences, translatedCatalogue, translatedDocument } from '../model/documentTexts.ts';
import { type Campus, withSite } from '../timeline/campus.ts';
import { resolveSite, type SiteTranslation } from '../model/site.ts';

/** What a campus was before it was told in another language. */
const origins = new WeakMap<Campus, Campus>();
/** What was told before, by campus and sentences, so that the same is always the same object. */
const known = new WeakMap<Campus, WeakMap<DocumentSentences, Campus>>();

/** A campus with its texts in the language of these sentences; without any as its document has it. Only its site changes. */
export function told(campus: Campus, sentences: DocumentSentences | undefined): Campus {
  if (campus.site.translation?.sentences === sentences) return campus;
  const origin = originOf(campus);
  if (!sentences) return origin;
  const all = known.get(origin) ?? new WeakMap<DocumentSentences, Campus>();
  known.set(origin, all);
  let own = all.get(sentences);
  if (own) return own;
  const { id, document, config } = origin;
  const catalogues = new WeakMap<Catalogue, Catalogue>();
  const translation: SiteTranslation = {
    sentences,
    from: document,
    document: (other) => translatedDocument(other, id, sentences),
    catalogue(other) {
      const made = catalogues.get(other) ?? translatedCatalogue(other, sentences);
      catalogues.set(other, made);
      return made;
    },
  };
  const site = resolveSite(translation.document(document), config, translation.catalogue(catalogue));
  own = withSite(origin, { ...site, translation });
  all.set(sentences, own);
  origins.set(own, origin);
  return own;
}

/** A campus as its document has it. */
function originOf(campus: Campus): Campus {
  if (!campus.site.translation) return campus;
  const origin = origins.get(campus) ?? withSite(campus, resolveSite(campus.document, campus.config));
  origins.set(campus, origin);
  return origin;
}
