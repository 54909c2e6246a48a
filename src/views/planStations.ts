import type { Layout } from '../layout/layout.ts';
import { parcelWith } from '../layout/parcels.ts';
import { hull } from '../model/rect.ts';
import type { Hall, RackKind, Rect } from '../model/site.ts';
import { type View, VIEWS } from './view.ts';
import { focusGpu } from './focus.ts';
import { closeSubject } from './closeStations.ts';
import type { PictureShape } from './framing.ts';
import type { Pose } from './pose.ts';
import { hallsBeside, siteRect, subjectRack } from './stations.ts';
import { beyond } from './hallStations.ts';

/** Share of the picture that the subject may take; the rest is for its dimension lines. */
const FILL = 0.86;
/** Distance from a rack's front to the elevation drawn in front of it, metres. */
const ELEVATION_GAP = 0.45;
/** Margins beside and behind a rack and in front of its elevation, metres. */
const BESIDE = 1.1;
const BEHIND = 0.4;
const BEFORE = ELEVATION_GAP + 0.7;
/** Margins beside, behind and in front of a server and a GPU for their dimension lines, metres. */
const ROOM = { server: [0.17, 0.14, 0.26], gpu: [0.02, 0.038, 0.07] } as const;
/** Margin west of a row that is shown in part, metres. */
const ROW_END = 0.7;
/** Largest ratio of the picture's height to the depth of the pair of rows in it. */
const TALLEST = 8;
/** Margin behind each row of a pair, for the rear aisle, metres. */
const BEHIND_ROWS = 1.2;
/** Shares of a tall picture's width left free west and east of a row for the dimension lines of aisles and rows. */
const BESIDE_ROW = { west: 0.19, east: 0.12 };
/** Least height of the eye over an aisle, as a multiple of its height over a rack, so that zooming in always comes nearer. */
const OVER_RACK = 1.35;

/**
 * Where a rack's front is laid down, its foot to the south: z of its foot, site frame, metres. `towards` is where the front of the rack,
 * which stands at `z`, faces: 1 south, -1 north.
 */
export function elevationFoot(z: number, towards: number, { depth, height }: RackKind): number {
  const end = z + towards * (depth / 2 + ELEVATION_GAP);
  return towards > 0 ? end + height : end;
}

/** From the tallest rack's top to the plan's cut, metres. */
const OVER_RACKS = 0.2;

/** Height of the plan's cut above the ground, metres: above the racks, below the trays. */
export function planCut({ site }: Layout): number {
  const tallest = Math.max(0, ...site.rackKinds.map(({ height }) => height));
  return Math.max(0, ...site.halls.map(({ floorY }) => floorY)) + tallest + OVER_RACKS;
}

/** The pose straight above a rectangle at height `y` that shows all of it. */
export function above(
  { x0, x1, z0, z1 }: Rect,
  y: number,
  { aspect, fov, turn = 0 }: PictureShape,
  fill = FILL,
): Pose {
  const x = (x0 + x1) / 2;
  const z = (z0 + z1) / 2;
  const [wide, deep] = [(x1 - x0) / 2, (z1 - z0) / 2];
  const [c, s] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const half = Math.max(deep * c + wide * s, (wide * c + deep * s) / aspect, 0.02);
  return { eye: [x, y + half / (Math.tan(fov / 2) * fill), z], target: [x, y, z] };
}

/** Rectangle around the halls of a hall's building and the spaces that serve them. */
export function worksRect({ site }: Layout, hall: Hall): Rect {
  const { spaces } = site.buildings.find(({ id }) => id === hall.building)!;
  const served = spaces.filter(({ kind }) => kind !== 'future');
  return hull([...hallsBeside(site, hall), ...served].map(({ rect }) => rect));
}

/** Rectangle around a row and the row that it faces. */
export function pairOf(hall: Hall, row: number): Rect {
  const plan = hall.rows[row - 1]!;
  const twin = hall.rows[plan.heading === 0 ? row : row - 2];
  const band = (of: typeof plan): Rect => ({
    x0: of.x0,
    x1: of.x0 + of.width,
    z0: of.z0,
    z1: of.z0 + of.depth,
  });
  return twin && twin.x0 === plan.x0 ? hull([band(plan), band(twin)]) : band(plan);
}

