import type { Layout } from '../layout/layout.ts';
import { hull, movedRect } from '../model/rect.ts';
import type { Rect } from '../model/site.ts';
import { sceneRect } from '../model/standing.ts';
import { siteRect } from './stations.ts';

/** Least distance between the edges of two sites, metres; a verge as wide as those between the fields. */
export const BETWEEN_SITES = 40;
/**
 * How the view `site` sees the ground: shares of its width and depth that run along the picture's width, because the eye looks past the
 * north; the foreshortening of what runs into the picture; and the picture's width over its height.
 */
const SEEN = { along: 0.9, aslant: 0.44, deep: 0.53, aspect: 1.6 } as const;

type Position = readonly [x: number, z: number];

/** A site and where it stands, scene frame, metres. */
interface Placed {
  at: Position;
  edge: Rect;
  /** What the view of the site shows. */
  shown: Rect;
}

/**
 * Positions for sites side by side, at one scale: the origins of their site frames in the scene, metres, in the order given. The first
 * stands at the scene's origin; the others east or south of its north-western corner, the largest first, so that all that the view `site`
 * shows keeps close together. Edges are at least {@link BETWEEN_SITES} apart.
 */
export function sideBySide(layouts: readonly Layout[]): Position[] {
  const lands = layouts.map((layout) => {
    const around = (rect: Rect) => sceneRect({ at: [0, 0], site: layout.site }, rect);
    return { edge: around(layout.site.edge), shown: around(siteRect(layout)) };
  });
  const placed = new Map<number, Placed>();
  const stand = (index: number, at: Position) => {
    const { edge, shown } = lands[index]!;
    placed.set(index, { at, edge: movedRect(edge, at), shown: movedRect(shown, at) });
  };
  const area = ({ edge: { x0, x1, z0, z1 } }: { edge: Rect }) => (x1 - x0) * (z1 - z0);
  // The sort is stable: sites of one size keep their order.
  const order = [...lands.keys()].slice(1).sort((a, b) => area(lands[b]!) - area(lands[a]!));
  if (lands.length > 0) stand(0, [0, 0]);
  for (const index of order) stand(index, bestOf(lands[index]!, [...placed.values()]));
  return layouts.map((_, index) => placed.get(index)!.at);
}

/** The position at which a site and those already placed are seen together from nearest; of equals the first, west and north first. */
function bestOf({ edge, shown }: Pick<Placed, 'edge' | 'shown'>, placed: readonly Placed[]): Position {
  const [corner] = placed;
  const places = (low: 'x0' | 'z0', high: 'x1' | 'z1'): number[] =>
    placed
      .flatMap((each) => [
        // After another site, or aligned with its buildings or its edges.
        each.edge[high] + BETWEEN_SITES - edge[low],
        each.shown[low] - shown[low],
        (each.shown[low] + each.shown[high] - shown[low] - shown[high]) / 2,
        each.shown[high] - shown[high],
        each.edge[low] - edge[low],
        each.edge[high] - edge[high],
      ])
      .filter((at) => edge[low] + at >= corner!.edge[low] - 1e-6)
      .sort((a, b) => a - b);
  let best: { at: Position; cost: number } | undefined;
  const [columns, rows] = [places('x0', 'x1'), places('z0', 'z1')];
  for (const x of columns)
    for (const z of rows) {
      const own = movedRect(edge, [x, z]);
      if (placed.some((other) => isNear(own, other.edge))) continue;
      const { x0, x1, z0, z1 } = hull([movedRect(shown, [x, z]), ...placed.map((each) => each.shown)]);
      const cost = sizeInPicture(x1 - x0, z1 - z0);
      if (!best || cost < best.cost - 1e-6) best = { at: [x, z], cost };
    }
  // South-east of all others there is always room, and that is one of the places.
  return best!.at;
}

/** Width of the picture that shows ground of this size, metres; with a little of both sizes, so that neither grows for nothing. */
function sizeInPicture(width: number, depth: number): number {
  const { along, aslant, deep, aspect } = SEEN;
  const across = along * width + aslant * depth;
  const up = (aslant * width + along * depth) * deep;
  return Math.max(across, up * aspect) + (width + depth) / 20;
}

/** Whether two rectangles are less than {@link BETWEEN_SITES} apart. */
const isNear = (a: Rect, b: Rect): boolean =>
  a.x0 < b.x1 + BETWEEN_SITES - 1e-6 &&
  b.x0 < a.x1 + BETWEEN_SITES - 1e-6 &&
  a.z0 < b.z1 + BETWEEN_SITES - 1e-6 &&
  b.z0 < a.z1 + BETWEEN_SITES - 1e-6;
