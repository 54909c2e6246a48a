import { addressOf } from '../../../layout/address.ts';
import { benchOver } from '../../../layout/bench.ts';
import type { Layout } from '../../../layout/layout.ts';
import { serverOf } from '../../../layout/serverPlan.ts';
import type { CatalogueItem } from '../../../model/catalogue.ts';
import type { Rect } from '../../../model/site.ts';
import { VIEWS, type View } from '../../../views/view.ts';
import type { Lengths } from '../../../state/lengths.ts';
import { isAssumedBuilding, isAssumedFigure, isAssumedHall } from './assumed.ts';
import { isolated } from './names.ts';
import { pairOf, worksRect } from '../../../views/planStations.ts';
import { siteRect } from '../../../views/stations.ts';
import type { SayPlan } from './planWords.ts';
import type { Dimension } from './statement.ts';

/** The title of a station's plan: what it shows and how large that is. */
export interface Title {
  /** Index of its station in VIEWS. */
  zoomLevel: number;
  text: string;
}

const isAssumed = (item: CatalogueItem | undefined, figures: readonly string[]): boolean =>
  figures.some((figure) => isAssumedFigure(item, figure));

/** Titles of all stations; `rackIndex` and `gpu` (0 for none) are the subjects of the near ones, `chips` is how many are compared there. */
export function titles(
  layout: Layout,
  rackIndex: number,
  gpu: number,
  lengths: Lengths,
  say: SayPlan,
  chips = 0,
): Title[] {
  const { site, racks } = layout;
  const all: Title[] = [];
  const add: Add = (view, name, unit, size, isOurs) => {
    const rough = unit === 'metres' ? 'about' : unit;
    const stated = isOurs ? `~${lengths.size(rough, size)}` : lengths.size(unit, size);
    all.push({ zoomLevel: VIEWS.indexOf(view), text: say('titled', { name, size: stated }) });
  };
  const flat = ({ x0, x1, z0, z1 }: Rect) => [x1 - x0, z1 - z0];
  const isOurBuilding = site.buildings.some(({ id }) => isAssumedBuilding(site, id));
  const parts = say('siteParts', { name: isolated(site.name) });
  add('site', parts, 'metres', flat(siteRect(layout)), isOurBuilding);
  const hall = site.halls[(racks.hall[rackIndex] ?? 1) - 1];
  if (!hall) return all;
  add('building', say('works'), 'metres', flat(worksRect(layout)), isAssumedHall(site, hall));
  const name = hall.name === undefined ? say('hall', { number: hall.number }) : isolated(hall.name);
  add('hall', name, 'metres', flat(hall.rect), isAssumedHall(site, hall));
  const row = racks.row[rackIndex] ?? 1;
  if (hall.rows[row - 1])
    add('aisle', say('rows'), 'metres', flat(pairOf(hall, row)), isAssumedHall(site, hall));
  if (rackIndex >= racks.count) return all;
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const figures = ['width', 'depth', 'rear-door', 'height'];
  const size = [kind.width, kind.depth + kind.rearDoor, kind.height];
  add('rack', say('rack'), 'millimetres', size, isAssumed(site.catalogue.get(kind.id), figures));
  if (gpu > 0) addClose(add, layout, gpu, say, chips);
  return all;
}

type Add = (
  view: View,
  name: string,
  unit: Dimension['unit'],
  size: readonly number[],
  isOurs: boolean,
) => void;

/** Titles of the stations of a server and a GPU. */
function addClose(add: Add, layout: Layout, gpu: number, say: SayPlan, chips: number): void {
  const { catalogue } = layout.site;
  const { kind, accelerator, plan } = serverOf(layout, gpu);
  const { width, depth, height, modules } = plan;
  const isOurServer = isAssumed(catalogue.get(kind.server ?? ''), ['width', 'depth', 'height']);
  add('server', say('serverTitle'), 'millimetres', [width, depth, height], isOurServer);
  if (chips > 0) {
    const { size } = benchOver(plan, chips);
    return add('gpu', say('chipsTitle'), 'millimetres', [size[0], size[2]], true);
  }
  const block = modules[addressOf(layout, gpu).gpu - 1];
  if (!block) return;
  const isOurs = isAssumed(catalogue.get(accelerator), ['width', 'length']);
  add('gpu', say('gpuTitle'), 'tenths', [block.size[0], block.size[2]], isOurs);
}
