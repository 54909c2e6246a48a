import { CameraControls, CameraControlsImpl } from '@react-three/drei/core/CameraControls.js';
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import { Box3, type PerspectiveCamera, Vector3 } from 'three';
import { useExperience } from '../../state/hooks.ts';
import { alignPlanEye, createPlanEye } from '../plan/planEye.ts';
import { planStation } from '../plan/planStations.ts';
import { useScene } from '../SceneContext.ts';
import type { CameraHandle, Shape } from './cameraHandle.ts';
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
  const { shared } = useScene();
  const controls = useRef<CameraControlsImpl>(null);
  const get = useThree((state) => state.get);
  // The rig moves this one in every look; in the plan another eye is kept over what it looks at.
  const [camera] = useState(() => get().camera as PerspectiveCamera);
  const [planEye] = useState(createPlanEye);
  const canvas = useThree((state) => state.gl.domElement);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const shown = useRef<Pose | undefined>(undefined);

  useEffect(() => {
    const rig = controls.current;
    if (!rig) return;
    const { store, live } = experience;
    rig.minDistance = NEAREST;
    rig.maxDistance = FARTHEST;
    rig.maxPolarAngle = LOWEST;
    rig.dollyToCursor = true;
    rig.draggingSmoothTime = HAND_SECONDS;
    rig.restThreshold = 0.002;

    const isFlat = () => store.getState().look === 'plan';
    const align = () => alignPlanEye(planEye, camera, rig.getTarget(new Vector3(), false), rig.distance);
    /** Where the eye looked from before the plan was laid out. */
    let turned = { azimuth: 0, polar: Math.PI / 3 };
    /** In the plan a hand moves the paper; elsewhere it turns the model. */
    function choose() {
      const { ACTION } = CameraControlsImpl;
      rig!.mouseButtons.left = isFlat() ? ACTION.TRUCK : ACTION.ROTATE;
      rig!.touches.one = isFlat() ? ACTION.TOUCH_TRUCK : ACTION.TOUCH_ROTATE;
      get().set({ camera: isFlat() ? planEye : camera });
    }
    /** Lays the plan out, or takes it up again, over the same place at the same scale. */
    function turn() {
      const wasAtStation = atStation();
      if (isFlat()) turned = { azimuth: rig!.azimuthAngle, polar: rig!.polarAngle };
      choose();
      if (wasAtStation) return go(false);
      shared.uGap.value.set(0, 0, 0, 0);
      void rig!.rotateTo(isFlat() ? 0 : turned.azimuth, isFlat() ? 0 : turned.polar, false);
      rig!.update(0);
      align();
      invalidate();
    }
    /** Stations are framed for what the furniture leaves free, and shifted to its middle. */
    function poseOf(shape?: Shape): Pose {
      const { view, layout, gpu } = store.getState();
      const { width, height, free } = shape ? wholeWindow(shape) : freeWindow(canvas, live.covered);
      camera.clearViewOffset();
      if (free.width < width || free.height < height)
        camera.setViewOffset(width, height, width / 2 - free.x, height / 2 - free.y, width, height);
      const fov = 2 * Math.atan(Math.tan((camera.fov * Math.PI) / 360) * (free.height / height));
      return (isFlat() ? planStation : station)(view, layout, gpu, { aspect: free.width / free.height, fov });
    }
    function go(smooth: boolean, shape?: Shape) {
      const pose = poseOf(shape);
      shown.current = pose;
      const { x0, z0, x1, z1 } = pose.gap ?? { x0: 0, z0: 0, x1: 0, z1: 0 };
      shared.uGap.value.set(x0, z0, x1, z1);
      const { edge } = store.getState().site;
      rig?.setBoundary(new Box3(new Vector3(edge.x0, 0, edge.z0), new Vector3(edge.x1, 14, edge.z1)));
      if (rig) rig.smoothTime = FLIGHT_SECONDS;
      void rig?.setLookAt(...pose.eye, ...pose.target, smooth);
      if (!smooth) rig?.update(0);
      align();
      invalidate();
    }
    const atStation = () => isAt(rig, shown.current);
    const reframe = () => {
      if (atStation()) go(false);
    };
    handle.attach({ rig, camera, go, reframe, atStation, isFlat, align });
    choose();
    go(false);
    // A hand on the picture ends a flight where it is; left alone, the rig would stop the turn and fly on towards the target.
    const hold = () => {
      const eye = rig.getPosition(new Vector3(), false);
      const target = rig.getTarget(new Vector3(), false);
      void rig.setLookAt(...eye.toArray(), ...target.toArray(), false);
    };
    rig.addEventListener('controlstart', hold);
    const stop = store.subscribe((state, before) => {
      if ((state.look === 'plan') !== (before.look === 'plan')) turn();
      if (state.flight !== before.flight)
        go(experience.motion() === 'full' && before.layout.site.id === state.layout.site.id);
    });
    return () => {
      stop();
      rig.removeEventListener('controlstart', hold);
      handle.detach();
    };
  }, [experience, handle, camera, planEye, canvas, invalidate, shared, get]);

  // A station is framed for the window's shape; who has not moved away is framed again when that changes.
  useEffect(() => {
    if (size.height === 0) return;
    camera.aspect = size.width / size.height;
    camera.updateProjectionMatrix();
    handle.reframe();
  }, [size, camera, handle]);

  useFrame(() => {
    const rig = controls.current;
    if (!rig) return;
    const near = nearFor(rig.distance, camera.position.y);
    if (Math.abs(near - camera.near) > near * 0.05) {
      camera.near = near;
      camera.updateProjectionMatrix();
    }
    if (handle.attached()?.isFlat()) handle.attached()?.align();
  }, -1);

  return <CameraControls ref={controls} camera={camera} makeDefault />;
}

/** A picture smaller than this share of the window is no picture: then the furniture may lie over it. */
const LEAST_FREE = 0.3;

/** The canvas in CSS pixels, and size and middle of what furniture leaves free of it. */
function freeWindow(
  canvas: HTMLCanvasElement,
  covered: { left: number; top: number; right: number; bottom: number },
) {
  const width = Math.max(canvas.clientWidth, 1);
  const height = Math.max(canvas.clientHeight, 1);
  const { left, right, top, bottom } = covered;
  const across = width - left - right >= width * LEAST_FREE;
  const down = height - top - bottom >= height * LEAST_FREE;
  const free = {
    width: across ? width - left - right : width,
    height: down ? height - top - bottom : height,
    x: across ? (left + width - right) / 2 : width / 2,
    y: down ? (top + height - bottom) / 2 : height / 2,
  };
  return { width, height, free };
}

/** A picture of its own, with no furniture on it. */
const wholeWindow = ({ width, height }: Shape) => ({
  width,
  height,
  free: { width, height, x: width / 2, y: height / 2 },
});

/** Whether the camera still is where a flight left it. */
function isAt(rig: CameraControlsImpl, pose: Pose | undefined): boolean {
  if (!pose) return false;
  const eye = rig.getPosition(new Vector3(), true);
  return eye.distanceTo(new Vector3(...pose.eye)) < 0.05 + rig.distance * 1e-3;
}
