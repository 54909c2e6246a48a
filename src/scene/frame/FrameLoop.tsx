import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { type OrthographicCamera, type PerspectiveCamera, Vector3, type WebGLRenderer } from 'three';
import { useExperience } from '../../state/hooks.ts';
import { createComposer } from '../postprocessing/composer.ts';
import { createAllowance, effectOf } from '../postprocessing/wanted.ts';
import { useOwned } from '../context/SceneContext.ts';
import { fullRatio } from '../context/pixelRatio.ts';
import { createResolution } from './resolution.ts';

/** Milliseconds without a frame after which the picture is drawn once more, as fine as it can be. */
const REST_MS = 220;
/** After every other callback of a frame. */
const LAST = 100;
const FIRST = -100;
/** Before anything asks how fine the picture is. */
const SHARPEN = -1;

/** Metres that the picture is high at a distance. */
function heightSeen(camera: PerspectiveCamera | OrthographicCamera, distance: number): number {
  if ('top' in camera) return camera.top - camera.bottom;
  return 2 * distance * Math.tan((camera.fov * Math.PI) / 360);
}

/**
 * Draws a frame when something changed, and only then, and writes down what it cost.
 */
export function FrameLoop({ onDrawn }: { onDrawn: () => void }) {
  const experience = useExperience();
  const invalidate = useThree((state) => state.invalidate);
  const setFrameloop = useThree((state) => state.setFrameloop);
  const get = useThree((state) => state.get);
  const started = useRef(0);
  const { live, store } = experience;

  useEffect(() => {
    // Out of sight nothing is drawn, not even the rest of a flight.
    const draw = () => {
      const wanted = experience.isSuspended() ? 'never' : 'demand';
      if (wanted !== get().frameloop) setFrameloop(wanted);
      if (wanted === 'demand') invalidate();
    };
    const stops = [live.listen(draw), store.subscribe(draw)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [experience, live, store, invalidate, setFrameloop, get]);

  const camera = useThree((state) => state.camera);
  useEffect(() => {
    const place = new Vector3();
    live.project = (x, y, z) => {
      const { width, height } = get().size;
      const { at } = experience.campus();
      place.set(x + at[0], y, z + at[1]).project(camera);
      if (place.z > 1) return undefined;
      return { x: ((place.x + 1) / 2) * width, y: ((1 - place.y) / 2) * height };
    };
    return () => {
      live.project = () => undefined;
    };
  }, [camera, experience, live, get]);

  /** Coarser while something moves and the machine is slow; fine again when all has come to rest. */
  const pace = useMemo(
    () => ({
      resolution: createResolution(),
      allowance: createAllowance(),
      begun: 0,
      ended: 0,
      timer: 0,
      frame: 0,
      isResting: false,
      isQuick: false,
    }),
    [],
  );
  useEffect(
    () => () => {
      window.clearTimeout(pace.timer);
      cancelAnimationFrame(pace.frame);
    },
    [pace],
  );
  const composer = useOwned(() => createComposer(invalidate), [invalidate]);
  function sharpen(gl: WebGLRenderer, now: number) {
    window.clearTimeout(pace.timer);
    const { quality } = store.getState();
    if (quality !== 'auto' || live.isStill) return;
    const ended = pace.ended || now;
    const cost = ended - pace.begun;
    const share = pace.isResting ? 1 : pace.resolution.next(cost, now - ended);
    if (!pace.isResting && now - ended < REST_MS) pace.isQuick = pace.allowance.next(cost, share);
    pace.isResting = false;
    const wanted = fullRatio(quality) * share;
    // The renderer alone: fiber would ask for another frame, and that one for the next.
    if (Math.abs(gl.getPixelRatio() - wanted) > 1e-3) gl.setPixelRatio(wanted);
    if (share < 1)
      pace.timer = window.setTimeout(() => {
        pace.isResting = true;
        invalidate();
      }, REST_MS);
    // The browser asks for the next frame when it has done with this one, whether or not there is one to draw.
    pace.begun = now;
    pace.ended = 0;
    cancelAnimationFrame(pace.frame);
    pace.frame = requestAnimationFrame(() => {
      pace.ended = performance.now();
    });
  }

  useFrame(() => {
    started.current = performance.now();
  }, FIRST);

  // A changed resolution empties the canvas, so it changes in the callback that draws the picture.
  useFrame(({ gl }) => sharpen(gl, performance.now()), SHARPEN);

  useFrame(({ gl, scene, camera, controls }) => {
    // What is made for a lost context is never forgotten by three.
    if (gl.getContext().isContextLost()) return;
    const { look, quality } = store.getState();
    composer.draw(gl, scene, camera, effectOf(look, quality, pace.isQuick));
    const { render, memory, programs } = gl.info;
    const height = gl.domElement.clientHeight;
    const distance = (controls as { distance?: number } | null)?.distance ?? 0;
    const seen = heightSeen(camera as PerspectiveCamera | OrthographicCamera, distance);
    live.metresPerPixel = height > 0 ? seen / height : 0;
    live.memory = {
      geometries: memory.geometries,
      textures: memory.textures,
      programs: programs?.length ?? 0,
    };
    live.frame = {
      drawCalls: render.calls,
      triangles: render.triangles,
      jsMs: performance.now() - started.current,
      count: live.frame.count + 1,
    };
    live.drawn();
    onDrawn();
  }, LAST);
  return null;
}
