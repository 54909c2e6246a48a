import { createContext, useContext, useEffect, useMemo } from 'react';
import type { Experience } from '../../state/experience.ts';
import type { Palette } from '../shading/look.ts';
import type { SharedUniforms } from '../shading/shared.ts';

/** What every part of one mounted scene shares. */
export interface SceneParts {
  experience: Experience;
  shared: SharedUniforms;
  look: Palette;
}

export const SceneContext = createContext<SceneParts | null>(null);

export function useScene(): SceneParts {
  const parts = useContext(SceneContext);
  if (!parts) throw new Error('This component belongs inside of a mounted scene.');
  return parts;
}

/** Makes something that holds GPU memory, keeps it while its inputs stay the same, and lets it go afterwards. */
export function useOwned<T extends { dispose(): void }>(make: () => T, inputs: readonly unknown[]): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the inputs are the caller's.
  const owned = useMemo(make, inputs);
  useEffect(() => () => owned.dispose(), [owned]);
  return owned;
}
