import type { ModulePlan, ServerPlan } from '../../layout/serverPlan.ts';
import type { Palette } from '../shading/look.ts';
import { gpuModule } from './gpuModule.ts';
import type { Part, Point, Tube } from './parts.ts';
import { RULE } from './rule.ts';
import { serverHoses } from './serverHoses.ts';

/** Everything in a server that is looked into, as boxes and tubes. */
export interface OpenServer {
  parts: Part[];
  tubes: Tube[];
}

const SHEET = 0.002;

/**
 * Parts and hoses of one server; the plan says how large everything is and where, the rest is a model maker's assumption:
 * hoses run from two bars at the front over the GPUs of a column to its switch chip and back.
 */
export function openServer(plan: ServerPlan, module: ModulePlan, look: Palette): OpenServer {
  const server: OpenServer = { parts: [], tubes: [] };
  addChassis(server, plan, look);
  plan.modules.forEach((block, at) => {
    // Its rule lies to the right of a module, to the left of those along the right wall.
    const ruleFrom = block.size[0] * 0.5 + RULE.width * 0.9;
    const isLast = block.x + ruleFrom + RULE.width / 2 > plan.width / 2 - SHEET;
    server.parts.push(...gpuModule(block, module, at + 1, isLast ? -ruleFrom : ruleFrom, look));
  });
  addBehind(server, plan, look);
  server.tubes.push(...serverHoses(plan, look));
  return server;
}

function addChassis({ parts, tubes }: OpenServer, plan: ServerPlan, look: Palette): void {
  const { width, height, depth, board } = plan;
  const wall = height * 0.74;
  const sheet = { color: look.steel, finish: 'metal' } as const;
  parts.push(
    // Its floor, where the board leaves it to be seen.
    ...[-1, 1].map((side): Part => {
      const strip = (width - board.size[0]) / 2;
      const x = (side * (width - strip)) / 2;
      return { ...sheet, x, y: SHEET / 2, z: -depth / 2, size: [strip, SHEET, depth], finish: 'plain' };
    }),
    ...[-1, 1].map(
      (side): Part => ({
        ...sheet,
        x: side * (width / 2 - SHEET / 2),
        y: wall / 2,
        z: -depth / 2 + 0.0025,
        size: [SHEET, wall, depth - 0.005],
      }),
    ),
    { ...sheet, x: 0, y: wall * 0.3, z: -depth + SHEET / 2, size: [width, wall * 0.6, SHEET] },
    {
      ...sheet,
      x: 0,
      y: wall * 0.4,
      z: board.z - board.size[2] / 2 - 0.006,
      size: [width - 0.01, wall * 0.8, SHEET],
    },
    { ...board, color: look.circuit, finish: 'circuit' },
  );
  // Slides on which it comes out: they reach from the server back into its rack.
  for (const side of [-1, 1])
    parts.push({
      ...sheet,
      x: side * (width / 2 + 0.006),
      y: wall * 0.35,
      z: -depth * 0.61,
      size: [0.008, 0.038, depth * 1.22],
    });
  // Handles before the front.
  for (const side of [-1, 1]) {
    const x = side * (width / 2 - 0.014);
    tubes.push({
      points: [
        [x, height * 0.22, 0],
        [x, height * 0.2, 0.062],
        [x, height * 0.8, 0.062],
        [x, height * 0.78, 0],
      ],
      radius: 0.005,
      color: look.nickel,
    });
  }
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
