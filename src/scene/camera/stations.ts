import { rackIndexAt, rackOfGpu } from '../../layout/address.ts';
import type { Layout } from '../../layout/layout.ts';
import type { Hall, Rect } from '../../model/site.ts';
import type { View } from '../../state/choice.ts';

/** Where the camera stands and what it looks at; site frame, metres. */
export interface Pose {
  eye: readonly [number, number, number];
  target: readonly [number, number, number];
  /** Racks that stand here are left out, because they would stand in the way; site frame. */
  gap?: Rect;
}

/** The window that the picture has: width over height, and the vertical field of view in radians. */
export interface Frame {
  aspect: number;
  fov: number;
}

type Point = readonly [number, number, number];

const EYE_HEIGHT = 1.62;
/** Where to look when nothing is selected. */
const FIRST_ROW = 11;
const FIRST_PLACE = 4;

/** Compass bearing from which to look (degrees from north), elevation above the horizon (degrees). */
interface From {
  bearing: number;
  elevation: number;
}

/**
 * Pulls the camera back along a direction until every point is in the frame, and moves it so that they are in its middle.
 * `fill` is the share of the frame that they may take.
 */
export function frame(
  points: readonly Point[],
  { bearing, elevation }: From,
  { aspect, fov }: Frame,
  fill: number,
): Pose {
  const b = (bearing * Math.PI) / 180;
  const e = (elevation * Math.PI) / 180;
  // Towards the camera, to its right, and up in its picture.
  const back: Point = [Math.sin(b) * Math.cos(e), Math.sin(e), -Math.cos(b) * Math.cos(e)];
  const right: Point = [-Math.cos(b), 0, -Math.sin(b)];
  const up: Point = [-Math.sin(b) * Math.sin(e), Math.cos(e), Math.cos(b) * Math.sin(e)];
  const tanV = Math.tan(fov / 2) * fill;
  const tanH = Math.tan(fov / 2) * aspect * fill;
  const dot = (p: Point, q: Point) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  // In the camera's own axes each point bounds the eye's place: |x - ex| <= tanH (ez - z), the same for y.
  const seen = points.map((p) => ({ x: dot(p, right), y: dot(p, up), z: dot(p, back) }));
  const most = (f: (p: { x: number; y: number; z: number }) => number) => Math.max(...seen.map(f));
  const rightmost = most((p) => p.x + tanH * p.z);
  const leftmost = most((p) => -p.x + tanH * p.z);
  const topmost = most((p) => p.y + tanV * p.z);
  const lowest = most((p) => -p.y + tanV * p.z);
  const ez = Math.max((rightmost + leftmost) / (2 * tanH), (topmost + lowest) / (2 * tanV));
  const ex = (rightmost - leftmost) / 2;
  const ey = (topmost - lowest) / 2;
  const place = (depth: number): Point => [
    right[0] * ex + up[0] * ey + back[0] * depth,
    right[1] * ex + up[1] * ey + back[1] * depth,
    right[2] * ex + up[2] * ey + back[2] * depth,
  ];
  const eye = place(ez);
  // The target lies where the middle of the picture meets the floor, so that orbiting turns around what is seen.
  const length = (eye[1] - 1) / Math.max(back[1], 0.05);
  return { eye, target: place(ez - length) };
}

function corners({ x0, x1, z0, z1 }: Rect, low: number, high: number): Point[] {
  const points: Point[] = [];
  for (const x of [x0, x1]) for (const z of [z0, z1]) for (const y of [low, high]) points.push([x, y, z]);
  return points;
}

/** The smallest rectangle around some. */
export function hull(rects: readonly Rect[]): Rect {
  return {
    x0: Math.min(...rects.map((rect) => rect.x0)),
    x1: Math.max(...rects.map((rect) => rect.x1)),
    z0: Math.min(...rects.map((rect) => rect.z0)),
    z1: Math.max(...rects.map((rect) => rect.z1)),
  };
}

/** What a view is about: the selected GPU's rack, else a compute rack in the first hall's middle. */
export function subject(layout: Layout, gpu: number): { hall: Hall; row: number; rackIndex: number } {
  const { racks, site } = layout;
  const rackIndex = gpu > 0 ? rackOfGpu(layout, gpu) : rackIndexAt(layout, 1, FIRST_ROW, FIRST_PLACE);
  const known = rackIndex >= 0;
  return {
    hall: site.halls[(known ? racks.hall[rackIndex]! : 1) - 1]!,
    row: known ? racks.row[rackIndex]! : 1,
    rackIndex: known ? rackIndex : 0,
  };
}

