import { describe, it } from 'vitest';
import { assertGolden } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { pictureOf, show } from '../scene/scene.ts';

const [WIDTH, HEIGHT] = [480, 270];
const opened = sharedPage(harnessForFile(), 'embed/?quality=medium&motion=reduce', {
  viewport: { width: WIDTH, height: HEIGHT },
  reducedMotion: true,
});
/** Another build of the renderer smooths edges otherwise; what is moved, missing or lit otherwise is more than this. */
const MOST = Math.round(WIDTH * HEIGHT * 0.004);

/** One picture of every kind: far, middle and near, each look, a day before the end. */
const PICTURES = [
  ['site', 'view=site'],
  ['site on day 150', 'view=site&day=150'],
  ['hall', 'view=hall'],
  ['aisle', 'view=aisle'],
  ['rack at night', 'view=rack&look=night'],
  ['server', 'view=server'],
  ['gpu', 'view=gpu&gpu=170000'],
  ['building plan', 'view=building&look=plan'],
] as const;

describe('the picture is the one that was looked at', () => {
  it.each(PICTURES)('%s', async (name, query) => {
    const { page } = opened();
    await show(page, query);
    await assertGolden(name, await pictureOf(page, WIDTH, HEIGHT), { maxPixels: MOST });
  });
});
