import type { Chaos } from '../../state/exhibitAddress.ts';
import type { Mounted } from '../experience/mountExperience.ts';

/** How far the clock jumps, milliseconds: a day and a half. */
const JUMP_MS = 36 * 3_600_000;
/** How long a screen has another shape, milliseconds. */
const TURNED_MS = 2000;
/** After how long a second context is lost, milliseconds. */
const AGAIN_MS = 1000;

function loseContext(canvas: HTMLCanvasElement): void {
  canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
}

/** A clock that is set. Only what a page can see of it changes. */
function jump(): void {
  const Real = Date;
  class Jumped extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [Real.now() + JUMP_MS]) as [number]));
    }
    static override now() {
      return Real.now() + JUMP_MS;
    }
  }
  globalThis.Date = Jumped as DateConstructor;
}

function refuseStorage(): void {
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse });
}

/** Provokes a fault, for tests and drills. */
export function provoke(chaos: Chaos, { canvas, experience }: Mounted, root: HTMLElement): void {
  switch (chaos) {
    case 'context':
      return loseContext(canvas());
    case 'context-twice': {
      loseContext(canvas());
      const stop = experience.store.subscribe(({ picture }) => {
        if (picture !== 'shown') return;
        stop();
        setTimeout(() => loseContext(canvas()), AGAIN_MS);
      });
      return;
    }
    case 'stall':
      window.requestAnimationFrame = () => 0;
      return;
    case 'script':
      throw new Error('Provoked by chaos=script.');
    case 'memory':
      // More than any engine gives. Written so that the build does not leave it out as unused.
      Reflect.construct(ArrayBuffer, [Number.MAX_SAFE_INTEGER]);
      return;
    case 'storage':
      return refuseStorage();
    case 'clock':
      return jump();
    case 'screen':
      root.style.insetInlineEnd = '50%';
      setTimeout(() => root.style.removeProperty('inset-inline-end'), TURNED_MS);
  }
}
