import {
  advance,
  createRoot,
  extend,
  type ReconcilerRoot,
  type RootState,
  unmountComponentAtNode,
} from '@react-three/fiber';
import { startTransition } from 'react';
import { Group, Mesh, setConsoleFunction, WebGLRenderer } from 'three';
import type { Experience } from '../state/experience.ts';
import { ExperienceContext } from '../state/hooks.ts';
import { inSlices, pause } from '../state/slices.ts';
import { type CameraHandle, createCameraHandle } from './camera/cameraHandle.ts';
import { thingsAhead } from './campus/campusThings.ts';
import { fullRatio } from './context/pixelRatio.ts';
import { whenArrived } from './frame/hasArrived.ts';
import { Scene } from './Scene.tsx';

/** fiber makes a THREE.Clock on every root, and three warns that it is deprecated. Every other message goes through. */
setConsoleFunction((type, message, ...rest) => {
  if (type === 'warn' && typeof message === 'string' && message.includes('THREE.Clock')) return;
  const write = type === 'error' ? 'error' : type === 'warn' ? 'warn' : 'log';
  // biome-ignore lint/suspicious/noConsole: passes on three's messages.
  console[write](message, ...rest);
});

extend({ Group, Mesh });

/** Vertical, degrees. */
const FIELD_OF_VIEW = 32;
/** Frames of a measurement that are not counted. */
const WARM_UP_FRAMES = 30;

/** Medians over the frames of a measurement, milliseconds: JavaScript of the scene's frame, and the whole frame until the GPU is done. */
export interface Measurement {
  jsMs: number;
  frameMs: number;
}

export interface SceneHandle {
  camera: CameraHandle;
  /** A copy of the picture as it is now, in a canvas without a context that could be lost. */
  copy(): HTMLCanvasElement;
  /** Resolves when all that the picture shows now has been loaded and drawn. */
  complete(): Promise<void>;
  toBlob(options?: { width?: number; height?: number; type?: string }): Promise<Blob>;
  measure(options: { n: number; dtDays: number }): Promise<Measurement>;
  resize(): void;
  /** Resolves when the context is freed. */
  dispose(): Promise<void>;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

let isKnownToDraw = false;

/**
 * Whether this browser has WebGL2. Tried on a canvas of its own, since one whose context was lost on purpose could not be used; and
 * until it is known, since every further context may cost the page another.
 */
export function canDraw(): boolean {
  if (isKnownToDraw) return true;
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    isKnownToDraw = context !== null;
  } catch {
    // Some browsers throw where WebGL is switched off.
  }
  return isKnownToDraw;
}

