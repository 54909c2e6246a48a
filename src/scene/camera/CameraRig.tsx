import { CameraControls, CameraControlsImpl } from '@react-three/drei/core/CameraControls.js';
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import { Box3, type PerspectiveCamera, Vector3 } from 'three';
import { VIEWS } from '../../views/view.ts';
import { campusOf } from '../../state/experience.ts';
import { useExperience } from '../../state/hooks.ts';
import { alignPlanEye, createPlanEye } from '../plan/planEye.ts';
import { planStation } from '../../views/planStations.ts';
import { CAMERA } from '../context/order.ts';
import { useScene } from '../context/SceneContext.ts';
import type { CameraHandle } from './cameraHandle.ts';
import { distanceOf, FARTHEST, NEAREST, type Pose } from '../../views/pose.ts';
import { freeWindow, type Shape, wholeWindow } from '../../views/freeWindow.ts';
import { levelDistances, poseAt, zoomBy as zoomedBy, zoomLevelOf } from '../../views/zoomLevels.ts';
import { useOpening } from './opening.ts';
import { focusGpu } from '../../views/focus.ts';
import { station } from '../../views/stations.ts';
import { listenToZoom, type ZoomInput } from './zoomInput.ts';

/** Never below the horizon: the ground has no other side. */
const LOWEST = Math.PI * 0.493;
const FLIGHT_SECONDS = 0.55;
const HAND_SECONDS = 0.14;
const ZOOM_SECONDS = 0.22;
/** Beyond the first and the last station: zoom levels for twice as far or half as near. */
const BEYOND = 0.75;
/** A hand that has turned the picture by more than this, radians, or moved it by this share of the distance, looks for itself. */
const TURNED = 0.07;
const MOVED = 0.04;
/** Zoom levels from a station within which the eye counts as there. */
const ARRIVED = 1e-3;
/** From this zoom level on zooming means the rack that the eye is at, wherever the pointer is. */
const CLOSE_LEVEL = 3.2;

/** The depth buffer's near plane follows the distance: a fixed one cannot serve a kilometre and a hand's breadth. */
export function nearFor(distance: number, height: number): number {
  return Math.max(0.004, Math.min(distance * 0.02, Math.max(height, 0.1) * 0.25));
}

