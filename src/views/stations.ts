import { rackOfGpu } from '../layout/address.ts';
import { focusGpu } from './focus.ts';
import type { Layout } from '../layout/layout.ts';
import type { Hall, Rect } from '../model/site.ts';
import type { View } from './view.ts';
import { closePose, TALL } from './closeStations.ts';
import { framed, type PictureShape } from './framing.ts';
import { distanceOf, type Point, type Pose } from './pose.ts';

const EYE_HEIGHT = 1.62;
/** Width over height from which a picture is framed as very wide. */
const WIDE = 2.6;

function corners({ x0, x1, z0, z1 }: Rect, low: number, high: number): Point[] {
  const points: Point[] = [];
  for (const x of [x0, x1]) for (const z of [z0, z1]) for (const y of [low, high]) points.push([x, y, z]);
  return points;
}

/** The smallest rectangle around others. */
export function hull(rects: readonly Rect[]): Rect {
  return {
    x0: Math.min(...rects.map((rect) => rect.x0)),
    x1: Math.max(...rects.map((rect) => rect.x1)),
    z0: Math.min(...rects.map((rect) => rect.z0)),
    z1: Math.max(...rects.map((rect) => rect.z1)),
  };
}

/** What the station of a site shows: its buildings and the cooling beside them. */
export function siteRect({ site }: Layout): Rect {
  const yard = site.zones.filter(({ kind }) => kind === 'cooling').map(({ rect }) => rect);
  return hull([...site.buildings.map(({ rect }) => rect), ...yard]);
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
  const rackIndex = about > 0 ? rackOfGpu(layout, about) : -1;
  const known = rackIndex >= 0;
  return {
    hall: site.halls[(known ? racks.hall[rackIndex]! : 1) - 1]!,
    row: known ? racks.row[rackIndex]! : 1,
    rackIndex: known ? rackIndex : 0,
  };
}

/** Of the far stations, for tall and for wide pictures: bearing and elevation, degrees, and the share of the picture to fill. */
const FAR = {
  site: { tall: [106, 58, 0.98], wide: [154, 32, 0.9] },
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

/** The pose of a station, site frame; `chips` is how many are compared. The same site, GPU, number and picture shape give the same pose. */
export function station(view: View, layout: Layout, gpu: number, window: PictureShape, chips = 0): Pose {
  const { site } = layout;
  if (view === 'site') {
    const pitches =
      window.aspect < TALL ? placedRects(site, 'pitch').flatMap((rect) => corners(rect, 0, 0)) : [];
    return far([...corners(siteRect(layout), 0, 12), ...pitches], 'site', window);
  }
  if (view === 'building')
    return far(corners(hull(site.halls.map(({ rect }) => rect)), 0, 5), 'building', window);
  const { hall, row, rackIndex } = subjectRack(layout, gpu);
  if (view === 'hall') return far(corners(hall.rect, hall.floorY, 4), 'hall', window);
  // A site without racks has no nearer station than the hall.
  if (layout.racks.count === 0) return station('hall', layout, gpu, window);
  const before = rackPose(layout, rackIndex, window);
  if (view === 'aisle') return aislePose(hall, row, window.aspect, distanceOf(before) * BEFORE_RACK);
  if (view === 'rack') return before;
  const seen =
    layout.totals.gpus > 0 ? closePose(view, layout, gpu || focusGpu(layout), window, chips) : before;
  return { ...seen, ...(before.gap ? { gap: before.gap } : {}) };
}

/** Distance from the eye in an aisle to its target, metres, and slope of the view downwards. */
const AHEAD = 8;
const DOWN = 0.044;
/** Least distance of the eye in an aisle from the hall's wall, metres. */
const FROM_WALL = 0.3;
/** Least eye distance of the aisle station, as a multiple of the rack station's, so that zooming in always comes nearer. */
const BEFORE_RACK = 1.4;

/** The pose at the west end of a cold aisle, at eye height, looking east along it. */
function aislePose(hall: Hall, row: number, aspect: number, least: number): Pose {
  const plan = hall.rows[row - 1]!;
  const south = plan.heading === 0;
  const front = south ? plan.z0 + plan.depth : plan.z0;
  const twin = hall.rows[south ? row : row - 2];
  const across = twin ? Math.abs((south ? twin.z0 : twin.z0 + twin.depth) - front) : 1.8;
  const z = front + (south ? 1 : -1) * across * 0.5;
  const y = hall.floorY + EYE_HEIGHT;
  // Outside the rows' end, except in very wide pictures, which would show the rows' sides.
  const eyeX = plan.x0 - (aspect < TALL ? 2.2 : aspect < WIDE ? 1.5 : -0.7);
  const ahead = Math.max(AHEAD, least);
  const x = Math.max(eyeX, hall.rect.x0 + FROM_WALL);
  return { eye: [x, y, z], target: [x + ahead, y - ahead * DOWN, z] };
}

/** Distances from a rack's front between which other racks are not drawn, and half the width of that gap in a square picture; metres. */
const GAP_FROM = 0.6;
const GAP_TO = 4.4;
const GAP_HALF_WIDTH = 2.2;
/** How far the gap reaches behind the eye, metres; more than half a rack's depth, so that the eye is in no rack. */
const EYE_ROOM = 1.4;

/** The pose in front of a rack, a little to the side so that its side is visible, with all of it in the picture. */
function rackPose(layout: Layout, rackIndex: number, { aspect, fov }: PictureShape): Pose {
  const { racks } = layout;
  const heading = racks.heading[rackIndex]!;
  const kind = layout.site.rackKinds[racks.kind[rackIndex]!]!;
  const nx = Math.sin(heading);
  const nz = Math.cos(heading);
  const x = racks.x[rackIndex]! + (nx * kind.depth) / 2;
  const z = racks.z[rackIndex]! + (nz * kind.depth) / 2;
  const y = racks.y[rackIndex]! + kind.height / 2;
  const across = (kind.width * 0.75) / (Math.tan(fov / 2) * aspect);
  const away = Math.max((kind.height * 0.605) / Math.tan(fov / 2), across);
  const aside = away * 0.2;
  const out = Math.sqrt(away * away - aside * aside);
  const half = GAP_HALF_WIDTH * Math.max(1.4, aspect);
  const gap = (far: number) => [x + nx * far, z + nz * far] as const;
  const [ax, az] = gap(GAP_FROM);
  const [bx, bz] = gap(Math.max(GAP_TO, out + EYE_ROOM));
  return {
    eye: [x + nx * out - nz * aside, y + 0.22, z + nz * out + nx * aside],
    target: [x, y - 0.04, z],
    gap: {
      x0: Math.min(ax, bx) - Math.abs(nz) * half,
      x1: Math.max(ax, bx) + Math.abs(nz) * half,
      z0: Math.min(az, bz) - Math.abs(nx) * half,
      z1: Math.max(az, bz) + Math.abs(nx) * half,
    },
  };
}
