import type { Figure, Grade } from '../../model/figure.ts';
import type { Site } from '../../model/site.ts';

/** Evidence as a part of a document gives it. */
export interface Evidence {
  asOf?: string;
  source?: string;
  grade?: Grade;
  note?: string;
}

/** Evidence of figures that are computed from others. */
export const COMPUTED = { source: 'rackfield-arithmetic', grade: 'derived' } as const;

/** A value without what binary arithmetic adds to its twelfth digit. */
export const tidy = (value: number): number => Number(value.toPrecision(12));

/** A part's evidence, completed by the document's defaults. */
export function evidenceOf(
  { document }: Pick<Site, 'document'>,
  part: Evidence,
): Omit<Figure, 'value' | 'unit'> {
  const { asOf, source, grade, note } = { ...document.defaults, ...part };
  return { asOf, source, grade, ...(note && { note }) };
}
