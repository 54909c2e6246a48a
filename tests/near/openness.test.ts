import { describe, expect, it } from 'vitest';
import { modulePlan } from '../../src/layout/modulePlan.ts';
import { serverParts } from '../../src/layout/serverParts.ts';
import { openServer } from '../../src/scene/near/openServer.ts';
import { OPENNESS_GRID, opennessOf } from '../../src/scene/near/openness.ts';
import { plan } from '../scene/scene.ts';

const kind = plan.site.rackKinds.find(({ role }) => role === 'compute')!;
const server = serverParts(plan, kind, 'h100');
const { parts, tubes } = openServer(server, modulePlan(plan, 'h100', server.modules[0]!));
const { columns, rows } = OPENNESS_GRID;
const bare = opennessOf(server, parts, []);
const open = opennessOf(server, parts, tubes);

/** What it is at a place, server frame, metres. */
const at = (shade: Uint8Array, x: number, z: number) =>
  shade[Math.floor((-z / server.depth) * rows) * columns + Math.floor((x / server.width + 0.5) * columns)]! /
  255;

describe('light from above in an open server', () => {
  it('reaches the top of every plate, and less of it the gaps between two', () => {
    for (const { x, z, size } of server.modules) {
      expect(at(bare, x, z)).toBeGreaterThan(0.8);
      // Half a millimetre of gap is finer than the grid: it is beside the plate, over the module's board.
      expect(at(bare, x + size[0] * 0.46, z)).toBeLessThan(at(bare, x, z) - 0.15);
    }
  });

  it('is nowhere more under hoses than without them, and less right under one', () => {
    open.forEach((share, place) => expect(share).toBeLessThanOrEqual(bare[place]!));
    const { points, radius } = tubes.find(({ is, points }) => !is && points[0][1] > 0.05)!;
    const [x, , z] = points[0];
    expect(at(open, x, Math.min(z, -radius))).toBeLessThan(at(bare, x, Math.min(z, -radius)));
  });
});
