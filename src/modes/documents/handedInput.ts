import type { DocumentError } from '../../model/checkErrors.ts';
import type { SiteDocument } from '../../model/schema.ts';

/** Checks a document that a script or a viewer has handed over. Rejects with a {@link SiteRefused} if it is wrong. */
export async function acceptSite(document: unknown): Promise<SiteDocument> {
  const { checkSite } = await import('../../model/check.ts');
  const checked = checkSite(document);
  if (!checked.ok) throw new SiteRefused(checked.errors);
  return checked.document;
}

/** Thrown for a site document that is not accepted, with at most 20 errors. */
export class SiteRefused extends Error {
  constructor(readonly faults: readonly DocumentError[]) {
    super(
      faults.map(({ path, found, expected }) => `${path}: found ${found}, expected ${expected}.`).join(' '),
    );
    this.name = 'SiteRefused';
  }
}

/** Longest side of a picture, and most pixels in all (8K). */
const MOST_SIDE = 8192;
const MOST_PIXELS = 7680 * 4320;
const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

/** Throws a RangeError with a sentence for an unsupported size or type. */
export function checkPicture(options: { width?: number; height?: number; type?: string }): void {
  const { width, height, type } = options ?? {};
  for (const [name, pixels] of Object.entries({ width, height }))
    if (pixels !== undefined && !(Number.isInteger(pixels) && pixels >= 1 && pixels <= MOST_SIDE))
      throw new RangeError(
        `toBlob: found ${name} ${String(pixels)}, expected a whole number of pixels from 1 to ${MOST_SIDE}.`,
      );
  if ((width ?? 1) * (height ?? 1) > MOST_PIXELS)
    throw new RangeError(`toBlob: found ${width} × ${height}, expected at most ${MOST_PIXELS} pixels.`);
  if (type !== undefined && !TYPES.includes(type))
    throw new RangeError(`toBlob: found type ${String(type)}, expected one of ${TYPES.join(', ')}.`);
}
