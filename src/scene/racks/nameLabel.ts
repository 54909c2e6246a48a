import { CanvasTexture } from 'three';
import { directionOfText } from '../../state/words.ts';

/** The label with its machine's name at the top of a rack's front, and its distance from the rack's top; metres, an aid to the viewer. */
export const LABEL = { width: 0.5, height: 0.08, below: 0.008 };

const PIXELS_PER_METRE = 1200;
/** Of the letters, and of the empty space to either side; metres. */
const [SIZE, MARGIN] = [0.062, 0.012];

/** A texture with a name, white on black; a long one is written narrower. The caller owns it. */
export function nameLabel(name: string): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(LABEL.width * PIXELS_PER_METRE);
  canvas.height = Math.round(LABEL.height * PIXELS_PER_METRE);
  // Drawn without the graphics card, so that the pixels are the same everywhere.
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#fff';
  pen.font = `600 ${SIZE * PIXELS_PER_METRE}px 'Rackfield Languages', system-ui, sans-serif`;
  pen.direction = directionOfText(name);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(name, canvas.width / 2, canvas.height / 2, canvas.width - 2 * MARGIN * PIXELS_PER_METRE);
  const texture = new CanvasTexture(canvas);
  texture.anisotropy = 8;
  return texture;
}
