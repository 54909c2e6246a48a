import { advance, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { type OrthographicCamera, type PerspectiveCamera, Vector3 } from 'three';
import { toScene } from '../../model/standing.ts';
import { useExperience } from '../../state/hooks.ts';
import { createComposer } from '../postprocessing/composer.ts';
import { effectOf } from '../postprocessing/wanted.ts';
import { useOwned } from '../context/SceneContext.ts';
import { fullRatio } from '../context/pixelRatio.ts';
import { BEGINNING, DRAWING, RESOLUTION } from '../context/order.ts';
import { createPace } from './pace.ts';
import { prepareFrame } from './prepareFrame.ts';

/** Metres that the picture is high at a distance. */
function heightSeen(camera: PerspectiveCamera | OrthographicCamera, distance: number): number {
  return (2 * ('top' in camera ? 1 : distance)) / camera.projectionMatrix.elements[5]!;
}

/** Asks for a frame when something changed, and only then. */
function useDemand(): void {
  const experience = useExperience();
  const get = useThree((state) => state.get);
  useEffect(() => {
    const { live, store } = experience;
    const { setFrameloop, invalidate } = get();
    // While the page is hidden or scrolled away nothing is drawn, not even the rest of a flight.
    const draw = () => {
      const wanted = experience.isSuspended() ? 'never' : 'demand';
      if (wanted !== get().frameloop) setFrameloop(wanted);
      if (wanted === 'demand') invalidate();
    };
    const stops = [live.listen(draw), store.subscribe(draw)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [experience, get]);
}

/** Says where the drawn picture shows a place: {@link Live.project}. */
function useProjection(): void {
  const experience = useExperience();
  const get = useThree((state) => state.get);
  const camera = useThree((state) => state.camera);
  useEffect(() => {
    const { live } = experience;
    const place = new Vector3();
    live.project = (x, y, z, turn = 0) => {
      const { width, height } = get().size;
      const { at, site } = experience.campus();
      const [east, south] = toScene({ at, site: { turn: site.turn + turn } }, x, z);
      place.set(east, y, south).project(camera);
      if (place.z > 1) return undefined;
      return { x: ((place.x + 1) / 2) * width, y: ((1 - place.y) / 2) * height };
    };
    return () => {
      live.project = () => undefined;
    };
  }, [camera, experience, get]);
}

/**
 * Draws each frame and writes down what it cost. What runs once is a hook of its own: in here it would hold on to the first
 * `onDrawn`, and through it to the first campus.
 */
export function FrameLoop({ onDrawn }: { onDrawn: () => void }) {
  const { live, store, miss } = useExperience();
  const invalidate = useThree((state) => state.invalidate);
  const get = useThree((state) => state.get);
  const started = useRef(0);
  /** The first frame is drawn when it is prepared. */
  const preparing = useRef<'begun' | 'done'>(undefined);
  useDemand();
  useProjection();
  const pace = useMemo(() => createPace(window, invalidate), [invalidate]);
  useEffect(() => pace.stop, [pace]);
  const composer = useOwned(() => createComposer(invalidate, miss), [invalidate, miss]);
  useFrame(() => {
    started.current = performance.now();
  }, BEGINNING);

  useFrame(({ gl }) => {
    // A saved picture has a size of its own, and is not a frame of a motion.
    if (live.isStill) return;
    const { quality } = store.getState();
    const wanted = fullRatio(quality) * (quality === 'auto' ? pace.next() : 1);
    // Not through fiber, which would ask for another frame each time.
    if (Math.abs(gl.getPixelRatio() - wanted) > 1e-3) gl.setPixelRatio(wanted);
  }, RESOLUTION);

  useFrame(({ gl, scene, camera, controls }) => {
    // three never releases what it makes while the context is lost.
    if (gl.getContext().isContextLost()) return;
    if (preparing.current !== 'done') {
      if (preparing.current) return;
      preparing.current = 'begun';
      void prepareFrame(gl, scene, camera).then(() => {
        preparing.current = 'done';
        // At once, also where frames on demand have been stopped since.
        if (get().internal.active) advance(performance.now(), true, get());
      });
      return;
    }
    const { look, quality } = store.getState();
    const distance = (controls as { distance?: number } | null)?.distance ?? 0;
    composer.draw(gl, scene, camera, effectOf(look, quality, pace.isQuick()), distance);
    live.pendingEffect = composer.loading;
    const { render, memory, programs } = gl.info;
    const height = gl.domElement.clientHeight;
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
  }, DRAWING);
  return null;
}
