import { createContext, useContext, useEffect, useReducer } from 'react';
import { useStore } from 'zustand';
import { type Campus, ownDay } from '../timeline/campus.ts';
import { campusOf, type Experience, type ExperienceState } from './experience.ts';

/** The experience of the mount that a component belongs to. */
export const ExperienceContext = createContext<Experience | null>(null);

/** The mount's experience; throws outside of one. */
export function useExperience(): Experience {
  const experience = useContext(ExperienceContext);
  if (!experience) throw new Error('This component needs an ExperienceContext above it.');
  return experience;
}

/** Part of the mount's state; renders again when that part changes. */
export function useChoice<T>(select: (state: ExperienceState) => T): T {
  return useStore(useExperience().store, select);
}

/** Part of the current campus (and of the state); renders again when that part changes. */
export function useCampus<T>(select: (campus: Campus, state: ExperienceState) => T): T {
  return useChoice((state) => select(campusOf(state), state));
}

/** Part of the site, the first campus, whose days run (and of the state); renders again when that part changes. */
export function useSite<T>(select: (site: Campus, state: ExperienceState) => T): T {
  return useChoice((state) => select(state.campuses[0]!, state));
}

/** The name of the site, whose days and milestones are shown, while other campuses stand beside it; else undefined. */
export const useSiteName = (): string | undefined =>
  useSite(({ site }, { campuses }) => (campuses.length > 1 ? site.name : undefined));

/** The day shown, from day 0 of the current campus; renders again when it changes. */
export const useOwnDay = (): number =>
  useCampus((campus, { campuses, day }) => ownDay(campus, campuses[0]!, day));

/**
 * Renders the topmost component of a tree, and with it the tree, once more after the shown campuses have changed. React keeps
 * what a component was last rendered with until it renders again: a replaced campus would stay in memory.
 */
export function useRenderAgain(): void {
  const campuses = useChoice((state) => state.campuses);
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (campuses) renderAgain();
  }, [campuses]);
}
