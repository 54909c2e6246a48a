import { CanvasTexture } from 'three';
import type { RackColumns } from '../../layout/layout.ts';

/**
 * The printed label with a rack's address on the blanking panel at the top of its front: its size, and how far its middle lies below the
 * rack's top; metres, assumed. It is clear of the machine's name and of a new rack's label, which rack.frag.glsl draws above it, and
 * racks whose highest server or tray reaches up to it have none.
 */
export const RACK_LABEL = { width: 0.16, height: 0.04, below: 0.176 };

/** Width of a sign where there is room for it, and of all signs at most; metres. */
const [WIDEST, MOST] = [0.0205, 0.148];

/** What labels are written with, in the order in which the texture has it. */
const SIGNS = '0123456789-';
/** Cells in the texture: a power of two, so that smaller copies of it keep signs apart. */
const CELLS = 16;
/** Signs in a number, four bits each. No label has more than two numbers hold: no site has 10,000 halls. */
const SIGNS_PER_NUMBER = 8;

/** The same values for rackBox.frag.glsl. */
export const LABEL_DEFINES = {
  LABEL_HEIGHT: RACK_LABEL.height.toFixed(4),
  LABEL_WIDEST: WIDEST.toFixed(4),
  LABEL_MOST: MOST.toFixed(4),
  LABEL_FIGURES: CELLS.toFixed(1),
};

/** Numbers of so many labels: of each two with its signs, and how many these are. */
export const labelNumbers = (labels: number) => new Int32Array(labels * 3);

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** What a rack's label says: hall, row and place. */
export const labelText = ({ hall, row, place }: Pick<RackColumns, 'hall' | 'row' | 'place'>, rack: number) =>
  `${hall[rack]}-${twoDigits(row[rack]!)}-${twoDigits(place[rack]!)}`;

/** Writes what label `at` says. */
export function writeLabel(labels: Int32Array, at: number, text: string): void {
  const first = at * 3;
  labels.set([0, 0, text.length], first);
  for (let place = 0; place < text.length; place++)
    labels[first + Math.floor(place / SIGNS_PER_NUMBER)]! |=
      SIGNS.indexOf(text[place]!) << ((place % SIGNS_PER_NUMBER) * 4);
}

/** Pixels of a sign's cell. */
const [WIDE, HIGH] = [64, 128];

/** A texture with the signs side by side, black on white; a cell is as high as the label. The caller owns it. */
export function labelFigures(): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = WIDE * CELLS;
  canvas.height = HIGH;
  // Drawn without the graphics card, so that the pixels are the same everywhere.
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  pen.font = `600 ${HIGH * 0.84}px system-ui, sans-serif`;
  pen.textAlign = 'center';
  // Figures have no descenders: the middle of their height, not that of the line, is to be that of the label.
  const { actualBoundingBoxAscent: high } = pen.measureText('0');
  [...SIGNS].forEach((sign, at) => {
    pen.fillText(sign, (at + 0.5) * WIDE, (HIGH + high) / 2, WIDE * 0.86);
  });
  const texture = new CanvasTexture(canvas);
  texture.anisotropy = 4;
  return texture;
}
