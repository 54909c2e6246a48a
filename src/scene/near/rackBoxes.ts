import { mounted } from '../../layout/address.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import type { RackKind } from '../../model/site.ts';
import { LEAF, RECESS } from '../rackRecords/rearDoor.ts';
import type { ColorName } from '../shading/look.ts';
import type { Point } from './parts.ts';
import { RACK_LABEL } from './rackLabel.ts';

/** What a box's front shows; the shader uses these numbers. */
export const RACK_BOX_FINISH = {
  plain: 0,
  metal: 1,
  holes: 2,
  outlets: 3,
  screen: 4,
  lamp: 5,
  coil: 6,
  label: 7,
} as const;

/** A box of a near rack, in the rack frame of `rackFronts.ts`, metres. Without a colour it has the rack's. */
export interface RackBox {
  /** Centre. */
  at: Point;
  size: Point;
  color?: ColorName;
  finish?: keyof typeof RACK_BOX_FINISH;
  /** Turns with the rear door. */
  onDoor?: boolean;
  /** Number of the slot (1-based, from the bottom) of its server; an empty slot has none of its boxes. */
  slot?: number;
}

/** Most boxes on one closed rack, and behind one open rear door. */
export const BOXES_PER_RACK = 30;
export const OPEN_BOXES = 90;

/**
 * What a closed rack shows at arm's length: the face of its CDU; the label with its address; the frame, hinges and lock of its rear door,
 * or, without a door, what feeds it. Assumed.
 */
export function rackBoxes(kind: RackKind): RackBox[] {
  const boxes: RackBox[] = [];
  if (kind.cduU > 0) addCdu(boxes, kind);
  addLabel(boxes, kind);
  const { width, height, depth, rearDoor } = kind;
  if (rearDoor <= LEAF) addPower(boxes, kind, -depth - rearDoor);
  else {
    const z = -depth - rearDoor;
    const door = (at: Point, size: Point, more: Partial<RackBox> = {}) =>
      boxes.push({ at, size, onDoor: true, ...more });
    for (const side of [-1, 1])
      door([side * (width / 2 - 0.034), height / 2, z], [0.052, height - 0.03, 0.016]);
    for (const y of [0.06, height / 2, height - 0.04]) door([0, y, z], [width - 0.12, 0.075, 0.016]);
    for (const y of [0.25, height / 2, height - 0.25])
      door([-width / 2 + 0.014, y, z - 0.006], [0.018, 0.11, 0.03], { color: 'steel', finish: 'metal' });
    const lock = width / 2 - 0.034;
    door([lock, height * 0.5, z - 0.01], [0.034, 0.3, 0.008], { color: 'plantDark' });
    // A controller for its valve and fans.
    door([0, height / 2, z - 0.01], [0.15, 0.055, 0.008], { color: 'module' });
    door([-0.02, height / 2, z - 0.0145], [0.075, 0.036, 0.001], { color: 'cold', finish: 'screen' });
    door([0.052, height / 2, z - 0.0145], [0.009, 0.009, 0.002], { color: 'plant', finish: 'lamp' });
  }
  return boxes;
}

/** What feeds a rack from behind, if that is known: a bar for all servers, or two strips of outlets; `z` is the rear. */
function addPower(boxes: RackBox[], { width, height, rearPower }: RackKind, z: number): void {
  const add = (x: number, size: Point, color: ColorName, finish: NonNullable<RackBox['finish']>) =>
    boxes.push({ at: [x, height / 2, z - size[2] / 2], size, color, finish });
  if (rearPower === 'busbar') add(0, [0.06, height * 0.86, 0.02], 'copper', 'metal');
  if (rearPower === 'outlets')
    for (const side of [-1, 1])
      add(side * (width / 2 - 0.06), [0.05, height * 0.8, 0.04], 'plantDark', 'outlets');
}

/** The label with the rack's address, if the panel above the highest server or tray has room for it. */
function addLabel(boxes: RackBox[], { height, base, serverSlots, trayRuns }: RackKind): void {
  const tops = [...serverSlots, ...trayRuns].map(({ startU, heightU }) => startU - 1 + heightU);
  const { width, height: high, below } = RACK_LABEL;
  const y = height - below;
  if (y - high / 2 < base + Math.max(0, ...tops) * RACK_UNIT) return;
  // Without thickness: sides finer than a pixel would come and go.
  boxes.push({ at: [0, y, 0.002], size: [width, high, 0], color: 'paper', finish: 'label' });
}

/** Two pumps that can be pulled out, and between them its display: the lowest rack units. */
function addCdu(boxes: RackBox[], kind: RackKind): void {
  const middle = kind.base + 2 * RACK_UNIT;
  const low = middle - 0.058;
  const high = 4 * RACK_UNIT - 0.012;
  const holes = mounted('holes', kind) / 2;
  boxes.push({ at: [0, middle, 0.001], size: [mounted('face', kind), high, 0.01], color: 'module' });
  for (const side of [-1, 1]) {
    const x = side * 0.152;
    boxes.push(
      { at: [x, middle, 0.011], size: [0.134, high - 0.014, 0.02], color: 'plantDark' },
      { at: [x, middle + 0.018, 0.0215], size: [0.116, 0.086, 0.002], color: 'graphite', finish: 'holes' },
      { at: [x + 0.048, low, 0.0215], size: [0.008, 0.008, 0.003], color: 'plant', finish: 'lamp' },
      { at: [x - 0.036, low, 0.0215], size: [0.036, 0.012, 0.002], color: 'steel' },
      {
        at: [side * holes, middle, 0.008],
        size: [0.012, high - 0.03, 0.016],
        color: 'steel',
        finish: 'metal',
      },
    );
  }
  boxes.push(
    { at: [0, middle + 0.028, 0.008], size: [0.15, 0.082, 0.012], color: 'graphite' },
    { at: [0, middle + 0.031, 0.0145], size: [0.122, 0.058, 0.002], color: 'cold', finish: 'screen' },
    { at: [0, middle - 0.047, 0.007], size: [0.1, 0.03, 0.008], color: 'plantDark' },
  );
}

