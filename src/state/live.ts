import type { Sightline } from '../inventory/query/sightline.ts';
import type { Pose } from '../views/pose.ts';

/**
 * Values that change every frame. They stay out of React and out of the store; who draws them reads them here and is
 * told after each change.
 */
export interface Live {
  /** The day shown, decimal. */
  day: number;
  /**
   * Where the last drawn frame shows a place (site frame of the campus that the viewer is with, metres): CSS pixels from the picture's left and top. Undefined behind
   * the eye, and before the first frame.
   */
  project(x: number, y: number, z: number): { x: number; y: number } | undefined;
  /** The ray through a CSS pixel of the picture for each shown campus, in their order; empty while there is no scene. */
  sightlines(x: number, y: number): readonly Sightline[];
  /** Metres that one CSS pixel covers at the point looked at; 0 before the first frame. */
  metresPerPixel: number;
  /** Where the eye is between the stations: 0 at the first, 1 at the second, and so on, decimal. */
  zoomLevel: number;
  /** Where the camera begins instead of at the view's station, in the frame of the scene; gone once it has. */
  begin: Pose | undefined;
  /** A picture of its own is being made: its size and fineness are given. */
  isStill: boolean;
  /** There while parts that belong to the picture are still fetched; settles when they are there. */
  pending: Promise<void> | undefined;
  /** What furniture covers at each side of the picture, CSS pixels; stations are framed for the rest. */
  covered: { left: number; top: number; right: number; bottom: number };
  /** Of the last drawn frame; `count` is frames drawn since load. */
  frame: { drawCalls: number; triangles: number; jsMs: number; count: number };
  memory: { geometries: number; textures: number; programs: number };
  contextLosses: number;
  /** Tells every listener that a value changed: a frame is wanted. */
  touch(): void;
  /** Tells every watcher that a frame was drawn: scale and counts are the frame's. */
  drawn(): void;
  /** Hears of drawn frames. Returns the way to stop. */
  watch(watcher: () => void): () => void;
  /** Returns the way to stop listening. */
  listen(listener: () => void): () => void;
}

/** A fresh set of live values, one per mount. */
export function createLive(day: number): Live {
  const listeners = new Set<() => void>();
  const watchers = new Set<() => void>();
  return {
    day,
    project: () => undefined,
    sightlines: () => [],
    metresPerPixel: 0,
    zoomLevel: 0,
    begin: undefined,
    isStill: false,
    pending: undefined,
    covered: { left: 0, top: 0, right: 0, bottom: 0 },
    frame: { drawCalls: 0, triangles: 0, jsMs: 0, count: 0 },
    memory: { geometries: 0, textures: 0, programs: 0 },
    contextLosses: 0,
    touch() {
      for (const listener of listeners) listener();
    },
    drawn() {
      for (const watcher of watchers) watcher();
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
