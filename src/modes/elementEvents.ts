import type { Stats } from './handle.ts';

/** Details of the element's events, by event name. */
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
