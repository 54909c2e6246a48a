import type { CatalogueItem } from '../model/catalogue.ts';
import { valueOf } from '../model/figure.ts';
import type { Layout } from './layout.ts';
import { type Block, BOARD } from './serverPlan.ts';

/** The parts of a GPU module. Module frame, metres: origin at the centre of its underside, x across, y up, z along its length. */
export interface ModulePlan {
  width: number;
  height: number;
  length: number;
  /** Carries the dies; undefined if neither its size nor theirs is known. */
  carrier: Block | undefined;
  dies: Block[];
  stacks: Block[];
}

/** Distance between the dies of a package, metres; assumed. */
const BETWEEN_DIES = 0.0002;

/**
 * Works out the parts of one GPU module. The number of dies and stacks of memory and the area of each die are from the catalogue; what it
 * does not state is left out.
 */
export const modulePlan = ({ site }: Layout, accelerator: string, block: Block): ModulePlan =>
  modulePlanOf(site.catalogue.get(accelerator), block);

/** The same for a catalogue entry. */
export function modulePlanOf(item: CatalogueItem | undefined, block: Pick<Block, 'size'>): ModulePlan {
  const figure = (name: string, otherwise = 0) => valueOf(item?.figures, name, otherwise);
  const [width, height, length] = block.size;
  const area = figure('die-area');
  const count = area > 0 ? figure('dies', 1) : 0;
  const columns = count > 2 ? 2 : 1;
  const rows = Math.ceil(count / columns);
  const dieWidth = figure('die-width', Math.sqrt(area / 1.2));
  const dieLength = dieWidth && area / dieWidth;
  const [wide, long] = [columns * (dieWidth + BETWEEN_DIES), rows * (dieLength + BETWEEN_DIES)];
  const stacks = figure('stacks');
  const stackWidth = figure('stack-width', 0.011);
  const stackLength = figure('stack-length', 0.011);
  const high = BOARD + 0.003;
  const beside = (wide - BETWEEN_DIES) / 2 + stackWidth / 2 + 0.0012;
  const pitch = Math.max(stackLength + 0.0008, (long - BETWEEN_DIES) / Math.max(stacks / 2, 1));
  const least = Math.max(wide, long, stacks && 2 * beside + stackWidth) * 1.15;
  const side = Math.min(figure('package') || (count && least), width * 0.98);
  return {
    width,
    height,
    length,
    carrier: side > 0 ? { x: 0, y: BOARD + 0.0015, z: 0, size: [side, 0.003, side] } : undefined,
    dies: Array.from({ length: count }, (_, at) => ({
      x: ((at % columns) - (columns - 1) / 2) * (dieWidth + BETWEEN_DIES),
      y: high + 0.0004,
      z: (Math.floor(at / columns) - (rows - 1) / 2) * (dieLength + BETWEEN_DIES),
      size: [dieWidth, 0.0008, dieLength],
    })),
    stacks: Array.from({ length: count && stacks }, (_, at) => ({
      x: at % 2 === 0 ? -beside : beside,
      y: high + 0.0004,
      z: (Math.floor(at / 2) - (Math.ceil(stacks / 2) - 1) / 2) * pitch,
      size: [stackWidth, 0.0008, stackLength],
    })),
  };
}
