import { describe, expect, it } from 'vitest';
import { whatIsAt } from '../../src/inventory/query/whatIsAt.ts';
import type { Vector } from '../../src/inventory/query/rays.ts';
import { addressOf } from '../../src/layout/address.ts';
import { modulePlan } from '../../src/layout/modulePlan.ts';
import { serverParts } from '../../src/layout/serverParts.ts';
import { acceleratorOf, serverPlan, serverPosition } from '../../src/layout/serverPlan.ts';
import { techniciansOf } from '../../src/scene/near/atWork.ts';
import { nearAt } from '../../src/scene/near/nearAt.ts';
import { openServer } from '../../src/scene/near/openServer.ts';
import { ofServer } from '../../src/views/closeStations.ts';
import { focusGpu } from '../../src/views/focus.ts';
import { station } from '../../src/views/stations.ts';
import { seenFrom, VERTICAL_FIELD as fov } from '../fixtures/projection.ts';
import { withHandle } from '../harness/browser.ts';
import type { Explained, WithHandle } from '../harness/handle.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { machines } from '../fixtures/machines.ts';
import { campus, growth, plan } from '../inventory/campus.ts';
import { cameraAt, goTo, PLAIN, seek, show } from '../scene/scene.ts';

const harness = harnessForFile();
const viewport = { width: 640, height: 360 };
const shared = sharedPage(harness, `embed/?${PLAIN}`, { viewport });
const aspect = viewport.width / viewport.height;
const gpu = focusGpu(plan);
const NOWHERE = { x0: 0, x1: 0, z0: 0, z1: 0 };

/** Middles of everything that stands, by what it is. */
const middles = [
  ...[...campus.boxes, ...campus.details.flat()].map(
    ({ subject, x, y = 0, z, size }) => [subject.kind, [x, y + size[1] / 2, z]] as const,
  ),
  ...campus.rods.map(
    ({ subject, from, to }) =>
      [subject.kind, from.map((start, axis) => (start + to[axis]!) / 2) as unknown as Vector] as const,
  ),
  ...campus.people.map(({ x, y, z, height }) => ['person', [x, y + height * 0.6, z]] as const),
  ...campus.trees.map(({ x, z, height }) => ['tree', [x, height * 0.62, z]] as const),
  ...campus.ground.shapes.map(({ subject, corners }) => {
    const sum = corners.reduce(([x, z], corner) => [x + corner[0], z + corner[1]], [0, 0]);
    return [subject.kind, [sum[0]! / corners.length, 0, sum[1]! / corners.length]] as const;
  }),
];

/** CSS pixels at which a station's picture shows things of a kind, by a camera worked out here and arithmetic in Node. */
function pixelsOf(kind: string, view: 'site' | 'building' | 'hall' | 'aisle'): [number, number][] {
  const pose = station(view, plan, gpu, { aspect, fov });
  const [x, y, z] = pose.eye;
  const isInside = view === 'aisle';
  const sight = {
    ...{ day: 214, eye: { x, y, z }, isPlan: false, cut: isInside ? 12 : 4.2, roof: 0, ceiling: 1e6 },
    ...{ inside: isInside ? 1 : 0, leftOut: pose.gap ?? NOWHERE },
  };
  return middles.flatMap(([own, middle]): [number, number][] => {
    if (own !== kind) return [];
    const seen = seenFrom(pose, middle, aspect);
    if (seen.depth < 0 || Math.abs(seen.x) > 0.97 || Math.abs(seen.y) > 0.97) return [];
    const direction: Vector = [middle[0] - x, middle[1] - y, middle[2] - z];
    if (whatIsAt(campus, { origin: pose.eye, direction }, sight)?.subject.kind !== kind) return [];
    return [[((seen.x + 1) / 2) * viewport.width, ((1 - seen.y) / 2) * viewport.height]];
  });
}

/** What an eye at the server's station sees at a place, by arithmetic. */
function kindAt(eye: Vector, to: Vector): string | undefined {
  const { rackIndex, from, to: high } = serverPosition(plan, gpu);
  const kind = plan.site.rackKinds[plan.racks.kind[rackIndex]!]!;
  const { face, travel: out } = serverPlan(plan, kind, acceleratorOf(plan, rackIndex));
  const open = { rackIndex, gpu, from, to: high, middle: 0, halfWidth: face / 2, out, lift: 0, ceiling: 9 };
  const sight = {
    ...{ day: 214, eye: { x: eye[0], y: eye[1], z: eye[2] }, isPlan: false, cut: 12, roof: 0 },
    ...{ inside: 1, ceiling: 9, leftOut: NOWHERE },
  };
  const direction: Vector = [to[0] - eye[0], to[1] - eye[1], to[2] - eye[2]];
  const line = { ray: { origin: eye, direction }, sight, open, aspect };
  return nearAt(plan, growth, gpu, 5, line, null)?.subject.kind;
}

