import type { Sightline } from '../views/sightline.ts';
import type { Waypoint } from '../views/path.ts';
import type { PictureSize } from '../views/freeWindow.ts';
import type { Pane } from '../views/lifeSize.ts';
import type { Pose } from '../views/pose.ts';

/** A part of the picture that is loaded when it is first wanted: the plan's dimensions and names, an overlay's paint, or the selected GPU's marker. */
export type Arrived = 'drawing' | 'paint' | 'marker';

/** Values that change every frame, kept out of React and the store. Listeners are called after each change and read them here. */
export interface Live {
  /** The day shown, decimal. */
  day: number;
  /**
   * Where the last frame shows a point (metres; site frame of the current campus, turned by `turn`, as a turned building's is): CSS pixels
   * from left and top; undefined behind the eye or without a frame.
   */
  project(x: number, y: number, z: number, turn?: number): { x: number; y: number } | undefined;
  /** The ray through a CSS pixel for each shown parcel, in their order; empty while there is no scene. */
  sightlines(x: number, y: number): readonly Sightline[];
  /** Metres per CSS pixel at the camera's target; 0 before the first frame. */
  metresPerPixel: number;
  /** Decimal zoom level: 0 at the first station, 1 at the second, and so on. */
  zoomLevel: number;
  /** Where the next frame puts the eye, scene frame, if that is led along a way; the frame takes it away. */
  led: Waypoint | undefined;
  /** Makes a picture of this size a pane of glass instead of a station, pose in the scene frame; undefined for stations. */
  pane: ((picture: PictureSize, camera: { fov: number; isFlat: boolean }) => Pane | undefined) | undefined;
  /** First pose instead of the view's station, scene frame; undefined once it is used. */
  begin: Pose | undefined;
  /** Whether a still picture with a given size and quality is being drawn. */
  isStill: boolean;
  /** Parts of the picture that have been loaded since they were first wanted, or could not be. */
  arrived: Set<Arrived>;
  /** Settles when parts of the picture that are being loaded have arrived; undefined if none are. */
  pending: Promise<void> | undefined;
  /** The same for the post-processing of the last drawn frame, which may be presented without it. */
  pendingEffect: Promise<void> | undefined;
  /** Width covered by controls on each side of the picture, CSS pixels; stations are framed for the rest. */
  covered: { left: number; top: number; right: number; bottom: number };
  /** Figures of the last drawn frame; `count` is the number of frames drawn since load. */
  frame: { drawCalls: number; triangles: number; jsMs: number; count: number };
  memory: { geometries: number; textures: number; programs: number };
  contextLosses: number;
  /** Calls every listener: a value changed, and a frame is wanted. */
  touch(): void;
  /** Calls every watcher: a frame was drawn. */
  drawn(): void;
  /** Calls back after every drawn frame. Returns a function that stops it. */
  watch(watcher: () => void): () => void;
  /** Calls back after every change. Returns a function that stops it. */
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
    led: undefined,
    pane: undefined,
    begin: undefined,
    isStill: false,
    arrived: new Set(),
    pending: undefined,
    pendingEffect: undefined,
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
