import type { ModulePlan } from '../../layout/modulePlan.ts';
import type { ServerParts } from '../../layout/serverParts.ts';
import { FACEPLATE, HANDLE, SLIDE } from '../../layout/serverPlan.ts';
import type { SubjectKind } from '../../inventory/things/subject.ts';
import type { ColorName } from '../shading/look.ts';
import { gpuModule } from './gpuModule.ts';
import { curve, type Part, partAt, type Point, type Tube } from './parts.ts';
import { RULE } from './rule.ts';
import { stayOf } from './lid.ts';
import { serverHoses } from './serverHoses.ts';

/** All parts of a server that is drawn out of its rack, as boxes and tubes. */
export interface OpenServer {
  parts: Part[];
  tubes: Tube[];
  /** Rods that hold plates open. A plan leaves them out, since it shows the opened module without its plate. */
  stays: Tube[];
}

/** Thickness of sheet metal, and of a wall of fans; metres, assumed. */
const SHEET = 0.002;
const FANS = 0.018;
/** A board that lies higher than this has the chassis's floor below it, metres. */
const DEEP = 0.1;

/**
 * Parts and hoses of one server. The plan states what is where and how large; everything else is assumed. What is behind the GPUs of a
 * server of unknown parts is under a lid.
 */
export function openServer(plan: ServerParts, module: ModulePlan): OpenServer {
  const server: OpenServer = { parts: [], tubes: [], stays: [] };
  const hasPlates = isWatered(plan);
  addChassis(server, plan);
  plan.modules.forEach((block, at) => {
    // The rule lies to the right of a module, or to its left where the right wall is too near.
    const ruleFrom = block.size[0] * 0.5 + RULE.width * 0.9;
    const isLast = block.x + ruleFrom + RULE.width / 2 > plan.width / 2 - SHEET;
    server.parts.push(...gpuModule(block, module, at + 1, isLast ? -ruleFrom : ruleFrom, hasPlates));
  });
  addBehind(server, plan);
  if (hasPlates) server.tubes.push(...serverHoses(plan));
  for (const [at, block] of plan.modules.entries())
    server.stays.push({ ...stayOf(block, at + 1), ...(!hasPlates && { is: 'heat-sink' as const }) });
  return server;
}

/** Whether water flows through cold plates in it. */
const isWatered = ({ parts = [] }: ServerParts): boolean => parts.includes('cold-plates');

function addChassis({ parts, tubes }: OpenServer, plan: ServerParts): void {
  const { width, height, depth, board, holes, wall: high, isBlade } = plan;
  const has = (part: NonNullable<ServerParts['parts']>[number]) => plan.parts?.includes(part);
  const body = width - 2 * SLIDE;
  const add = (at: Point, size: Point, finish: Part['finish'] = 'metal') =>
    parts.push(partAt(at, size, 'steel', finish));
  // Its floor beside the board, its walls, its rear, and a partition behind the GPUs.
  for (const side of [-1, 1]) {
    const strip = (body - board.size[0]) / 2;
    add([(side * (body - strip)) / 2, SHEET / 2, -depth / 2], [strip, SHEET, depth - 0.01], 'plain');
    add([side * (body / 2 - SHEET / 2), high / 2, -depth / 2], [SHEET, high, depth - 0.01]);
  }
  const partition = board.z - board.size[2] / 2 - 0.006;
  add([0, high * 0.3, -depth + SHEET / 2], [body, high * 0.6, SHEET]);
  if (has('fans')) {
    const at: Point = [0, high * 0.48, partition - FANS / 2];
    parts.push(partAt(at, [body - 0.01, high * 0.94, FANS], 'plantDark', 'holes'));
  } else add([0, high * 0.4, partition], [body - 0.01, high * 0.8, SHEET]);
  if (has('board')) parts.push({ ...board, color: 'circuit', finish: 'circuit' });
  if (!has('board') || board.y > DEEP) add([0, SHEET / 2, -depth / 2], [body, SHEET, depth - 0.01], 'plain');
  if (!plan.parts)
    add([0, high + SHEET / 2, (partition - depth) / 2], [body, SHEET, depth + partition], 'plain');
  if (isBlade) addBlade(parts, plan);
  else
    for (const side of [-1, 1]) {
      addSlide(parts, plan, side);
      // A handle on the ear of its faceplate.
      const x = (side * holes) / 2;
      const pulled = (HANDLE * 4) / 3;
      const at = (up: number, z: number): Point => [x, height * up, z];
      const points = curve(at(0.18, 0), at(0.16, pulled), at(0.84, pulled), at(0.82, 0));
      tubes.push({ points, radius: 0.005, color: 'nickel', is: 'handle' });
    }
  // A strip of light in the rack, above the slot, for whoever works at it.
  if (!isBlade)
    parts.push(
      partAt([0, height + 0.002, -0.07], [width * 0.6, 0.003, 0.012], 'paper', 'light', { moves: 'rack' }),
    );
}

