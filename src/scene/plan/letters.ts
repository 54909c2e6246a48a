import { CanvasTexture, LinearFilter } from 'three';

/** A text on its place in the atlas, all in ems. */
export interface Label {
  text: string;
  isLarge: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The drawing's texts, written by the browser: any language, and no bytes. */
export interface Letters {
  texture: CanvasTexture;
  /** The place of a text; the same text has one. Ends with the first {@link raster}. */
  label(text: string, isLarge?: boolean): Label;
  /** Writes all of them, black on white, at so many pixels an em. Does nothing where that is how they are written. */
  raster(density: number): void;
  /** Pixels an em of what is written. */
  density(): number;
  dispose(): void;
}

const FACE = "'Archivo Rackfield', system-ui, sans-serif";
/** Ems of the atlas's width. */
const WIDTH = 36;
const LINE = 1.3;
const MARGIN = 0.2;
const LARGE = 1.2;
/** Between neighbours, so that none shows in another. */
const GAP = 0.2;
/** Pixels at which texts are measured. */
const FINE = 64;
/** Written finer than this many times what is wanted, letters are written again. */
const WASTE = 2.2;

export function createLetters(): Letters {
  const canvas = document.createElement('canvas');
  // Written by the processor: a drawing on the graphics card would have to be read back from there.
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const texture = new CanvasTexture(canvas);
  texture.flipY = false;
  texture.generateMipmaps = false;
  texture.minFilter = texture.magFilter = LinearFilter;
  const labels = new Map<string, Label>();
  const next = { x: 0, y: 0 };
  let written = 0;
  const font = (isLarge: boolean, pixels: number) =>
    `${isLarge ? 700 : 500} ${pixels * (isLarge ? LARGE : 1)}px ${FACE}`;

  return {
    texture,
    label(text, isLarge = false) {
      const key = `${isLarge} ${text}`;
      const known = labels.get(key);
      if (known) return known;
      pen.font = font(isLarge, FINE);
      const width = Math.min(pen.measureText(text).width / FINE + 2 * MARGIN, WIDTH);
      if (next.x + width > WIDTH) {
        next.x = 0;
        next.y += LINE * LARGE + GAP;
      }
      const made = { text, isLarge, ...next, width, height: LINE * (isLarge ? LARGE : 1) };
      next.x += width + GAP;
      labels.set(key, made);
      return made;
    },
    raster(density) {
      if (density <= written && written < density * WASTE) return;
      written = density;
      canvas.width = Math.ceil(WIDTH * density);
      canvas.height = Math.ceil((next.y + LINE * LARGE) * density);
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.fillStyle = '#000';
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      for (const { text, isLarge, x, y, width, height } of labels.values()) {
        pen.font = font(isLarge, density);
        pen.fillText(
          text,
          (x + width / 2) * density,
          (y + height * 0.54) * density,
          (width - MARGIN) * density,
        );
      }
      // A texture of another size is another texture.
      texture.dispose();
      texture.needsUpdate = true;
    },
    density: () => written,
    dispose: () => texture.dispose(),
  };
}
