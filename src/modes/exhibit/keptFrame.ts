import type { Live } from '../../state/live.ts';

/** Least time between two copies, milliseconds. */
const COPY_MS = 5000;
/** Most pixels across; it is seen for seconds. */
const MOST_WIDTH = 1280;
/** The build's own still, where no frame has been drawn yet. */
const STILL = '../stills/200k-dark.webp';

/** A still of the picture for when there is none. */
export interface KeptFrame {
  show(): void;
  hide(): void;
}

/**
 * Copies a frame now and then, when one is drawn, so that there is a picture while there is no context. The copy lies in ordinary memory,
 * as the memory of the GPU may be lost with the context.
 */
export function keepFrame(stage: HTMLElement, live: Live, drawn: () => HTMLCanvasElement): KeptFrame {
  const canvas = document.createElement('canvas');
  canvas.className = 'exhibit-still';
  canvas.setAttribute('aria-hidden', 'true');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  let still: HTMLElement | undefined;
  let copiedAt = Number.NEGATIVE_INFINITY;
  live.watch(() => {
    const now = performance.now();
    const from = drawn();
    if (still || live.isStill || now - copiedAt < COPY_MS || from.width === 0 || from.height === 0) return;
    copiedAt = now;
    const width = Math.min(from.width, MOST_WIDTH);
    const height = Math.round((from.height * width) / from.width);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    pen?.drawImage(from, 0, 0, width, height);
  });
  function shipped(): HTMLElement {
    const image = document.createElement('img');
    Object.assign(image, { src: STILL, alt: '', className: 'exhibit-still' });
    return image;
  }
  return {
    show() {
      if (still) return;
      still = copiedAt === Number.NEGATIVE_INFINITY ? shipped() : canvas;
      stage.append(still);
    },
    hide() {
      still?.remove();
      still = undefined;
    },
  };
}
