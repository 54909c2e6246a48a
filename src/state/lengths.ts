import { usableTag } from './words.ts';

/** Formats of the lengths in the plan; all take metres. */
export interface Lengths {
  /** 42.0 m, 396.24 m */
  metres(length: number): string;
  /** 1,200 mm */
  millimetres(length: number): string;
  /** 31.3 mm */
  tenths(length: number): string;
  /** 42.0 × 50.4 m */
  size(unit: 'metres' | 'millimetres' | 'tenths', lengths: readonly number[]): string;
}

/** Makes the formats of a language tag; English for an invalid tag. */
export function createLengths(wish: string | undefined): Lengths {
  const tag = usableTag(wish);
  const unit = (name: string, least: number, most: number) =>
    new Intl.NumberFormat(tag, {
      ...(name && { style: 'unit', unit: name, unitDisplay: 'short' }),
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
  const digits = { metres: [1, 2], millimetres: [0, 0], tenths: [0, 1] } as const;
  const metres = unit('meter', ...digits.metres);
  const millimetres = unit('millimeter', ...digits.millimetres);
  const tenths = unit('millimeter', ...digits.tenths);
  const lengths: Lengths = {
    metres: (length) => metres.format(length),
    millimetres: (length) => millimetres.format(length * 1000),
    tenths: (length) => tenths.format(length * 1000),
    // Only the last length has a unit.
    size(of, all) {
      const bare = unit('', digits[of][0], digits[of][1]);
      const by = of === 'metres' ? 1 : 1000;
      return all
        .map((length, at) => (at < all.length - 1 ? bare.format(length * by) : lengths[of](length)))
        .join(' × ');
    },
  };
  return lengths;
}
