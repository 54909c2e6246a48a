import type { Stats } from './handle.ts';

/** Keys of the address that are attributes, and properties, of the element. */
export const KEYS = [
  'site',
  'config',
  'date',
  'day',
  'curve',
  'view',
  'gpu',
  'look',
  'overlay',
  'compare',
  'story',
  'step',
  'lang',
  'quality',
  'motion',
  'play',
] as const;

/** Every event's detail, by name. */
export interface RackFieldEvents {
  load: { stats: Stats };
  progress: { totalProgress: number };
  error: { message: string };
  play: { day: number };
  pause: { day: number };
  daychange: { day: number; date: string };
  viewchange: { view: string; gpu: number };
  select: { gpu: number };
}
