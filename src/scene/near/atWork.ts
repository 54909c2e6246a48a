import { mounted } from '../../layout/address.ts';
import type { Layout } from '../../layout/layout.ts';
import { FRONT_RECESS, HANDLE, serverOf, type PlacedServer } from '../../layout/serverPlan.ts';
import { RACK_UNIT } from '../../model/figure.ts';
import type { Body } from '../../inventory/things/shapes.ts';
import { litFrom } from '../../timeline/fitOutDays.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { kneelingAt, ofServer, rackBeside, TALL } from '../../views/closeStations.ts';
import type { Point } from '../../views/pose.ts';
import { AJAR, isOut, type ServerOpening } from '../../views/serverOpening.ts';
import { holding } from './holding.ts';

/** Somebody at work, server frame, metres: position, turn from facing the rack, what each hand holds, height (assumed), and figure. */
interface Work extends Pick<Body, 'pose' | 'height'> {
  at: Point;
  turn: number;
  hands: readonly [Point, Point];
  figure: number;
}

/** How far before a rack somebody works at it, and at which height; metres. */
const BEFORE_RACK = 0.66;
const CHEST = 1.25;
const KNEE = 0.5;
/** Where somebody stands who draws out a server: to the right of its middle and before its front, metres; and turned towards it, radians. */
const DRAWING = { aside: 0.3, before: 0.42, turn: 0.5 } as const;
/** How many racks to the right of the server's somebody stands, as seen from the front: the first of these that is of the same kind. */
const ASIDE = [2, -2, 1, -1];

/** Both hands at the handles of the server that is nearest to a height (metres) in another rack of the row. */
function atRack(
  { racks }: Layout,
  { rackIndex, facing, kind }: PlacedServer,
  other: number | undefined,
  high: number,
  who: Pick<Work, 'height' | 'figure'>,
): Work | undefined {
  if (other === undefined) return undefined;
  const x = (racks.x[other]! - racks.x[rackIndex]!) * facing;
  const heights = kind.serverSlots
    .slice(0, racks.servers[other])
    .map(({ startU, heightU }) => kind.base + (startU - 1 + heightU / 2) * RACK_UNIT);
  const [y] = heights.sort((a, b) => Math.abs(a - high) - Math.abs(b - high));
  if (y === undefined) return undefined;
  const holes = mounted('holes', kind) / 2;
  const hand = (side: number): Point => [x + side * holes, y, FRONT_RECESS + HANDLE];
  return {
    at: [x, 0, BEFORE_RACK],
    turn: 0,
    hands: [hand(-1), hand(1)],
    pose: 'working',
    ...who,
  };
}

/** Both hands at the handles of the server itself, as far out as it is at the station of its rack. */
function atServer(
  layout: Layout,
  { plan, kind, y, rackIndex }: PlacedServer,
  who: Pick<Work, 'height' | 'figure'>,
): Work {
  const out = plan.travel * AJAR;
  const holes = mounted('holes', kind) / 2;
  const high = y - layout.racks.y[rackIndex]! + plan.height / 2;
  const hand = (side: number): Point => [side * holes, high, out + HANDLE];
  const { aside, before, turn } = DRAWING;
  return { at: [aside, 0, out + before], turn, hands: [hand(-1), hand(1)], pose: 'working', ...who };
}

/** Zoom level from which somebody works at the rack: between the aisle and the rack. */
const FROM_LEVEL = 3.3;
/** Somebody kneels beside the server once it is this near to all the way out, metres, until a plate opens by this share. */
const DRAWN = 0.02;
const OPENED = 0.02;

/** What decides which technicians are drawn. */
interface Closeness {
  zoomLevel: number;
  /** Width over height of the picture. */
  aspect: number;
  open: ServerOpening | undefined;
}

export type Technician = ReturnType<typeof techniciansOf>[number];

/** The people who work beside the rack of a GPU (site frame): one draws its server out, and one kneels at another rack once it is out. */
export function techniciansOf(layout: Layout, timeline: Timeline, gpu: number) {
  const server = serverOf(layout, gpu);
  const { rackIndex, facing } = server;
  const hall = layout.site.halls[layout.racks.hall[rackIndex]! - 1]!;
  const technician = (
    { at, turn, hands, figure, ...stance }: Work,
    isThere: (closeness: Closeness) => boolean,
    isDrawing = false,
  ) => {
    const [x, , z] = ofServer(server, at, 0);
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    /** A place of the server's frame in the frame of whoever works there, thousandths of their height. */
    const before = ([px, py, pz]: Point): Point => {
      const [ahead, right] = [at[2] - pz, px - at[0]];
      return [c * ahead - s * right, py, s * ahead + c * right].map(
        (each) => (each * 1000) / stance.height,
      ) as [number, number, number];
    };
    const person: Body = {
      ...stance,
      ...{ x, y: layout.racks.y[rackIndex]!, z, heading: (facing * Math.PI) / 2 + turn },
      ...{ staff: true, hall: hall.number, lit: litFrom(timeline, hall) },
      from: timeline.installedDay[rackIndex] ?? 0,
    };
    // A tall picture would cut them off.
    const isSeen = (closeness: Closeness) => closeness.aspect >= TALL && isThere(closeness);
    return {
      person,
      held: holding([before(hands[0]), before(hands[1])]),
      figure,
      isThere: isSeen,
      /** How far they have moved along z from where `person` is, metres: whoever draws out a server goes with it. */
      moved: (open: ServerOpening | undefined) =>
        isDrawing ? facing * ((open?.out ?? 0) - server.plan.travel * AJAR) : 0,
    };
  };
  // Nothing is known of handles on what does not lie in its rack alone.
  const hasHandles = !server.plan.isBlade && server.kind.columns < 2;
  const who = { height: 1.72, figure: 0 };
  const standing = hasHandles
    ? atServer(layout, server, who)
    : atRack(layout, server, rackBeside(layout, server, ASIDE), CHEST, who);
  const kneeling = atRack(layout, server, kneelingAt(layout, server), KNEE, { height: 1.78, figure: 7 });
  return [
    // Seen along the aisle, or behind an open server, they would be in the way.
    ...(standing
      ? [
          technician(
            standing,
            hasHandles
              ? ({ open }) => open?.rackIndex === rackIndex && !isOut(open)
              : ({ zoomLevel, open }) => zoomLevel > FROM_LEVEL && !(open && isOut(open)),
            hasHandles,
          ),
        ]
      : []),
    ...(kneeling
      ? [
          technician(
            kneeling,
            ({ open }) =>
              open?.rackIndex === rackIndex && open.out > server.plan.travel - DRAWN && open.lift < OPENED,
          ),
        ]
      : []),
  ];
}
