import { meetBox, NEVER, pointAt, type Ray, type Vector } from '../../inventory/query/rays.ts';
import type { Found } from '../../inventory/query/whatIsAt.ts';
import type { SubjectKind } from '../../inventory/things/subject.ts';
import type { Layout } from '../../layout/layout.ts';
import type { ServerOpening } from '../../views/serverOpening.ts';
import type { Sightline } from '../../views/sightline.ts';
import { type ChipBench, chipBench } from './chipParts.ts';

/** Share by which the plate of the GPU is lifted from which the bench over it is there. */
const LIFTED = 0.02;

/** Whether the bench over an open server is there. */
export const isOut = ({ rackIndex }: ChipBench, open: ServerOpening | undefined): boolean =>
  open?.rackIndex === rackIndex && open.lift > LIFTED;

/** The last bench for each layout: it is asked for again with every ray. */
const made = new WeakMap<
  Layout,
  { gpu: number; chips: readonly string[]; isPlan: boolean; bench: ChipBench }
>();

function benchOf(layout: Layout, gpu: number, chips: readonly string[], isPlan: boolean): ChipBench {
  const known = made.get(layout);
  if (known?.gpu === gpu && known.chips === chips && known.isPlan === isPlan) return known.bench;
  const bench = chipBench(layout, gpu, chips, isPlan);
  made.set(layout, { gpu, chips, isPlan, bench });
  return bench;
}

/** What a ray hits first when chips lie on the bench over the open server of a GPU, before what else it meets (`behind`). */
export function chipAt(
  layout: Layout,
  gpu: number,
  chips: readonly string[],
  { ray, sight, open }: Pick<Sightline, 'ray' | 'sight' | 'open'>,
  behind: Found | null,
): Found | null {
  const bench = benchOf(layout, gpu, chips, sight.isPlan);
  if (!open || !isOut(bench, open)) return behind;
  const { x, y, z, facing, parts } = bench;
  const { origin, direction } = ray;
  const own: Ray = {
    origin: [(origin[0] - x) * facing, origin[1] - y, (origin[2] - z) * facing - open.out],
    direction: [direction[0] * facing, direction[1], direction[2] * facing],
  };
  let first = behind;
  for (const { subject, size, ...part } of parts) {
    const [width, height, depth] = size;
    const extent = { x: part.x, y: part.y - height / 2, z: part.z, width, height, depth, heading: 0 };
    const distance = meetBox(own, extent);
    if (distance < (first?.distance ?? NEVER))
      first = { subject, distance, at: pointAt(ray, distance), size };
  }
  return first;
}

/** What of the bench is drawn without a document or a catalogue entry; sizes along, up and across, metres. */
export const chipsDrawn = (
  layout: Layout,
  gpu: number,
  chips: readonly string[],
): { kind: SubjectKind; size: Vector }[] =>
  benchOf(layout, gpu, chips, false)
    .parts.filter(({ subject }) => subject.of === undefined)
    .map(({ subject, size }) => ({ kind: subject.kind, size }));
