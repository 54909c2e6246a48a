import { usableTag } from './words.ts';

/** Formats of the lengths in the plan. */
export type Lengths = ReturnType<typeof createLengths>;

/** An assumed length is given in whole metres from this many metres, and in tenths below. */
const ROUGH = 100;

/** Makes the formats of a language tag, all of metres; English for an invalid tag. */
export function createLengths(wish: string | undefined) {
  const tag = usableTag(wish);
  /** A format with the unit, and one without. */
  const inUnit = (unit: 'meter' | 'millimeter', least: number, most: number) => {
    const digits = { minimumFractionDigits: least, maximumFractionDigits: most };
    const alone = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', ...digits });
    const bare = new Intl.NumberFormat(tag, digits);
    const scale = unit === 'meter' ? 1 : 1000;
    return (length: number, isBare = false) => (isBare ? bare : alone).format(length * scale);
  };
  const [tens, whole] = [inUnit('meter', 0, 1), inUnit('meter', 0, 0)];
  const formats = {
    /** 42.0 m, 396.24 m */
    metres: inUnit('meter', 1, 2),
    /** 1.8 m, 396 m: for a length that nobody has stated. */
    about: (length: number, isBare = false) => (length < ROUGH ? tens : whole)(length, isBare),
    /** 1,200 mm */
    millimetres: inUnit('millimeter', 0, 0),
    /** 31.3 mm */
    tenths: inUnit('millimeter', 0, 1),
  };
  return {
    ...formats,
    /** 42.0 × 50.4 m: only the last length has a unit. */
    size: (unit: keyof typeof formats, all: readonly number[]): string =>
      all.map((length, at) => formats[unit](length, at < all.length - 1)).join(' × '),
  };
}
