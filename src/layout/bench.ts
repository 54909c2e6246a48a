import type { Block, ServerPlan } from './serverPlan.ts';

/** From the middle of one module on a bench to the next, and the bench's depth and thickness; metres, assumed. */
const PITCH = 0.136;
const [DEPTH, THICK] = [0.28, 0.018];
/** Height of an open cold plate above the modules of a server, metres. */
const PLATE_ROOM = 0.14;

/**
 * The bench on which modules are compared, over the part of a server that is drawn out: server frame, moved out with the server, metres.
 * It is wide enough for `count` modules.
 */
export function benchOver({ height, modules, travel }: ServerPlan, count: number): Block {
  const top = Math.max(height, (modules[0]?.y ?? 0) + PLATE_ROOM) + THICK;
  return { x: 0, y: top - THICK / 2, z: -travel / 2, size: [count * PITCH + THICK, THICK, DEPTH] };
}

/** How far the middle of a module (from 0) lies to the right of the bench's, metres. */
export const onBench = (index: number, count: number): number => (index - (count - 1) / 2) * PITCH;
