import { CameraControlsImpl } from '@react-three/drei/core/CameraControls.js';
import type { Experience } from '../../state/experience.ts';
import { wheelOwner } from '../../state/gesture.ts';

/** A zoom by wheel or pinch: zoom levels, positive is nearer; and position, CSS pixels of the window. */
export interface ZoomInput {
  by: number;
  /** Distance after the controls' own zoom, share of the distance before. */
  share: number;
  clientX: number;
  clientY: number;
}

/** Zoom levels of one notch of a wheel, and of a pinch to twice the size. */
const NOTCH = 0.12;
const DOUBLE = 0.55;
/** Pixels of a line, a page and a notch, for wheels that count in lines or pages. */
const LINE = 33;
const PAGE = 300;
const NOTCH_PIXELS = 100;
/** The controls' own zoom: share of the distance that is left by each unit of theirs, units of a line and of a pixel; and more than a pinch. */
const LEFT = 0.95;
const UNITS = /Mac/.test(navigator.platform) ? 1 : 1 / 3;
const OF_PIXEL = 0.1;
const PINCH = -1.5;
/** Most zoom levels of one event along the stations. */
export const MOST = 0.3;

/** What the zoom asks of the camera. */
export interface ZoomSteps {
  /** Whether the zoom cannot go farther in this direction: positive is nearer. */
  isAtEnd(zoom: Pick<ZoomInput, 'by' | 'share'>): boolean;
  /** Returns whether it has used the input; if not, the camera controls get it. */
  take(input: ZoomInput): boolean;
}

/** Listens to wheels and pinches on the canvas before the camera controls do, and leaves to the page what is the page's. Returns a function that stops it. */
export function listenToZoom(
  canvas: HTMLElement,
  rig: CameraControlsImpl,
  experience: Experience,
  { isAtEnd, take }: ZoomSteps,
): () => void {
  const { ACTION } = CameraControlsImpl;
  const wheel = (event: WheelEvent) => {
    const pixels = event.deltaY * (event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? PAGE : 1);
    // Browsers report a touchpad pinch as a wheel with the control key, in smaller steps.
    const by = (-pixels / NOTCH_PIXELS) * NOTCH * (event.ctrlKey ? 4 : 1);
    const units = UNITS * (event.ctrlKey || event.deltaMode === 1 ? 1 : OF_PIXEL);
    const share = LEFT ** (-event.deltaY * units);
    const owner = wheelOwner({
      wheel: experience.wheel(),
      isActivated: experience.store.getState().isActivated,
      hasCtrl: event.ctrlKey,
      isAtEnd: isAtEnd({ by, share }),
      isVertical: event.deltaY !== 0,
    });
    rig.mouseButtons.wheel = owner === 'page' ? ACTION.NONE : ACTION.DOLLY;
    if (owner === 'page') return;
    if (!take({ by, share, clientX: event.clientX, clientY: event.clientY })) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const fingers = new Map<number, PointerEvent>();
  let spread = 0;
  const measure = () => {
    const [first, second] = [...fingers.values()];
    return first && second ? Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY) : 0;
  };
  const down = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return;
    fingers.set(event.pointerId, event);
    spread = fingers.size === 2 ? measure() : 0;
  };
  const move = (event: PointerEvent) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event);
    if (fingers.size !== 2) return;
    const next = measure();
    if (spread > 0 && next > 0) {
      const [first, second] = [...fingers.values()];
      take({
        by: Math.log2(next / spread) * DOUBLE,
        share: (next / spread) ** PINCH,
        clientX: (first!.clientX + second!.clientX) / 2,
        clientY: (first!.clientY + second!.clientY) / 2,
      });
    }
    spread = next;
  };
  const up = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    spread = 0;
  };
  canvas.addEventListener('wheel', wheel, { capture: true, passive: false });
  canvas.addEventListener('pointerdown', down);
  window.addEventListener('pointermove', move, { capture: true });
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', up);
  return () => {
    canvas.removeEventListener('wheel', wheel, { capture: true });
    canvas.removeEventListener('pointerdown', down);
    window.removeEventListener('pointermove', move, { capture: true });
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', up);
  };
}