type Page = Awaited<ReturnType<ReturnType<typeof harness>['open']>>['page'];
const explained = (page: Page, [x, y]: readonly [number, number]): Promise<Explained | null> =>
  withHandle(page, (handle, at: [number, number]) => handle.explain(...at), [x, y]);

/** The middle one of some places: none at the very edge of what can be seen. */
const middleOf = <T>(list: readonly T[]): T => list[list.length >> 1]!;

describe('explain', () => {
  it.each([
    ['site', ['chiller', 'road', 'lawn', 'parking', 'pitch', 'wall', 'tree', 'car', 'person', 'lamp', 'bus']],
    ['building', ['pump', 'pipe', 'fibre-tray', 'busway', 'switchgear', 'column', 'hall-wall', 'person']],
    ['aisle', ['fibre-tray', 'light', 'tap-off', 'person']],
  ] as const)('names what the picture of the %s shows at a pixel', async (view, kinds) => {
    const { page } = shared();
    await show(page, `view=${view}&day=214`);
    for (const kind of kinds) {
      const pixel = middleOf(pixelsOf(kind, view));
      const found = await explained(page, pixel);
      expect(found?.subject, `${kind} at ${pixel}`).toBe(kind);
      expect(found?.campus).toBe('colossus');
      expect(found?.name).toMatch(/^[A-Z0-9]/);
      for (const { id, name, value, unit, source } of found?.figures ?? []) {
        expect([id, name, unit].every((text) => text.length > 0)).toBe(true);
        expect(Number.isFinite(value)).toBe(true);
        expect(source?.publisher, id).toBeTruthy();
      }
    }
  });

  it('gives a chiller its catalogue figures, a rack its place, the sky nothing, and follows the days', async () => {
    const { page } = shared();
    await show(page, 'day=214');
    const pixel = middleOf(pixelsOf('chiller', 'site'));
    const chiller = await explained(page, pixel);
    expect(chiller?.name).toBe(plan.site.catalogue.get('chiller')!.name);
    const height = chiller?.figures.find(({ id }) => id === 'chiller.height');
    expect(height).toMatchObject({
      name: 'Height',
      unit: 'm',
      value: plan.site.catalogue.get('chiller')!.size.y,
    });
    expect(chiller?.figures.map(({ id }) => id)).toContain('units.chiller');
    await seek(page, 0);
    expect((await explained(page, pixel))?.subject).toBe('lawn');

    await seek(page, 214);
    const rackIndex = 100;
    const { racks } = plan;
    const pose = station('site', plan, gpu, { aspect, fov });
    const top = [racks.x[rackIndex]!, racks.y[rackIndex]! + 2.2, racks.z[rackIndex]!] as const;
    const seen = seenFrom(pose, top, aspect);
    const rack = await explained(page, [
      ((seen.x + 1) / 2) * viewport.width,
      ((1 - seen.y) / 2) * viewport.height,
    ]);
    expect(rack?.address).toMatchObject({ hall: racks.hall[rackIndex], row: racks.row[rackIndex] });

    await show(page, `day=214&${cameraAt(0, 3, 330, 0, 9, 200)}`);
    expect(await explained(page, [320, 5])).toBeNull();
    expect((await explained(page, [320, 355]))?.subject).toMatch(/lawn|pitch|hedge|road|tree|field/);
  });

  it('names the technicians, the front, plates and hoses of the server that is pulled out, and the die under its plate', async () => {
    const { page } = shared();
    await show(page, 'view=server&day=214');
    const place = serverPosition(plan, gpu);
    const kind = plan.site.rackKinds[plan.racks.kind[place.rackIndex]!]!;
    const accelerator = acceleratorOf(plan, place.rackIndex);
    const server = serverParts(plan, kind, accelerator);
    const own = addressOf(plan, gpu).gpu;
    const { x, y, z, size } = server.modules[own - 1]!;
    const cell = ([px, py, pz]: Vector) => ofServer(place, [px, py, pz], server.travel);
    const at = (view: 'server' | 'gpu', to: Vector) => {
      const seen = seenFrom(station(view, plan, gpu, { aspect, fov }), to, aspect);
      return explained(page, [((seen.x + 1) / 2) * viewport.width, ((1 - seen.y) / 2) * viewport.height]);
    };
    const { person } = techniciansOf(plan, growth, gpu).at(-1)!;
    expect((await at('server', [person.x, person.y + person.height * 0.42, person.z]))?.subject).toBe(
      'person',
    );
    const front = await at('server', cell([0, server.height / 2, 0]));
    expect(front).toMatchObject({ subject: 'server', name: plan.site.catalogue.get(kind.server!)!.name });
    expect(front?.address).toEqual({
      ...{ hall: plan.racks.hall[place.rackIndex], row: plan.racks.row[place.rackIndex] },
      ...{ rack: plan.racks.place[place.rackIndex], server: place.server },
    });
    const plate = await at('server', cell([x, y + size[1] / 2, z]));
    expect(plate).toMatchObject({ subject: 'cold-plate', name: 'Cold plate' });
    expect(plate?.address).toMatchObject({ server: place.server, gpu: own, number: gpu });
    expect(plate?.figures.length).toBeGreaterThan(0);
    // The middle of a tube that nothing covers: by the arithmetic that the unit tests hold against the parts.
    const { eye } = station('server', plan, gpu, { aspect, fov });
    const { tubes } = openServer(server, modulePlan(plan, accelerator, server.modules[0]!));
    const hoses = tubes.flatMap(({ is, points: [p, q, r, t] }) => {
      const middle = (axis: 0 | 1 | 2) => (p[axis] + 3 * q[axis] + 3 * r[axis] + t[axis]) / 8;
      const to = cell([middle(0), middle(1), middle(2)]);
      return !is && kindAt(eye, to) === 'hose' ? [to] : [];
    });
    expect((await at('server', middleOf(hoses)))?.subject).toBe('hose');

    await goTo(page, 'gpu');
    const die = await at('gpu', cell([x + 0.004, y - size[1] / 2 + 0.009, z]));
    expect(die).toMatchObject({ subject: 'gpu', name: plan.site.catalogue.get(accelerator)!.name });
    expect(die?.address).toMatchObject({ number: gpu });
  });

  it.each([
    ['frontier', ['floor', 'gpu', 'rack'], ['floor', 'gpu', 'rack', 'server'], ['gpu', 'server']],
    ['meta-24k', ['floor', 'gpu', 'rack'], ['floor', 'gpu', 'heat-sink', 'rack', 'server'], ['gpu']],
  ] as const)(
    'names all that the near stations of %s show, with figures, sources and grades',
    async (id, ...shown) => {
      const { page } = shared();
      const { site, document } = machines.find(([own]) => own === id)![1];
      await withHandle(page, (handle, given: unknown) => handle.setSite(given), document as unknown);
      const named = (kind: string) =>
        Object.values(document.catalogue ?? {}).find((entry) => entry.kind === kind)?.name;
      for (const [at, view] of (['rack', 'server', 'gpu'] as const).entries()) {
        await goTo(page, view);
        const found = await page.evaluate(
          async ([width, height]) => {
            const { rackfield } = window as unknown as WithHandle;
            const all: (Explained | null)[] = [];
            for (let y = 20; y < height; y += 40)
              for (let x = 20; x < width; x += 40) all.push(await rackfield.explain(x, y));
            return all;
          },
          [viewport.width, viewport.height] as const,
        );
        expect(found.map((thing) => thing?.subject)).toEqual(expect.arrayContaining([...shown[at]!]));
        for (const thing of found) {
          expect(thing?.grade).toMatch(/^(reported|announced|derived|assumed)$/);
          if (thing?.subject === 'rack') expect(thing.name).toBe(named('rack'));
          if (thing?.subject === 'server') expect(thing.name).toBe(named('server'));
          if (thing?.subject === 'gpu')
            expect(thing.name).toBe(named('accelerator') ?? site.catalogue.get('h100')!.name);
          expect(thing?.figures.length, `${thing?.subject} at ${view}`).toBeGreaterThan(0);
          for (const { id: figure, value, source } of thing!.figures) {
            expect(Number.isFinite(value), figure).toBe(true);
            expect(source?.publisher, figure).toBeTruthy();
          }
        }
      }
    },
  );
});
