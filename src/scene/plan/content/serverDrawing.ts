import { addressOf } from '../../../layout/address.ts';
import type { Layout } from '../../../layout/layout.ts';
import { type ModulePlan, modulePlan } from '../../../layout/modulePlan.ts';
import { type ServerParts, serverParts } from '../../../layout/serverParts.ts';
import { type Block, FACEPLATE, HANDLE, serverOf } from '../../../layout/serverPlan.ts';
import type { CatalogueItem } from '../../../model/catalogue.ts';
import type { Rect } from '../../../model/site.ts';
import { isAssumedFigure } from './assumed.ts';
import {
  type Band,
  type Dimension,
  type Drawing,
  EAST,
  NORTH,
  type PlanPoint,
  SOUTH,
  type Stroke,
  WEST,
} from './statement.ts';
import type { PlanWord, SayPlan } from './planWords.ts';

/** The scales of a server that is drawn out, and of one of its GPUs; metres for an em. */
export const SERVER: Band = { finest: 0.0055, coarsest: 0.036 };
const MODULE: Band = { finest: 0, coarsest: SERVER.finest };

/** Where widths stand: clear of the handles, metres before the front. */
const BEFORE = HANDLE + 0.023;

/** Draws in the server's frame: x to the right, z towards the viewer, metres. */
interface Pen {
  measure(from: PlanPoint, to: PlanPoint, out: PlanPoint, part: Partial<Dimension> & Band): void;
  name(text: string, block: Block, part: Band & { isLarge?: boolean }): void;
  line(from: PlanPoint, to: PlanPoint, part: Band & Partial<Stroke>): void;
}

/** Lengths, names and hidden edges of the server of a GPU while that is drawn out; site frame, metres. */
export function serverDrawing(layout: Layout, gpu: number, say: SayPlan): Drawing {
  const drawing: Drawing = { dimensions: [], names: [], strokes: [] };
  const server = serverOf(layout, gpu);
  const { kind, accelerator, facing } = server;
  const plan = serverParts(layout, kind, accelerator);
  const at = ([x, z]: PlanPoint): PlanPoint => [server.x + x * facing, server.z + (z + plan.travel) * facing];
  const pen: Pen = {
    measure(from, to, [ox, oz], part) {
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      if (length < 1e-4) return;
      const out: PlanPoint = [ox * facing, oz * facing];
      const more = { unit: 'millimetres', tier: 1, isIndoors: true, stage: 'server', ...part } as const;
      drawing.dimensions.push({ from: at(from), to: at(to), length, out, ...more });
    },
    name(text, { x, z, size }, part) {
      const [a, b] = [at([x - size[0] / 2, z - size[2] / 2]), at([x + size[0] / 2, z + size[2] / 2])];
      const rect: Rect = {
        x0: Math.min(a[0], b[0]),
        x1: Math.max(a[0], b[0]),
        z0: Math.min(a[1], b[1]),
        z1: Math.max(a[1], b[1]),
      };
      drawing.names.push({ isIndoors: true, stage: 'server', ...part, text, rect });
    },
    line(from, to, part) {
      drawing.strokes.push({ width: 0, dash: 'none', stage: 'server', ...part, from: at(from), to: at(to) });
    },
  };
  const subject = addressOf(layout, gpu).gpu;
  serverLengths(pen, plan, layout.site.catalogue.get(kind.server ?? ''));
  serverNames(pen, plan, subject, say);
  const block = plan.modules[subject - 1];
  if (block)
    moduleLengths(
      pen,
      block,
      modulePlan(layout, accelerator, block),
      layout.site.catalogue.get(accelerator),
      say,
    );
  return drawing;
}

function serverLengths(pen: Pen, plan: ServerParts, item: CatalogueItem | undefined): void {
  const { width, face, depth, travel, board, modules } = plan;
  const [west, east] = [-width / 2, width / 2];
  const known = (word: PlanWord, figure: string) => ({
    ...SERVER,
    word,
    isAssumed: isAssumedFigure(item, figure),
  });
  const [left, right] = [-face / 2, face / 2];
  // Outlines of the sides, where the slides end, and of the faceplate.
  for (const x of [west, east]) pen.line([x, -FACEPLATE], [x, -travel], SERVER);
  for (const z of [0, -FACEPLATE]) pen.line([left, z], [right, z], { ...SERVER, weight: 1.5 });
  for (const x of [left, right]) pen.line([x, 0], [x, -FACEPLATE], SERVER);
  pen.measure([west, BEFORE], [east, BEFORE], SOUTH, known('width', 'width'));
  // A standard states this width, so it is not marked as assumed.
  pen.measure([left, BEFORE], [right, BEFORE], SOUTH, { ...SERVER, word: 'face', unit: 'tenths', tier: 2 });
  pen.measure([east, 0], [east, -travel], EAST, { ...SERVER, word: 'travel', isAssumed: true });
  pen.measure([east, 0], [east, -depth], EAST, { ...known('depth', 'depth'), tier: 2 });
  const [near, far] = [board.z + board.size[2] / 2, board.z - board.size[2] / 2];
  pen.measure([west, near], [west, far], WEST, { ...known('board', 'board-length'), tier: 2 });
  const [first] = modules;
  const behind = modules.find(({ x, z }) => first && x === first.x && z < first.z);
  if (first && behind)
    pen.measure([west, first.z], [west, behind.z], WEST, { ...SERVER, word: 'pitch', isAssumed: true });
  // Hidden edges: the part that is still in its rack.
  const hidden = { ...SERVER, coarsest: 0.1, dash: 'short' } as const;
  for (const x of [west, east]) pen.line([x, -travel], [x, -depth], hidden);
  for (const z of [-travel, -depth]) pen.line([west, z], [east, z], hidden);
}

