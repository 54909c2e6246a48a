/** Frame times of every station in every look, relative to the floor measured right before and after. */
import { LOOKS } from '../src/views/look.ts';
import { VIEWS } from '../src/views/view.ts';
import { type Opened, withHandle } from '../tests/harness/browser.ts';
import { median, type Row } from './benchTable.ts';

/** Measure milliseconds of a frame: of a full-screen quad, and of the opened page. */
export interface StationTimes {
  floor(): Promise<number>;
  scene(): Promise<number>;
}

/** Times of the scene's frame in floors, each between two frames of the floor. */
export async function floorsOf({ floor, scene }: StationTimes, rounds: number): Promise<number[]> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = await floor();
    const own = await scene();
    const after = await floor();
    ratios.push(own / ((before + after) / 2));
  }
  return ratios;
}

export async function* stationRows(
  opened: Opened,
  times: StationTimes,
  rounds: number,
  say: (what: string) => void,
): AsyncGenerator<Row[]> {
  for (const look of LOOKS) {
    const rows: Row[] = [];
    await opened.page.evaluate((to) => document.querySelector('rack-field')?.setAttribute('look', to), look);
    for (const view of VIEWS) {
      say(`frames, ${view}, ${look}`);
      await withHandle(opened.page, (handle, to) => handle.goTo(to), view);
      const ratios = await floorsOf(times, rounds);
      rows.push({
        group: `Frame time / floor, every station, quality=low, look=${look}`,
        what: view,
        unit: 'x',
        measured: median(ratios),
        atMost: view === 'site' ? 3 : 5,
      });
    }
    yield rows;
  }
  await opened.page.evaluate(() => document.querySelector('rack-field')?.setAttribute('look', 'model'));
  await withHandle(opened.page, (handle) => handle.goTo('site'));
}
