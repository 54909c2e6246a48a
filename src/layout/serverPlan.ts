import type { CatalogueItem } from '../model/catalogue.ts';
import { RACK_UNIT, valueOf } from '../model/figure.ts';
import { slotOf } from '../model/rackKinds.ts';
import type { RackKind } from '../model/site.ts';
import { addressOf, mounted } from './address.ts';
import type { Layout } from './layout.ts';

/**
 * A box inside a server. Server frame, metres: x to the right as seen from its front, y up from the underside of its chassis,
 * z out of its front and 0 there, so that everything inside has a negative z.
 */
export interface Block {
  /** Centre. */
  x: number;
  y: number;
  z: number;
  size: readonly [number, number, number];
}

/** The parts inside a server. Sizes are from the catalogue; where each part lies is assumed. */
export interface ServerPlan {
  /** Size of the chassis with its slides, metres. */
  width: number;
  height: number;
  depth: number;
  /** Width of the faceplate with its ears, metres. */
  face: number;
  /** Distance between the screw holes of the two ears, metres. */
  holes: number;
  /** The board that carries the GPUs. */
  board: Block;
  /** GPU modules in the order of the GPUs' numbers: columns from the left, two modules in each, the front one first. */
  modules: Block[];
  /** Switch chips that link the GPUs of the board. */
  switches: Block[];
  cpus: Block[];
  /** Rows of memory modules beside the CPUs. */
  memory: Block[];
  /** Network cards, each with a port at the rear. */
  cards: Block[];
  supplies: Block[];
  /** How far the open server is pulled out of its rack, metres. */
  travel: number;
}

/** The parts of a GPU module. Module frame, metres: origin at the centre of its underside, x across, y up, z along its length. */
export interface ModulePlan {
  width: number;
  height: number;
  length: number;
  carrier: Block;
  die: Block;
  stacks: Block[];
}

/** Thickness of circuit boards, metres; assumed. */
const BOARD = 0.004;
/** Width of the slide on each side, part of the width of the chassis; metres, assumed. */
export const SLIDE = 0.007;
/** Thickness of the faceplate, metres; assumed. */
export const FACEPLATE = 0.005;
/** How far handles stand out before a server's front, and the height of its side walls as a share of its own; assumed. */
export const HANDLE = 0.047;
export const WALL = 0.74;
/** From the server's front to the board, metres; assumed. */
const BOARD_FROM = 0.034;
/** From the underside of the chassis to the board's upper side, metres; assumed. */
const BOARD_HIGH = 0.084;
/** Share of its depth by which an open server is pulled out; assumed. */
const TRAVEL = 0.88;

/** Blocks of one size side by side along x, centred on `middle`. */
function abreast(count: number, pitch: number, block: Omit<Block, 'x'>, middle = 0): Block[] {
  return Array.from({ length: count }, (_, at) => ({ ...block, x: middle + (at - (count - 1) / 2) * pitch }));
}

/** Works out the parts of a server in a rack of this kind, with this accelerator (a catalogue id). */
export function serverPlan({ site }: Layout, kind: RackKind, accelerator: string): ServerPlan {
  const server = kind.server === undefined ? undefined : site.catalogue.get(kind.server);
  const figure = (name: string, otherwise = 0) => valueOf(server?.figures, name, otherwise);
  const slotHeight = (kind.serverSlots[0]?.heightU ?? 1) * RACK_UNIT;
  const width = server?.size.x || mounted('opening', kind) / kind.columns;
  const height = server?.size.y || slotHeight * 0.98;
  const depth = server?.size.z || kind.depth * 0.75;
  const boardLength = Math.min(figure('board-length', depth * 0.65), depth - 0.1);
  const boardWidth = Math.min(figure('board-width', width * 0.93), width - 2 * SLIDE - 0.01);
  const top = Math.min(BOARD_HIGH, height * 0.5);
  const { modules, module } = gpuModules(site.catalogue.get(accelerator), kind.gpusPerServer, {
    width: boardWidth,
    length: boardLength,
    top,
  });
  const behind = BOARD_FROM + boardLength;
  const strip = BOARD_FROM + module.rows * module.pitch;
  const switches = figure('switches');
  const rest = depth - behind;
  const rear = Math.min(0.13, rest * 0.42);
  const cpuLength = Math.min(0.11, rest - rear - 0.03);
  const cpuZ = -(behind + 0.014 + (rest - rear - 0.014) / 2);
  const cpus = abreast(figure('cpus'), width * 0.47, {
    y: top + 0.012,
    z: cpuZ,
    size: [0.07, 0.024, cpuLength],
  });
  const links = figure('network-links');
  const supplies = figure('power-supplies');
  const rearZ = -(depth - rear / 2 - 0.004);
  const cardPitch = (width * 0.52) / Math.max(links, 1);
  const supplyPitch = (width * 0.42) / Math.max(supplies, 1);
  return {
    width,
    height,
    depth,
    face: kind.columns > 1 ? width : Math.max(mounted('face', kind), width),
    holes: kind.columns > 1 ? width : Math.max(mounted('holes', kind), width),
    board: {
      x: 0,
      y: top - BOARD / 2,
      z: -(BOARD_FROM + boardLength / 2),
      size: [boardWidth, BOARD, boardLength],
    },
    modules,
    switches: abreast(switches, boardWidth / Math.max(switches, 1), {
      y: top + 0.009,
      z: -(strip + behind) / 2,
      size: [0.05, 0.018, 0.05],
    }),
    cpus,
    memory: cpus.flatMap(({ x }) =>
      [-1, 1].flatMap((side) =>
        abreast(8, 0.0075, { y: top + 0.016, z: cpuZ, size: [0.0035, 0.031, 0.133] }, x + side * 0.069),
      ),
    ),
    cards: abreast(
      links,
      cardPitch,
      { y: top + 0.034, z: rearZ, size: [Math.min(0.012, cardPitch * 0.5), 0.069, rear] },
      -width * 0.22,
    ),
    supplies: abreast(
      supplies,
      supplyPitch,
      { y: top + 0.043, z: rearZ, size: [supplyPitch * 0.9, 0.086, rear] },
      width * 0.27,
    ),
    travel: depth * TRAVEL,
  };
}