function serverNames(pen: Pen, plan: ServerParts, subject: number, say: SayPlan): void {
  const { modules, switches, cpus, memory, board } = plan;
  modules.forEach((block, at) => {
    // From near the selected module is drawn open, and its name stands before its package.
    const isSubject = at + 1 === subject;
    const text = say('gpu', { number: at + 1 });
    const [width, height, length] = block.size;
    // As wide as deep, so that the name is horizontal.
    const middle = { ...block, size: [width, height, width] } as const;
    pen.name(text, middle, { finest: isSubject ? SERVER.finest : 0, coarsest: SERVER.coarsest });
    const strip = { ...block, z: block.z + length * 0.39, size: [width, height, length * 0.2] } as const;
    if (isSubject) pen.name(text, strip, { ...MODULE, isLarge: true });
  });
  const [chip] = switches;
  const last = modules.at(-1);
  if (chip && last) {
    const [front, rear] = [last.z - last.size[2] / 2, chip.z + chip.size[2] * 0.7];
    const strip = { ...board, z: (front + rear) / 2, size: [board.size[0], 0, front - rear] } as const;
    pen.name(say('switch'), strip, SERVER);
  }
  // Without GPUs a processor is what the nearest station shows.
  for (const block of cpus)
    pen.name(say('cpu'), block, modules.length > 0 ? SERVER : { ...SERVER, finest: 0 });
  const rows = memory.length / Math.max(cpus.length * 2, 1);
  for (let bank = 0; rows >= 1 && bank < cpus.length * 2; bank++) {
    const [first, end] = [memory[bank * rows]!, memory[(bank + 1) * rows - 1]!];
    const size = [end.x - first.x + first.size[0], 0, first.size[2]] as const;
    pen.name(say('memory'), { ...first, x: (first.x + end.x) / 2, size }, SERVER);
  }
}

function moduleLengths(
  pen: Pen,
  { x, z, size: [width, , length] }: Block,
  { carrier, dies, stacks }: ModulePlan,
  item: CatalogueItem | undefined,
  say: SayPlan,
): void {
  const known = (figure: string, word?: PlanWord): Band & Partial<Dimension> => ({
    ...MODULE,
    ...(word && { word }),
    unit: 'tenths',
    isAssumed: isAssumedFigure(item, figure),
  });
  const edges = ({ x: bx, z: bz, size }: Block) => ({
    left: x + bx - size[0] / 2,
    right: x + bx + size[0] / 2,
    back: z + bz - size[2] / 2,
    front: z + bz + size[2] / 2,
  });
  const { left, right, back, front } = edges({ x: 0, y: 0, z: 0, size: [width, 0, length] });
  // A hidden outline, under hoses and manifolds.
  const hidden = { ...MODULE, dash: 'short', weight: 1.5 } as const;
  for (const end of [back, front]) pen.line([left, end], [right, end], hidden);
  for (const side of [left, right]) pen.line([side, back], [side, front], hidden);
  pen.measure([left, front], [right, front], SOUTH, known('width', 'module'));
  pen.measure([right, back], [right, front], EAST, known('length', 'module'));
  const [die] = dies;
  if (!carrier || !die) return;
  const pack = edges(carrier);
  pen.measure([pack.left, pack.front], [pack.right, pack.front], SOUTH, known('package', 'package'));
  const chip = edges(die);
  pen.measure([chip.left, pack.back], [chip.right, pack.back], NORTH, known('die-width', 'die'));
  // Its width is assumed, so its length is, too: only the area was stated.
  pen.measure([pack.right, chip.back], [pack.right, chip.front], EAST, known('die-width'));
  const area = item?.figures['die-area'];
  if (area)
    pen.name(say('dieArea', { area: `${area.value} mm²` }), { ...die, x: x + die.x, z: z + die.z }, MODULE);
  // Half of the stacks stand on either side of the die: one name for each column.
  const column =
    Math.max(...stacks.map((stack) => stack.z), 0) - Math.min(...stacks.map((stack) => stack.z), 0);
  const [first, other] = stacks;
  for (const stack of [first, other])
    if (stack) {
      const size = [stack.size[0], 0, column + stack.size[2]] as const;
      pen.name(say('hbm'), { ...stack, x: x + stack.x, z, size }, MODULE);
    }
  if (!first) return;
  const stack = edges(first);
  pen.measure([pack.left, stack.back], [pack.left, stack.front], WEST, known('stack-length'));
}
