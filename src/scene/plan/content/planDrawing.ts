import type { Layout } from '../../../layout/layout.ts';
import { catalogueItem } from '../../../model/catalogue.ts';
import { hallsOf } from '../../../layout/parcels.ts';
import { grown } from '../../../model/rect.ts';
import type { Rect } from '../../../model/site.ts';
import { dimensions } from './dimensions.ts';
import { planWords, type SayPlan } from './planWords.ts';
import { sayIn } from '../../../state/words.ts';
import { bounded } from './names.ts';
import { rackElevation } from './rackElevation.ts';
import { rowDrawing } from './rowDrawing.ts';
import { serverDrawing } from './serverDrawing.ts';
import { ALWAYS, type Drawing, type Name, outline, type Stroke } from './statement.ts';

/** Thickness of a building's walls, metres; assumed, as in the model. */
export const WALL = 0.35;
const HALL_WALL = 0.2;

/** Lengths, names and outlines over the plan. `rackIndex` and `gpu` (0 for none) are the subjects of the near stations. */
export function planDrawing(
  layout: Layout,
  rackIndex: number,
  gpu = 0,
  say: SayPlan = sayIn('en', planWords),
): Drawing {
  const parts: Drawing[] = [
    { dimensions: dimensions(layout, rackIndex), names: names(layout, say), strokes: strokes(layout) },
  ];
  if (rackIndex < layout.racks.count)
    parts.push(rowDrawing(layout, rackIndex, say), rackElevation(layout, rackIndex, say));
  if (gpu > 0) parts.push(serverDrawing(layout, gpu, say));
  return {
    dimensions: parts.flatMap((part) => part.dimensions),
    names: parts.flatMap((part) => part.names),
    strokes: parts.flatMap((part) => part.strokes),
    ...(!layout.site.isParcel && { land: layout.site.edge }),
  };
}

function names({ site }: Layout, say: SayPlan): Name[] {
  const all: Name[] = [];
  const add = (text: string, rect: Rect, part: Partial<Name> = {}) =>
    all.push({ ...ALWAYS, text: bounded(text), rect, ...part });
  for (const { rect, name } of site.zones) add(name, rect, { isAtTop: true });
  for (const { annexes, spaces } of site.buildings) {
    for (const { rect, name } of annexes) add(name, rect);
    for (const { rect, name } of spaces) add(name, rect, { isIndoors: true });
  }
  for (const { rect, name, number, rows } of hallsOf(site)) {
    const text = name ?? say('hall', { number });
    // In the strip before the first row while the name fits there, else over the racks.
    const first = Math.min(rect.z1, ...rows.map(({ z0 }) => z0));
    const strip = { ...rect, z1: first };
    const change = (strip.z1 - strip.z0) / STRIP_ROOM;
    add(text, strip, { isIndoors: true, isLarge: true, coarsest: change });
    add(text, rect, { isIndoors: true, isLarge: true, finest: change });
  }
  return all;
}

/** Depth that a strip must have for a name, ems. */
const STRIP_ROOM = 1.7;

function strokes({ site }: Layout): Stroke[] {
  const all: Stroke[] = [];
  const add = (rect: Rect, line: Partial<Stroke> = {}) => all.push(...outline(rect, { ...ALWAYS, ...line }));
  if (!site.isParcel) add(site.edge, { dash: 'boundary' });
  for (const { rect, kind } of site.zones) if (kind !== 'lawn') add(rect, { dash: 'short' });
  // Outlines of planned halls; their walls are drawn over them once they stand.
  for (const { rect } of hallsOf(site)) add(grown(rect, HALL_WALL / 2), { dash: 'short' });
  for (const { item, x, z } of site.placements) {
    const { size, shape } = catalogueItem(item, site.catalogue);
    if (shape.is !== 'pitch') continue;
    const [z0, z1] = [z - size.z / 2, z + size.z / 2];
    add({ x0: x - size.x / 2, x1: x + size.x / 2, z0, z1 });
    all.push({ ...ALWAYS, from: [x, z0], to: [x, z1], width: 0, dash: 'none' });
  }
  for (const { rect } of site.buildings) add(grown(rect, -WALL / 2), { width: WALL });
  return all;
}
