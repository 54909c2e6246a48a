import { CameraControlsImpl } from '@react-three/drei/core/CameraControls.js';
import { Box3, type OrthographicCamera, type PerspectiveCamera, Vector3 } from 'three';
import { type Experience, campusOf } from '../../state/experience.ts';
import { focusGpu } from '../../views/focus.ts';
import { freeWindow, type PictureSize, shapeOf, wholeWindow } from '../../views/freeWindow.ts';
import { distanceOf, FARTHEST, movedRect, NEAREST, type Pose } from '../../views/pose.ts';
import { serverOpening } from '../../views/serverOpening.ts';
import { VIEWS } from '../../views/view.ts';
import { pose } from '../../views/viewPose.ts';
import {
  ARRIVED,
  type Arrival,
  arrivalAt,
  levelDistances,
  poseAt,
  zoomBy as zoomedBy,
  zoomLevelOf,
} from '../../views/zoomLevels.ts';
import type { FrameInputs } from '../frameState/frameState.ts';
import { alignPlanEye } from './planEye.ts';
import type { Attached } from './cameraHandle.ts';
import { createFlight } from './flight.ts';
import { listenToZoom, type ZoomInput } from './zoomInput.ts';

/** Lowest direction to look from, radians from straight above: an eye stays over the ground. */
const LOWEST = Math.PI * 0.493;
/** Highest target of a hand, metres. */
const HIGHEST = 14;
/** Seconds in which the picture follows a hand, and a step of the zoom. */
const HAND_SECONDS = 0.14;
const ZOOM_SECONDS = 0.22;
/** Zoom levels from which on a step is a flight. */
const FAR_STEP = 0.5;
/** Beyond the first and the last station: zoom levels for twice as far or half as near. */
const BEYOND = 0.75;
/** A hand that has turned the picture by more than this, radians, or moved it by this share of the distance, looks for itself. */
const TURNED = 0.07;
const MOVED = 0.04;
/** From this zoom level on zooming means the rack that the eye is at, wherever the pointer is. */
const CLOSE_LEVEL = 3.2;

/** What the navigation moves and what it tells. */
export interface NavigationParts {
  experience: Experience;
  rig: CameraControlsImpl;
  /** Moved in every look. */
  camera: PerspectiveCamera;
  /** Kept over what the camera looks at; a plan is seen by it. */
  planEye: OrthographicCamera;
  canvas: HTMLCanvasElement;
  inputs: FrameInputs;
  /** Makes this the camera that the picture is drawn by. */
  drawBy(camera: PerspectiveCamera | OrthographicCamera): void;
  invalidate(): void;
}

export interface Navigation extends Attached {
  /** Before each frame: flies on, and says what follows from where the eye is. */
  update(seconds: number): void;
  dispose(): void;
}

