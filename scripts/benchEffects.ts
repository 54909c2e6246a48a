/** What each effect of a higher quality costs: frame time with it relative to the frame time without, in turns. */
import type { Quality } from '../src/state/choice.ts';
import type { Look } from '../src/views/look.ts';
import type { View } from '../src/views/view.ts';
import { type Opened, withHandle } from '../tests/harness/browser.ts';
import { drawn } from '../tests/scene/scene.ts';
import { median, type Row } from './benchTable.ts';

interface Trial {
  what: string;
  view: View;
  look: Look;
  off: Quality;
  on: Quality;
}

const TRIALS: readonly Trial[] = [
  { what: "the floor's mirror image", view: 'aisle', look: 'night', off: 'low', on: 'medium' },
  { what: 'shade in screen space', view: 'hall', look: 'model', off: 'medium', on: 'high' },
  { what: 'glow around lamps', view: 'hall', look: 'night', off: 'medium', on: 'high' },
  { what: 'shade and shallow focus', view: 'server', look: 'model', off: 'medium', on: 'high' },
  { what: 'glow and shallow focus', view: 'rack', look: 'night', off: 'medium', on: 'high' },
];

export async function effectRows(
  opened: Opened,
  frameMs: () => Promise<number>,
  rounds: number,
  say: (what: string) => void,
): Promise<Row[]> {
  const { page } = opened;
  const set = (name: 'look' | 'quality', value: string) =>
    page.evaluate(
      ([key, to]) => document.querySelector('rack-field')!.setAttribute(key!, to!),
      [name, value],
    );
  const rows: Row[] = [];
  await page.bringToFront();
  for (const { what, view, look, off, on } of TRIALS) {
    say(`${what}, ${view}, ${look}`);
    await set('look', look);
    await withHandle(page, (handle, to) => handle.goTo(to), view);
    const ratios: number[] = [];
    const timeAt = async (quality: Quality) => {
      await set('quality', quality);
      await drawn(page, 15);
      return frameMs();
    };
    for (let round = 0; round < rounds; round++) {
      const before = await timeAt(off);
      const rich = await timeAt(on);
      ratios.push((2 * rich) / (before + (await timeAt(off))));
    }
    rows.push({
      group: 'Frame time with an effect / without',
      what: `${what}, ${view}, look=${look}`,
      unit: 'x',
      measured: median(ratios),
    });
  }
  await set('quality', 'low');
  await set('look', 'model');
  await withHandle(page, (handle) => handle.goTo('site'));
  return rows;
}
