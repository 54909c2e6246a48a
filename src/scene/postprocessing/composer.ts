import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  DepthTexture,
  Mesh,
  type Object3D,
  ShaderMaterial,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import { retryLater } from '../../state/retry.ts';
import type { Passes } from './passes.ts';
import type { Effect } from './wanted.ts';

/** The parts of three that passes use; handed to them, because an import there would move three out of the first chunk. */
const THREE = {
  BufferAttribute,
  BufferGeometry,
  Camera,
  DepthTexture,
  Mesh,
  ShaderMaterial,
  Vector2,
  WebGLRenderTarget,
};
export type Three = typeof THREE;

/** Draws frames, with post-processing if an effect is wanted and its chunk is loaded. */
interface FrameComposer {
  /** `focus` is the distance of the eye's subject, metres. */
  draw(gl: WebGLRenderer, scene: Object3D, camera: Camera, effect: Effect | undefined, focus: number): void;
  /** Settles when the effects have arrived or failed; undefined while none are being loaded. */
  loading: Promise<void> | undefined;
  dispose(): void;
}

/**
 * Makes a composer. Without an effect, frames are drawn directly to the canvas. The chunk with the effects is loaded after the first
 * frame that wants one, then `changed` is called. If it cannot be loaded, frames are drawn without effects, and `missed` is called, which
 * returns what to call when it is loaded again.
 */
export function createComposer(changed: () => void, missed: () => () => void): FrameComposer {
  let code: typeof import('./passes.ts') | undefined;
  let held: Passes | undefined;
  let stopRetry = () => {};
  const disposePasses = () => {
    held?.dispose();
    held = undefined;
  };
  let isAsked = false;
  const composer: FrameComposer = {
    loading: undefined,
    draw(gl, scene, camera, effect, focus) {
      if (held?.effect !== effect) disposePasses();
      if (effect && code) {
        held ??= code.createPasses(effect, THREE);
        held.draw(gl, scene, camera, focus);
        return;
      }
      gl.render(scene, camera);
      if (!effect || isAsked) return;
      isAsked = true;
      composer.loading = import('./passes.ts')
        .then(
          (module) => {
            code = module;
            changed();
          },
          () => {
            const found = missed();
            stopRetry = retryLater(() => {
              found();
              isAsked = false;
              changed();
            });
          },
        )
        .finally(() => {
          composer.loading = undefined;
        });
    },
    dispose() {
      stopRetry();
      disposePasses();
    },
  };
  return composer;
}
