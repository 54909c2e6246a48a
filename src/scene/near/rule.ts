import { CanvasTexture } from 'three';

/** The steel rule beside an opened GPU, metres; it shows 0 to 20 cm. */
export const RULE = { length: 0.205, width: 0.022, height: 0.0008 };
/** Where the figures begin, to the right of the longest mark: distance from the middle as a share of half the width. */
export const FIGURES_FROM = 0.38;

const PIXELS_PER_METRE = 10_000;
/** Height of the figures, metres. */
const SIZE = 0.0052;

/** A texture with the rule's figures, black on white. The caller owns it. */
export function ruleFigures(): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((1 - FIGURES_FROM) * (RULE.width / 2) * PIXELS_PER_METRE);
  canvas.height = Math.round(RULE.length * PIXELS_PER_METRE);
  // Drawn without the graphics card, so that the pixels are the same everywhere.
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  pen.font = `600 ${SIZE * PIXELS_PER_METRE}px system-ui, sans-serif`;
  pen.textBaseline = 'middle';
  for (let centimetre = 1; centimetre * 0.01 < RULE.length; centimetre++)
    pen.fillText(
      String(centimetre),
      0,
      canvas.height - centimetre * 0.01 * PIXELS_PER_METRE,
      canvas.width * 0.96,
    );
  const texture = new CanvasTexture(canvas);
  texture.anisotropy = 8;
  return texture;
}
