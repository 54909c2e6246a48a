import { addressOf } from '../../../layout/address.ts';
import { benchOver } from '../../../layout/bench.ts';
import type { Layout } from '../../../layout/layout.ts';
import { serverParts } from '../../../layout/serverParts.ts';
import { serverOf } from '../../../layout/serverPlan.ts';
import type { CatalogueItem } from '../../../model/catalogue.ts';
import type { Hall, Rect, Site } from '../../../model/site.ts';
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

/**
 * Titles of all stations; `rackIndex` and `gpu` (0 for none) are the subjects of the near ones, `chips` is how many are compared there.
 * The view of the site shows all `campuses`, so it has no size if there are several.
 */
export function titles(
  layout: Layout,
  rackIndex: number,
  gpu: number,
  lengths: Lengths,
  say: SayPlan,
  { chips = 0, campuses = 1 }: { chips?: number; campuses?: number } = {},
): Title[] {
  const { site, racks } = layout;
  const all: Title[] = [];
  const add: Add = (view, name, unit, size, isOurs) => {
    const rough = unit === 'metres' ? 'about' : unit;
    const isOfSite = campuses > 1 && view !== 'gpu';
    const named = isOfSite ? say('ofSite', { site: isolated(site.name), name }) : name;
    const stated = isOurs ? `~${lengths.size(rough, size)}` : lengths.size(unit, size);
    all.push({ zoomLevel: VIEWS.indexOf(view), text: say('titled', { name: named, size: stated }) });
  };
  const flat = ({ x0, x1, z0, z1 }: Rect) => [x1 - x0, z1 - z0];
  const isOurBuilding = site.buildings.some(({ id }) => isAssumedBuilding(site, id));
  const siteName = isolated(site.name);
  const hasCooling = site.zones.some(({ kind }) => kind === 'cooling');
  const parts = hasCooling ? say('siteParts', { name: siteName }) : siteName;
  if (campuses > 1)
    all.push({
      zoomLevel: VIEWS.indexOf('site'),
      text: say('beside', { name: siteName, count: campuses - 1 }),
    });
  else add('site', parts, 'metres', flat(siteRect(layout)), isOurBuilding);
  const hall = site.halls[(racks.hall[rackIndex] ?? 1) - 1];
  if (!hall) return all;
  const works = flat(worksRect(layout, hall));
  add('building', worksName(site, hall, say), 'metres', works, isAssumedHall(site, hall));
  add('hall', hallName(hall, say), 'metres', flat(hall.rect), isAssumedHall(site, hall));
  const row = racks.row[rackIndex] ?? 1;
  const plan = hall.rows[row - 1];
  if (plan) {
    const pair = pairOf(hall, row);
    const isAlone = pair.z1 - pair.z0 <= plan.depth;
    add('aisle', say(isAlone ? 'row' : 'rows'), 'metres', flat(pair), isAssumedHall(site, hall));
  }
  if (rackIndex >= racks.count) return all;
  const kind = site.rackKinds[racks.kind[rackIndex]!]!;
  const figures = ['width', 'depth', 'rear-door', 'height'];
  const size = [kind.width, kind.depth + kind.rearDoor, kind.height];
  add('rack', say('rack'), 'millimetres', size, isAssumed(site.catalogue.get(kind.id), figures));
  if (gpu > 0) addClose(add, layout, gpu, say, chips);
  return all;
}

/** What the station of a building shows; with the building's name where there are several. */
function worksName({ buildings, halls }: Site, hall: Hall, say: SayPlan): string {
  const building = buildings.find(({ id }) => id === hall.building)!;
  const hasGalleries = building.spaces.some(({ kind }) => kind === 'electrical' || kind === 'pumps');
  if (!hasGalleries && halls.filter((other) => other.building === building.id).length === 1)
    return hallName(hall, say);
  if (buildings.length === 1) return say(hasGalleries ? 'works' : 'halls');
  return say(hasGalleries ? 'worksOf' : 'hallsOf', { name: isolated(building.name) });
}

const hallName = ({ name, number }: Hall, say: SayPlan): string =>
  name === undefined ? say('hall', { number }) : isolated(name);

type Add = (
  view: View,
  name: string,
  unit: Dimension['unit'],
  size: readonly number[],
  isOurs: boolean,
) => void;

/** Titles of the stations of a server and a GPU, or of a processor where there are no GPUs. */
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
  if (!block) {
    const [cpu] = serverParts(layout, kind, accelerator).cpus;
    return cpu && add('gpu', say('cpu'), 'millimetres', [cpu.size[0], cpu.size[2]], true);
  }
  const isOurs = isAssumed(catalogue.get(accelerator), ['width', 'length']);
  add('gpu', say('gpuTitle'), 'tenths', [block.size[0], block.size[2]], isOurs);
}
