import { type Fill, inkAt } from '../../inventory/overlay/fills.ts';

/** Size of a sample, CSS pixels, and pixels for each of them. */
const SIZE = { width: 36, height: 20 } as const;
const FINE = 2;

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** The pixels of a sample, from the top row, 4 values each; the pattern is as the picture's shader draws it. */
export function samplePixels(fill: Fill, { width, height } = SIZE, fine = FINE) {
  const pixels = new Uint8ClampedArray(width * height * fine * fine * 4);
  const [ground, ink] = [channels(fill.ground), channels(fill.ink)];
  for (let row = 0; row < height * fine; row++)
    for (let column = 0; column < width * fine; column++) {
      const share = inkAt(fill, (column + 0.5) / fine, height - (row + 0.5) / fine, fine);
      const at = (row * width * fine + column) * 4;
      // Colours are mixed as the shader mixes them: in squares of their values.
      for (let channel = 0; channel < 3; channel++)
        pixels[at + channel] = Math.sqrt(ground[channel]! ** 2 * (1 - share) + ink[channel]! ** 2 * share);
      pixels[at + 3] = 255;
    }
  return pixels;
}

/** A sample of a colour with its pattern, for the eye only. */
export function swatch(fill: Fill): HTMLCanvasElement {
  const made = document.createElement('canvas');
  const [width, height] = [SIZE.width * FINE, SIZE.height * FINE];
  Object.assign(made, { width, height, className: 'legend-swatch' });
  made.setAttribute('aria-hidden', 'true');
  made.getContext('2d')?.putImageData(new ImageData(samplePixels(fill), width, height), 0, 0);
  return made;
}
