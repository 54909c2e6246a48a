/** How long after a finger has left the screen its click may still come, milliseconds; there is none after a swipe. */
const LATE_CLICK_MS = 1000;

/**
 * Calls back whenever a visitor touches the screen or a key. While `isFree` answers true, what they touch is theirs at once; otherwise the
 * call comes when the touch is over, so that it does not also hit what lies there after it. What `isAside` answers true for is no touch.
 */
export function listenToVisitor(
  isFree: () => boolean,
  touched: () => void,
  isAside: (target: Element) => boolean = () => false,
): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(waiting);
    touched();
  };
  const begin = () => {
    if (isFree()) now();
  };
  const end = () => {
    clearTimeout(waiting);
    waiting = setTimeout(now, LATE_CLICK_MS);
  };
  const listen = (name: string, act: () => void) =>
    window.addEventListener(
      name,
      ({ target }) => {
        if (!(target instanceof Element && isAside(target))) act();
      },
      { capture: true },
    );
  listen('pointerdown', begin);
  listen('keydown', begin);
  listen('pointerup', end);
  listen('pointercancel', end);
  listen('click', now);
  listen('keyup', now);
}
