import type CameraControlsImpl from 'camera-controls';
import { type PerspectiveCamera, Vector3 } from 'three';
import type { Shape } from '../../views/freeWindow.ts';
import type { Pose } from '../../views/pose.ts';

interface Attached {
  rig: CameraControlsImpl;
  camera: PerspectiveCamera;
  /** Goes to the station; framed for a picture of this shape, or else for what is free of the window. */
  go(smooth: boolean, shape?: Shape): void;
  /** Frames the station again if the viewer has not left it. */
  reframe(): void;
  atStation(): boolean;
  /** Up or down the ladder of stations, in rungs; or to a rung. */
  climbBy(rungs: number, smooth: boolean): void;
  climbTo(rung: number, smooth: boolean): void;
  /** Whether the picture is a plan: then nothing turns. */
  isFlat(): boolean;
  /** Brings the plan's eye to where the rig has gone. */
  align(): void;
}

/** What keys, buttons and the handle of the element do with the camera; does nothing before the scene stands. */
export interface CameraHandle {
  attach(parts: Attached): void;
  detach(): void;
  attached(): Attached | undefined;
  go(smooth: boolean): void;
  reframe(): void;
  /** Above 1 comes closer: along the ladder of stations, and beyond its ends. */
  zoom(factor: number, smooth: boolean): void;
  /** To a rung of the ladder, decimal: 0 is the first station. */
  climbTo(rung: number, smooth: boolean): void;
  /** Turns around what is looked at, radians. */
  orbit(azimuth: number, polar: number, smooth: boolean): void;
  /** Moves by shares of the picture's height. */
  pan(right: number, up: number, smooth: boolean): void;
  /** Where the eye is now, in the frame of the scene; undefined before it stands. */
  pose(): Pose | undefined;
  /** Goes there at once. The pose has been judged by `faultOf`. */
  setPose(pose: Pose): void;
}

/** What a key or a button that doubles the size means on the ladder. */
const RUNGS_PER_DOUBLING = 0.75;

export function createCameraHandle(): CameraHandle {
  let parts: Attached | undefined;
  return {
    attach(next) {
      parts = next;
    },
    detach() {
      parts = undefined;
    },
    attached: () => parts,
    go: (smooth) => parts?.go(smooth),
    reframe: () => parts?.reframe(),
    zoom(factor, smooth) {
      parts?.climbBy(Math.log2(factor) * RUNGS_PER_DOUBLING, smooth);
    },
    climbTo: (rung, smooth) => parts?.climbTo(rung, smooth),
    orbit(azimuth, polar, smooth) {
      if (parts?.isFlat()) this.pan(azimuth, -polar, smooth);
      else void parts?.rig.rotate(azimuth, polar, smooth);
    },
    pan(right, up, smooth) {
      if (!parts) return;
      const height = 2 * parts.rig.distance * Math.tan((parts.camera.fov * Math.PI) / 360);
      void parts.rig.truck(right * height, -up * height, smooth);
    },
    pose() {
      if (!parts) return undefined;
      const { rig } = parts;
      return {
        eye: rig.getPosition(new Vector3(), false).toArray(),
        target: rig.getTarget(new Vector3(), false).toArray(),
      };
    },
    setPose({ eye, target }) {
      void parts?.rig.setLookAt(...eye, ...target, false);
      if (parts?.isFlat()) void parts.rig.rotateTo(0, 0, false);
    },
  };
}
