import { useThree } from '@react-three/fiber';
import { createContext, useContext, useEffect, useMemo } from 'react';
import type { Experience } from '../../state/experience.ts';
import type { Campus } from '../../timeline/campus.ts';
import { FIRST_FRAME, type FrameInputs, type FrameState, NO_INPUTS } from '../frameState/frameState.ts';
import { type Palette, PALETTE } from '../shading/look.ts';
import {
  createSharedUniforms,
  createViewUniforms,
  type SharedUniforms,
  type ViewUniforms,
} from '../shading/shared.ts';

/** What every part of one drawn campus shares; what belongs to the view alone stands with the campus that the viewer is with. */
export interface SceneParts {
  experience: Experience;
  palette: Palette;
  campus: Campus;
  /** Its place in the list of those shown; the land out to the horizon is the first one's. */
  index: number;
  /** The viewer is with this campus: their eye goes into its halls, and comes near its racks. */
  isMain: boolean;
  shared: SharedUniforms;
  /** What this frame shows; worked out once a frame, after {@link inputs}. */
  frame: { current: FrameState };
  /** Written by the camera and by what is near the eye, for the campus that the viewer is with. */
  inputs: FrameInputs;
}

/** What all campuses of one mount share. */
export interface ViewParts {
  uniforms: ViewUniforms;
  inputs: FrameInputs;
}

export const createView = (): ViewParts => ({ uniforms: createViewUniforms(), inputs: { ...NO_INPUTS } });

/** The parts of one more campus in a view, before its first frame. */
export function createParts(
  experience: Experience,
  { uniforms, inputs }: ViewParts,
): Omit<SceneParts, 'campus' | 'index' | 'isMain'> {
  return {
    experience,
    palette: PALETTE,
    shared: createSharedUniforms(uniforms),
    frame: { current: FIRST_FRAME },
    inputs,
  };
}

export const SceneContext = createContext<SceneParts | null>(null);

/** The parts of the campus that a component draws; throws outside of a mounted scene. */
export function useScene(): SceneParts {
  const parts = useContext(SceneContext);
  if (!parts) throw new Error('This component belongs inside of a mounted scene.');
  return parts;
}

/**
 * Makes something that holds GPU memory, keeps it while its inputs stay the same, and disposes it afterwards. It is disposed
 * when the context is lost, too, and must be usable again after that: three forgets the handles of an old context only for
 * what is disposed before there is a new one.
 */
export function useOwned<T extends { dispose(): void }>(make: () => T, inputs: readonly unknown[]): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the inputs are the caller's.
  const owned = useMemo(make, inputs);
  const canvas = useThree((state) => state.gl.domElement);
  useEffect(() => {
    const dispose = () => owned.dispose();
    canvas.addEventListener('webglcontextlost', dispose);
    return () => {
      canvas.removeEventListener('webglcontextlost', dispose);
      dispose();
    };
  }, [owned, canvas]);
  return owned;
}
