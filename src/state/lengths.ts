import { usableTag } from './words.ts';

/** Formats of the lengths in the plan; all take metres. */
export interface Lengths {
  /** 42.0 m, 396.24 m */
  metres(length: number): string;
  /** 1.8 m, 396 m: for a length that nobody has stated. */
  about(length: number): string;
  /** 1,200 mm */
  millimetres(length: number): string;
  /** 31.3 mm */
  tenths(length: number): string;
  /** 42.0 × 50.4 m */
  size(unit: 'metres' | 'about' | 'millimetres' | 'tenths', lengths: readonly number[]): string;
}

/** From so many metres on an assumed length is given in whole metres, below in tenths. */
const ROUGH = 100;

/** Makes the formats of a language tag; English for an invalid tag. */
export function createLengths(wish: string | undefined): Lengths {
  const tag = usableTag(wish);
  const unit = (name: string, least: number, most: number) =>
    new Intl.NumberFormat(tag, {
      ...(name && { style: 'unit', unit: name, unitDisplay: 'short' }),
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
  const pair = (name: string, least: number, most: number) => ({
    alone: unit(name, least, most),
    bare: unit('', least, most),
  });
  const metres = pair('meter', 1, 2);
  const [tens, whole] = [pair('meter', 0, 1), pair('meter', 0, 0)];
  const millimetres = pair('millimeter', 0, 0);
  const tenths = pair('millimeter', 0, 1);
  const formats = {
    metres: () => metres,
    about: (length: number) => (length < ROUGH ? tens : whole),
    millimetres: () => millimetres,
    tenths: () => tenths,
  };
  const inUnit = (of: keyof typeof formats, length: number) =>
    of === 'metres' || of === 'about' ? length : length * 1000;
  const alone = (of: keyof typeof formats) => (length: number) =>
    formats[of](length).alone.format(inUnit(of, length));
  return {
    metres: alone('metres'),
    about: alone('about'),
    millimetres: alone('millimetres'),
    tenths: alone('tenths'),
    // Only the last length has a unit.
    size: (of, all) =>
      all
        .map((length, at) =>
          formats[of](length)[at < all.length - 1 ? 'bare' : 'alone'].format(inUnit(of, length)),
        )
        .join(' × '),
  };
}
