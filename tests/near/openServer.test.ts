import { describe, expect, it } from 'vitest';
import { modulePlan, serverPlan } from '../../src/layout/serverPlan.ts';
import { openServer } from '../../src/scene/near/openServer.ts';
import { PALETTE } from '../../src/scene/shading/look.ts';
import { plan } from '../scene/scene.ts';

const kind = plan.site.rackKinds.find(({ role }) => role === 'compute')!;
const server = serverPlan(plan, kind, 'h100');
const { parts, tubes } = openServer(server, modulePlan(plan, 'h100', server.modules[0]!), PALETTE);

describe('what is drawn of an open server', () => {
  it('lies inside of its chassis, but for rails, handles and ports', () => {
    const outside = parts.filter(({ x, y, z, size }) => {
      const beyond =
        Math.abs(x) + size[0] / 2 > server.width / 2 + 1e-6 ||
        y + size[1] / 2 > server.height + 1e-6 ||
        z + size[2] / 2 > 1e-6 ||
        z - size[2] / 2 < -server.depth - 1e-6;
      return beyond;
    });
    // Two rails and a port for every network card.
    expect(outside).toHaveLength(2 + server.cards.length);
    for (const { points } of tubes)
      for (const [x, y, z] of points) {
        expect(Math.abs(x)).toBeLessThanOrEqual(server.width / 2);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(server.height + 0.02);
        expect(z).toBeGreaterThan(-server.depth - 0.06);
        expect(z).toBeLessThan(0.07);
      }
  });

  it('gives every GPU a plate, a die, its memory and a hose that goes with the plate', () => {
    for (let gpu = 1; gpu <= 8; gpu++) {
      const own = parts.filter((part) => part.gpu === gpu);
      expect(own.some(({ moves }) => moves === 'plate')).toBe(true);
      const die = own.find(({ finish }) => finish === 'die')!;
      expect(die.size[0] * die.size[2] * 1e6).toBeCloseTo(814, 6);
      expect(own.filter(({ moves }) => moves === 'bare').length).toBeGreaterThan(7);
      expect(tubes.some((tube) => tube.gpu === gpu)).toBe(true);
    }
  });
});