/** The picture's size along rows over that across them. */
const alongRows = ({ aspect, turn = 0 }: PictureShape): number =>
  Math.abs(Math.cos(turn)) < Math.SQRT1_2 ? 1 / aspect : aspect;

/** The part of a pair of rows around `x`, if the whole would be too small in a picture that is narrow along rows. */
function narrowed(pair: Rect, x: number, window: PictureShape): Rect {
  const wide = Math.min(pair.x1 - pair.x0, (pair.z1 - pair.z0) * alongRows(window) * TALLEST);
  if (wide === pair.x1 - pair.x0) return pair;
  // Leave room for dimension lines at the row's end.
  const x0 = Math.max(pair.x0 - ROW_END, Math.min(x - wide / 2, pair.x1 - wide));
  return { ...pair, x0, x1: x0 + wide };
}

/** The pose over a pair of rows and their rear aisles. */
function aisleStation(pair: Rect, x: number, layout: Layout, gpu: number, window: PictureShape): Pose {
  const { hall } = subjectRack(layout, gpu);
  const shown = narrowed(pair, x, window);
  const wide = shown.x1 - shown.x0;
  const { west, east } = BESIDE_ROW;
  const room = alongRows(window) < 1 ? wide / (1 - west - east) : 0;
  const rect = {
    x0: shown.x0 - room * west,
    x1: shown.x1 + room * east,
    z0: shown.z0 - BEHIND_ROWS,
    z1: shown.z1 + BEHIND_ROWS,
  };
  const pose = above(rect, hall.floorY, window, room > 0 ? 1 : 0.82);
  if (layout.racks.count === 0) return pose;
  const { eye, target } = planStation('rack', layout, gpu, window);
  const height = Math.max(pose.eye[1] - hall.floorY, (eye[1] - target[1]) * OVER_RACK);
  return { ...pose, eye: [pose.eye[0], hall.floorY + height, pose.eye[2]] };
}

/** The pose of a station in the plan, site frame: the same subject as {@link station}, from straight above; each is nearer than the one before it. */
export function planStation(view: View, layout: Layout, gpu: number, shape: PictureShape, chips = 0): Pose {
  const { site, racks } = layout;
  const window = { ...shape, turn: site.turn };
  const { hall, row, rackIndex } = subjectRack(layout, gpu);
  if (view === 'site' || view === 'building' || view === 'hall') {
    const pose =
      view === 'site'
        ? above(siteRect(layout), 0, window)
        : view === 'building'
          ? above(worksRect(layout, hall), 0, window, alongRows(window) < 1 ? 0.68 : 0.8)
          : above(hall.rect, hall.floorY, window, 0.82);
    // How large a hall is in the picture depends on how it is turned.
    const next = planStation(VIEWS[VIEWS.indexOf(view) + 1]!, parcelWith(layout, hall), gpu, window, chips);
    return beyond(pose, next);
  }
  const x = racks.x[rackIndex] ?? hall.rect.x0;
  // A row without racks has no nearer station.
  if (view === 'aisle' || racks.count === 0) return aisleStation(pairOf(hall, row), x, layout, gpu, window);
  if (view === 'server' || view === 'gpu') {
    const about = gpu || focusGpu(layout);
    if (about === 0) return planStation('rack', layout, gpu, window);
    const points = closeSubject(view, layout, about, chips);
    const along = (axis: 0 | 2) => points.map((point) => point[axis]);
    const [x0, x1] = [Math.min(...along(0)), Math.max(...along(0))];
    const [z0, z1] = [Math.min(...along(2)), Math.max(...along(2))];
    const [aside, behind, before] = ROOM[view];
    const [north, over] = racks.heading[rackIndex] === 0 ? [behind, before] : [before, behind];
    const rect = { x0: x0 - aside, x1: x1 + aside, z0: z0 - north, z1: z1 + over };
    return above(rect, hall.floorY, window, 0.97);
  }
  const z = racks.z[rackIndex]!;
  const { depth, height, rearDoor } = site.rackKinds[racks.kind[rackIndex]!]!;
  const towards = racks.heading[rackIndex] === 0 ? 1 : -1;
  const ends = [z + towards * (depth / 2 + height + BEFORE), z - towards * (depth / 2 + rearDoor + BEHIND)];
  const rect = { x0: x - BESIDE, x1: x + BESIDE, z0: Math.min(...ends), z1: Math.max(...ends) };
  return above(rect, hall.floorY, window, 1);
}
