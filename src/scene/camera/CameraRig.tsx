import { CameraControls, type CameraControlsImpl } from '@react-three/drei/core/CameraControls.js';
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import type { PerspectiveCamera } from 'three';
import { useExperience } from '../../state/hooks.ts';
import { CAMERA } from '../context/order.ts';
import { useScene } from '../context/SceneContext.ts';
import { createPlanEye } from './planEye.ts';
import type { CameraHandle } from './cameraHandle.ts';
import { createNavigation, type Navigation } from './navigation.ts';

/** The camera's controls, and the navigation that moves them. */
export function CameraRig({ handle }: { handle: CameraHandle }) {
  const experience = useExperience();
  const { inputs } = useScene();
  const controls = useRef<CameraControlsImpl>(null);
  const navigation = useRef<Navigation>(null);
  const get = useThree((state) => state.get);
  const [camera] = useState(() => get().camera as PerspectiveCamera);
  const canvas = useThree((state) => state.gl.domElement);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);

  useEffect(() => {
    if (!controls.current) return;
    const created = createNavigation({
      experience,
      rig: controls.current,
      camera,
      planEye: createPlanEye(),
      canvas,
      inputs,
      drawBy: (chosen) => get().set({ camera: chosen }),
      invalidate,
    });
    navigation.current = created;
    handle.attach(created);
    const { live } = experience;
    if (live.begin) handle.setPose(live.begin);
    live.begin = undefined;
    return () => {
      handle.detach();
      navigation.current = null;
      created.dispose();
    };
  }, [experience, handle, camera, canvas, invalidate, inputs, get]);

  // Stations are framed for the window's shape, so frame again when it changes, unless the viewer has moved.
  useEffect(() => {
    if (size.height === 0) return;
    camera.aspect = size.width / size.height;
    camera.updateProjectionMatrix();
    handle.reframe();
  }, [size, camera, handle]);

  useFrame((_, seconds) => navigation.current?.update(seconds), CAMERA);

  return <CameraControls ref={controls} camera={camera} makeDefault />;
}
