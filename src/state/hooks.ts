import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Campus } from '../timeline/campus.ts';
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