/** A blade's front, and what carries it while it lies before its rack: two bars that come out half as far as the blade. */
function addBlade(parts: Part[], { width, height, depth, travel }: ServerParts): void {
  parts.push(partAt([0, height / 2, -FACEPLATE / 2], [width, height, FACEPLATE], 'plantDark'));
  const size = [0.03, 0.012, (travel + depth) / 2] as const;
  for (const side of [-1, 1]) {
    const at: Point = [(side * width) / 4, -0.007, -size[2] / 2];
    parts.push(partAt(at, size, 'steel', 'metal', { moves: 'slide', is: 'slide' }));
  }
}

/** One slide: a part on the server's wall, a middle part, and a part on the rack's posts; and the post that the faceplate is screwed to. */
function addSlide(parts: Part[], plan: ServerParts, side: number): void {
  const { width, height, depth, face } = plan;
  const [inner, thin, outer] = [SLIDE * 0.55, SLIDE * 0.4, 0.005];
  const add = (x: number, z: number, size: Point, moves: Part['moves'] = 'server') =>
    parts.push(partAt([side * x, height * 0.26, z], size, 'steel', 'metal', { moves, is: 'slide' }));
  add(width / 2 - SLIDE + inner / 2, -depth / 2, [inner, 0.036, depth - 0.02]);
  add(width / 2 - thin / 2, -depth * 0.45, [thin, 0.042, depth * 0.8], 'slide');
  add(width / 2 + outer / 2 + 0.001, -depth / 2 - 0.01, [outer, 0.048, depth], 'rack');
  const post = (face - width) / 2;
  const at: Point = [side * (face / 2 - post / 2), height / 2, -FACEPLATE - 0.002];
  parts.push(partAt(at, [post - 0.001, height, 0.003], 'plantDark', 'plain', { moves: 'rack' }));
}

function addBehind({ parts, tubes }: OpenServer, plan: ServerParts): void {
  const { switches, cpus, memory, cards, supplies, depth, board } = plan;
  const cooler = isWatered(plan) ? 'metal' : 'fins';
  /** Returns a function that adds parts of one thing. */
  const adding = (is: SubjectKind) => (at: Point, size: Point, color: ColorName, finish?: Part['finish']) =>
    parts.push(partAt(at, size, color, finish, { is }));
  for (const block of switches) {
    const { x, z, size } = block;
    parts.push({ ...block, color: 'nickel', finish: cooler, is: 'switch-chip' });
    adding('switch-chip')([x, board.y + 0.003, z], [size[0] * 1.35, 0.003, size[2] * 1.35], 'carrier');
  }
  for (const block of cpus) {
    const { x, y, z, size } = block;
    parts.push({ ...block, color: 'nickel', finish: cooler, is: 'cpu' });
    adding('cpu')([x, y - size[1] / 2 - 0.002, z], [size[0] * 1.15, 0.004, size[2] * 1.08], 'graphite');
  }
  const [first] = cpus;
  if (first && plan.modules.length > 0)
    adding('server')([0, board.y - 0.002, first.z], [plan.width - 0.02, 0.003, 0.16], 'circuit', 'circuit');
  for (const block of memory) parts.push({ ...block, color: 'carrier', finish: 'studs', is: 'memory' });
  for (const { x, y, z, size } of cards) {
    const add = adding('network-card');
    add([x, y, z], [0.002, size[1], size[2]], 'circuit', 'circuit');
    add([x + 0.005, y - 0.004, z], [0.008, size[1] * 0.62, size[2] * 0.62], 'steel', 'fins');
    add([x + 0.003, y - 0.012, -depth - 0.002], [0.014, 0.016, 0.024], 'nickel', 'metal');
  }
  for (const block of supplies) {
    const { x, y } = block;
    parts.push({ ...block, color: 'steel', finish: 'holes', is: 'power-supply' });
    const [low, high, out] = [y - 0.02, y + 0.03, -depth - 0.045];
    const points = curve([x, low, -depth], [x, low, out], [x, high, out], [x, high, -depth]);
    tubes.push({ points, radius: 0.003, color: 'graphite', is: 'cable' });
  }
  // Cables from the supplies to the board.
  supplies.forEach(({ x, y, z, size }, at) => {
    const front = z + size[2] / 2;
    const end = board.z - board.size[2] / 2 + 0.03;
    const plug: Point = [x - 0.03 + (at * 0.03) / Math.max(supplies.length - 1, 1), board.y + 0.006, end];
    adding('cable')(plug, [0.02, 0.014, 0.016], 'graphite', 'holes');
    const points = curve(
      [x, y + 0.02, front],
      [x, y + 0.03, front + 0.09],
      [x - 0.02 + at * 0.004, y + 0.045, (front + end) / 2],
      [plug[0], plug[1] + 0.006, plug[2]],
    );
    tubes.push({ points, radius: 0.0045, color: 'graphite', is: 'cable' });
  });
}
