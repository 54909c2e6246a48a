import { CameraControlsImpl } from '@react-three/drei/core/CameraControls.js';
import { Box3, type OrthographicCamera, type PerspectiveCamera, Vector3 } from 'three';
import { type Experience, campusOf } from '../../state/experience.ts';
import { focusGpu } from '../../views/focus.ts';
import { freeWindow, type PictureSize, shapeOf, wholeWindow } from '../../views/freeWindow.ts';
import { hull } from '../../model/rect.ts';
import { sceneRect, toSite } from '../../model/standing.ts';
import { distanceOf, FARTHEST, inScene, NEAREST, type Pose } from '../../views/pose.ts';
import { serverOpening } from '../../views/serverOpening.ts';
import { VIEWS } from '../../views/view.ts';
import { parcelShowing, pose } from '../../views/viewPose.ts';
import {
  ARRIVED,
  type Arrival,
  arrivalAt,
  levelDistances,
  poseAt,
  zoomBy as zoomedBy,
  zoomLevelOf,
} from '../../views/zoomLevels.ts';
import { type Campus, ownDay } from '../../timeline/campus.ts';
import type { FrameInputs } from '../frameState/frameState.ts';
import { alignPlanEye } from './planEye.ts';
import type { Attached } from './cameraHandle.ts';
import { listenToDrags } from './dragInput.ts';
import { createFlight } from './flight.ts';
import { hasTurned, isNear } from './poseChange.ts';
import { listenToZoom, MOST, type ZoomInput } from './zoomInput.ts';

/** Greatest polar angle, radians from straight above, which keeps the eye above the ground. */
const LOWEST = Math.PI * 0.493;
/** Greatest height to which the viewer can pan the target, metres. */
const HIGHEST = 14;
/** Smoothing times for dragging and for zooming, seconds. */
const HAND_SECONDS = 0.14;
const ZOOM_SECONDS = 0.22;
/** Steps of at least this many zoom levels are flights. */
const FAR_STEP = 0.5;
/** Zoom levels per doubling or halving of the distance, beyond the first and the last station. */
const BEYOND = 0.75;
/** From this zoom level on, zooming goes to the rack at the target, wherever the pointer is. */
const CLOSE_LEVEL = 3.2;
/** Factor within which a distance counts as the least or the greatest. */
const AT_LIMIT = 1.001;

type Ways = typeof import('./ways.ts');

/** What the navigation needs. */
export interface NavigationParts {
  experience: Experience;
  rig: CameraControlsImpl;
  /** Camera of all looks except the plan; its pose is kept up to date in the plan, too. */
  camera: PerspectiveCamera;
  /** Camera of the plan, kept above the target. */
  planEye: OrthographicCamera;
  canvas: HTMLCanvasElement;
  inputs: FrameInputs;
  /** Draws the picture with this camera from now on. */
  drawBy(camera: PerspectiveCamera | OrthographicCamera): void;
  invalidate(): void;
}

export interface Navigation extends Attached {
  /** Called before each frame: advances flights and updates everything that follows from the pose. */
  update(seconds: number): void;
  dispose(): void;
}

