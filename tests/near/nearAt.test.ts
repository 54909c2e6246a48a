import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vector } from '../../src/inventory/query/rays.ts';
import { modulePlan } from '../../src/layout/modulePlan.ts';
import { serverParts } from '../../src/layout/serverParts.ts';
import { acceleratorOf, serverPosition } from '../../src/layout/serverPlan.ts';
import { techniciansOf } from '../../src/scene/near/atWork.ts';
import { hingeOf, LID_ANGLE } from '../../src/scene/near/lid.ts';
import { nearAt } from '../../src/scene/near/nearAt.ts';
import { openServer } from '../../src/scene/near/openServer.ts';
import type { Part } from '../../src/scene/near/parts.ts';
import { closePose, ofServer } from '../../src/views/closeStations.ts';
import { focusGpu } from '../../src/views/focus.ts';
import { AJAR } from '../../src/views/serverOpening.ts';
import type { Sightline } from '../../src/views/sightline.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';
import { growth, plan } from '../scene/scene.ts';

const seed = 20240722;
const gpu = focusGpu(plan);
const place = serverPosition(plan, gpu);
const kind = plan.site.rackKinds[plan.racks.kind[place.rackIndex]!]!;
const accelerator = acceleratorOf(plan, place.rackIndex);
const server = serverParts(plan, kind, accelerator);
const { parts } = openServer(server, modulePlan(plan, accelerator, server.modules[0]!));
const firstGpu = plan.racks.firstGpu[place.rackIndex]! + (place.server - 1) * 8;
const subject = gpu - firstGpu + 1;

/** What an eye sees that looks from one place to another while the server is out and a plate is lifted by a share. */
function seen(from: Vector, to: Vector, lift: number, more: Partial<Sightline & { day: number }> = {}) {
  const { rackIndex, from: low, to: high } = place;
  const line: Sightline = {
    ray: { origin: from, direction: [to[0] - from[0], to[1] - from[1], to[2] - from[2]] },
    sight: {
      ...{
        day: more.day ?? 214,
        eye: { x: from[0], y: from[1], z: from[2] },
        isPlan: false,
        cut: 12,
        roof: 0,
      },
      ...{ inside: 1, ceiling: 9, leftOut: { x0: 0, x1: 0, z0: 0, z1: 0 } },
    },
    open: {
      ...{
        rackIndex,
        gpu,
        from: low,
        to: high,
        middle: 0,
        halfWidth: server.face / 2,
        out: server.travel,
        lift,
      },
      ceiling: 9,
    },
    aspect: 16 / 9,
    ...more,
  };
  return nearAt(plan, growth, gpu, 5, line, null);
}

/** A place of the frame of a part in that of its server, pulled out. */
function moved({ moves, gpu: own }: Part, [x, y, z]: Vector, lift: number): Vector {
  if (moves === 'rack') return [x, y, z - server.travel];
  if (moves === 'slide') return [x, y, z - server.travel / 2];
  if (moves !== 'plate' || own !== subject) return [x, y, z];
  const [hingeY, hingeZ] = hingeOf(server.modules[subject - 1]!);
  const [c, s] = [Math.cos(lift * LID_ANGLE), Math.sin(lift * LID_ANGLE)];
  const [up, along] = [y - hingeY, z - hingeZ];
  return [x, hingeY + c * up + s * along, hingeZ + c * along - s * up];
}

