/** What systems beside Colossus cost in the view of the site: frame time relative to the floor, and draw calls of each. */
import { LOOKS } from '../src/views/look.ts';
import { type Opened, withHandle } from '../tests/harness/browser.ts';
import { drawn } from '../tests/scene/scene.ts';
import { floorsOf, type StationTimes } from './benchStations.ts';
import { median, type Row } from './benchTable.ts';

/** Compared systems, those with the most racks of several kinds. */
const SYSTEMS = ['gigafactory', 'frontier', 'el-capitan'];

async function compare(opened: Opened, ids: readonly string[]): Promise<void> {
  await opened.page.bringToFront();
  await opened.page.evaluate(
    (to) => document.querySelector('rack-field')?.setAttribute('compare', to),
    ids.join(),
  );
  await opened.page.waitForFunction(
    (count) =>
      (window as unknown as { rackfield: { stats(): { campuses: unknown[] } } }).rackfield.stats().campuses
        .length === count,
    ids.length + 1,
  );
  await withHandle(opened.page, (handle) => handle.goTo('site'));
  await drawn(opened.page, 15);
}

export async function campusRows(
  opened: Opened,
  times: StationTimes,
  rounds: number,
  say: (what: string) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const look of LOOKS) {
    await opened.page.evaluate((to) => document.querySelector('rack-field')?.setAttribute('look', to), look);
    const calls: number[] = [];
    for (let count = 0; count <= SYSTEMS.length; count++) {
      say(`${count} systems beside Colossus, ${look}`);
      await compare(opened, SYSTEMS.slice(0, count));
      calls.push((await opened.stats()).frame.drawCalls);
    }
    const ratios = await floorsOf(times, rounds);
    const what = `${SYSTEMS.length} systems beside Colossus, look=${look}`;
    rows.push(
      {
        group: 'Frame time / floor, site view, quality=low',
        what,
        unit: 'x',
        measured: median(ratios),
        atMost: 5,
      },
      {
        group: 'Draw calls of a compared system',
        what,
        unit: '',
        measured: Math.max(...calls.slice(1).map((each, at) => each - calls[at]!)),
        atMost: 12,
      },
    );
  }
  await opened.page.evaluate(() => document.querySelector('rack-field')?.setAttribute('look', 'model'));
  await compare(opened, []);
  return rows;
}