/** Takes the eye to stations, along the zoom and where a hand turns it; what it looks at stays on the site, and it above the ground. */
export function createNavigation(parts: NavigationParts): Navigation {
  const { experience, rig, camera, planEye, canvas, inputs, invalidate } = parts;
  const { store, live } = experience;
  const flight = createFlight(async () => {
    const [{ pathBetween }, { enclosuresOf }] = await Promise.all([
      import('../../views/path.ts'),
      import('../../views/walls.ts'),
    ]);
    return (from, to) => {
      const { campuses } = store.getState();
      // A plan has no walls to fly through.
      const walls = isFlat() ? [] : campuses.flatMap(({ site, at }) => enclosuresOf(site, at));
      return pathBetween(from, to, walls);
    };
  }, invalidate);
  rig.minDistance = NEAREST;
  rig.maxDistance = FARTHEST;
  rig.maxPolarAngle = LOWEST;
  rig.dollyToCursor = true;
  rig.draggingSmoothTime = HAND_SECONDS;
  rig.restThreshold = 0.002;
  /** The station that the eye is at or flies to. */
  let shown: Pose | undefined;
  /** What is left out of the picture now, frame of the scene. */
  let gap: Pose['gap'];
  let distances: readonly number[] = [];
  let opening: ReturnType<typeof serverOpening> = () => undefined;
  /** The GPU that the near stations are about; 0 for the selected one. */
  let focus = 0;
  /** A hand has turned or moved the picture since it was last at a station. */
  let isFree = false;
  /** Where the eye was when a hand or the zoom took hold of the picture. */
  let held: Pose = { eye: [0, 0, 0], target: [0, 0, 0] };
  /** Where the eye looked from before the plan was laid out. */
  let turned = { azimuth: 0, polar: Math.PI / 3 };

  const isFlat = () => store.getState().look === 'plan';
  const isSmooth = () => experience.motion() === 'full';
  const poseOf = (isEnd: boolean): Pose => ({
    eye: rig.getPosition(new Vector3(), isEnd).toArray(),
    target: rig.getTarget(new Vector3(), isEnd).toArray(),
  });
  /** Where the eye is, and where it comes to rest. */
  const here = () => poseOf(false);
  const ahead = () => poseOf(true);
  const align = () => alignPlanEye(planEye, camera, rig.getTarget(new Vector3(), false), rig.distance);

  /** In the plan a hand moves the paper; elsewhere it turns the model. */
  function chooseCamera() {
    const { ACTION } = CameraControlsImpl;
    rig.mouseButtons.left = isFlat() ? ACTION.TRUCK : ACTION.ROTATE;
    rig.touches.one = isFlat() ? ACTION.TOUCH_TRUCK : ACTION.TOUCH_ROTATE;
    parts.drawBy(isFlat() ? planEye : camera);
  }
  /** Lays the plan out, or takes it up again, over the same place at the same scale. */
  function changeLook() {
    const wasAtStation = atStation();
    flight.stop();
    if (isFlat()) turned = { azimuth: rig.azimuthAngle, polar: rig.polarAngle };
    chooseCamera();
    if (wasAtStation) return go(false);
    stations();
    leaveOut(undefined);
    void rig.rotateTo(isFlat() ? 0 : turned.azimuth, isFlat() ? 0 : turned.polar, false);
    rig.update(0);
    align();
    invalidate();
  }
  /** Stations are framed for what the furniture leaves free, and shifted to its middle. */
  function stations(size?: PictureSize): Pose[] {
    const { layout, at, site } = experience.campus();
    const whole = size ?? {
      width: Math.max(canvas.clientWidth, 1),
      height: Math.max(canvas.clientHeight, 1),
    };
    const { width, height } = whole;
    const free = size ? wholeWindow(size) : freeWindow(whole, live.covered);
    camera.clearViewOffset();
    if (free.width < width || free.height < height)
      camera.setViewOffset(width, height, width / 2 - free.x, height / 2 - free.y, width, height);
    const shape = { ...shapeOf(free, height, (camera.fov * Math.PI) / 180), isFlat: isFlat() };
    const gpu = focus || store.getState().gpu;
    opening = serverOpening(layout, gpu || focusGpu(layout));
    const poses = VIEWS.map((view) => pose(view, { layout, at, gpu }, shape));
    distances = levelDistances(poses);
    const { x0, x1, z0, z1 } = site.edge;
    const [x, z] = at;
    rig.setBoundary(new Box3(new Vector3(x0 + x, 0, z0 + z), new Vector3(x1 + x, HIGHEST, z1 + z)));
    return poses;
  }
  function leaveOut(next: Pose['gap']) {
    gap = next;
    const [x, z] = experience.campus().at;
    // The gap of a campus is in its own frame.
    inputs.gap = next && movedRect(next, [-x, -z]);
  }
  function place({ eye, target, gap: next }: Pose, isGlide = false) {
    leaveOut(next);
    rig.smoothTime = ZOOM_SECONDS;
    void rig.setLookAt(...eye, ...target, isGlide);
    if (!isGlide) rig.update(0);
    align();
    invalidate();
  }
  /** What is left out here stays so on the way. */
  const fly = (to: Pose) => flight.lead({ ...here(), ...(gap && { gap }) }, to);
  /** Ends a flight where it is. */
  function hold() {
    flight.stop();
    inputs.roofLift = 0;
  }
  function go(smooth: boolean, size?: PictureSize) {
    focus = 0;
    isFree = false;
    const station = stations(size)[VIEWS.indexOf(store.getState().view)]!;
    shown = station;
    if (smooth) return fly(station);
    hold();
    place(station);
  }
  function arrive({ pose: to, level, view, station }: Arrival, smooth: boolean, isFlight: boolean) {
    hold();
    shown = station;
    experience.reach(view, level > CLOSE_LEVEL && focus > 0 ? focus : undefined);
    if (smooth && isFlight) fly(to);
    else place(to, smooth);
  }
  function zoomBy(by: number, smooth: boolean) {
    const poses = stations();
    const from = ahead();
    const level = zoomLevelOf(distanceOf(from), distances);
    // Beyond the first and the last station there is only nearer and farther.
    if (by > 0 ? level > VIEWS.length - 1 - ARRIVED : level < ARRIVED) {
      hold();
      shown = undefined;
      void rig.dollyTo(distanceOf(from) * 2 ** (-by / BEYOND), smooth);
      invalidate();
      return;
    }
    arrive(arrivalAt(zoomedBy(from, by, poses), poses), smooth, false);
  }
  function zoomTo(level: number, smooth: boolean) {
    isFree = false;
    const poses = stations();
    const step = Math.abs(level - zoomLevelOf(rig.distance, distances));
    arrive(arrivalAt(poseAt(level, poses), poses), smooth, step > FAR_STEP);
  }
  /** True where the zoom follows the zoom levels; else the controls zoom to where the pointer is, or the fingers are. */
  function take(input: ZoomInput): boolean {
    const isTaken = followLevels(input);
    const { ACTION } = CameraControlsImpl;
    rig.touches.two = isTaken ? ACTION.NONE : ACTION.TOUCH_DOLLY_TRUCK;
    if (isTaken) held = ahead();
    else hold();
    return isTaken;
  }
  function followLevels({ by }: ZoomInput): boolean {
    const { pointed, gpu } = store.getState();
    if (experience.campus().layout.totals.gpus === 0) return false;
    const isNearSubject = zoomLevelOf(distanceOf(ahead()), distances) > CLOSE_LEVEL;
    if (isFree && !pointed?.gpu && !isNearSubject) return false;
    // Who zooms in on a rack means that rack; a GPU that was chosen is meant first.
    if (by > 0 && !isNearSubject) focus = gpu > 0 ? 0 : (pointed?.gpu ?? 0);
    zoomBy(by, isSmooth());
    return true;
  }
  const atStation = () => shown !== undefined && (flight.isOn() || isNear(ahead(), shown));
  const reframe = () => {
    if (atStation()) go(flight.isOn());
  };
  // A hand ends a flight and what the picture still had to follow; left alone, the rig would glide on towards its old end.
  const seize = () => {
    hold();
    const { eye, target } = here();
    void rig.setLookAt(...eye, ...target, false);
    held = here();
  };
  // A tap, or the first of two fingers, turns nothing to speak of.
  const drag = () => {
    isFree ||= hasTurned(held, ahead());
  };
  rig.addEventListener('controlstart', seize);
  rig.addEventListener('control', drag);
  const stops = [
    listenToZoom(canvas, take),
    store.subscribe((state, before) => {
      if ((state.look === 'plan') !== (before.look === 'plan')) changeLook();
      const [now, then] = [campusOf(state), campusOf(before)];
      if (state.gpu !== before.gpu || now.layout !== then.layout) {
        focus = 0;
        stations();
      }
      if (state.flight !== before.flight) go(isSmooth() && then.site.id === now.site.id);
    }),
  ];
  chooseCamera();
  go(false);

  return {
    rig,
    camera,
    go,
    reframe,
    atStation,
    zoomBy,
    zoomTo,
    isFlat,
    align,
    hold,
    update(seconds) {
      const point = flight.step(seconds);
      if (point) {
        inputs.roofLift = point.roofLift;
        place(point);
      }
      const near = nearFor(rig.distance, camera.position.y);
      if (Math.abs(near - camera.near) > near * 0.05) {
        camera.near = near;
        camera.updateProjectionMatrix();
      }
      live.zoomLevel = zoomLevelOf(rig.distance, distances);
      const { at, timeline } = experience.campus();
      const [x, y, z] = rig.getTarget(TARGET, false).toArray();
      const open = opening([x - at[0], y, z - at[1]], live.zoomLevel);
      inputs.open = open && timeline.installedDay[open.rackIndex]! <= live.day ? open : undefined;
      if (isFlat()) align();
    },
    dispose() {
      for (const stop of stops) stop();
      rig.removeEventListener('controlstart', seize);
      rig.removeEventListener('control', drag);
    },
  };
}

const TARGET = new Vector3();

/** Distance of the near plane, metres: it follows the distance, as no fixed one serves a kilometre and a hand's breadth. */
export function nearFor(distance: number, height: number): number {
  return Math.max(0.004, Math.min(distance * 0.02, Math.max(height, 0.1) * 0.25));
}

/** Whether a hand has taken the eye from where it stood: by more than a few degrees, or a share of the distance. */
function hasTurned(from: Pose, to: Pose): boolean {
  const [a, b] = [from, to].map(({ eye, target }) => new Vector3(...eye).sub(new Vector3(...target)));
  const way = new Vector3(...from.target).distanceTo(new Vector3(...to.target));
  return a!.angleTo(b!) > TURNED || way > a!.length() * MOVED;
}

/** Whether an eye is where another pose has it, for all that can be seen. */
function isNear(pose: Pose, { eye: [x, y, z] }: Pose): boolean {
  const distance = distanceOf(pose);
  const apart = Math.hypot(pose.eye[0] - x, pose.eye[1] - y, pose.eye[2] - z);
  return apart < Math.min(0.05, distance * 0.02) + distance * 1e-3;
}
