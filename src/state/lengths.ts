import { usableTag } from './words.ts';

/** Lengths on a drawing, as a reader of one language writes them; both take metres. */
export interface Lengths {
  /** 42.0 m, 396.24 m */
  metres(length: number): string;
  /** 1,200 mm */
  millimetres(length: number): string;
  /** 31.3 mm */
  tenths(length: number): string;
}

/** The lengths of one language; a tag that cannot be used is English. */
export function createLengths(wish: string | undefined): Lengths {
  const tag = usableTag(wish);
  const unit = (name: string, least: number, most: number) =>
    new Intl.NumberFormat(tag, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
  const metres = unit('meter', 1, 2);
  const millimetres = unit('millimeter', 0, 0);
  const tenths = unit('millimeter', 0, 1);
  return {
    metres: (length) => metres.format(length),
    millimetres: (length) => millimetres.format(length * 1000),
    tenths: (length) => tenths.format(length * 1000),
  };
}
