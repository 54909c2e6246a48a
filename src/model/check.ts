/** Checks untrusted site documents. It brings the checker library and all sources, so load it lazily, only where it is needed. */
import { type DocumentError, ErrorList, MOST_ERRORS } from './checkErrors.ts';
import { checkCatalogue } from './checkCatalogue.ts';
import { checkCounts } from './checkCounts.ts';
import { checkGeometry, checkGround } from './checkGeometry.ts';
import { checkShape, cleanText } from './checkInput.ts';
import { checkDates, checkReferences } from './checkReferences.ts';
import { checkSizes } from './checkSizes.ts';
import { type SiteDocument, siteSchema } from './schema.ts';
import { errorOf, parseWith } from './schemaErrors.ts';
import { MOST_BYTES } from './site.ts';

export type { DocumentError } from './checkErrors.ts';
export { siteSchema } from './schema.ts';
export { MOST_BYTES };

type CheckedSite = { ok: true; document: SiteDocument } | { ok: false; errors: DocumentError[] };

/**
 * Checks a value against the schema, then its references, figures, dates, sizes, counts and geometry, in at most 0.2 s.
 * `bytes` is the size of the file that it came from, if any. Never throws; the returned document is a copy whose text is safe
 * to show.
 */
export function checkSite(value: unknown, bytes = sizeOf(value)): CheckedSite {
  if (!(bytes <= MOST_BYTES)) {
    const found = Number.isFinite(bytes) ? `${bytes} bytes` : 'a value that cannot be written as JSON';
    return { ok: false, errors: [{ path: '', found, expected: `at most ${MOST_BYTES} bytes of JSON` }] };
  }
  const errors = new ErrorList();
  checkShape(value, errors);
  if (errors.errors.length > 0) return { ok: false, errors: errors.errors };
  const result = parseWith(siteSchema, value);
  if (!result.success) {
    for (const issue of result.issues.slice(0, MOST_ERRORS)) errors.put(errorOf(issue));
    // Also what does not depend on the schema, as far as it can be read.
    try {
      checkReferences(value as SiteDocument, errors);
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
    }
    return { ok: false, errors: errors.errors };
  }
  const document = result.output;
  // These do not rely on each other, so their errors come together.
  for (const step of [cleanText, checkReferences, checkCatalogue, checkDates, checkSizes])
    step(document, errors);
  // Counts rely on all of them, and the places of racks and units on counts; the places of halls do without.
  const isSound = errors.errors.length === 0;
  if (isSound) checkCounts(document, errors);
  if (!isSound || errors.errors.length === 0) checkGround(document, errors);
  if (errors.errors.length === 0) checkGeometry(document, errors);
  return errors.errors.length === 0 ? { ok: true, document } : { ok: false, errors: errors.errors };
}

/** Bytes of a value as JSON; Infinity if it cannot be written as JSON. */
export function sizeOf(value: unknown): number {
  try {
    return new TextEncoder().encode(JSON.stringify(value) ?? '').length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
