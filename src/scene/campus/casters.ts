import type { Caster } from '../../inventory/things/shapes.ts';

/** Shares of the full resolution below which shadows of small things, and of trees, are left out. */
const WITHOUT_SMALL = 0.95;
const WITHOUT_TREES = 0.7;
/** Greatest width and height of a small thing, metres. */
const WIDE = 3.5;
const HIGH = 2.5;

const isSmall = ({ size: [width, height, depth], round }: Caster) =>
  !round && Math.max(width, depth) <= WIDE && height <= HIGH;
const isTree = ({ round }: Caster) => round === true;
const isLarge = (caster: Caster) => !isTree(caster) && !isSmall(caster);

/** Sorts large things first, then trees, then small things, so that the least important shadows can be left out. */
export function largestFirst(casters: readonly Caster[]): Caster[] {
  return [isLarge, isTree, isSmall].flatMap((belongs) => casters.filter(belongs));
}

/** A function from the share of the full resolution to the number of casters, sorted by {@link largestFirst}, with a shadow. */
export function shadowedAt(casters: readonly Caster[]): (share: number) => number {
  const large = casters.filter(isLarge).length;
  const withTrees = large + casters.filter(isTree).length;
  return (share) => {
    if (share < WITHOUT_TREES) return large;
    return share < WITHOUT_SMALL ? withTrees : casters.length;
  };
}
