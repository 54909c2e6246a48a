import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, type Layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import { resolveSite } from '../../src/model/site.ts';
import { toScene } from '../../src/model/standing.ts';
import { planDrawing } from '../../src/scene/plan/content/planDrawing.ts';
import { planWords } from '../../src/scene/plan/content/planWords.ts';
import type { Drawing, PlanPoint } from '../../src/scene/plan/content/statement.ts';
import { FLAG, type Piece } from '../../src/scene/plan/sheet/pieces.ts';
import { drawingPieces } from '../../src/scene/plan/sheet/strokeRecords.ts';
import { createLengths } from '../../src/state/lengths.ts';
import { sayIn } from '../../src/state/words.ts';
import { defaultConfig } from '../../src/timeline/campus.ts';
import { focusGpu } from '../../src/views/focus.ts';
import { sideBySide } from '../../src/views/sideBySide.ts';
import { subjectRack } from '../../src/views/stations.ts';
import { siteArbitrary } from '../fixtures/generatedSites.ts';

const seed = 20241128;
const say = sayIn('en', planWords);
const lengths = createLengths('en');
/** Texts as wide as their letters are many. */
const letters = {
  label: (text: string, isLarge = false) => ({
    ...{ text, isLarge, x: 0, y: 0 },
    width: text.length * 0.55 + 0.4,
    height: isLarge ? 1.56 : 1.3,
  }),
};
const piecesOf = (drawings: readonly Drawing[]) => drawingPieces(drawings, letters, lengths, say);

/** The drawing of a layout with its near stations. */
function whole(plan: Layout): Drawing {
  const { rackIndex } = subjectRack(plan, 0);
  return planDrawing(plan, rackIndex, plan.totals.gpus > 0 ? focusGpu(plan) : 0, say);
}

/** What a text covers on the screen where an em is so many metres: corners around it, and least and greatest x; ems. */
function boxAt({ a, aEms = [0, 0], more = [], flags = 0, turn = 0 }: Piece, scale: number) {
  const [, , width = 0, height = 0] = more;
  const isTurned = (flags & FLAG.turned) !== 0;
  const [halfX, halfY] = [(isTurned ? height : width) / 2, (isTurned ? width : height) / 2];
  const corners = [-1, 1, 1, -1].map((right, at) => {
    const [x, y] = [aEms[0] + right * halfX, aEms[1] + (at < 2 ? -1 : 1) * halfY];
    return [
      a[0] / scale + x * Math.cos(turn) - y * Math.sin(turn),
      a[1] / scale + x * Math.sin(turn) + y * Math.cos(turn),
    ] as const;
  });
  const xs = corners.map(([x]) => x);
  return { corners, from: Math.min(...xs), to: Math.max(...xs) };
}

/** Whether two rectangles overlap: along no side of either is there a gap between their corners. */
function overlaps(one: ReturnType<typeof boxAt>, other: ReturnType<typeof boxAt>): boolean {
  return [one, other].every(({ corners: [a, b, c] }) =>
    [
      [b![0] - a![0], b![1] - a![1]],
      [c![0] - b![0], c![1] - b![1]],
    ].every(([x, y]) => {
      const length = Math.hypot(x!, y!);
      const along = (box: typeof one) => box.corners.map((at) => (at[0] * x! + at[1] * y!) / length);
      const [own, its] = [along(one), along(other)];
      return Math.min(...own) < Math.max(...its) - 1e-6 && Math.min(...its) < Math.max(...own) - 1e-6;
    }),
  );
}

const STAGES = [FLAG.far, FLAG.near + FLAG.closed, FLAG.near + FLAG.opened];
/** Whether a piece is shown in a stage: at the aisle and beyond, at the rack, at the server. */
const isShown = ({ flags = 0 }: Piece, stage: number) =>
  (flags & (FLAG.far + FLAG.near + FLAG.opened + FLAG.closed) & ~stage) === 0;

/** Pairs of texts that lie over each other at some scale. */
function covered({ texts }: { texts: readonly Piece[] }): string[] {
  const found: string[] = [];
  for (let scale = 0.001; scale < 100; scale *= 1.09)
    for (const stage of STAGES) {
      const boxes = texts
        .filter((text) => text.finest < scale && scale <= text.coarsest && isShown(text, stage))
        .map((text) => boxAt(text, scale))
        .sort((one, other) => one.from - other.from);
      boxes.forEach((one, at) => {
        for (let next = at + 1; next < boxes.length && boxes[next]!.from < one.to; next++)
          if (overlaps(one, boxes[next]!))
            found.push(`${scale.toFixed(3)} m: ${JSON.stringify([one, boxes[next]])}`);
      });
    }
  return found;
}

const documents = await Promise.all(
  Object.entries(comparedSites).map(async ([id, { load }]) => [id, await load()] as const),
);
const built = [['colossus', builtinSites.colossus!] as const, ...documents].map(
  ([id, document]) => [id, layout(resolveSite(document, defaultConfig(document)))] as const,
);

