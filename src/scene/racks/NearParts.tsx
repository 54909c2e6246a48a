import { useFrame, useThree } from '@react-three/fiber';
import {
  type ComponentProps,
  type ComponentType,
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useChoice, useExperience } from '../../state/hooks.ts';
import type { NearFronts as Fronts } from '../near/NearFronts.tsx';
import type { OpenServer as Open } from '../near/OpenServer.tsx';
import type { Technicians as People } from '../near/Technicians.tsx';

/** Zoom level from which near parts are loaded and drawn: between the hall and the aisle. */
const FROM_LEVEL = 2.2;
/** Milliseconds after the first frame when they are loaded in advance. */
const FETCH_AFTER = 800;

const fetchNear = () => import('../near/near.ts');
/** Loaded lazily; if that fails, racks are drawn without near parts. */
const NearFronts = lazy<ComponentType<ComponentProps<typeof Fronts>>>(() =>
  fetchNear().then(
    ({ NearFronts }) => ({ default: NearFronts }),
    () => ({ default: NoFronts }),
  ),
);
const OpenServer = lazy<ComponentType<ComponentProps<typeof Open>>>(() =>
  fetchNear().then(
    ({ OpenServer }) => ({ default: OpenServer }),
    () => ({ default: () => null }),
  ),
);

const Technicians = lazy<ComponentType<ComponentProps<typeof People>>>(() =>
  fetchNear().then(
    ({ Technicians }) => ({ default: Technicians }),
    () => ({ default: () => null }),
  ),
);

function NoFronts({ onReady }: { onReady: () => void }) {
  useEffect(onReady, [onReady]);
  return null;
}

/**
 * Near parts of racks, and the open server of a GPU (0 for none). Loaded when the eye comes near; `live.pending` is set until then.
 */
export function NearParts({
  gpu,
  ...fronts
}: Omit<ComponentProps<typeof Fronts>, 'onReady'> & { gpu: number }) {
  const { live } = useExperience();
  const invalidate = useThree((state) => state.invalidate);
  const look = useChoice((state) => state.look);
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
      {gpu > 0 && <OpenServer layout={fronts.layout} gpu={gpu} />}
      {gpu > 0 && look !== 'plan' && <Technicians layout={fronts.layout} gpu={gpu} />}
      <NearFronts {...fronts} onReady={ready} />
    </Suspense>
  ) : null;
}