/** The pose of a station. Pure: the same site, GPU and window give the same picture. */
export function station(view: View, layout: Layout, gpu: number, window: Frame): Pose {
  const { site } = layout;
  const tall = window.aspect < 0.8;
  if (view === 'site') {
    const works = site.zones.filter((zone) => zone.kind === 'cooling').map((zone) => zone.rect);
    const all = hull([...site.buildings.map((building) => building.rect), ...works]);
    return frame(
      corners(all, 0, 12),
      { bearing: tall ? 148 : 154, elevation: tall ? 48 : 32 },
      window,
      tall ? 0.99 : 0.9,
    );
  }
  if (view === 'building') {
    const halls = hull(site.halls.map((hall) => hall.rect));
    return frame(
      corners(halls, 0, 5),
      { bearing: tall ? 128 : 162, elevation: tall ? 46 : 38 },
      window,
      1.02,
    );
  }
  const { hall, row, rackIndex } = subject(layout, gpu);
  if (view === 'hall')
    return frame(
      corners(hall.rect, hall.floorY, 4),
      { bearing: tall ? 112 : 152, elevation: tall ? 40 : 31 },
      window,
      1.0,
    );
  if (view === 'rack') return rackPose(layout, rackIndex, window);
  return aislePose(hall, row, tall);
}

/** At the west end of a cold aisle, at eye height, looking along it. */
function aislePose(hall: Hall, row: number, tall: boolean): Pose {
  const plan = hall.rows[row - 1]!;
  const south = plan.heading === 0;
  const front = south ? plan.z0 + plan.depth : plan.z0;
  const twin = hall.rows[south ? row : row - 2];
  const across = twin ? Math.abs((south ? twin.z0 : twin.z0 + twin.depth) - front) : 1.8;
  const z = front + (south ? 1 : -1) * across * 0.5;
  const y = hall.floorY + EYE_HEIGHT;
  const eyeX = plan.x0 - (tall ? 2.2 : 1.5);
  return { eye: [eyeX, y, z], target: [eyeX + 8, y - 0.35, z] };
}

/** Metres before a rack's front that are left free of other racks while it is looked at. */
const GAP_FROM = 0.6;
const GAP_TO = 4.4;
const GAP_HALF_WIDTH = 3;

/** Before a rack, the whole of it in the picture and a little aside, so that it stands in depth. */
function rackPose(layout: Layout, rackIndex: number, { aspect, fov }: Frame): Pose {
  const { racks } = layout;
  const heading = racks.heading[rackIndex]!;
  const kind = layout.site.rackKinds[racks.kind[rackIndex]!]!;
  const nx = Math.sin(heading);
  const nz = Math.cos(heading);
  const x = racks.x[rackIndex]! + (nx * kind.depth) / 2;
  const z = racks.z[rackIndex]! + (nz * kind.depth) / 2;
  const y = racks.y[rackIndex]! + kind.height / 2;
  const across = (kind.width * 0.75) / (Math.tan(fov / 2) * aspect);
  const away = Math.max((kind.height * 0.6) / Math.tan(fov / 2), across);
  const aside = away * 0.34;
  const out = Math.sqrt(away * away - aside * aside);
  const gap = (far: number) => [x + nx * far, z + nz * far] as const;
  const [ax, az] = gap(GAP_FROM);
  const [bx, bz] = gap(Math.max(GAP_TO, out + 0.5));
  return {
    eye: [x + nx * out - nz * aside, y + 0.22, z + nz * out + nx * aside],
    target: [x, y - 0.04, z],
    gap: {
      x0: Math.min(ax, bx) - Math.abs(nz) * GAP_HALF_WIDTH,
      x1: Math.max(ax, bx) + Math.abs(nz) * GAP_HALF_WIDTH,
      z0: Math.min(az, bz) - Math.abs(nx) * GAP_HALF_WIDTH,
      z1: Math.max(az, bz) + Math.abs(nx) * GAP_HALF_WIDTH,
    },
  };
}