/** Moves the camera to stations, along the zoom, and by the viewer's drags; keeps the target on the site and the eye above the ground. */
export function createNavigation(parts: NavigationParts): Navigation {
  const { experience, rig, camera, planEye, canvas, inputs, invalidate } = parts;
  const { store, live } = experience;
  /** Ways past walls; undefined until they are loaded. */
  let ways: Ways | undefined;
  const loadWays = async () => {
    ways ??= await import('./ways.ts').catch(() => undefined);
    return ways;
  };
  /** The walls around the eye; a plan, which is seen from above, has none. */
  const walls = ({ enclosuresOf }: Ways) => (isFlat() ? [] : store.getState().campuses.flatMap(enclosuresOf));
  const flight = createFlight(async () => {
    const loaded = await loadWays();
    return loaded && ((from, to) => loaded.pathBetween(from, to, walls(loaded)));
  }, invalidate);
  rig.minDistance = NEAREST;
  rig.maxDistance = FARTHEST;
  rig.maxPolarAngle = LOWEST;
  rig.dollyToCursor = true;
  rig.draggingSmoothTime = HAND_SECONDS;
  rig.restThreshold = 0.002;
  /** The station at which the eye is, or to which it flies. */
  let shown: Pose | undefined;
  /** The same where the picture is a pane of glass. */
  let pane: Pose | undefined;
  let distances: readonly number[] = [];
  let opening: ReturnType<typeof serverOpening> = () => undefined;
  /** The GPU that the near stations show; 0 for the selected one. */
  let focus = 0;
  /** Direction of the zoom that the present flight belongs to: 1 nearer, -1 farther, 0 none. */
  let passing = 0;
  /** Whether the viewer has turned or moved the picture since it was last at a station. */
  let isFree = false;
  /** The pose when the present drag or zoom began. */
  let held: Pose = { eye: [0, 0, 0], target: [0, 0, 0] };
  /** Direction of view before the plan was chosen, radians. */
  let turned = { azimuth: 0, polar: Math.PI / 3 };

  const isFlat = () => store.getState().look === 'plan';
  const isSmooth = () => experience.motion() === 'full';
  const poseOf = (isEnd: boolean): Pose => ({
    eye: rig.getPosition(new Vector3(), isEnd).toArray(),
    target: rig.getTarget(new Vector3(), isEnd).toArray(),
  });
  /** The present pose, and the one at which smoothing will end. */
  const here = () => poseOf(false);
  const ahead = () => poseOf(true);
  const align = () => alignPlanEye(planEye, camera, rig.getTarget(new Vector3(), false), rig.distance);

  function chooseCamera() {
    drags.choose();
    parts.drawBy(isFlat() ? planEye : camera);
  }
  /** Switches to or from the plan, at the same target and scale. */
  function changeLook() {
    const wasAtStation = atStation();
    flight.stop();
    if (isFlat()) turned = { azimuth: rig.azimuthAngle, polar: rig.polarAngle };
    chooseCamera();
    if (wasAtStation) return go(false);
    stations();
    inputs.gap = undefined;
    void rig.rotateTo(isFlat() ? 0 : turned.azimuth, isFlat() ? 0 : turned.polar, false);
    rig.update(0);
    align();
    invalidate();
  }
  /** Gives inputs in the frame of a parcel from now on; a gap is one in the racks of the frame that it was given in. */
  function aimAt(parcel: Campus) {
    const { parcel: before } = inputs;
    if (parcel.id !== before?.id || parcel.site.turn !== before.site.turn) inputs.gap = undefined;
    inputs.parcel = parcel;
  }
  /** The stations, framed for the free part of the window and shifted to its middle. */
  function stations(size?: PictureSize): Pose[] {
    const campus = experience.campus();
    const { layout, at } = campus;
    const { campuses, gpu: selected, chips } = store.getState();
    const whole = size ?? {
      width: Math.max(canvas.clientWidth, 1),
      height: Math.max(canvas.clientHeight, 1),
    };
    const { width, height } = whole;
    const free = size ? wholeWindow(size) : freeWindow(whole, live.covered);
    camera.clearViewOffset();
    const fov = (camera.fov * Math.PI) / 180;
    const glass = live.pane?.(whole, { fov, isFlat: isFlat() });
    pane = glass?.pose;
    if (glass) {
      const { fullWidth, fullHeight, x, y } = glass.view;
      camera.setViewOffset(fullWidth, fullHeight, x, y, width, height);
    } else if (free.width < width || free.height < height)
      camera.setViewOffset(width, height, width / 2 - free.x, height / 2 - free.y, width, height);
    const shape = { ...shapeOf(free, height, fov), isFlat: isFlat() };
    const gpu = focus || selected;
    aimAt(parcelShowing(campus, gpu));
    opening = serverOpening(layout, gpu || focusGpu(layout));
    const poses = VIEWS.map((view) => pose(view, { layout, at, gpu, campuses, chips: chips.length }, shape));
    distances = levelDistances(poses);
    const { x0, x1, z0, z1 } = hull(campuses.map((each) => sceneRect(each, each.site.edge)));
    const { eye, target } = ahead();
    const edge = new Box3(new Vector3(x0, 0, z0), new Vector3(x1, HIGHEST, z1));
    rig.setBoundary(edge);
    rig.maxDistance = Math.max(FARTHEST, distances[0]!);
    // The boundary of another site would pull the target there before the flight to it.
    if (!edge.containsPoint(new Vector3(...target))) void rig.setLookAt(...eye, ...target, true);
    return poses;
  }
  function place({ eye, target, gap }: Pose, isGlide = false) {
    inputs.gap = gap;
    rig.smoothTime = ZOOM_SECONDS;
    void rig.setLookAt(...eye, ...target, isGlide);
    if (!isGlide) rig.update(0);
    align();
    invalidate();
  }
  /** A pose with the present gap. */
  const withGap = (pose: Pose): Pose => ({ ...pose, ...(inputs.gap && { gap: inputs.gap }) });
  /** Starts a flight on which the present gap stays. */
  const fly = (to: Pose) => flight.lead(withGap(here()), to);
  /** Ends a flight at its present pose. */
  function hold() {
    flight.stop();
    inputs.roofLift = 0;
  }
  function go(smooth: boolean, size?: PictureSize) {
    focus = 0;
    isFree = false;
    const before = pane;
    const poses = stations(size);
    const station = pane ?? poses[VIEWS.indexOf(store.getState().view)]!;
    shown = station;
    // To a pane and from one is a cut, because its picture is no other view of the same scale.
    if (smooth && !before && !pane) return fly(station);
    hold();
    place(station);
  }
  /** Stays with the current campus when that is placed elsewhere. */
  function follow(now: Campus, then: Campus) {
    const by = [now.at[0] - then.at[0], now.at[1] - then.at[1]] as const;
    if (by[0] === 0 && by[1] === 0) return;
    const wasAtStation = atStation();
    hold();
    stations();
    const moved = (pose: Pose) => inScene(pose, { at: by, site: { turn: 0 } });
    place(moved(withGap(ahead())));
    shown = wasAtStation && shown ? moved(shown) : undefined;
  }
  function arrive({ pose: to, level, view, station }: Arrival, smooth: boolean, isFlight: boolean) {
    hold();
    shown = station;
    experience.reach(view, level > CLOSE_LEVEL && focus > 0 ? focus : undefined);
    if (smooth && isFlight) fly(to);
    else place(to, smooth);
  }
  function zoomBy(by: number, smooth: boolean) {
    if (ways) step(by, smooth);
    else void loadWays().then(() => step(by, smooth));
  }
  function step(by: number, smooth: boolean) {
    const poses = stations();
    const from = ahead();
    const level = zoomLevelOf(distanceOf(from), distances);
    // Beyond the first and the last station only the distance changes.
    if (by > 0 ? level > VIEWS.length - 1 - ARRIVED : level < ARRIVED) {
      hold();
      shown = undefined;
      void rig.dollyTo(distanceOf(from) * 2 ** (-by / BEYOND), smooth);
      invalidate();
      return;
    }
    // Finish a flight past a wall first.
    if (flight.isOn() && passing === Math.sign(by)) return;
    const { pose, isBlocked } = ways
      ? ways.zoomStep(here(), from, by, poses, walls(ways), store.getState().roof)
      : { pose: zoomedBy(from, by, poses), isBlocked: false };
    arrive(arrivalAt(pose, poses, inputs.parcel!), smooth, isBlocked);
    passing = isBlocked ? Math.sign(by) : 0;
  }
  function zoomTo(level: number, smooth: boolean) {
    isFree = false;
    const poses = stations();
    const step = Math.abs(level - zoomLevelOf(rig.distance, distances));
    arrive(arrivalAt(poseAt(level, poses), poses, inputs.parcel!), smooth, step > FAR_STEP);
  }
  /** Handles a zoom along the stations and returns true; else the controls zoom to the pointer or the fingers. */
  function zoom(input: ZoomInput): boolean {
    const isTaken = followLevels(input);
    const { ACTION } = CameraControlsImpl;
    rig.touches.two = isTaken ? ACTION.NONE : ACTION.TOUCH_DOLLY_TRUCK;
    if (isTaken) held = ahead();
    else hold();
    return isTaken;
  }
  const isNearSubject = () => zoomLevelOf(distanceOf(ahead()), distances) > CLOSE_LEVEL;
  /** Whether the zoom is the controls' own: the viewer has turned the picture and does not point at a GPU. */
  const isFreeZoom = () => isFree && !store.getState().pointed?.gpu && !isNearSubject();
  /** Whether the zoom cannot go farther in a direction: at the least or greatest distance, or in front of a wall. */
  function isAtEnd({ by, share }: Pick<ZoomInput, 'by' | 'share'>): boolean {
    const distance = distanceOf(ahead());
    if (by > 0 ? distance < NEAREST * AT_LIMIT : distance > FARTHEST / AT_LIMIT) return true;
    return by > 0 && isFreeZoom() && isWallAhead(share);
  }
  function followLevels(input: ZoomInput): boolean {
    const { by, share } = input;
    const { pointed, gpu, campusIndex } = store.getState();
    if (experience.campus().layout.totals.servers === 0) return false;
    if (isFreeZoom()) {
      if (!isWallAhead(share)) return false;
      // In front of a wall a zoom in ends, and a zoom out leads to the stations.
      if (by > 0) return true;
    }
    // Zoom in to the selected GPU if there is one, else to the one under the pointer.
    if (by > 0 && !isNearSubject()) {
      const under = gpu > 0 ? undefined : (pointed ?? ways?.siteUnder(experience, canvas, input));
      if (under && under.campusIndex !== campusIndex) experience.select(0, under.campusIndex);
      focus = under?.gpu ?? 0;
    }
    zoomBy(Math.sign(by) * Math.min(Math.abs(by), MOST), isSmooth());
    return true;
  }
  /** Whether a wall is in the way of the controls' own zoom. */
  function isWallAhead(share: number): boolean {
    if (!ways) return false;
    const { eye, target } = ahead();
    const to = target.map((each, axis) => each + (eye[axis]! - each) * share) as [number, number, number];
    return ways.isWayBlocked(here(), { eye: to, target }, walls(ways), store.getState().roof);
  }
  const atStation = () => shown !== undefined && (flight.isOn() || isNear(ahead(), shown));
  let { covered } = live;
  const reframe = () => {
    ({ covered } = live);
    if (atStation()) go(flight.isOn());
  };
  /** Returns a function that goes back to the present view. */
  function mark() {
    const { view, gpu } = store.getState();
    const pose = withGap(ahead());
    const before = { shown: atStation() ? shown : undefined, isFree };
    return () => {
      ({ shown, isFree } = before);
      hold();
      experience.reach(view, gpu);
      place(shown ?? pose);
    };
  }
  function seize() {
    hold();
    const { eye, target } = here();
    void rig.setLookAt(...eye, ...target, false);
    held = here();
  }
  // A tap, or the first of two fingers, does not count as a drag.
  const drag = () => {
    isFree ||= hasTurned(held, ahead());
  };
  const drags = listenToDrags(canvas, rig, { isFlat, mark, seize });
  rig.addEventListener('control', drag);
  canvas.addEventListener('pointerenter', loadWays, { once: true });
  const stops = [
    listenToZoom(canvas, rig, experience, { isAtEnd, take: zoom }),
    store.subscribe((state, before) => {
      if ((state.look === 'plan') !== (before.look === 'plan')) changeLook();
      const [now, then] = [campusOf(state), campusOf(before)];
      const isFlight = isSmooth() && !before.isJoining;
      if (now !== then && now.layout === then.layout) aimAt(parcelShowing(now, focus || state.gpu));
      if (state.flight !== before.flight) {
        const isWithin = then.site.id === now.site.id || state.campuses.includes(then);
        return go(isFlight && isWithin);
      }
      if (now.id === then.id) follow(now, then);
      const { campuses: all } = state;
      const isRegrouped =
        all.length !== before.campuses.length ||
        all.some(({ layout }, index) => layout !== before.campuses[index]!.layout);
      const hasOtherChips = state.chips !== before.chips;
      // All campuses come into the picture of the site, and all compared chips into that of a GPU.
      const isOther =
        state.view === 'gpu'
          ? hasOtherChips
          : state.view === 'site' && isRegrouped && all.length + before.campuses.length > 2;
      if (isOther && atStation()) return go(isFlight);
      if (hasOtherChips || isRegrouped || state.gpu !== before.gpu || now.id !== then.id) {
        focus = 0;
        stations();
      }
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
      if (live.covered !== covered) reframe();
      const point = live.led ?? flight.step(seconds);
      live.led = undefined;
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
      const parcel = inputs.parcel!;
      const { timeline } = parcel;
      const day = ownDay(parcel, store.getState().campuses[0]!, live.day);
      const { x, y, z } = rig.getTarget(TARGET, false);
      const [across, along] = toSite(parcel, x, z);
      // Behind a pane of glass the rack is shown as it stands, and a plan shows it closed.
      const open = opening([across, y, along], live.zoomLevel, !isFlat() && !live.pane);
      inputs.open = open && timeline.installedDay[open.rackIndex]! <= day ? open : undefined;
      if (isFlat()) align();
    },
    dispose() {
      for (const stop of stops) stop();
      drags.dispose();
      rig.removeEventListener('control', drag);
      canvas.removeEventListener('pointerenter', loadWays);
    },
  };
}

const TARGET = new Vector3();

/** Distance of the near plane, metres; it depends on the eye's distance and height, because depth precision is limited. */
function nearFor(distance: number, height: number): number {
  return Math.max(0.004, Math.min(distance * 0.02, Math.max(height, 0.1) * 0.25));
}
