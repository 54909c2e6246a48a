/**
 * Keeps the last message of a deck about this frame's slide, which may come before the picture can hear it. Returns a function that
 * sends it again and keeps no more.
 */
export function keepSlideMessages(): () => void {
  let last: MessageEvent | undefined;
  const hear = (event: MessageEvent) => {
    if (event.data === 'slide:start' || event.data === 'slide:stop') last = event;
  };
  window.addEventListener('message', hear);
  return () => {
    window.removeEventListener('message', hear);
    if (!last) return;
    const { data, origin, source } = last;
    window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
  };
}
