import { CameraControlsImpl } from '@react-three/drei/core/CameraControls.js';
import { type GestureOwner, touchOwner } from '../../state/gesture.ts';

/** What drags do with the camera. */
export interface DragSteps {
  /** Whether the picture is a plan, which is moved and not turned. */
  isFlat(): boolean;
  /** Returns a function that goes back to the present view. */
  mark(): () => void;
  /** Ends flights and smoothing; otherwise the controls would keep moving towards the old goal. */
  seize(): void;
}

export interface DragInput {
  /** Chooses what dragging does: move the plan, turn other pictures, and nothing while the drag is not the model's. */
  choose(): void;
  dispose(): void;
}

/**
 * Follows presses on the canvas before the camera controls do, and tells whom each drag belongs to. One finger moves the model in
 * every direction where the canvas has `touch-action: none`. What a drag has moved goes back if the browser takes the drag over.
 */
export function listenToDrags(
  canvas: HTMLElement,
  rig: CameraControlsImpl,
  { isFlat, mark, seize }: DragSteps,
): DragInput {
  const { ACTION } = CameraControlsImpl;
  const fingers = new Set<number>();
  let start = { x: 0, y: 0 };
  let owner: GestureOwner = 'model';
  /** Undoes the present drag; undefined until it has begun to move the model. */
  let goBack: (() => void) | undefined;
  const isDirect = () => canvas.style.touchAction === 'none';

  function choose() {
    rig.mouseButtons.left = isFlat() ? ACTION.TRUCK : ACTION.ROTATE;
    const one = isFlat() ? ACTION.TOUCH_TRUCK : ACTION.TOUCH_ROTATE;
    rig.touches.one = owner === 'model' ? one : ACTION.NONE;
  }
  function begin(next: GestureOwner) {
    owner = next;
    goBack = undefined;
    choose();
  }
  const move = () => {
    if (owner !== 'model') return;
    goBack ??= mark();
    seize();
  };
  function decide(right: number, down: number) {
    const before = owner;
    owner = touchOwner(before, { fingers: fingers.size, right, down, isDirect: isDirect() });
    if (owner === before) return;
    choose();
    move();
  }
  const press = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return begin('model');
    // The first finger of a new gesture: the lifting of an earlier one may have gone unheard.
    if (event.isPrimary) fingers.clear();
    fingers.add(event.pointerId);
    if (fingers.size > 1) return decide(0, 0);
    start = { x: event.clientX, y: event.clientY };
    begin(isDirect() ? 'model' : 'undecided');
  };
  const follow = (event: PointerEvent) => {
    if (fingers.has(event.pointerId) && owner !== 'model')
      decide(event.clientX - start.x, event.clientY - start.y);
  };
  const lift = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId) || event.type !== 'pointercancel') return;
    fingers.clear();
    if (owner === 'model') goBack?.();
    begin('page');
  };
  // Without this the browser would scroll with the fingers that move the model.
  const keep = (event: TouchEvent) => {
    if (event.cancelable && !isDirect() && (owner === 'model' || event.touches.length > 1))
      event.preventDefault();
  };
  const listening = new AbortController();
  const { signal } = listening;
  canvas.addEventListener('pointerdown', press, { signal, capture: true });
  canvas.addEventListener('touchstart', keep, { signal, passive: false });
  canvas.addEventListener('touchmove', keep, { signal, passive: false });
  window.addEventListener('pointermove', follow, { signal, capture: true });
  window.addEventListener('pointerup', lift, { signal, capture: true });
  window.addEventListener('pointercancel', lift, { signal, capture: true });
  rig.addEventListener('controlstart', move);
  return {
    choose,
    dispose() {
      listening.abort();
      rig.removeEventListener('controlstart', move);
    },
  };
}
