import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { rotated, toSite } from '../../model/standing.ts';
import { useExperience } from '../../state/hooks.ts';
import type { SceneParts } from '../context/SceneContext.ts';
import { rayThrough } from './rayThrough.ts';

const NOTHING = { x0: 0, x1: 0, z0: 0, z1: 0 };

/** Provides `live.sightlines`: the ray through a pixel, and how each parcel is cut open. Draws nothing. */
export function Sightlines({ parts }: { parts: readonly SceneParts[] }) {
  const { live, store } = useExperience();
  const camera = useThree((state) => state.camera);
  const get = useThree((state) => state.get);
  useEffect(() => {
    live.sightlines = (x, y) => {
      const { width, height } = get().size;
      const isPlan = store.getState().look === 'plan';
      const { origin, direction } = rayThrough(camera, isPlan, x / width, y / height);
      return parts.map(({ campus, frame }) => {
        const { site } = campus;
        const { day, cut, roof, inside, gap = NOTHING, open } = frame.current;
        const [x, z] = toSite(campus, origin[0], origin[2]);
        const [across, along] = rotated(-site.turn, direction[0], direction[2]);
        const { x: east, y, z: south } = camera.position;
        const [eyeX, eyeZ] = toSite(campus, east, south);
        return {
          ray: { origin: [x, origin[1], z], direction: [across, direction[1], along] },
          sight: {
            ...{ day, isPlan, cut, roof, inside, leftOut: gap },
            eye: { x: eyeX, y, z: eyeZ },
            ceiling: open?.ceiling ?? Number.POSITIVE_INFINITY,
          },
          ...{ open, aspect: width / height },
        };
      });
    };
    return () => {
      live.sightlines = () => [];
    };
  }, [camera, get, live, store, parts]);
  return null;
}
