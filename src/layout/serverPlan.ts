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

/** A server as it lies once it is out of its rack, with its GPUs. Sizes are from the catalogue; where each part lies is assumed. */
export interface ServerPlan {
  /** A blade that stands in its rack: it is turned onto its left side once it is out. */
  isBlade: boolean;
  /** Size of the chassis with its slides, metres. */
  width: number;
  height: number;
  depth: number;
  /** Width of the faceplate with its ears, metres. */
  face: number;
  /** The board that carries the GPUs. */
  board: Block;
  /** GPU modules in the order of the GPUs' numbers: columns from the left, two modules in each, the front one first. */
  modules: Block[];
  /** How far behind its front the last modules end, metres. */
  strip: number;
  /** How far the open server is pulled out of its rack, metres. */
  travel: number;
}

/** Thickness of circuit boards, metres; assumed. */
export const BOARD = 0.004;
/** Width of the slide on each side, part of the width of the chassis; metres, assumed. */
export const SLIDE = 0.007;
/** Thickness of the faceplate, metres; assumed. */
export const FACEPLATE = 0.005;
/** How far handles stand out before a server's front, metres; assumed. */
export const HANDLE = 0.047;
/** From the server's front to the board, metres; assumed. */
const BOARD_FROM = 0.034;
/** From the underside of the chassis to the board's upper side, metres; assumed. */
const BOARD_HIGH = 0.084;
/** In a higher chassis the board lies at most this far below its upper edge, metres; assumed. */
const BOARD_LOW = 0.09;
/** Space for what stands on a module, metres. */
const OVER_MODULE = 0.003;
/** Share of its depth by which an open server is pulled out, and how far before its rack a blade is; assumed. */
const TRAVEL = 0.88;
const BEFORE_RACK = 0.12;

/** Width, height and depth of a server as it lies once it is out, metres: the catalogue's, or else those of its slot. */
function sizeOf(kind: RackKind, server: CatalogueItem | undefined): readonly [number, number, number] {
  const { x, y, z } = server?.size ?? { x: 0, y: 0, z: 0 };
  const across = x || mounted('opening', kind) / kind.columns;
  const up = y || (kind.serverSlots[0]?.heightU ?? 1) * RACK_UNIT * 0.98;
  const depth = z || kind.depth * 0.75;
  return kind.blades === 'vertical' ? [up, across, depth] : [across, up, depth];
}

/** Works out a server in a rack of this kind, with this accelerator (a catalogue id). */
export function serverPlan({ site }: Layout, kind: RackKind, accelerator: string): ServerPlan {
  const server = site.catalogue.get(kind.server ?? '');
  const figure = (name: string, otherwise = 0) => valueOf(server?.figures, name, otherwise);
  const isBlade = kind.blades === 'vertical';
  const [width, height, depth] = sizeOf(kind, server);
  const item = site.catalogue.get(accelerator);
  const boardWidth = Math.min(figure('board-width', width * 0.93), width - 2 * SLIDE - 0.01);
  const overModule = (item?.size.y || MODULE.height) + OVER_MODULE;
  const top = Math.max(
    Math.min(BOARD_HIGH, height * 0.5, Math.max(BOARD, height - overModule)),
    height - Math.max(BOARD_LOW, overModule),
  );
  const { boardLength, modules, strip } = gpuModules(item, kind.gpusPerServer, {
    width: boardWidth,
    length: figure('board-length'),
    depth,
    top,
  });
  return {
    isBlade,
    width,
    height,
    depth,
    face: kind.columns > 1 ? width : Math.max(mounted('face', kind), width),
    board: {
      x: 0,
      y: top - BOARD / 2,
      z: -(BOARD_FROM + boardLength / 2),
      size: [boardWidth, BOARD, boardLength],
    },
    modules,
    strip,
    travel: isBlade ? depth + BEFORE_RACK : depth * TRAVEL,
  };
}

/** Size of a module that the catalogue does not state, metres. */
const MODULE = { length: 0.195, width: 0.098, height: 0.025 } as const;

/** Length of the board, its modules, and how far behind the front these end; metres. */
function gpuModules(
  item: CatalogueItem | undefined,
  count: number,
  board: { width: number; length: number; depth: number; top: number },
) {
  const rows = count > 1 ? 2 : 1;
  const columns = Math.ceil(count / rows);
  const across = board.width / Math.max(columns, 1);
  const longest = item?.size.x || MODULE.length;
  const boardLength = Math.min(
    board.length || Math.max(board.depth * 0.65, rows * (longest + 0.006)),
    board.depth - 0.1,
  );
  const length = Math.min(longest, boardLength / rows - 0.006);
  const width = Math.min(item?.size.z || MODULE.width, across * 0.98);
  const height = item?.size.y || MODULE.height;
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
  return { boardLength, modules, strip: BOARD_FROM + rows * pitch };
}

/** Where a server stands, or lies once it is out: site frame, metres. */
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
  // A blade lies at the height of its own middle.
  const [, height] = sizeOf(kind, site.catalogue.get(kind.server ?? ''));
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
