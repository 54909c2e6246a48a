import { useChoice } from '../../../state/hooks.ts';

/**
 * Whether there are several campuses. What needs all of them is mounted only then: React keeps what a component rendered last, and
 * would hold a site that has been replaced.
 */
export const useHasSeveral = (): boolean => useChoice((state) => state.campuses.length > 1);
