import { addressOf } from '../layout/address.ts';
import { focusGpu } from './focus.ts';
import type { Layout } from '../layout/layout.ts';
import { hull } from '../model/rect.ts';
import type { Hall, Rect } from '../model/site.ts';
import { sceneRect } from '../model/standing.ts';
import { type View, VIEWS } from './view.ts';
import { closePose, TALL } from './closeStations.ts';
import { framed, type PictureShape } from './framing.ts';
import { aislePose, beyond, keptInside, nearerThan, rackPose } from './hallStations.ts';
import type { Point, Pose } from './pose.ts';

function corners({ x0, x1, z0, z1 }: Rect, low: number, high: number): Point[] {
  const points: Point[] = [];
  for (const x of [x0, x1]) for (const z of [z0, z1]) for (const y of [low, high]) points.push([x, y, z]);
  return points;
}

/** What the station of a site shows: its buildings and the cooling beside them; site frame. */
export function siteRect({ site }: Layout): Rect {
  const yard = site.zones.filter(({ kind }) => kind === 'cooling').map(({ rect }) => rect);
  const buildings = site.buildings.map(({ turn, rect }) => sceneRect({ at: [0, 0], site: { turn } }, rect));
  return hull([...buildings, ...yard]);
}

/** Rectangles of all placed things of a catalogue id; site frame, metres, heading ignored. */
function placedRects({ placements, catalogue }: Layout['site'], wanted: string): Rect[] {
  return placements
    .filter(({ item }) => item === wanted)
    .map(({ item, x, z }) => {
      const { size } = catalogue.get(item)!;
      return { x0: x - size.x / 2, x1: x + size.x / 2, z0: z - size.z / 2, z1: z + size.z / 2 };
    });
}

/** The rack that a view shows: the selected GPU's, else that of the default GPU. */
export function subjectRack(layout: Layout, gpu: number): { hall: Hall; row: number; rackIndex: number } {
  const { racks, site } = layout;
  const about = gpu || focusGpu(layout);
  const rackIndex = about > 0 ? addressOf(layout, about).rackIndex : -1;
  const known = rackIndex >= 0;
  return {
    hall: site.halls[(known ? racks.hall[rackIndex]! : 1) - 1]!,
    row: known ? racks.row[rackIndex]! : 1,
    rackIndex: known ? rackIndex : 0,
  };
}

/** Of the far stations, for tall and for wide pictures: bearing and elevation, degrees, and the share of the picture to fill. */
const FAR = {
  site: { tall: [106, 58, 0.98], wide: [154, 28, 0.92] },
  // Several campuses have labels over them.
  all: { tall: [106, 58, 0.9], wide: [154, 32, 0.8] },
  building: { tall: [112, 52, 0.965], wide: [162, 38, 0.965] },
  hall: { tall: [112, 54, 1], wide: [132, 33, 1] },
} as const;

/** The pose of a far station that shows these points, in their frame. */
function far(points: readonly Point[], name: keyof typeof FAR, window: PictureShape): Pose {
  const [bearing, elevation, fill] = FAR[name][window.aspect < TALL ? 'tall' : 'wide'];
  return framed(points, { bearing, elevation }, window, fill);
}

/** The pose that shows what these rectangles hold, such as the buildings of several campuses; in their frame. */
export const overview = (rects: readonly Rect[], window: PictureShape): Pose =>
  far(
    rects.flatMap((rect) => corners(rect, 0, 12)),
    'all',
    window,
  );

/** The halls of the building that a hall is in. */
export const hallsBeside = ({ halls }: Layout['site'], { building }: Hall): Hall[] =>
  halls.filter((hall) => hall.building === building);

/** The pose of a station, site frame; `chips` is how many are compared. The same site, GPU, number and picture shape give the same pose; each is nearer than the one before it. */
export function station(view: View, layout: Layout, gpu: number, window: PictureShape, chips = 0): Pose {
  if (view === 'site' || view === 'building' || view === 'hall') {
    const pose = farPose(view, layout, gpu, window);
    // A site without racks has no nearer station than the hall.
    if (view === 'hall' && layout.racks.count === 0) return pose;
    return beyond(pose, station(VIEWS[VIEWS.indexOf(view) + 1]!, layout, gpu, window));
  }
  if (layout.racks.count === 0) return station('hall', layout, gpu, window);
  const { hall, row, rackIndex } = subjectRack(layout, gpu);
  const rack = rackPose(layout, rackIndex, window);
  if (view === 'rack') return rack;
  if (view === 'aisle') return aislePose(hall, row, window, rack);
  const about = gpu || focusGpu(layout);
  const close = about > 0 ? keptInside(closePose(view, layout, about, window, chips), hall) : rack;
  const steps = VIEWS.indexOf(view) - VIEWS.indexOf('rack');
  // Compared chips need the distance that they need.
  const pose = chips > 0 ? close : nearerThan(close, rack, steps);
  return { ...pose, ...(rack.gap && { gap: rack.gap }) };
}

function farPose(
  view: 'site' | 'building' | 'hall',
  layout: Layout,
  gpu: number,
  window: PictureShape,
): Pose {
  const { site } = layout;
  if (view === 'site') {
    const pitches =
      window.aspect < TALL ? placedRects(site, 'pitch').flatMap((rect) => corners(rect, 0, 0)) : [];
    return far([...corners(siteRect(layout), 0, 12), ...pitches], 'site', window);
  }
  const { hall } = subjectRack(layout, gpu);
  if (view === 'hall') return far(corners(hall.rect, hall.floorY, 4), 'hall', window);
  return far(corners(hull(hallsBeside(site, hall).map(({ rect }) => rect)), 0, 5), 'building', window);
}
