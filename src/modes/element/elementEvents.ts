import type { Stats } from '../experience/handle.ts';

/** Details of the element's events, by event name. */
export interface RackFieldEvents {
  load: { stats: Stats };
  progress: { totalProgress: number };
  /**
   * `chunk`: a part of the script did not come; it is tried again. `picture`: the picture could not be made. `webgl`: nothing can be drawn.
   * `webglcontextlost`: the picture was lost for now.
   */
  error: { message: string; reason: 'chunk' | 'picture' | 'webgl' | 'webglcontextlost' };
  play: { day: number };
  pause: { day: number };
  daychange: { day: number; date: string };
  viewchange: { view: string; gpu: number };
  select: { gpu: number };
  /** A step of a story is told or moved to; `index` counts from 0, `steps` is how many there are. */
  step: { story: string; step: string; index: number; steps: number };
}
