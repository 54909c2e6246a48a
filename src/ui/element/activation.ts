import type { Experience } from '../../state/experience.ts';

/** A press that moves farther than this, CSS pixels, is a drag and does not activate the picture. */
const STILL = 5;

/**
 * Activates the picture when it is clicked, and lets go of it when the pointer leaves the element, when something else
 * is pressed or focused, and when the window loses the focus. Returns a function that stops it.
 */
export function listenToActivation(
  element: HTMLElement,
  canvas: HTMLElement,
  experience: Experience,
): () => void {
  const letGo = () => {
    if (experience.store.getState().isActivated) experience.set({ isActivated: false });
  };
  let pressed = { x: 0, y: 0 };
  const press = (event: PointerEvent) => {
    if (!event.composedPath().includes(element)) letGo();
    pressed = { x: event.clientX, y: event.clientY };
  };
  const click = (event: MouseEvent) => {
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) <= STILL)
      experience.set({ isActivated: true });
  };
  const leave = (event: PointerEvent) => {
    // A finger that is lifted leaves, too.
    if (event.pointerType !== 'touch') letGo();
  };
  const listening = new AbortController();
  const { signal } = listening;
  document.addEventListener('pointerdown', press, { signal, capture: true });
  canvas.addEventListener('click', click, { signal });
  canvas.addEventListener('blur', letGo, { signal });
  element.addEventListener('pointerleave', leave, { signal });
  window.addEventListener('blur', letGo, { signal });
  return () => listening.abort();
}