describe(`an open server under a ray (seed ${seed})`, () => {
  const isDrawn = ({ moves, gpu: own }: Part, lift: number) =>
    moves === 'bare' ? own === subject : moves !== 'beside' || (own === subject && lift > 0);
  const share = fc.double({ min: -0.98, max: 0.98, noNaN: true });
  const off = fc.double({ min: -0.6, max: 0.6, noNaN: true });

  it('is met at its first part: never behind a place of any part that the ray leads to', () => {
    const kinds = new Set<string>();
    let itself = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...parts),
        fc.tuple(share, share, share),
        fc.tuple(off, fc.double({ min: 0.3, max: 1, noNaN: true }), off),
        fc.constantFrom(0, 0.4, 1),
        (part, [sx, sy, sz], [dx, dy, dz], lift) => {
          if (!isDrawn(part, lift)) return;
          const { x, y, z, size } = part;
          const own: Vector = [x + (sx * size[0]) / 2, y + (sy * size[1]) / 2, z + (sz * size[2]) / 2];
          const to = ofServer(place, moved(part, own, lift), server.travel);
          const eye: Vector = [to[0] + dx, to[1] + dy, to[2] + dz];
          const found = seen(eye, to, lift, { aspect: 0.5 })!;
          expect(found.distance).toBeLessThanOrEqual(1 + 1e-9);
          kinds.add(found.subject.kind);
          const is = part.is ?? (part.moves === 'plate' ? 'cold-plate' : part.gpu ? 'gpu' : 'server');
          if (found.subject.kind === is) itself++;
          if (found.subject.kind === 'gpu') expect(found.gpu).toBeGreaterThanOrEqual(firstGpu);
          expect(found.gpu).toBeLessThan(firstGpu + 8);
        },
      ),
      { seed, numRuns: 1500 },
    );
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining(['cable', 'cold-plate', 'cpu', 'gpu', 'hose', 'memory', 'server', 'slide']),
    );
    expect(itself).toBeGreaterThan(500);
  });

  it.each([0, 1])(
    'shows on top of the module looked at its plate, and its die once that is lifted by %s',
    (lift) => {
      const { x, y, z, size } = server.modules[subject - 1]!;
      const to = ofServer(place, [x + 0.004, y + size[1] / 2, z], server.travel);
      const found = seen([to[0], to[1] + 0.3, to[2] + place.facing * 0.02], to, lift)!;
      expect(found.subject.kind).toBe(lift === 0 ? 'cold-plate' : 'gpu');
      expect(found.gpu).toBe(gpu);
      expect(found.server).toBe(place.server);
    },
  );

  it('is its front from before, and lets be seen what no part of it covers', () => {
    const to = ofServer(place, [0.1, server.height / 2, 0], server.travel);
    const found = seen([to[0], to[1], to[2] + place.facing], to, 0)!;
    expect(found.subject).toEqual({ kind: 'server', of: `catalogue/${kind.server}` });
    expect(found.distance).toBeCloseTo(1, 6);
    expect(
      seen([to[0], to[1] + 1, to[2] + place.facing], [to[0], to[1] + 1, to[2]], 0, { aspect: 0.5 }),
    ).toBeNull();
  });
});

describe('the people at the rack', () => {
  const people = techniciansOf(plan, growth, gpu);
  const { eye } = closePose('server', plan, gpu, { aspect: 16 / 9, fov });

  const { rackIndex, from, to } = place;
  const ajar = {
    ...{ rackIndex, gpu, from, to, middle: 0, halfWidth: server.face / 2, lift: 0 },
    ...{ out: server.travel * AJAR, ceiling: Number.POSITIVE_INFINITY },
  };
  /** One draws the server out, the other kneels once it is out. */
  const withServer = [{ open: ajar }, {}];

  it('are two, found at their chests from the station, within their extent', () => {
    expect(people).toHaveLength(2);
    for (const [at, { person }] of people.entries()) {
      const { x, y, z, height } = person;
      const chest: Vector = [x, y + height * 0.42, z];
      const found = seen([x + 0.3, chest[1] + 0.3, z + place.facing * 2], chest, 0, withServer[at])!;
      expect(found.subject.kind).toBe('person');
      const reach = Math.hypot(found.at[0] - x, found.at[2] - z);
      expect(reach).toBeLessThan(0.9);
      expect(found.at[1]).toBeGreaterThan(y);
      expect(found.at[1]).toBeLessThan(y + height * 1.03);
      expect(seen([x, y + height * 1.1, z + 2], [x, y + height * 1.1, z], 0)?.subject.kind).not.toBe(
        'person',
      );
    }
  });

  it('go with the server that they draw out, and are not there while it is in its rack', () => {
    const { person } = people[0]!;
    /** The place of who draws out a server by so many metres, along the aisle, at the height of the chest. */
    const chestAt = (out: number): Vector => [
      person.x,
      person.y + person.height * 0.75,
      person.z + place.facing * (out - ajar.out),
    ];
    const hit = (out: number, open: Sightline['open']) => {
      const [x, y, z] = chestAt(out);
      return seen([x, y, z + place.facing], [x, y, z], 0, { open });
    };
    const there = hit(ajar.out, ajar)!;
    expect(there.subject.kind).toBe('person');
    for (const out of [0.05, server.travel * AJAR * 1.1])
      expect(hit(out, { ...ajar, out })?.distance, `${out}`).toBeCloseTo(there.distance, 6);
    expect(hit(0, undefined)?.subject.kind).not.toBe('person');
  });

  it('are not there in tall pictures, before the rack is, or, at the server, once its plate opens', () => {
    const { person } = people[1]!;
    const chest: Vector = [person.x, person.y + person.height * 0.42, person.z];
    const kindOf = (...more: [lift: number, more?: Parameters<typeof seen>[3]]) =>
      seen(eye, chest, ...more)?.subject.kind;
    expect(kindOf(0)).toBe('person');
    expect(kindOf(0.5)).not.toBe('person');
    expect(kindOf(0, { aspect: 0.5 })).not.toBe('person');
    expect(kindOf(0, { day: growth.installedDay[place.rackIndex]! - 1 })).not.toBe('person');
    expect(kindOf(0, { open: undefined })).not.toBe('person');
  });
});
