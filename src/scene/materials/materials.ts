import type { MaterialName } from '../../inventory/things/materials.ts';
import type { Box } from '../../inventory/things/shapes.ts';
import { PALETTE, type Palette } from '../shading/look.ts';

type Color = keyof Palette;

/** What the faces of a box show. */
export type Finish =
  | 'plain'
  /** A closed part of a building; a plan that cuts it looks into it. */
  | 'shell'
  /** Ends at the cutting plane, with a dark cap. */
  | 'cut'
  /** Stands only while the roof is on. */
  | 'roof'
  /** Fans on top, louvres on the sides. */
  | 'chiller'
  /** Upright ribs, as on a container. */
  | 'ribbed'
  /** A band of windows along the sides. */
  | 'bus'
  /** Docks and doors along a cut outer wall. */
  | 'facade'
  /** Roof membrane with seams; always there. */
  | 'seams'
  /** A ceiling, there only for an eye inside of a hall or under the roof. */
  | 'ceiling'
  /** A light fitting under that ceiling. */
  | 'lamp'
  /** Shines by itself at night, warm, once it is lit. */
  | 'glow';

/** Materials that are more than a colour of their own name: a colour of the palette, and what the faces of a box show. */
const MATERIALS: Readonly<
  Record<Exclude<MaterialName, Color>, readonly [Color, Finish]> & Partial<Record<Color, never>>
> = {
  facade: ['wall', 'facade'],
  roofing: ['roof', 'seams'],
  litWindow: ['skylight', 'glow'],
  ceilingLamp: ['paper', 'lamp'],
  fans: ['plant', 'chiller'],
  darkFans: ['plantDark', 'chiller'],
  paleFans: ['paper', 'chiller'],
  ribbedSteel: ['steel', 'ribbed'],
  ribbedGraphite: ['graphite', 'ribbed'],
  ribbedPlant: ['plant', 'ribbed'],
  ribbedPaper: ['paper', 'ribbed'],
  busBody: ['bus', 'bus'],
  container: ['carrier', 'ribbed'],
  lamp: ['paper', 'glow'],
};
const entryOf = (material: MaterialName) =>
  material in PALETTE ? undefined : MATERIALS[material as keyof typeof MATERIALS];

/** The colour of a material, sRGB hex. */
export const colorOf = (material: MaterialName): string =>
  PALETTE[entryOf(material)?.[0] ?? (material as Color)];

/** What a box's faces show, which says with it how the box is cut. */
export function finishOf({ material, cutaway }: Pick<Box, 'material' | 'cutaway'>): Finish {
  const finish = entryOf(material)?.[1];
  if (cutaway === 'roof') return 'roof';
  if (cutaway === 'hollow') return 'shell';
  if (cutaway === 'ceiling') return finish === 'lamp' ? finish : 'ceiling';
  if (cutaway === 'cut') return finish === 'facade' ? finish : 'cut';
  return finish ?? 'plain';
}