function gpuModules(
  item: CatalogueItem | undefined,
  count: number,
  board: { width: number; length: number; top: number },
) {
  const rows = count > 1 ? 2 : 1;
  const columns = Math.ceil(count / rows);
  const across = board.width / Math.max(columns, 1);
  const length = Math.min(item?.size.x || 0.195, board.length * 0.45);
  const width = Math.min(item?.size.z || 0.098, across * 0.98);
  const height = item?.size.y || 0.025;
  const pitch = length + 0.006;
  const modules = Array.from({ length: count }, (_, gpu): Block => {
    const column = Math.floor(gpu / rows);
    return {
      x: (column - (columns - 1) / 2) * across,
      y: board.top + height / 2,
      z: -(BOARD_FROM + (gpu % rows) * pitch + pitch / 2),
      size: [width, height, length],
    };
  });
  return { modules, module: { rows, pitch } };
}

/** Works out the parts of one GPU module; the die's area and the number of memory stacks are from the catalogue. */
export function modulePlan(layout: Layout, accelerator: string, block: Block): ModulePlan {
  const item = layout.site.catalogue.get(accelerator);
  const figure = (name: string, otherwise = 0) => valueOf(item?.figures, name, otherwise);
  const [width, height, length] = block.size;
  const side = Math.min(figure('package', 0.06), width * 0.9);
  const dieWidth = figure('die-width', side * 0.43);
  const dieLength = figure('die-area', dieWidth * dieWidth * 1.2) / dieWidth;
  const stacks = figure('stacks');
  const stackWidth = figure('stack-width', 0.011);
  const stackLength = figure('stack-length', 0.011);
  const high = BOARD + 0.003;
  const beside = dieWidth / 2 + stackWidth / 2 + 0.0012;
  const pitch = Math.max(stackLength + 0.0008, dieLength / Math.max(stacks / 2, 1));
  return {
    width,
    height,
    length,
    carrier: { x: 0, y: BOARD + 0.0015, z: 0, size: [side, 0.003, side] },
    die: { x: 0, y: high + 0.0004, z: 0, size: [dieWidth, 0.0008, dieLength] },
    stacks: Array.from({ length: stacks }, (_, at) => ({
      x: at % 2 === 0 ? -beside : beside,
      y: high + 0.0004,
      z: (Math.floor(at / 2) - (Math.ceil(stacks / 2) - 1) / 2) * pitch,
      size: [stackWidth, 0.0008, stackLength],
    })),
  };
}

/** Where a server stands: site frame, metres. */
export interface ServerPosition {
  rackIndex: number;
  /** 1-based, from the bottom. */
  server: number;
  /** Centre of its front's lower edge while it is closed. */
  x: number;
  y: number;
  z: number;
  /** Where its front faces: 1 for south (+z), -1 for north. */
  facing: 1 | -1;
  /** Lower and upper edge of its slot, above the floor that the rack stands on. */
  from: number;
  to: number;
}

/** How far a server's front lies behind its rack's front, metres; assumed. */
export const FRONT_RECESS = 0.03;

/** The position of the server that holds a GPU. Throws RangeError outside 1 to the number of GPUs. */
export function serverPosition(layout: Layout, gpu: number): ServerPosition {
  const { rackIndex, server } = addressOf(layout, gpu);
  const { racks, site } = layout;
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const slot = slotOf(kind, server) ?? { startU: 1, heightU: 1, column: 0, columns: 1 };
  const facing = racks.heading[rackIndex] === 0 ? 1 : -1;
  const from = kind.base + (slot.startU - 1) * RACK_UNIT;
  const to = from + slot.heightU * RACK_UNIT;
  const height = (kind.server && site.catalogue.get(kind.server)?.size.y) || to - from;
  return {
    rackIndex,
    server,
    x: racks.x[rackIndex]! + facing * ((slot.column + 0.5) / slot.columns - 0.5) * mounted('opening', kind),
    y: racks.y[rackIndex]! + from + Math.max(0, to - from - height) / 2,
    z: racks.z[rackIndex]! + facing * (kind.depth / 2 - FRONT_RECESS),
    facing,
    from,
    to,
  };
}

/** The accelerator in a rack, a catalogue id; empty for none. */
export function acceleratorOf({ racks, site }: Layout, rackIndex: number): string {
  return site.halls[racks.hall[rackIndex]! - 1]?.accelerators[racks.kind[rackIndex]!] ?? '';
}

/** The server that holds a GPU: where it stands, the kind of its rack, its accelerator and its parts. Throws as {@link serverPosition}. */
export function serverOf(layout: Layout, gpu: number) {
  const position = serverPosition(layout, gpu);
  const kind = layout.site.rackKinds[layout.racks.kind[position.rackIndex]!]!;
  const accelerator = acceleratorOf(layout, position.rackIndex);
  return { ...position, kind, accelerator, plan: serverPlan(layout, kind, accelerator) };
}
export type PlacedServer = ReturnType<typeof serverOf>;
