import { CanvasTexture, LinearFilter } from 'three';
import { directionOfText } from '../../../state/words.ts';
import { FAMILY } from './type.ts';

/** A text and its place in the atlas, ems. */
export interface Label {
  text: string;
  isLarge: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Letters = ReturnType<typeof createLetters>;

const FACE = `'${FAMILY}', 'Rackfield Languages', system-ui, sans-serif`;
/** Width of the atlas, ems. */
const WIDTH = 36;
const LINE = 1.3;
const MARGIN = 0.2;
const LARGE = 1.2;
/** Between neighbouring texts, ems. */
const GAP = 0.2;
/** Pixels at which texts are measured. */
const FINE = 64;
/** Letters that are written finer than needed by more than this factor are written again. */
const WASTE = 2.2;

/** An atlas of the drawing's texts, written by the browser, so that any language works. */
export function createLetters() {
  const canvas = document.createElement('canvas');
  // Drawn without the graphics card, since the pixels would have to be read back from it.
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
    /** The place of a text in the atlas; the same text has one place. Must not be called after the first `raster`. */
    label(text: string, isLarge = false): Label {
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
    /** Writes all texts, black on white, at this many pixels per em. Does nothing if they are written that finely already. */
    raster(density: number): void {
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
        pen.direction = directionOfText(text);
        // Combining marks piled up on a letter must not reach into another text.
        pen.save();
        pen.beginPath();
        pen.rect(x * density, y * density, width * density, height * density);
        pen.clip();
        pen.fillText(
          text,
          (x + width / 2) * density,
          (y + height * 0.54) * density,
          (width - MARGIN) * density,
        );
        pen.restore();
      }
      // Its size has changed, so the graphics card needs a new texture.
      texture.dispose();
      texture.needsUpdate = true;
    },
    /** Pixels per em of the written texts. */
    density: () => written,
    dispose: () => texture.dispose(),
  };
}
