import type { ComponentProps } from 'react';
import { NearFronts } from './NearFronts.tsx';
import { OpenServer } from './OpenServer.tsx';
import { Technicians } from './Technicians.tsx';

export { nearAt, partsDrawn } from './nearAt.ts';

/** What only an eye near a rack sees, and what it is: one chunk. `gpu` is that whose server can be opened, 0 for none. */
export default function Near({
  gpu,
  isPlan,
  ...fronts
}: ComponentProps<typeof NearFronts> & { gpu: number; isPlan: boolean }) {
  const { layout } = fronts;
  return (
    <>
      {gpu > 0 && <OpenServer layout={layout} gpu={gpu} />}
      {gpu > 0 && !isPlan && <Technicians layout={layout} gpu={gpu} />}
      <NearFronts {...fronts} />
    </>
  );
}
