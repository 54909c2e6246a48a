import { describe, expect, it } from 'vitest';
import { focusGpu } from '../../src/views/focus.ts';
import { distanceOf } from '../../src/views/pose.ts';
import { serverOpening } from '../../src/views/serverOpening.ts';
import { station } from '../../src/views/stations.ts';
import { VIEWS } from '../../src/views/view.ts';
import { levelDistances, zoomLevelOf } from '../../src/views/zoomLevels.ts';
import { serverOf } from '../../src/layout/serverPlan.ts';
import { machines } from '../fixtures/machines.ts';
import { VERTICAL_FIELD as fov } from '../fixtures/projection.ts';

const withServers = machines.filter(([, { layout }]) => layout.totals.gpus > 0);

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
