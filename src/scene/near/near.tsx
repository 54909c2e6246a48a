import { useThree } from '@react-three/fiber';
import { type ComponentProps, Suspense, useEffect } from 'react';
import { useChoice, useExperience } from '../../state/hooks.ts';
import { optional } from '../context/optional.tsx';
import { NearFronts } from './NearFronts.tsx';
import { OpenServer } from './OpenServer.tsx';
import { Technicians } from './Technicians.tsx';

export { nearAt, partsDrawn } from './nearAt.ts';

/** Loaded with the first compared chips; if that fails, there is no bench with them. */
const Chips = optional(() => import('./chips.tsx'));

/** Lets `live.pending` wait for the chips while it is mounted. */
function Pending() {
  const { live } = useExperience();
  useEffect(() => {
    let settle = () => {};
    live.pending = new Promise((resolve) => {
      settle = resolve;
    });
    return () => {
      live.pending = undefined;
      settle();
    };
  }, [live]);
  return null;
}

/** What only an eye near a rack sees, and what it is: one chunk. `gpu` is that whose server can be opened, 0 for none. */
export default function Near({
  gpu,
  isPlan,
  ...fronts
}: ComponentProps<typeof NearFronts> & { gpu: number; isPlan: boolean }) {
  const { layout } = fronts;
  const chips = useChoice((state) => state.chips);
  const invalidate = useThree((state) => state.invalidate);
  return (
    <>
      {gpu > 0 && <OpenServer layout={layout} gpu={gpu} />}
      {gpu > 0 && !isPlan && <Technicians layout={layout} gpu={gpu} />}
      <NearFronts {...fronts} />
      {gpu > 0 && chips.length > 0 && (
        <Suspense fallback={<Pending />}>
          <Chips layout={layout} gpu={gpu} chips={chips} onReady={invalidate} />
        </Suspense>
      )}
    </>
  );
}
