import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import type { PerspectiveCamera } from 'three';
import { useExperience } from '../../state/hooks.ts';
import { useScene } from '../SceneContext.ts';

/** Seconds in which the roof comes on or off. */
const ROOF_SECONDS = 0.9;
const CUT_HEIGHT = 4.2;
const DROP_METRES = 3;
/** After every other callback of a frame. */
const LAST = 100;
const FIRST = -100;

/**
 * Draws a frame when something changed, and only then. Takes the day into the uniform, the roof towards where it should be,
 * and writes down what the frame cost.
 */
export function FrameLoop({ onDrawn }: { onDrawn: () => void }) {
  const experience = useExperience();
  const { shared } = useScene();
  const invalidate = useThree((state) => state.invalidate);
  const started = useRef(0);
  const { live, store } = experience;

  useEffect(() => {
    const draw = () => {
      if (!experience.isSuspended()) invalidate();
    };
    const stops = [live.listen(draw), store.subscribe(draw)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [experience, live, store, invalidate]);

  useFrame(() => {
    started.current = performance.now();
  }, FIRST);

  useFrame(({ gl, scene, camera, controls }, delta) => {
    const still = experience.motion() === 'reduce';
    shared.uDay.value = live.day;
    shared.uDrop.value = still ? 0 : DROP_METRES;
    const roof = store.getState().roof ? 1 : 0;
    const apart = roof - shared.uRoof.value;
    if (apart !== 0) {
      const step = still ? 1 : Math.min(delta, 0.1) / ROOF_SECONDS;
      shared.uRoof.value = Math.abs(apart) <= step ? roof : shared.uRoof.value + Math.sign(apart) * step;
      invalidate();
    }
    const eave = Math.max(...store.getState().site.buildings.map((building) => building.eave));
    shared.uCut.value = CUT_HEIGHT + (eave - CUT_HEIGHT) * shared.uRoof.value;
    gl.render(scene, camera);
    const { render, memory, programs } = gl.info;
    const height = gl.domElement.clientHeight;
    const distance = (controls as { distance?: number } | null)?.distance ?? 0;
    const fov = ((camera as PerspectiveCamera).fov * Math.PI) / 180;
    live.metresPerPixel = height > 0 ? (2 * distance * Math.tan(fov / 2)) / height : 0;
    live.memory = { geometries: memory.geometries, textures: memory.textures, programs: programs?.length ?? 0 };
    live.frame = {
      drawCalls: render.calls,
      triangles: render.triangles,
      jsMs: performance.now() - started.current,
      count: live.frame.count + 1,
    };
    onDrawn();
  }, LAST);
  return null;
}
