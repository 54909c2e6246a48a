import type { CDPSession } from 'playwright-core';
import type { Opened } from './browser.ts';

/** Objects of a prototype that are still held, after garbage has been collected; typed arrays are never found this way. */
async function count(session: CDPSession, prototype: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: prototype });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const counted = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId! });
  return counted.result.value as number;
}

/** How many objects of each of these classes of the page something still holds. */
export async function liveObjects(
  { page }: Opened,
  classes: readonly string[],
): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  const counts: Record<string, number> = {};
  for (const name of classes) counts[name] = await count(session, `${name}.prototype`);
  await session.detach();
  return counts;
}

type Recording = Window & { arrays: { length: number; made: WeakRef<Float64Array> }[] };

/** Writes down every longer Float64Array that the page makes, for {@link liveArrays}. Runs in the page, before its scripts. */
export function recordArrays() {
  const arrays: Recording['arrays'] = [];
  (window as unknown as Recording).arrays = arrays;
  window.Float64Array = new Proxy(Float64Array, {
    construct(plain, given: unknown[]) {
      const made = Reflect.construct(plain, given) as Float64Array;
      if (made.length > 16) arrays.push({ length: made.length, made: new WeakRef(made) });
      return made;
    },
  });
}

/** How many arrays of this length something still holds, of those that {@link recordArrays} has written down. */
export async function liveArrays({ page }: Opened, length: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  // Twice: what was looked at in the same task is held until that is over.
  for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return page.evaluate(
    (wanted) =>
      (window as unknown as Recording).arrays.filter(
        (each) => each.length === wanted && each.made.deref() !== undefined,
      ).length,
    length,
  );
}
