import { retryLater } from '../../state/retry.ts';

/**
 * `none`: this page cannot be kept, because it is in a frame, or neither on https nor on this machine. `failed`: the files did not come, or
 * a window with another version is open; it is tried again when there is hope.
 */
export type OfflineState = 'none' | 'loading' | 'ready' | 'failed';

/** Whether the page and all that it may ask for are kept for use without a network. */
export interface Offline {
  state(): OfflineState;
  /** Calls back after each change of the state; returns a function that stops it. */
  subscribe(listener: () => void): () => void;
}

/**
 * Has the service worker at `address` keep all files of the build. Nothing is registered by a page in a frame, nor where the browser has no
 * service workers. Call it after the first frame, since it downloads everything.
 */
export function keepOffline(address: string): Offline {
  const { serviceWorker } = navigator as Partial<Navigator>;
  const listeners = new Set<() => void>();
  let state: OfflineState = 'none';
  const become = (next: OfflineState) => {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  };

  async function keep(workers: ServiceWorkerContainer) {
    become('loading');
    try {
      const registration = await workers.register(address, { updateViaCache: 'none' });
      const { installing, waiting, active } = registration;
      if (active && (await holdsThisPage(active))) return become('ready');
      const coming = installing ?? waiting;
      // A first version never waits for another one's windows to be closed.
      const onWait = () => registration.active && become('failed');
      if (coming && (await activated(coming, onWait)) && (await holdsThisPage(coming)))
        return become('ready');
    } catch {
      // Said below.
    }
    become('failed');
    retryLater(() => void keep(workers));
  }

  const canKeep = serviceWorker && window.top === window && location.protocol.startsWith('http');
  if (canKeep && import.meta.env.PROD) void keep(serviceWorker);
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Whether a worker is of the same build as this page; if so, it answers the page's requests from then on. The name of the page's script
 * holds a hash of it, and so of the names of all that it loads.
 */
function holdsThisPage(worker: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data === true);
    };
    worker.postMessage(document.querySelector<HTMLScriptElement>('script[type=module]')?.src, [port2]);
  });
}

/** Resolves once a worker is active, or to false once it is given up. `onWait` is called if it waits for other windows to be closed. */
function activated(worker: ServiceWorker, onWait: () => unknown): Promise<boolean> {
  return new Promise((resolve) => {
    const check = () => {
      if (worker.state === 'activated') resolve(true);
      else if (worker.state === 'redundant') resolve(false);
      else if (worker.state === 'installed') onWait();
    };
    worker.addEventListener('statechange', check);
    check();
  });
}
