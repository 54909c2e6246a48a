import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, serverPlan, serverPosition } from '../../src/layout/serverPlan.ts';
import { ofServer } from '../../src/views/closeStations.ts';
import { openModule } from '../../src/scene/pointer/openModule.ts';
import { plan } from '../scene/scene.ts';

const seed = 8;

describe(`a GPU of the server that is drawn out (seed ${seed})`, () => {
  const opened = (gpu: number) => {
    const place = serverPosition(plan, gpu);
    const kind = plan.site.rackKinds[plan.racks.kind[place.rackIndex]!]!;
    const server = serverPlan(plan, kind, acceleratorOf(plan, place.rackIndex));
    const { rackIndex, from, to } = place;
    const halfWidth = server.width / 2;
    const open = { rackIndex, gpu, from, to, middle: 0, halfWidth, out: server.travel, lift: 0, ceiling: 9 };
    return { place, server, open };
  };

  it('is found under a ray onto its module, from wherever above', () => {
    const aside = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: plan.totals.gpus }), aside, aside, (gpu, right, ahead) => {
        const { place, server, open } = opened(gpu);
        const first = plan.racks.firstGpu[place.rackIndex]!;
        const { x, y, z, size } = server.modules[(gpu - first) % 8]!;
        const target = ofServer(place, [x, y + size[1] / 2, z], server.travel);
        const eye = [target[0] + right * 0.4, target[1] + 1, target[2] + ahead * 0.4] as const;
        const ray = target.map((each, axis) => each - eye[axis]!) as unknown as [number, number, number];
        expect(openModule(plan, open, eye, ray)).toEqual({ rackIndex: place.rackIndex, gpu });
        expect(openModule(plan, open, eye, [0, 1, 0])).toBeUndefined();
      }),
      { seed, numRuns: 200 },
    );
  });

  it('is hidden by the bench on which chips are compared, once its plate is lifted', () => {
    const { place, server, open } = opened(1);
    const under = ofServer(place, [0, 0, -server.travel / 2], server.travel);
    const eye = [under[0], under[1] + 2, under[2]] as const;
    const seen = (lift: number, chips: number) => openModule(plan, { ...open, lift }, eye, [0, -1, 0], chips);
    expect(seen(1, 3)).toEqual({ rackIndex: undefined, gpu: 0 });
    expect(seen(0, 3)).toEqual(seen(1, 0));
    expect(seen(1, 0)).not.toEqual({ rackIndex: undefined, gpu: 0 });
  });

  it('is not looked for while no server is out', () => {
    expect(openModule(plan, undefined, [0, 9, 0], [0, -1, 0])).toBeUndefined();
  });
});