const PDUS = [
  [0.262, 'graphite'],
  [0.325, 'plantDark'],
] as const;

/** Behind the open rear door: the frame from inside, the servers' rears, two rack PDUs and the rear of the CDU. Assumed. */
export function openBoxes(kind: RackKind): RackBox[] {
  const { width, height, depth, rearDoor, base, serverSlots } = kind;
  if (rearDoor <= LEAF) return [];
  const boxes: RackBox[] = [];
  const back = -depth + RECESS;
  const edge = -depth - rearDoor + LEAF;
  const deep = back - edge;
  const z = (back + edge) / 2;
  for (const side of [-1, 1]) {
    const at = (fromSide: number, z: number): Point => [side * (width / 2 - fromSide), height / 2, z];
    boxes.push(
      { at: at(0.012, z), size: [0.02, height, deep] },
      // The side of the next rack's door, seen where this door has swung away.
      { at: at(0.003, z - LEAF / 2), size: [0.006, height, deep + LEAF] },
      { at: at(0.04, -depth), size: [0.03, height - 0.1, 0.04] },
      { at: at(0.014, edge), size: [0.026, height, 0.012], color: 'plantDark' },
    );
  }
  boxes.push(
    { at: [0, height - 0.012, z], size: [width - 0.04, 0.02, deep] },
    { at: [0, base / 2, z], size: [width - 0.04, base, deep] },
  );
  if (kind.rearPower === 'busbar')
    boxes.push({
      at: [0, height / 2, back - 0.06],
      size: [0.06, height * 0.8, 0.02],
      color: 'copper',
      finish: 'metal',
    });
  // Rack PDUs on one side, manifolds on the other.
  for (const [x, color] of kind.rearPower === 'outlets' ? PDUS : []) {
    const at = (up: number, out: number): Point => [x, height * up, back - out];
    boxes.push(
      { at: at(0.5, 0.195), size: [0.05, height * 0.8, 0.056], color: 'module' },
      { at: at(0.5, 0.224), size: [0.034, height * 0.78, 0.004], color, finish: 'outlets' },
      { at: at(0.915, 0.225), size: [0.036, 0.05, 0.004], color: 'cold', finish: 'screen' },
    );
  }
  // What stands in racks without servers has both.
  const has = (part: 'supplies' | 'nics') => kind.server === undefined || kind.parts?.includes(part);
  const most = Math.floor((OPEN_BOXES - boxes.length - 3) / 6);
  const [one, two] = serverSlots;
  // Where there are too many thin servers, several are drawn as one box.
  const every = Math.max(1, Math.ceil(serverSlots.length / Math.max(1, most)));
  const pitch = two && one ? (two.startU - one.startU) * RACK_UNIT : 0;
  serverSlots.forEach(({ startU, heightU }, place) => {
    if (place % every) return;
    const foot = base + (startU - 1) * RACK_UNIT;
    const high = heightU * RACK_UNIT * 0.97 + (every - 1) * pitch;
    const at = (x: number, y: number, out: number): Point => [x, foot + y * high, back - out];
    const own: RackBox[] = [
      { at: at(0, 0.5, 0.004), size: [0.448, high, 0.03], color: 'plantDark' },
      { at: at(0.02, 0.72, 0.02), size: [0.39, high * 0.42, 0.003], color: 'graphite', finish: 'holes' },
      { at: at(0.206, 0.26, 0.021), size: [0.01, 0.01, 0.004], color: 'plant', finish: 'lamp' },
      { at: at(-0.205, 0.72, 0.02), size: [0.02, high * 0.4, 0.01], color: 'steel', finish: 'metal' },
    ];
    if (has('supplies'))
      own.push({
        at: at(-0.11, 0.26, 0.021),
        size: [0.2, high * 0.34, 0.006],
        color: 'steel',
        finish: 'coil',
      });
    if (has('nics'))
      own.push({
        at: at(0.1, 0.26, 0.021),
        size: [0.19, high * 0.3, 0.004],
        color: 'module',
        finish: 'outlets',
      });
    boxes.push(...own.map((box) => ({ ...box, slot: place + 1 })));
  });
  if (kind.cduU > 0) {
    const middle = base + 2 * RACK_UNIT;
    boxes.push(
      { at: [0, middle, back - 0.03], size: [0.48, 4 * RACK_UNIT - 0.012, 0.08], color: 'plantDark' },
      { at: [0.09, middle, back - 0.071], size: [0.26, 0.12, 0.003], color: 'graphite', finish: 'holes' },
    );
  }
  return boxes.slice(0, OPEN_BOXES);
}
