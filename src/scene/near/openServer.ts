import { FACEPLATE, HANDLE, type ModulePlan, type ServerPlan, SLIDE, WALL } from '../../layout/serverPlan.ts';
import type { Palette } from '../shading/look.ts';
import { gpuModule } from './gpuModule.ts';
import type { Part, Point, Tube } from './parts.ts';
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

/** Thickness of sheet metal, metres. */
const SHEET = 0.002;

/**
 * Parts and hoses of one server. The plan states what is where and how large; everything else is assumed. Hoses run from two bars at
 * the front over the GPUs of a column to its switch chip and back.
 */
export function openServer(plan: ServerPlan, module: ModulePlan, look: Palette): OpenServer {
  const server: OpenServer = { parts: [], tubes: [], stays: [] };
  addChassis(server, plan, look);
  plan.modules.forEach((block, at) => {
    // The rule lies to the right of a module, or to its left where the right wall is too near.
    const ruleFrom = block.size[0] * 0.5 + RULE.width * 0.9;
    const isLast = block.x + ruleFrom + RULE.width / 2 > plan.width / 2 - SHEET;
    server.parts.push(...gpuModule(block, module, at + 1, isLast ? -ruleFrom : ruleFrom, look));
  });
  addBehind(server, plan, look);
  server.tubes.push(...serverHoses(plan, look));
  server.stays.push(...plan.modules.map((block, at) => stayOf(block, at + 1, look)));
  return server;
}

function addChassis({ parts, tubes }: OpenServer, plan: ServerPlan, look: Palette): void {
  const { width, height, depth, board, holes } = plan;
  const high = height * WALL;
  const sheet = { color: look.steel, finish: 'metal' } as const;
  const body = width - 2 * SLIDE;
  // Its floor, where the board leaves it to be seen; its walls; its rear, and a partition behind the GPUs.
  for (const side of [-1, 1]) {
    const strip = (body - board.size[0]) / 2;
    const x = (side * (body - strip)) / 2;
    parts.push(
      { ...sheet, x, y: SHEET / 2, z: -depth / 2, size: [strip, SHEET, depth - 0.01], finish: 'plain' },
      {
        ...sheet,
        x: side * (body / 2 - SHEET / 2),
        y: high / 2,
        z: -depth / 2,
        size: [SHEET, high, depth - 0.01],
      },
    );
  }
  const partition = board.z - board.size[2] / 2 - 0.006;
  parts.push(
    { ...sheet, x: 0, y: high * 0.3, z: -depth + SHEET / 2, size: [body, high * 0.6, SHEET] },
    { ...sheet, x: 0, y: high * 0.4, z: partition, size: [body - 0.01, high * 0.8, SHEET] },
    { ...board, color: look.circuit, finish: 'circuit' },
  );
  for (const side of [-1, 1]) {
    addSlide(parts, plan, side, look);
    // A handle on the ear of its faceplate.
    const x = (side * holes) / 2;
    const pulled = (HANDLE * 4) / 3;
    tubes.push({
      points: [
        [x, height * 0.18, 0],
        [x, height * 0.16, pulled],
        [x, height * 0.84, pulled],
        [x, height * 0.82, 0],
      ],
      radius: 0.005,
      color: look.nickel,
    });
  }
}

/** One slide: a part on the server's wall, a middle part, and a part on the rack's posts; and the post that the faceplate is screwed to. */
function addSlide(parts: Part[], plan: ServerPlan, side: number, look: Palette): void {
  const { width, height, depth, face } = plan;
  const y = height * 0.26;
  const metal = { color: look.steel, finish: 'metal' } as const;
  const [inner, thin] = [SLIDE * 0.55, SLIDE * 0.4];
  const outer = 0.005;
  const post = (face - width) / 2;
  parts.push(
    {
      ...metal,
      x: side * (width / 2 - SLIDE + inner / 2),
      y,
      z: -depth / 2,
      size: [inner, 0.036, depth - 0.02],
    },
    {
      ...metal,
      x: side * (width / 2 - thin / 2),
      y,
      z: -depth * 0.45,
      size: [thin, 0.042, depth * 0.8],
      moves: 'slide',
    },
    {
      ...metal,
      x: side * (width / 2 + outer / 2 + 0.001),
      y,
      z: -depth / 2 - 0.01,
      size: [outer, 0.048, depth],
      moves: 'rack',
    },
    {
      color: look.plantDark,
      x: side * (face / 2 - post / 2),
      y: height / 2,
      z: -FACEPLATE - 0.002,
      size: [post - 0.001, height, 0.003],
      moves: 'rack',
    },
  );
}

function addBehind({ parts, tubes }: OpenServer, plan: ServerPlan, look: Palette): void {
  const { switches, cpus, memory, cards, supplies, depth, board } = plan;
  for (const block of switches)
    parts.push(
      { ...block, color: look.nickel, finish: 'metal' },
      {
        ...block,
        y: board.y + 0.003,
        size: [block.size[0] * 1.35, 0.003, block.size[2] * 1.35],
        color: look.carrier,
      },
    );
  for (const block of cpus)
    parts.push(
      { ...block, color: look.nickel, finish: 'metal' },
      {
        ...block,
        y: block.y - block.size[1] / 2 - 0.002,
        size: [block.size[0] * 1.15, 0.004, block.size[2] * 1.08],
        color: look.graphite,
      },
    );
  const [first] = cpus;
  if (first) {
    const under = board.y - 0.002;
    parts.push({
      x: 0,
      y: under,
      z: first.z,
      size: [plan.width - 0.02, 0.003, 0.16],
      color: look.circuit,
      finish: 'circuit',
    });
  }
  for (const block of memory) parts.push({ ...block, color: look.carrier, finish: 'studs' });
  for (const block of cards) {
    parts.push(
      { ...block, size: [0.002, block.size[1], block.size[2]], color: look.circuit, finish: 'circuit' },
      {
        ...block,
        x: block.x + 0.005,
        y: block.y - 0.004,
        size: [0.008, block.size[1] * 0.62, block.size[2] * 0.62],
        color: look.steel,
        finish: 'fins',
      },
      {
        x: block.x + 0.003,
        y: block.y - 0.012,
        z: -depth - 0.002,
        size: [0.014, 0.016, 0.024],
        color: look.nickel,
        finish: 'metal',
      },
    );
  }
  for (const block of supplies) {
    parts.push({ ...block, color: look.steel, finish: 'holes' });
    const z = -depth;
    tubes.push({
      points: [
        [block.x, block.y - 0.02, z],
        [block.x, block.y - 0.02, z - 0.045],
        [block.x, block.y + 0.03, z - 0.045],
        [block.x, block.y + 0.03, z],
      ],
      radius: 0.003,
      color: look.graphite,
    });
  }
  // Cables from the supplies to the board.
  supplies.forEach(({ x, y, z, size }, at) => {
    const front = z + size[2] / 2;
    const end = board.z - board.size[2] / 2 + 0.03;
    const plug: Point = [x - 0.03 + at * 0.01, board.y + 0.006, end];
    parts.push({
      x: plug[0],
      y: plug[1],
      z: plug[2],
      size: [0.02, 0.014, 0.016],
      color: look.graphite,
      finish: 'holes',
    });
    tubes.push({
      points: [
        [x, y + 0.02, front],
        [x, y + 0.03, front + 0.09],
        [x - 0.02 + at * 0.004, y + 0.045, (front + end) / 2],
        [plug[0], plug[1] + 0.006, plug[2]],
      ],
      radius: 0.0045,
      color: look.graphite,
    });
  });
}
