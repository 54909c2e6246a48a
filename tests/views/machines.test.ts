import { describe, expect, it } from 'vitest';
import { focusGpu } from '../../src/views/focus.ts';
import { distanceOf } from '../../src/views/pose.ts';
import { serverOpening } from '../../src/views/serverOpening.ts';
import { station } from '../../src/views/stations.ts';
import { shownAt, VIEWS } from '../../src/views/view.ts';
import { levelDistances, zoomLevelOf } from '../../src/views/zoomLevels.ts';
import { addressOf } from '../../src/layout/address.ts';
import { serverOf } from '../../src/layout/serverPlan.ts';
import { machines } from '../fixtures/machines.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';

const withServers = machines.filter(([, { layout }]) => layout.totals.servers > 0);

describe.each(withServers)('the near stations of %s', (_, { layout }) => {
  it.each([0.46, 0.8, 1.28, 16 / 9, 2.4])(
    'have their own level, at which the server is all out, at %s',
    (aspect) => {
      const gpu = focusGpu(layout);
      const stations = VIEWS.map((view) => station(view, layout, gpu, { aspect, fov }));
      const distances = levelDistances(stations);
      const opening = serverOpening(layout, gpu);
      const { travel } = serverOf(layout, gpu).plan;
      for (const view of ['rack', 'server', 'gpu'] as const) {
        const level = VIEWS.indexOf(view);
        const pose = stations[level]!;
        expect(zoomLevelOf(distanceOf(pose), distances)).toBeCloseTo(level, 6);
        const open = opening(pose.target, level);
        expect(open?.out ?? 0).toBeCloseTo(view === 'rack' ? 0 : travel, 6);
        expect(open?.lift ?? 0).toBeCloseTo(view === 'gpu' ? 1 : 0, 6);
      }
    },
  );
});

describe('a site without GPUs', () => {
  const { layout } = machines.find(([id]) => id === 'fugaku')![1];
  const { racks, totals } = layout;

  it('numbers its servers rack by rack', () => {
    let number = 0;
    for (let rackIndex = 0; rackIndex < racks.count; rackIndex++)
      for (const server of [1, racks.servers[rackIndex]!]) {
        const address = addressOf(layout, number + server);
        expect(address).toMatchObject({ rackIndex, server, gpu: 0, place: racks.place[rackIndex] });
        if (server > 1) number += server;
      }
    expect(number).toBe(totals.servers);
    for (const none of [0, -1, 1.5, totals.servers + 1])
      expect(() => addressOf(layout, none), String(none)).toThrow(RangeError);
  });

  it('shows one of its servers from near, and a processor where others have a GPU', () => {
    const shown = focusGpu(layout);
    expect(addressOf(layout, shown)).toMatchObject({ hall: 1, row: 11, place: 4, server: 5 });
    expect(shownAt('gpu', totals.gpus)).toBe('processor');
    expect(shownAt('server', totals.gpus)).toBe('server');
    expect(shownAt('gpu', 8)).toBe('gpu');
  });
});
