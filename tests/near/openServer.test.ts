import { describe, expect, it } from 'vitest';
import { MOUNTING } from '../../src/model/figure.ts';
import { modulePlan } from '../../src/layout/modulePlan.ts';
import { serverParts } from '../../src/layout/serverParts.ts';
import { hingeOf, LID_ANGLE } from '../../src/scene/near/lid.ts';
import { openServer } from '../../src/scene/near/openServer.ts';
import type { Part, Point, Tube } from '../../src/scene/near/parts.ts';
import { plan } from '../scene/scene.ts';

const kind = plan.site.rackKinds.find(({ role }) => role === 'compute')!;
const server = serverParts(plan, kind, 'h100');
const { parts, tubes, stays } = openServer(server, modulePlan(plan, 'h100', server.modules[0]!));

/** Places along the middle of a tube. */
const sampled = ([a, b, c, d]: Tube['points']): Point[] =>
  Array.from({ length: 41 }, (_, at) => {
    const t = at / 40;
    const s = 1 - t;
    const along = (axis: 0 | 1 | 2) =>
      a[axis] * s ** 3 + 3 * b[axis] * s * s * t + 3 * c[axis] * s * t * t + d[axis] * t ** 3;
    return [along(0), along(1), along(2)];
  });

const toLine = (place: Point, line: readonly Point[]): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1]!, line[at]!];
    const way = to.map((each, axis) => each - from[axis]!);
    const square = way.reduce((sum, each) => sum + each * each, 0) || 1;
    const share = way.reduce((sum, each, axis) => sum + each * (place[axis]! - from[axis]!), 0) / square;
    const t = Math.max(0, Math.min(1, share));
    least = Math.min(least, Math.hypot(...way.map((each, axis) => from[axis]! + each * t - place[axis]!)));
  }
  return least;
};
/** How near two lines come to each other; Infinity where even their extents lie farther apart than `reach`. */
function apart(one: readonly Point[], other: readonly Point[], reach: number): number {
  const isFar = ([0, 1, 2] as const).some((axis) => {
    const [a, b] = [one, other].map((line) => line.map((place) => place[axis])) as [number[], number[]];
    return Math.min(...a) - Math.max(...b) > reach || Math.min(...b) - Math.max(...a) > reach;
  });
  return isFar ? Number.POSITIVE_INFINITY : Math.min(...one.map((place) => toLine(place, other)));
}
/** Whether a tube begins or ends in another one. */
const isJoined = (one: readonly Point[], other: readonly Point[]) =>
  [one[0]!, one.at(-1)!].some((end) => toLine(end, other) < 1e-4);

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
    // What is the rack's, and a port for every network card.
    const own = outside.filter(({ moves }) => moves !== 'rack' && moves !== 'slide');
    expect(own).toHaveLength(server.cards.length);
    for (const { points } of tubes)
      for (const [x, y, z] of points) {
        expect(Math.abs(x)).toBeLessThanOrEqual(server.face / 2);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(server.height + 0.02);
        expect(z).toBeGreaterThan(-server.depth - 0.06);
        expect(z).toBeLessThan(0.07);
      }
  });

  it('passes between the posts of its rack, behind a faceplate that does not', () => {
    expect(server.width).toBeLessThan(MOUNTING.opening);
    expect(server.face).toBe(MOUNTING.face);
    expect(server.face).toBeLessThan(kind.width);
    for (const { x, y, size, moves, finish } of parts) {
      // The strip of light lies above the server.
      if (finish === 'light') expect(y - size[1] / 2).toBeGreaterThanOrEqual(server.height);
      else if (moves === 'rack') expect(Math.abs(x) - size[0] / 2).toBeGreaterThan(server.width / 2);
      else expect(Math.abs(x) + size[0] / 2).toBeLessThanOrEqual(server.width / 2 + 1e-9);
    }
    // And its slides hold each other from the post to the drawn out server.
    const ends = (part: Part, out: number) => [
      part.z - part.size[2] / 2 + out,
      part.z + part.size[2] / 2 + out,
    ];
    const middle = parts.find(({ moves }) => moves === 'slide')!;
    const fixed = parts.find(({ moves, finish }) => moves === 'rack' && finish === 'metal')!;
    for (const out of [0, server.travel / 2, server.travel]) {
      const [rear, front] = ends(middle, out / 2) as [number, number];
      expect(ends(fixed, 0)[1]! - rear).toBeGreaterThan(0.3);
      expect(front - (out - server.depth)).toBeGreaterThan(0.3);
    }
  });

  it.each([0, 0.4, 0.8, LID_ANGLE])('has no hose through another while a plate is open by %s', (angle) => {
    for (let subject = 1; subject <= 8; subject++) {
      const [hingeY, hingeZ] = hingeOf(server.modules[subject - 1]!);
      const hinged = ([x, y, z]: Point): Point => {
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        return [
          x,
          hingeY + c * (y - hingeY) + s * (z - hingeZ),
          hingeZ + c * (z - hingeZ) - s * (y - hingeY),
        ];
      };
      const lines = [...tubes, ...stays].map(({ points: [a, b, c, d], radius, gpu }) => ({
        radius,
        line: sampled(gpu === subject ? [a, b, hinged(c), hinged(d)] : [a, b, c, d]),
      }));
      lines.forEach((one, at) => {
        for (const other of lines.slice(at + 1)) {
          const least = one.radius + other.radius - 1e-4;
          const near = apart(one.line, other.line, least);
          if (near > least || isJoined(one.line, other.line) || isJoined(other.line, one.line)) continue;
          expect.fail(`plate ${subject}: tube ${at} is ${near} m from another`);
        }
      });
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
