import { valueOf } from '../model/figure.ts';
import type { RackKind } from '../model/site.ts';
import { mounted } from './address.ts';
import type { Layout } from './layout.ts';
import { type Block, BOARD, type ServerPlan, serverPlan } from './serverPlan.ts';

/** A server with what is inside of it besides its GPUs: only what the catalogue says that it has. Where each part lies is assumed. */
export interface ServerParts extends ServerPlan {
  /** What is inside of it; undefined if that is not known. */
  parts: RackKind['parts'];
  /** Distance between the screw holes of the two ears, metres. */
  holes: number;
  /** Height of its side walls, metres; assumed. */
  wall: number;
  /** Switch chips that link the GPUs of the board. */
  switches: Block[];
  cpus: Block[];
  /** Rows of memory modules beside the CPUs. */
  memory: Block[];
  /** Network cards, each with a port at the rear. */
  cards: Block[];
  supplies: Block[];
}

/** Most height of side walls: a share of the server's, and above its board, metres; assumed. */
const WALL = 0.74;
const WALL_OVER = 0.046;

/** Blocks of one size side by side along x, centred on `middle`. */
function abreast(count: number, pitch: number, block: Omit<Block, 'x'>, middle = 0): Block[] {
  return Array.from({ length: count }, (_, at) => ({ ...block, x: middle + (at - (count - 1) / 2) * pitch }));
}

/** Works out the parts of a server in a rack of this kind, with this accelerator (a catalogue id). */
export function serverParts(layout: Layout, kind: RackKind, accelerator: string): ServerParts {
  const plan = serverPlan(layout, kind, accelerator);
  const { width, height, depth, board, strip } = plan;
  const figures = layout.site.catalogue.get(kind.server ?? '')?.figures;
  /** How many of a part it has: 0 if the document does not say that it has any. */
  const count = (part: NonNullable<RackKind['parts']>[number], name: string) =>
    kind.parts?.includes(part) ? valueOf(figures, name) : 0;
  const top = board.y + BOARD / 2;
  const boardWidth = board.size[0];
  const behind = board.size[2] / 2 - board.z;
  const switches = count('switches', 'switches');
  const rest = depth - behind;
  const rear = Math.min(0.13, rest * 0.42);
  // Behind the GPUs, or on the board where there are none.
  const isBare = plan.modules.length === 0;
  const cpuLength = isBare ? 0.07 : Math.min(0.11, rest - rear - 0.03);
  const cpuZ = isBare ? board.z : -(behind + 0.014 + (rest - rear - 0.014) / 2);
  /** The height of a part of this height, or as high as there is room over the board. */
  const fitting = (high: number) => Math.min(high, height - top - 0.002);
  const cpus = abreast(count('cpus', 'cpus'), width * 0.47, {
    y: top + fitting(0.024) / 2,
    z: cpuZ,
    size: [0.07, fitting(0.024), cpuLength],
  });
  const links = count('nics', 'network-links');
  const supplies = count('supplies', 'power-supplies');
  const rearZ = -(depth - rear / 2 - 0.004);
  const cardPitch = (width * 0.52) / Math.max(links, 1);
  const supplyPitch = (width * 0.42) / Math.max(supplies, 1);
  return {
    ...plan,
    parts: kind.parts,
    holes: kind.columns > 1 ? width : Math.max(mounted('holes', kind), width),
    wall: Math.max(Math.min(height * WALL, top + WALL_OVER), top),
    switches: abreast(switches, boardWidth / Math.max(switches, 1), {
      y: top + 0.009,
      z: -(strip + behind) / 2,
      size: [0.05, 0.018, 0.05],
    }),
    cpus,
    memory: (kind.parts?.includes('memory') ? cpus : []).flatMap(({ x }) =>
      [-1, 1].flatMap((side) =>
        abreast(
          8,
          0.0075,
          { y: top + fitting(0.031) / 2 + 0.0005, z: cpuZ, size: [0.0035, fitting(0.031), 0.133] },
          x + side * 0.069,
        ),
      ),
    ),
    cards: abreast(
      links,
      cardPitch,
      {
        y: top + Math.min(0.034, fitting(0.069) / 2),
        z: rearZ,
        size: [Math.min(0.012, cardPitch * 0.5), fitting(0.069), rear],
      },
      // Without supplies they have all of the rear.
      -width * (supplies > 0 ? 0.22 : 0),
    ),
    supplies: abreast(
      supplies,
      supplyPitch,
      { y: top + fitting(0.086) / 2, z: rearZ, size: [supplyPitch * 0.9, fitting(0.086), rear] },
      width * 0.27,
    ),
  };
}
