import type { CDPSession } from 'playwright-core';
import type { Opened } from './browser.ts';

/** Objects of a prototype that are still held, after garbage has been collected. */
async function count(session: CDPSession, prototype: string, keep = 'true'): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', { expression: prototype });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const counted = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: `function () { return this.filter((object) => ${keep}).length; }`,
    returnByValue: true,
  });
  await session.send('Runtime.releaseObject', { objectId: objects.objectId! });
  return counted.result.value as number;
}

/** How many objects of each of these classes of the page something still holds. */
export async function liveObjects(
  { context, page }: Opened,
  classes: readonly string[],
): Promise<Record<string, number>> {
  const session = await context.newCDPSession(page);
  const counts: Record<string, number> = {};
  for (const name of classes) counts[name] = await count(session, `${name}.prototype`);
  await session.detach();
  return counts;
}

/** How many typed arrays of this class and length something still holds. */
export async function liveArrays({ context, page }: Opened, name: string, length: number): Promise<number> {
  const session = await context.newCDPSession(page);
  const found = await count(session, `${name}.prototype`, `object.length === ${Number(length)}`);
  await session.detach();
  return found;
}
