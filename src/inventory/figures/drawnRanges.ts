import type { NamedFigure } from '../../model/figure.ts';
import type { Vector } from '../query/rays.ts';
import { sizeOfShape, sizeOfSlot } from '../query/surfaces.ts';
import type { SubjectKind } from '../things/subject.ts';
import type { Things } from '../things/Things.ts';
import { tidy } from './evidence.ts';
import { drawnFigures } from './figuresOf.ts';

/** A thing that is drawn without a document or a catalogue entry, with its size along, up and across, metres. */
export interface Drawn {
  kind: SubjectKind;
  size: Vector;
}

/** Everything of a campus that is drawn without a document or a catalogue entry. */
function* drawnOf(things: Things): Generator<Drawn> {
  const { boxes, details, rods, trees, people, ground, floors, layout, site } = things;
  for (const { subject, size } of [...boxes, ...details.flat()])
    if (subject?.of === undefined) yield { kind: subject.kind, size };
  for (const { subject, from, to, radius } of rods)
    if (subject.of === undefined)
      yield {
        kind: subject.kind,
        size: [Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]), radius * 2, radius * 2],
      };
  for (const { subject, height } of trees)
    if (subject.of === undefined) yield { kind: subject.kind, size: [0, height, 0] };
  for (const { subject, length, height, width } of people)
    if (subject.of === undefined) yield { kind: subject.kind, size: [length, height, width] };
  for (const shape of [...ground.shapes, ...floors.shapes])
    if (shape.subject.of === undefined) yield { kind: shape.subject.kind, size: sizeOfShape(shape) };
  for (const { number, rows } of site.halls)
    for (const [at, { racks }] of rows.entries())
      for (let place = 1; place <= racks.length; place++)
        yield { kind: 'slot', size: sizeOfSlot(layout, { hall: number, row: at + 1, place }) };
}

type Sizes = Map<SubjectKind, [number[], number[], number[]]>;

function collect(sizes: Sizes, drawn: Iterable<Drawn>): Sizes {
  for (const { kind, size } of drawn) {
    const own = sizes.get(kind) ?? [[], [], []];
    sizes.set(kind, own);
    size.forEach((metres, axis) => {
      if (metres > 0) own[axis]!.push(tidy(metres));
    });
  }
  return sizes;
}

/** Figures of things that do not change any more. */
const made = new WeakMap<Things, readonly NamedFigure[]>();

/** The sizes of each kind of such things: the middle one of all, and their range. */
export function drawnRanges(things: Things, further: readonly Drawn[] = []): readonly NamedFigure[] {
  if (further.length > 0) return rangesOf(collect(collect(new Map(), drawnOf(things)), further));
  const known = made.get(things) ?? rangesOf(collect(new Map(), drawnOf(things)));
  made.set(things, known);
  return known;
}

function rangesOf(sizes: Sizes): NamedFigure[] {
  return [...sizes].flatMap(([kind, axes]) => {
    const sorted = axes.map((list) => list.sort((a, b) => a - b));
    const middle = sorted.map((list) => list[list.length >> 1] ?? 0) as unknown as Vector;
    return drawnFigures(kind, middle).map((figure) => {
      const list = sorted[['length', 'height', 'width'].indexOf(figure.name)]!;
      const [low, high] = [list[0]!, list.at(-1)!];
      return low < high ? { ...figure, low, high } : figure;
    });
  });
}
