/** The part of the bench that starts the exhibit without a network: it has to draw people about as soon as the explorer draws at all. */
import { startHarness } from '../tests/harness/browser.ts';
import type { WithHandle } from '../tests/harness/handle.ts';
import { median, type Row } from './benchTable.ts';

/** The time in the page's milliseconds when it shows its picture, else 0; of the exhibit, its attract loop. */
const shown = () => {
  const stats = (window as unknown as Partial<WithHandle>).rackfield?.stats?.();
  const isBegun = stats?.mode !== 'kiosk' || (stats.kiosk?.state === 'attract' && stats.story === 'attract');
  return stats?.ready && isBegun ? performance.now() : 0;
};

export async function coldStartRows(quick: boolean, say: (what: string) => void): Promise<Row[]> {
  say('cold starts without a network');
  const harness = await startHarness();
  const times = { explorer: [] as number[], exhibit: [] as number[] };
  try {
    const { page } = await harness.open('kiosk/?quality=low', { worker: true, alone: true });
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
      polling: 100,
    });
    await harness.cut();
    const start = async (path: string): Promise<number> => {
      const tab = await page.context().newPage();
      await tab.goto(harness.at(path));
      const seen = await tab.waitForFunction(shown, undefined, { polling: 'raf', timeout: 120_000 });
      const time = await seen.jsonValue();
      await tab.close();
      return time;
    };
    // Once before measuring, as the first start compiles what the others have.
    await start('?quality=low');
    await start('kiosk/?quality=low');
    for (let round = 0; round < (quick ? 1 : 5); round++) {
      times.explorer.push(await start('?quality=low'));
      times.exhibit.push(await start('kiosk/?quality=low'));
    }
  } finally {
    await harness.close();
  }
  const group = 'Start without a network, from what the browser keeps';
  const [explorer, exhibit] = [median(times.explorer), median(times.exhibit)];
  return [
    { group, what: 'explorer, first frame', unit: 'ms', measured: explorer },
    { group, what: 'exhibit, attract loop', unit: 'ms', measured: exhibit },
    { group, what: 'exhibit / explorer', unit: 'x', measured: exhibit / explorer, atMost: 1.5 },
  ];
}
