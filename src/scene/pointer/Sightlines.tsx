import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { useExperience } from '../../state/hooks.ts';
import type { SceneParts } from '../context/SceneContext.ts';
import { rayThrough } from './rayThrough.ts';

const NOTHING = { x0: 0, x1: 0, z0: 0, z1: 0 };

/** Provides `live.sightlines`: the ray through a pixel, and how each campus is cut open. Draws nothing. */
export function Sightlines({ campuses }: { campuses: readonly SceneParts[] }) {
  const { live, store } = useExperience();
  const camera = useThree((state) => state.camera);
  const get = useThree((state) => state.get);
  useEffect(() => {
    live.sightlines = (x, y) => {
      const { width, height } = get().size;
      const isPlan = store.getState().look === 'plan';
      const { origin, direction } = rayThrough(camera, isPlan, x / width, y / height);
      const [eyeX, eyeY, eyeZ] = camera.position.toArray();
      return campuses.map(({ campus, frame }) => {
        const { at } = campus;
        const { day, cut, roof, inside, gap = NOTHING, open } = frame.current;
        const from = [origin[0] - at[0], origin[1], origin[2] - at[1]] as const;
        return {
          ray: { origin: from, direction },
          sight: {
            ...{ day, isPlan, cut, roof, inside, leftOut: gap },
            eye: { x: eyeX - at[0], y: eyeY, z: eyeZ - at[1] },
            ceiling: open?.ceiling ?? Number.POSITIVE_INFINITY,
          },
          ...{ open, aspect: width / height },
        };
      });
    };
    return () => {
      live.sightlines = () => [];
    };
  }, [camera, get, live, store, campuses]);
  return null;
}
