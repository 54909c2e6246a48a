/** Memory that is not freed after many mounts and unmounts of the element. */
import type { Page } from 'playwright-core';
import type { Harness, Opened } from '../tests/harness/browser.ts';
import { hostPage } from '../tests/harness/serve.ts';
import type { Row } from './benchTable.ts';

export interface MemoryReading {
  geometries: number;
  textures: number;
  programs: number;
  /** JavaScript heap in use after garbage collection, bytes. */
  heap: number;
}

export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

export async function memoryOf(opened: Opened): Promise<MemoryReading> {
  const { memory } = await opened.stats();
  return { ...memory, heap: await heapBytes(opened.page) };
}

/**
 * Mounts before the first reading. Compiled code (the heap's InstructionStream and its tables) grows by about 1.4 MB over the
 * first forty and then levels off; of our own objects nothing stays.
 */
const WARM_UP = 40;

/** Mounts the element on a plain page, waits for its picture and removes it, n times. */
export async function mountRows(harness: Harness, n: number, say: (what: string) => void): Promise<Row[]> {
  say(`${n} mounts and unmounts`);
  const group = `Memory after ${n} mounts and unmounts of the element, after ${WARM_UP} as a warm-up`;
  const script = `<script type="module" src="${harness.at('embed.js')}"></script>`;
  const opened = await harness.open(harness.offer('mounts', hostPage('', script)), { ready: false });
  const cycle = (times: number) =>
    opened.page.evaluate(async (count) => {
      let memory = { geometries: 0, textures: 0, programs: 0 };
      for (let turn = 0; turn < count; turn++) {
        const element = document.createElement('rack-field') as HTMLElement & {
          stats?(): { ready: boolean; memory: typeof memory };
        };
        element.setAttribute('quality', 'low');
        const loaded = new Promise((resolve) => element.addEventListener('load', resolve, { once: true }));
        document.body.append(element);
        await loaded;
        while (!element.stats?.().ready) await new Promise((resolve) => requestAnimationFrame(resolve));
        memory = { ...element.stats().memory };
        element.remove();
        // The context is freed shortly after the element is removed.
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return memory;
    }, times);
  const first = await cycle(WARM_UP);
  const before = await heapBytes(opened.page);
  const last = await cycle(n);
  const after = await heapBytes(opened.page);
  const losses = opened.messages.filter((line) => /context/i.test(line)).length;
  await opened.close();
  return [
    { group, what: 'geometries more', unit: '', measured: last.geometries - first.geometries, atMost: 0 },
    { group, what: 'textures more', unit: '', measured: last.textures - first.textures, atMost: 0 },
    { group, what: 'programs more', unit: '', measured: last.programs - first.programs, atMost: 0 },
    { group, what: 'heap more', unit: 'MB', measured: (after - before) / 1e6, atMost: 2 },
    { group, what: 'warnings about contexts', unit: '', measured: losses, atMost: 0 },
  ];
}
