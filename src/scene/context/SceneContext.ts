import { useThree } from '@react-three/fiber';
import { createContext, useContext, useEffect, useMemo } from 'react';
import type { Experience } from '../../state/experience.ts';
import type { Campus } from '../../timeline/campus.ts';
import { FIRST_FRAME, type FrameInputs, type FrameState, NO_INPUTS } from '../frameState/frameState.ts';
import { createSharedUniforms, createViewUniforms, type SharedUniforms } from '../shading/shared.ts';

/** What all parts of one drawn parcel of a campus share. Parts of the view itself belong to the main parcel. */
export interface SceneParts {
  experience: Experience;
  /** The campus as its parcel has it. */
  campus: Campus;
  /** Index in the list of shown parcels; the first has the land out to the horizon. */
  index: number;
  /** Index of the campus in the list of shown ones. */
  campusIndex: number;
  /** Whether it belongs to the current campus, whose halls the eye can enter. */
  isCurrent: boolean;
  /** Whether it is the parcel of the current campus that the eye is in, else that of what is shown: its racks have near parts. */
  isMain: boolean;
  shared: SharedUniforms;
  /** State of this frame, computed once a frame from {@link inputs}. */
  frame: { current: FrameState };
  /** Written by the camera and by the near parts, for the main parcel. */
  inputs: FrameInputs;
}

/** What all parcels of a mount share. */
export const createView = () => ({ uniforms: createViewUniforms(), inputs: { ...NO_INPUTS } });

/** Makes the parts of one more parcel in a view. */
export function createParts(
  experience: Experience,
  { uniforms, inputs }: ReturnType<typeof createView>,
): Omit<SceneParts, 'campus' | 'index' | 'campusIndex' | 'isCurrent' | 'isMain'> {
  return {
    experience,
    shared: createSharedUniforms(uniforms),
    frame: { current: FIRST_FRAME },
    inputs,
  };
}

export const SceneContext = createContext<SceneParts | null>(null);

/** The parts of the parcel that a component draws; throws outside of a mounted scene. */
export function useScene(): SceneParts {
  const parts = useContext(SceneContext);
  if (!parts) throw new Error('This component belongs inside of a mounted scene.');
  return parts;
}

/** Several things that hold GPU memory as one. */
export const together = <T extends Readonly<Record<string, { dispose(): void }>>>(parts: T) => ({
  ...parts,
  dispose() {
    for (const part of Object.values(parts)) part.dispose();
  },
});

/**
 * Makes something that holds GPU memory, keeps it while its inputs stay the same, and disposes of it afterwards. It is also
 * disposed of when the WebGL context is lost, and must be usable after that: three drops handles of a lost context only for
 * objects that are disposed of before it is restored.
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
