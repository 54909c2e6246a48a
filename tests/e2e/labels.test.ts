import { describe, expect, it } from 'vitest';
import { station } from '../../src/views/stations.ts';
import { seenFrom, VERTICAL_FIELD } from '../fixtures/projection.ts';
import { assertSilent } from '../harness/browser.ts';
import { COARSE, harnessForFile } from '../harness/suite.ts';
import { drawn, plan, PLAIN } from '../scene/scene.ts';

const harness = harnessForFile({}, COARSE);

describe('the names of the halls', () => {
  it('stand over their halls, and leave where they would only be in the way', async () => {
    const opened = await harness().open(`?view=building&${PLAIN}`, {
      viewport: { width: 1280, height: 720 },
    });
    const { page } = opened;
    await drawn(page);
    const shown = await page.$$eval('.label:not([hidden])', (labels) =>
      labels.map((label) => ({ name: label.textContent, x: label.getBoundingClientRect().x })),
    );
    expect(shown.map(({ name }) => name)).toEqual(plan.site.halls.map(({ number }) => `Hall ${number}`));
    // The free part of the window shifts the picture, but not the distances in it by more than its scale.
    const pose = station('building', plan, 0, { aspect: 1, fov: VERTICAL_FIELD });
    const across = plan.site.halls.map(
      ({ rect }) => seenFrom(pose, [(rect.x0 + rect.x1) / 2, 4.4, rect.z0], 1).x,
    );
    const order = (numbers: number[]) => numbers.map((_, at) => at).sort((a, b) => numbers[a]! - numbers[b]!);
    expect(order(shown.map(({ x }) => x)).slice(0, 2)).toEqual(order(across).slice(0, 2));
    await page.keyboard.press('r');
    await drawn(page);
    expect(await page.locator('.label:not([hidden])').count()).toBe(0);
    assertSilent(opened);
  });
});
