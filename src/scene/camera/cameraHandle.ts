import type CameraControlsImpl from 'camera-controls';
import { type PerspectiveCamera, Vector3 } from 'three';
import type { PictureSize } from '../../views/freeWindow.ts';
import type { Pose } from '../../views/pose.ts';

/** Actions of a mounted camera. */
export interface Attached {
  rig: CameraControlsImpl;
  camera: PerspectiveCamera;
  /** Goes to the chosen view's station, framed for a picture of this size, or by default for the free part of the window. */
  go(smooth: boolean, size?: PictureSize): void;
  /** Frames the station again if the viewer has not left it. */
  reframe(): void;
  /** Whether the eye is at a station or flies to one. */
  atStation(): boolean;
  /** Ends a flight at its present pose. */
  hold(): void;
  /** Zooms by some levels; positive is nearer. */
  zoomBy(levels: number, smooth: boolean): void;
  /** Zooms to a decimal level: 0 is the first station. */
  zoomTo(level: number, smooth: boolean): void;
  /** Whether the picture is a plan, which cannot be turned. */
  isFlat(): boolean;
  /** Moves the plan's camera to where the controls are. */
  align(): void;
}

/** Camera actions for keys, buttons and the element's handle; they do nothing until the camera is mounted. */
export interface CameraHandle extends Pick<Attached, 'go' | 'reframe' | 'zoomTo'> {
  attach(parts: Attached): void;
  detach(): void;
  attached(): Attached | undefined;
  /** Zooms by a factor of the size, above 1 is nearer: from station to station, and beyond the first and the last. */
  zoom(factor: number, smooth: boolean): void;
  /** Turns around the target, radians. */
  orbit(azimuth: number, polar: number, smooth: boolean): void;
  /** Moves by shares of the picture's height. */
  pan(right: number, up: number, smooth: boolean): void;
  /** The present pose, scene frame; undefined until the camera is mounted. */
  pose(): Pose | undefined;
  /** Jumps to a pose that `faultOf` has accepted. */
  setPose(pose: Pose): void;
}

/** Zoom levels per doubling of the size. */
const LEVELS_PER_DOUBLING = 0.75;

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
    go: (smooth, size) => parts?.go(smooth, size),
    reframe: () => parts?.reframe(),
    zoom(factor, smooth) {
      parts?.zoomBy(Math.log2(factor) * LEVELS_PER_DOUBLING, smooth);
    },
    zoomTo: (level, smooth) => parts?.zoomTo(level, smooth),
    orbit(azimuth, polar, smooth) {
      if (parts?.isFlat()) this.pan(azimuth, -polar, smooth);
      else {
        parts?.hold();
        void parts?.rig.rotate(azimuth, polar, smooth);
      }
    },
    pan(right, up, smooth) {
      if (!parts) return;
      parts.hold();
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
      parts?.hold();
      void parts?.rig.setLookAt(...eye, ...target, false);
      if (parts?.isFlat()) void parts.rig.rotateTo(0, 0, false);
      // Asks for a frame.
      parts?.rig.update(0);
    },
  };
}
