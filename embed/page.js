'use strict';

{
  const element = document.querySelector('rack-field');

  // A deck may speak of this frame's slide before the picture can hear it. The picture finds the last such message here.
  window.addEventListener('message', (event) => {
    if (event.data === 'slide:start' || event.data === 'slide:stop') element.slideMessage = event;
  });

  const MOVES = ['next', 'previous', 'goToStep'];
  /** Reads a step that is asked for, as `{ method, args }` in JSON like the messages of reveal.js; undefined for anything else. */
  const readMove = (data) => {
    if (typeof data !== 'string' || data[0] !== '{' || data.length > 300) return undefined;
    try {
      const { method, args = [] } = JSON.parse(data);
      const isMove = MOVES.includes(method) && Array.isArray(args) && args.length <= 2;
      return isMove && args.every((each) => /^(string|number)$/.test(typeof each))
        ? { method, args }
        : undefined;
    } catch {
      return undefined;
    }
  };
  window.addEventListener('message', ({ source, data }) => {
    const move = source === parent && parent !== window && readMove(data);
    if (!move) return;
    void customElements
      .whenDefined('rack-field')
      .then(() => element[move.method](...move.args))
      .catch((error) => {
        if (!(error instanceof RangeError)) throw error;
        // There is no such story or step. The picture says so, once it can.
        element.refusedMove = error.message;
        element.dispatchEvent(new Event('refusedmove'));
      });
  });

  // Loads the element as a classic script where the browser refused the module, as it does in sandboxed frames and from files.
  // Both scripts of the page are deferred and keep their order, so by now the module has run or failed.
  const address = new URL('../embed.classic.js', document.currentScript.src).href;
  const retryBy = (listener) => {
    window.ononline = listener;
    document.onvisibilitychange = listener;
  };
  const load = () => {
    retryBy(null);
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => element.replaceChildren();
    script.onerror = () => {
      script.remove();
      element.textContent =
        'The 3D picture could not be loaded. It is tried again when the network is back or the page is shown again.';
      retryBy(load);
    };
    document.head.append(script);
  };
  if (!customElements.get('rack-field')) load();
}