/** Orbit, pan, the zoom from the site to a GPU and flights between stations; keeps the viewer on the site, above the ground. */
export function CameraRig({ handle }: { handle: CameraHandle }) {
  const experience = useExperience();
  const { inputs } = useScene();
  const controls = useRef<CameraControlsImpl>(null);
  const get = useThree((state) => state.get);
  // The rig moves this one in every look; in the plan another eye is kept over what it looks at.
  const [camera] = useState(() => get().camera as PerspectiveCamera);
  const [planEye] = useState(createPlanEye);
  const canvas = useThree((state) => state.gl.domElement);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const shown = useRef<Pose | undefined>(undefined);
  const distances = useRef<readonly number[]>([]);
  const { open, follow } = useOpening();

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
    /** The GPU that the near stations are about; 0 for the selected one. */
    let focus = 0;
    /** A hand has turned or moved the picture since it was last at a station. */
    let isFree = false;
    /** Where the eye was when a hand or the zoom took hold of the picture. */
    let held: Pose = { eye: [0, 0, 0], target: [0, 0, 0] };

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
      stations();
      inputs.gap = undefined;
      void rig!.rotateTo(isFlat() ? 0 : turned.azimuth, isFlat() ? 0 : turned.polar, false);
      rig!.update(0);
      align();
      invalidate();
    }
    /** Stations are framed for what the furniture leaves free, and shifted to its middle. */
    function stations(shape?: Shape): Pose[] {
      const { gpu } = store.getState();
      const { layout } = experience.campus();
      const { width, height, free } = shape ? wholeWindow(shape) : freeWindow(canvas, live.covered);
      camera.clearViewOffset();
      if (free.width < width || free.height < height)
        camera.setViewOffset(width, height, width / 2 - free.x, height / 2 - free.y, width, height);
      const fov = 2 * Math.atan(Math.tan((camera.fov * Math.PI) / 360) * (free.height / height));
      const window = { aspect: free.width / free.height, fov };
      const subject = focus || gpu;
      open(subject || focusGpu(layout));
      const poses = VIEWS.map((view) => (isFlat() ? planStation : station)(view, layout, subject, window));
      distances.current = levelDistances(poses);
      return poses;
    }
    function look(pose: Pose, smooth: boolean, seconds: number) {
      if (!rig) return;
      const { edge } = experience.campus().site;
      rig.setBoundary(new Box3(new Vector3(edge.x0, 0, edge.z0), new Vector3(edge.x1, 14, edge.z1)));
      rig.smoothTime = seconds;
      void rig.setLookAt(...pose.eye, ...pose.target, smooth);
      if (!smooth) rig.update(0);
      align();
      invalidate();
    }
    function leaveOut(gap: Pose['gap']) {
      inputs.gap = gap;
    }
    function go(smooth: boolean, shape?: Shape) {
      focus = 0;
      isFree = false;
      const poses = stations(shape);
      const pose = poses[VIEWS.indexOf(store.getState().view)]!;
      shown.current = pose;
      leaveOut(pose.gap);
      look(pose, smooth, FLIGHT_SECONDS);
    }
    const here = (): Pose => {
      const eye = rig.getPosition(new Vector3(), true);
      const target = rig.getTarget(new Vector3(), true);
      return { eye: eye.toArray(), target: target.toArray() };
    };
    /** Names the nearest station; what is in the way of the near ones is left out. */
    function arrive(poses: readonly Pose[], pose: Pose) {
      const level = zoomLevelOf(distanceOf(pose), distances.current);
      const view = VIEWS[Math.round(level)]!;
      const chosen = level > CLOSE_LEVEL && focus > 0 ? focus : undefined;
      shown.current = Math.abs(level - Math.round(level)) < ARRIVED ? poses[Math.round(level)] : undefined;
      leaveOut(level > 3.05 ? withRoomFor(poses[4]!.gap, pose) : undefined);
      experience.reach(view, chosen);
    }
    function zoomBy(by: number, smooth: boolean) {
      const poses = stations();
      const distance = distanceOf(here());
      const level = zoomLevelOf(distance, distances.current);
      // Beyond the first and the last station there is only nearer and farther.
      if (by > 0 ? level > VIEWS.length - 1 - ARRIVED : level < ARRIVED) {
        void rig!.dollyTo(distance * 2 ** (-by / BEYOND), smooth);
        shown.current = undefined;
        invalidate();
        return;
      }
      const pose = zoomedBy(here(), by, poses);
      arrive(poses, pose);
      look(pose, smooth, ZOOM_SECONDS);
    }
    function zoomTo(level: number, smooth: boolean) {
      isFree = false;
      const poses = stations();
      const pose = poseAt(level, poses);
      arrive(poses, pose);
      look(pose, smooth, ZOOM_SECONDS);
    }
    /** True where the zoom follows the zoom levels; else the controls zoom to where the pointer is, or the fingers are. */
    function take(input: ZoomInput): boolean {
      const isTaken = followLevels(input);
      const { ACTION } = CameraControlsImpl;
      rig!.touches.two = isTaken ? ACTION.NONE : ACTION.TOUCH_DOLLY_TRUCK;
      if (isTaken) held = here();
      return isTaken;
    }
    function followLevels({ by }: ZoomInput): boolean {
      const { pointed, gpu } = store.getState();
      const { layout } = experience.campus();
      if (layout.totals.gpus === 0) return false;
      const level = zoomLevelOf(distanceOf(here()), distances.current);
      const isNearSubject = level > CLOSE_LEVEL;
      if (isFree && !pointed?.gpu && !isNearSubject) return false;
      // Who zooms in on a rack means that rack; a GPU that was chosen is meant first.
      if (by > 0 && !isNearSubject) focus = gpu > 0 ? 0 : (pointed?.gpu ?? 0);
      zoomBy(by, experience.motion() === 'full');
      return true;
    }
    const atStation = () => isAt(rig, shown.current);
    const reframe = () => {
      if (atStation()) go(false);
    };
    handle.attach({ rig, camera, go, reframe, atStation, zoomBy, zoomTo, isFlat, align });
    choose();
    go(false);
    if (live.begin) handle.setPose(live.begin);
    live.begin = undefined;
    // A hand on the picture ends a flight where it is; left alone, the rig would stop the turn and fly on towards the target.
    const hold = () => {
      const eye = rig.getPosition(new Vector3(), false);
      const target = rig.getTarget(new Vector3(), false);
      void rig.setLookAt(...eye.toArray(), ...target.toArray(), false);
      held = here();
    };
    // A tap, or the first of two fingers, turns nothing to speak of.
    const drag = () => {
      isFree ||= hasTurned(held, here());
    };
    rig.addEventListener('controlstart', hold);
    rig.addEventListener('control', drag);
    const stops = [
      listenToZoom(canvas, take),
      store.subscribe((state, before) => {
        if ((state.look === 'plan') !== (before.look === 'plan')) turn();
        const [now, then] = [campusOf(state), campusOf(before)];
        if (state.gpu !== before.gpu || now.layout !== then.layout) {
          focus = 0;
          stations();
        }
        if (state.flight !== before.flight)
          go(experience.motion() === 'full' && then.site.id === now.site.id);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      rig.removeEventListener('controlstart', hold);
      rig.removeEventListener('control', drag);
      handle.detach();
    };
  }, [experience, handle, camera, planEye, canvas, invalidate, inputs, get, open]);

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
    experience.live.zoomLevel = zoomLevelOf(rig.distance, distances.current);
    inputs.open = follow(rig, experience.live.zoomLevel);
    if (handle.attached()?.isFlat()) handle.attached()?.align();
  }, CAMERA);

  return <CameraControls ref={controls} camera={camera} makeDefault />;
}

/** Whether a hand has taken the eye from where it stood: by more than a few degrees, or a share of the distance. */
function hasTurned(from: Pose, to: Pose): boolean {
  const [a, b] = [from, to].map(({ eye, target }) => new Vector3(...eye).sub(new Vector3(...target)));
  return (
    a!.angleTo(b!) > TURNED ||
    new Vector3(...from.target).distanceTo(new Vector3(...to.target)) > a!.length() * MOVED
  );
}

/** A gap that also holds the eye, with some room around it. */
function withRoomFor(gap: Pose['gap'], { eye }: Pose): Pose['gap'] {
  const room = 0.9;
  return (
    gap && {
      x0: Math.min(gap.x0, eye[0] - room),
      x1: Math.max(gap.x1, eye[0] + room),
      z0: Math.min(gap.z0, eye[2]),
      z1: Math.max(gap.z1, eye[2]),
    }
  );
}

/** Whether the camera still is where a flight left it. */
function isAt(rig: CameraControlsImpl, pose: Pose | undefined): boolean {
  if (!pose) return false;
  const eye = rig.getPosition(new Vector3(), true);
  return eye.distanceTo(new Vector3(...pose.eye)) < Math.min(0.05, rig.distance * 0.02) + rig.distance * 1e-3;
}
