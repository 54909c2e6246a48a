import type { Layout } from '../../../layout/layout.ts';
import { mounted } from '../../../layout/address.ts';
import { RACK_UNIT } from '../../../model/figure.ts';
import type { RackKind, Rect } from '../../../model/site.ts';
import {
  type Band,
  type Dimension,
  type Drawing,
  EAST,
  outline,
  type PlanPoint,
  type Staged,
  WEST,
} from './statement.ts';
import { elevationFoot } from '../../../views/planStations.ts';
import type { PlanWord, SayPlan } from './planWords.ts';

/** The scales of a rack, metres for an em, and when it is drawn. */
export const RACK: Band & Staged = { finest: 0, coarsest: 0.2, stage: 'rack' };

/** Margins of the sheet around the rack, metres. */
const MARGIN = { west: 0.68, east: 0.34, above: 0.08, below: 0.22 };

/** Where the front of a rack is laid down: its lower left corner on the ground, site frame, metres. */
interface Corner {
  x: number;
  z: number;
}

/** A rack's front laid down on the floor before it, foot to the south, on a white sheet, with heights measured on it. */
export function rackElevation(layout: Layout, rackIndex: number, say: SayPlan): Drawing {
  const { racks, site } = layout;
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const south = racks.heading[rackIndex] === 0;
  const front = racks.z[rackIndex]! + (south ? kind.depth / 2 : -kind.depth / 2);
  const corner = {
    x: racks.x[rackIndex]! - kind.width / 2,
    z: elevationFoot(racks.z[rackIndex]!, south ? 1 : -1, kind),
  };
  const drawing: Drawing = { dimensions: [], names: [], strokes: [] };
  addSheet(drawing, kind, corner, say);
  addUnits(drawing, kind, corner, say);
  addHeights(drawing, kind, corner);
  // The rack itself, frame and door.
  const rear = front - (south ? 1 : -1) * (kind.depth + kind.rearDoor);
  const [z0, z1] = [Math.min(front, rear), Math.max(front, rear)];
  addOutline(drawing, { x0: corner.x, x1: corner.x + kind.width, z0, z1 }, SUBJECT);
  return drawing;
}

/** A part of the front as a rectangle on the ground: from the left, and from below, metres. */
const laid = ({ x, z }: Corner, left: number, right: number, low: number, high: number): Rect => ({
  x0: x + left,
  x1: x + right,
  z0: z - high,
  z1: z - low,
});

/** Weight of the rack's outline: heavier than every other line. */
const SUBJECT = 2.5;

const addOutline = ({ strokes }: Drawing, rect: Rect, weight = 1) =>
  strokes.push(...outline(rect, { ...RACK, weight }));

function addSheet(
  drawing: Drawing,
  { width, height, heightU }: RackKind,
  corner: Corner,
  say: SayPlan,
): void {
  const { west, east, above, below } = MARGIN;
  const sheet = laid(corner, -west, width + east, -below, height + above);
  const x = (sheet.x0 + sheet.x1) / 2;
  const paper = { ...RACK, width: sheet.x1 - sheet.x0, dash: 'none', isPaper: true } as const;
  // The sheet is a line as wide as that.
  drawing.strokes.push({ ...paper, from: [x, sheet.z0], to: [x, sheet.z1], isFlush: true });
  addOutline(drawing, sheet);
  drawing.names.push({
    ...RACK,
    text: say('elevation', { units: heightU }),
    short: say('elevationShort'),
    rect: laid(corner, -west, width + east, -below, 0),
    isIndoors: true,
  });
}

/** The rack's frame, its slots with their names, and its CDU. */
function addUnits(drawing: Drawing, kind: RackKind, corner: Corner, say: SayPlan): void {
  const { width, height, base, heightU, serverSlots } = kind;
  addOutline(drawing, laid(corner, 0, width, 0, height), SUBJECT);
  const inner = mounted('face', kind);
  const [left, right] = [(width - inner) / 2, (width + inner) / 2];
  const unit = (from: number, count: number, text?: string, short?: string) => {
    const low = base + (from - 1) * RACK_UNIT;
    const rect = laid(corner, left, right, low, low + count * RACK_UNIT);
    addOutline(drawing, rect);
    if (text) drawing.names.push({ ...RACK, text, ...(short && { short }), rect, isIndoors: true });
  };
  // Rails on which everything stands.
  addOutline(drawing, laid(corner, left, right, base, base + heightU * RACK_UNIT));
  const isNamed = kind.servers > 0;
  let below = 1;
  let before = 0;
  serverSlots.forEach(({ startU, heightU: slotU, columns }, at) => {
    const [first, last] = [before + 1, before + columns];
    before = last;
    const name = columns > 1 ? say('servers', { first, last }) : say('server', { number: first });
    // Between two servers: the manifold of the upper one.
    if (isNamed && at > 0 && startU > below) unit(below, startU - below);
    unit(startU, slotU, isNamed ? name : undefined, columns > 1 ? `${first}–${last}` : `${first}`);
    below = startU + slotU;
  });
  if (kind.cduU > 0) unit(1, kind.cduU, say('cdu'));
}

function addHeights(drawing: Drawing, kind: RackKind, { x, z }: Corner): void {
  const { width, height, base, serverSlots } = kind;
  const known = { ...RACK, unit: 'millimetres', tier: 1, isIndoors: true, isAssumed: true } as const;
  const upright = (low: number, high: number, out: PlanPoint, word: PlanWord) => {
    const side = out === WEST ? x : x + width;
    const ends: Pick<Dimension, 'from' | 'to'> = { from: [side, z - low], to: [side, z - high] };
    if (high > low)
      drawing.dimensions.push({ ...known, ...ends, length: high - low, out, word, hasRoomBeside: true });
  };
  upright(0, height, EAST, 'height');
  upright(base, base + kind.cduU * RACK_UNIT, WEST, 'cduHeight');
  const [first, second] = serverSlots;
  if (first && second && kind.servers > 0) {
    const foot = base + (first.startU - 1) * RACK_UNIT;
    upright(foot, foot + (second.startU - first.startU) * RACK_UNIT, WEST, 'pitch');
  }
}