describe('labels of the plan', () => {
  it.each(built)('lie over no other: %s', (_, plan) => {
    const pieces = piecesOf([whole(plan)]);
    expect(pieces.texts.length).toBeGreaterThan(5);
    expect(covered(pieces)).toEqual([]);
  });

  it(`lie over no other on generated sites (seed ${seed})`, () => {
    fc.assert(
      fc.property(siteArbitrary, (document) => {
        expect(covered(piecesOf([whole(layout(resolveSite(document, 'all')))]))).toEqual([]);
      }),
      { seed, numRuns: 40 },
    );
  });

  const asTold = built.slice(0, 7).map(([, plan]) => plan);
  const turned = asTold.map((plan, at) => ({ ...plan, site: { ...plan.site, turn: at * 0.7 } }));
  it.each([
    ['each as its document says', asTold],
    ['each turned otherwise', turned],
  ])(
    'lie over no other where several campuses stand side by side, %s, and each states its lengths',
    (_, plans) => {
      const places = sideBySide(plans);
      const drawings = plans.map((plan, index): Drawing => {
        const { site } = plan;
        const place = ([x, z]: PlanPoint) => toScene({ site, at: places[index]! }, x, z);
        const drawing = index === 0 ? whole(plan) : planDrawing(plan, plan.racks.count, 0, say);
        return { ...drawing, stands: { place, turn: site.turn } };
      });
      const pieces = piecesOf(drawings);
      expect(covered(pieces)).toEqual([]);
      plans.forEach(({ site }, at) => {
        const { x0, x1, z1 } = site.buildings[0]!.rect;
        const middle = toScene({ site, at: places[at]! }, (x0 + x1) / 2, z1);
        const own = pieces.texts.filter(
          ({ a }) => Math.abs(a[0] - middle[0]!) < 1e-6 && Math.abs(a[1] - middle[1]!) < 1e-6,
        );
        expect(own.length, site.id).toBeGreaterThan(0);
      });
    },
  );

  it('belong to dimensions that reach neither onto the land of another campus nor into its dimensions', () => {
    const plans = asTold.map((plan) => ({ ...plan, site: { ...plan.site, turn: 0 } }));
    const places = sideBySide(plans);
    const lands = plans.map(({ site: { edge } }, index) => {
      const [east, south] = places[index]!;
      return { x0: edge.x0 + east, x1: edge.x1 + east, z0: edge.z0 + south, z1: edge.z1 + south };
    });
    const drawings = plans.map((plan, index): Drawing => {
      const [east, south] = places[index]!;
      const stands = { place: ([x, z]: PlanPoint): PlanPoint => [x + east, z + south], turn: 0 };
      return { ...planDrawing(plan, plan.racks.count, 0, say), stands };
    });
    const { texts } = piecesOf(drawings);
    const apart = (a: (typeof lands)[number], b: (typeof lands)[number]) =>
      Math.max(a.x0 - b.x1, b.x0 - a.x1, a.z0 - b.z1, b.z0 - a.z1);
    let shown = 0;
    for (let scale = 0.1; scale < 100; scale *= 1.09) {
      const dimensions = texts
        .filter(
          ({ ends, ...text }) => ends && ends[0] !== ends[1] && text.finest < scale && scale <= text.coarsest,
        )
        .map(
          ({
            ends: [from, to] = [
              [0, 0],
              [0, 0],
            ],
            reach: [left, up, right, down] = [0, 0, 0, 0],
          }) => {
            const box = {
              x0: Math.min(from[0], to[0]) + left * scale,
              x1: Math.max(from[0], to[0]) + right * scale,
              z0: Math.min(from[1], to[1]) + up * scale,
              z1: Math.max(from[1], to[1]) + down * scale,
            };
            const measured = { x0: from[0], x1: to[0], z0: from[1], z1: to[1] };
            // What is measured lies on its own land.
            return { box, owner: lands.findIndex((land) => apart(land, measured) < 1e-6) };
          },
        );
      shown += dimensions.length;
      for (const { box, owner } of dimensions) {
        for (const [index, land] of lands.entries())
          if (index !== owner) expect(apart(box, land), `${scale}: land`).toBeGreaterThan(-1e-6);
        for (const other of dimensions)
          if (other.owner !== owner)
            expect(apart(box, other.box), `${scale}: another`).toBeGreaterThan(-1e-6);
      }
    }
    expect(shown).toBeGreaterThan(100);
  });

  it('have their lines at the same scales', () => {
    const { lines, texts } = piecesOf(built.slice(0, 3).map(([, plan]) => whole(plan)));
    const bands = (pieces: readonly Piece[]) =>
      new Set(
        pieces
          .filter(({ ends, flags = 0 }) => ends && ends[0] !== ends[1] && flags & FLAG.whole)
          .map(({ finest, coarsest }) => `${finest} ${coarsest}`),
      );
    expect([...bands(lines)].sort()).toEqual([...bands(texts)].sort());
  });
});
