import { addressOf } from '../../layout/address.ts';
import type { Layout } from '../../layout/layout.ts';
import { acceleratorOf, serverPlace, serverPlan } from '../../layout/serverPlan.ts';
import type { CatalogueItem } from '../../model/catalogue.ts';
import type { Rect } from '../../model/site.ts';
import { VIEWS, type View } from '../../views/view.ts';
import type { Lengths } from '../../state/lengths.ts';
import { isAssumedBuilding, isAssumedEdge, isAssumedHall } from './grades.ts';
import { pairOf } from '../../views/planStations.ts';
import type { SayPlan } from './planWords.ts';

/** What a drawing is of, with its principal dimensions: one for each station. */
export interface Title {
  /** Index of its station in VIEWS. */
  zoomLevel: number;
  text: string;
}

type Unit = 'metres' | 'millimetres' | 'tenths';

const isAssumed = (item: CatalogueItem | undefined, figures: readonly string[]): boolean =>
  figures.some((figure) => (item?.figures[figure]?.grade ?? 'assumed') === 'assumed');

/** Titles of all stations for the rack and the GPU (0: none) that they look at. */
export function titles(
  layout: Layout,
  rackIndex: number,
  gpu: number,
  lengths: Lengths,
  say: SayPlan,
): Title[] {
  const { site, racks } = layout;
  const all: Title[] = [];
  const add = (view: View, name: string, unit: Unit, size: readonly number[], isOurs: boolean) => {
    const text = say('titled', { name, size: `${isOurs ? '~' : ''}${lengths.size(unit, size)}` });
    all.push({ zoomLevel: VIEWS.indexOf(view), text });
  };
  const flat = ({ x0, x1, z0, z1 }: Rect) => [x1 - x0, z1 - z0];
  add('site', site.name, 'metres', flat(site.edge), isAssumedEdge(site));
  const hall = site.halls[(racks.hall[rackIndex] ?? 1) - 1];
  const building = site.buildings.find(({ id }) => id === hall?.building) ?? site.buildings[0];
  if (building)
    add('building', say('building'), 'metres', flat(building.rect), isAssumedBuilding(site, building.id));
  if (!hall) return all;
  add(
    'hall',
    hall.name ?? say('hall', { number: hall.number }),
    'metres',
    flat(hall.rect),
    isAssumedHall(site, hall),
  );
  const row = racks.row[rackIndex] ?? 1;
  if (hall.rows[row - 1])
    add('aisle', say('rows'), 'metres', flat(pairOf(hall, row)), isAssumedHall(site, hall));
  if (rackIndex >= racks.count) return all;
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const figures = ['width', 'depth', 'rear-door', 'height'];
  const size = [kind.width, kind.depth + kind.rearDoor, kind.height];
  add('rack', say('rack'), 'millimetres', size, isAssumed(site.catalogue.get(kind.id), figures));
  if (gpu > 0) addClose(add, layout, gpu, say);
  return all;
}

type Add = (view: View, name: string, unit: Unit, size: readonly number[], isOurs: boolean) => void;

/** A GPU's server and its module. */
function addClose(add: Add, layout: Layout, gpu: number, say: SayPlan): void {
  const { site, racks } = layout;
  const { rackIndex } = serverPlace(layout, gpu);
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const accelerator = acceleratorOf(layout, rackIndex);
  const plan = serverPlan(layout, kind, accelerator);
  const server = kind.server === undefined ? undefined : site.catalogue.get(kind.server);
  const { width, depth, height, modules } = plan;
  add(
    'server',
    say('serverTitle'),
    'millimetres',
    [width, depth, height],
    isAssumed(server, ['width', 'depth', 'height']),
  );
  const block = modules[addressOf(layout, gpu).gpu - 1];
  if (!block) return;
  const isOurs = isAssumed(site.catalogue.get(accelerator), ['width', 'length']);
  add('gpu', say('gpuTitle'), 'tenths', [block.size[0], block.size[2]], isOurs);
}
