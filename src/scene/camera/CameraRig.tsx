import { CameraControls } from '@react-three/drei/core/CameraControls.js';
import { useFrame, useThree } from '@react-three/fiber';
import type CameraControlsImpl from 'camera-controls';
import { useEffect, useRef } from 'react';
import { Box3, type PerspectiveCamera, Vector3 } from 'three';
import { useExperience } from '../../state/hooks.ts';
import type { CameraHandle } from './cameraHandle.ts';
import { type Pose, station } from './stations.ts';

/** Nearest and farthest that a viewer can come, metres. */
const NEAREST = 0.25;
const FARTHEST = 1500;
/** Never below the horizon: the ground has no other side. */
const LOWEST = Math.PI * 0.493;
const FLIGHT_SECONDS = 0.55;
const HAND_SECONDS = 0.14;

/** The depth buffer's near plane follows the distance: a fixed one cannot serve a kilometre and a hand's breadth. */
export function nearFor(distance: number, height: number): number {
  return Math.max(0.02, Math.min(distance * 0.02, Math.max(height, 0.1) * 0.25));
}

/** Orbit, pan, zoom and flights between stations; keeps the viewer on the site and above the ground. */
export function CameraRig({ handle }: { handle: CameraHandle }) {
  const experience = useExperience();
  const controls = useRef<CameraControlsImpl>(null);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const shown = useRef<{ aspect: number; pose: Pose } | null>(null);

  useEffect(() => {
    const rig = controls.current;
    if (!rig) return;
    const { store } = experience;
    rig.minDistance = NEAREST;
    rig.maxDistance = FARTHEST;
    rig.maxPolarAngle = LOWEST;
    rig.dollyToCursor = true;
    rig.draggingSmoothTime = HAND_SECONDS;
    rig.restThreshold = 0.002;

    function poseOf(aspect: number): Pose {
      const { view, layout, gpu } = store.getState();
      return station(view, layout, gpu, { aspect, fov: (camera.fov * Math.PI) / 180 });
    }
    function go(smooth: boolean) {
      const pose = poseOf(camera.aspect);
      shown.current = { aspect: camera.aspect, pose };
      const { edge } = store.getState().site;
      rig?.setBoundary(new Box3(new Vector3(edge.x0, 0, edge.z0), new Vector3(edge.x1, 14, edge.z1)));
      if (rig) rig.smoothTime = FLIGHT_SECONDS;
      void rig?.setLookAt(...pose.eye, ...pose.target, smooth);
      if (!smooth) rig?.update(0);
      invalidate();
    }
    handle.attach({ rig, camera, go, poseOf, atStation: () => isAt(rig, shown.current?.pose) });
    go(false);
    const stop = store.subscribe((state, before) => {
      if (state.flight !== before.flight)
        go(experience.motion() === 'full' && before.layout.site.id === state.layout.site.id);
    });
    return () => {
      stop();
      handle.detach();
    };
  }, [experience, handle, camera, invalidate]);

  // A station is framed for the window's shape; who has not moved away is framed again when that changes.
  useEffect(() => {
    const last = shown.current;
    const rig = controls.current;
    if (!last || !rig || size.height === 0) return;
    if (Math.abs(last.aspect - size.width / size.height) > 1e-3 && isAt(rig, last.pose)) handle.go(false);
  }, [size, handle]);

  useFrame(() => {
    const rig = controls.current;
    if (!rig) return;
    const near = nearFor(rig.distance, camera.position.y);
    if (Math.abs(near - camera.near) > near * 0.05) {
      camera.near = near;
      camera.updateProjectionMatrix();
    }
  }, -1);

  return <CameraControls ref={controls} makeDefault />;
}

/** Whether the camera still is where a flight left it. */
function isAt(rig: CameraControlsImpl, pose: Pose | undefined): boolean {
  if (!pose) return false;
  const eye = rig.getPosition(new Vector3(), true);
  return eye.distanceTo(new Vector3(...pose.eye)) < 0.05 + rig.distance * 1e-3;
}

