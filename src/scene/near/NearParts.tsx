import { useFrame, useThree } from '@react-three/fiber';
import {
  type ComponentProps,
  type ComponentType,
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useExperience } from '../../state/hooks.ts';
import type { NearFronts as Fronts } from './NearFronts.tsx';
import type { OpenServer as Open } from './OpenServer.tsx';

/** On the way from the hall to the aisle. */
const FROM_RUNG = 2.2;
/** Milliseconds after the first frame after which they are fetched for whoever may come near. */
const FETCH_AFTER = 800;

const fetchNear = () => import('./near.ts');
/** Come when the eye does. A picture without parts that stand out is better than none. */
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

function NoFronts({ onReady }: { onReady: () => void }) {
  useEffect(onReady, [onReady]);
  return null;
}

/**
 * Parts of the racks at arm's length and the server of a GPU (0 for none), fetched once somebody comes near; `isWaiting` is true while the
 * picture is not whole without them.
 */
export function NearParts({
  isWaiting,
  gpu,
  ...fronts
}: Omit<ComponentProps<typeof Fronts>, 'onReady'> & { gpu: number; isWaiting: RefObject<boolean> }) {
  const { live } = useExperience();
  const invalidate = useThree((state) => state.invalidate);
  const [isWanted, want] = useState(false);
  const isReady = useRef(false);
  const ready = useCallback(() => {
    isReady.current = true;
    isWaiting.current = false;
    invalidate();
  }, [isWaiting, invalidate]);
  useEffect(() => {
    let timer = 0;
    const stop = live.watch(() => {
      stop();
      timer = window.setTimeout(() => void fetchNear().catch(() => undefined), FETCH_AFTER);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [live]);
  useFrame(() => {
    if (isReady.current || live.rung < FROM_RUNG) return;
    isWaiting.current = true;
    want(true);
    // Until they are there nothing comes to rest.
    invalidate();
  });
  return isWanted ? (
    <Suspense>
      {gpu > 0 && <OpenServer layout={fronts.layout} gpu={gpu} />}
      <NearFronts {...fronts} onReady={ready} />
    </Suspense>
  ) : null;
}
