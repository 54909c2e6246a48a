import { useFrame, useThree } from '@react-three/fiber';
import { type ComponentProps, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useChoice, useExperience } from '../../state/hooks.ts';
import { optional } from '../context/optional.tsx';

/** Zoom level from which near parts are loaded and drawn: between the hall and the aisle. */
const FROM_LEVEL = 2.2;
/** Milliseconds after the first frame when they are loaded in advance. */
const FETCH_AFTER = 800;

const fetchNear = () => import('../near/near.tsx');
/** Loaded lazily; if that fails, racks are drawn without near parts. */
const Near = optional(fetchNear);

/** Near parts of racks, and the open server of a GPU (0 for none), loaded when the eye comes near; `live.pending` is set until then. */
export function NearParts(parts: Omit<ComponentProps<typeof Near>, 'onReady' | 'isPlan'>) {
  const { live } = useExperience();
  const invalidate = useThree((state) => state.invalidate);
  const isPlan = useChoice((state) => state.look === 'plan');
  const [isWanted, want] = useState(false);
  const isReady = useRef(false);
  const settle = useRef<() => void>(undefined);
  const ready = useCallback(() => {
    isReady.current = true;
    live.pending = undefined;
    settle.current?.();
    invalidate();
  }, [live, invalidate]);
  useEffect(() => {
    let timer = 0;
    const stop = live.watch(() => {
      stop();
      timer = window.setTimeout(() => void fetchNear().catch(() => undefined), FETCH_AFTER);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
      live.pending = undefined;
      settle.current?.();
    };
  }, [live]);
  useFrame(() => {
    if (isReady.current || live.pending || live.zoomLevel < FROM_LEVEL) return;
    live.pending = new Promise((resolve) => {
      settle.current = resolve;
    });
    want(true);
  });
  return isWanted ? (
    <Suspense>
      <Near {...parts} isPlan={isPlan} onReady={ready} />
    </Suspense>
  ) : null;
}
