import { cornersOf, rectOf, type Sides } from './rect.ts';
import type { Rect } from './site.ts';
import { rotated } from './standing.ts';

/** A rectangle of a document that is turned about its centre, clockwise, seen from above; metres, degrees. */
export interface TurnedSides extends Sides {
  turnDeg?: number;
}

type Corner = readonly [x: number, z: number];

/** Corners, site frame, of a rectangle that turns with a building; by default those of the building itself. */
export function cornersIn(building: TurnedSides, sides: Sides = building): Corner[] {
  const corners = cornersOf(rectOf(sides));
  const turn = ((building.turnDeg ?? 0) * Math.PI) / 180;
  const [x, z] = [(building.x[0] + building.x[1]) / 2, (building.z[0] + building.z[1]) / 2];
  return corners.map(([east, south]) => {
    const [across, along] = rotated(turn, east - x, south - z);
    return [x + across, z + along];
  });
}

/** The smallest rectangle of the site frame around some corners. */
export function rectAround(corners: readonly Corner[]): Rect {
  const [xs, zs] = [corners.map(([x]) => x), corners.map(([, z]) => z)];
  return { x0: Math.min(...xs), x1: Math.max(...xs), z0: Math.min(...zs), z1: Math.max(...zs) };
}

/** Whether two convex shapes, given by their corners in order, have at most `slack` metres in common along some line. */
export function areApart(a: readonly Corner[], b: readonly Corner[], slack: number): boolean {
  return [a, b].some((shape) =>
    shape.some(([x, z], at) => {
      const [nextX, nextZ] = shape[(at + 1) % shape.length]!;
      const length = Math.hypot(nextX - x, nextZ - z);
      // Across the side, of unit length.
      const [ax, az] = [(nextZ - z) / length, (x - nextX) / length];
      const [own, other] = [a, b].map((corners) => corners.map(([cx, cz]) => cx * ax + cz * az)) as [
        number[],
        number[],
      ];
      return Math.min(...own) > Math.max(...other) - slack || Math.min(...other) > Math.max(...own) - slack;
    }),
  );
}