/** Mounts the scene on a canvas in a sized parent. Resolves once the first frame is presented; rejects where there is no WebGL2. */
export async function mountScene(canvas: HTMLCanvasElement, experience: Experience): Promise<SceneHandle> {
  const { store, live } = experience;
  const camera = createCameraHandle();
  const root: ReconcilerRoot<HTMLCanvasElement> = createRoot(canvas);
  const low = () => store.getState().quality === 'low';
  const box = () => {
    // The size in the page's layout: a transform around the picture, such as that of a deck, changes only the rectangle on the screen.
    const { clientWidth, clientHeight } = canvas.parentElement ?? canvas;
    return { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight), top: 0, left: 0 };
  };
  const ratio = () => fullRatio(store.getState().quality);
  await root.configure({
    gl: (defaults) =>
      new WebGLRenderer({
        ...defaults,
        // The shadow on a floor is kept in the frame's alpha until the floor is painted.
        alpha: true,
        antialias: !low(),
        powerPreference: 'high-performance',
        // The stencil lets each pixel of the ground be painted once.
        stencil: true,
      }),
    flat: true,
    // Shaders encode for the screen themselves. three would otherwise compile other programs for frames drawn into a texture.
    linear: true,
    frameloop: 'demand',
    dpr: ratio(),
    size: box(),
    camera: { fov: FIELD_OF_VIEW, near: 1, far: 12000, position: [300, 300, 500] },
  });

  live.arrived.clear();
  let presented: () => void;
  const first = new Promise<void>((resolve) => {
    presented = () => resolve();
  });
  await pause();
  await inSlices(thingsAhead(store.getState().campuses));
  // React renders a root's first content at once, and only what comes later in slices.
  const scene = root.render(null);
  startTransition(() => {
    root.render(
      <ExperienceContext value={experience}>
        <Scene camera={camera} onDrawn={() => presented()} />
      </ExperienceContext>,
    );
  });
  const state = (): RootState => scene.getState();
  const { gl } = state();
  // Alpha 1 means no shadow. A restored context starts with alpha 0.
  const clearShadows = () => gl.setClearColor(0x000000, 1);
  clearShadows();

  const lost = (event: Event) => {
    event.preventDefault();
    live.contextLosses++;
    experience.set({ picture: 'lost' });
  };
  const restored = () => {
    clearShadows();
    experience.set({ picture: 'shown' });
    state().invalidate();
  };
  canvas.addEventListener('webglcontextlost', lost);
  canvas.addEventListener('webglcontextrestored', restored);

  const handle: SceneHandle = {
    camera,
    copy() {
      advance(performance.now(), true, state());
      const made = document.createElement('canvas');
      Object.assign(made, { width: canvas.width, height: canvas.height });
      // A place of one CSS pixel has none where the page is shown smaller than that; there is nothing to copy then.
      if (canvas.width > 0 && canvas.height > 0) made.getContext('2d')?.drawImage(canvas, 0, 0);
      return made;
    },
    async complete() {
      // What was chosen, the day and the camera may have changed since the last frame, and parts of the picture may have to be loaded for them.
      await whenArrived(experience);
      advance(performance.now(), true, state());
      await Promise.all([live.pending, live.pendingEffect]);
    },
    async toBlob({ width, height, type = 'image/png' } = {}) {
      const { size } = state();
      const pixels = { width: width ?? canvas.width, height: height ?? canvas.height };
      const attached = camera.attached();
      const isFramed = attached?.atStation() ?? false;
      /** A station is framed for the whole picture, without the page's furniture; the canvas is as it was before the browser shows it. */
      const shape = (width: number, height: number, ratio: number, own: boolean) => {
        gl.setPixelRatio(ratio);
        gl.setSize(width, height, false);
        if (attached) {
          attached.camera.aspect = width / height;
          attached.camera.updateProjectionMatrix();
          if (isFramed) attached.go(false, own ? { width, height } : undefined);
        }
        attached?.align();
        // Draws a frame, with everything that depends on where the eye is.
        advance(performance.now(), true, state());
      };
      await handle.complete();
      const before = gl.getPixelRatio();
      live.isStill = true;
      shape(pixels.width, pixels.height, 1, true);
      const blob = new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, type, 0.92);
      });
      shape(size.width, size.height, before, false);
      live.isStill = false;
      const made = await blob;
      if (!made) throw new Error(`The picture could not be written as ${type}.`);
      return made;
    },
    async measure({ n, dtDays }) {
      const context = gl.getContext();
      const pixel = new Uint8Array(4);
      const js: number[] = [];
      const whole: number[] = [];
      const day = live.day;
      for (let frame = -WARM_UP_FRAMES; frame < n; frame++) {
        live.day += dtDays;
        const begun = performance.now();
        advance(begun, true, state());
        context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel);
        if (frame < 0) continue;
        whole.push(performance.now() - begun);
        js.push(live.frame.jsMs);
        // Lets the page's messages and timers through during a long measurement.
        if (frame % 10 === 9) await new Promise((resolve) => setTimeout(resolve));
      }
      experience.seek(day);
      return { jsMs: median(js), frameMs: median(whole) };
    },
    resize() {
      const { width, height } = box();
      state().setDpr(ratio());
      state().setSize(width, height);
    },
    dispose() {
      canvas.removeEventListener('webglcontextlost', lost);
      canvas.removeEventListener('webglcontextrestored', restored);
      // Nothing more arrives, and nobody is to wait for it.
      live.arrived.add('drawing').add('paint').add('marker');
      live.touch();
      return new Promise((resolve) => {
        unmountComponentAtNode(canvas, () => resolve());
      });
    },
  };
  await first;
  // fiber keeps its first state for good, and with it this list of frame callbacks, which would hold on to what they drew.
  scene.getInitialState().internal.subscribers = [];
  return handle;
}
