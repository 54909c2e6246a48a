import type { MaterialName } from '../../inventory/things/materials.ts';
import type { Box } from '../../inventory/things/shapes.ts';
import { type ColorName, PALETTE } from '../shading/look.ts';

/** Finish of a box's faces, and how the box is cut. */
export type Finish =
  | 'plain'
  /** A closed part of a building; left out of a plan that cuts it. */
  | 'shell'
  /** Ends at the cutting plane, with a dark cap. */
  | 'cut'
  /** Drawn only while the roof is on. */
  | 'roof'
  /** Fans on top, louvres on the sides. */
  | 'chiller'
  /** Upright ribs, as on a container. */
  | 'ribbed'
  /** A band of windows along the sides. */
  | 'bus'
  /** Couplers along a duct, and the cables in it. */
  | 'duct'
  /** Docks and doors along a cut outer wall. */
  | 'facade'
  /** Roof membrane with seams; always drawn. */
  | 'seams'
  /** A ceiling, drawn only if the eye is inside a hall or under the roof. */
  | 'ceiling'
  /** A light fitting under that ceiling. */
  | 'lamp'
  /** Emits warm light at night once it is lit. */
  | 'glow'
  /** Shows at night that a room below is lit. */
  | 'skylight';

/** Colour and finish of materials that are not simply the palette's colour of the same name. */
const MATERIALS: Readonly<
  Record<Exclude<MaterialName, ColorName>, readonly [ColorName, Finish]> & Partial<Record<ColorName, never>>
> = {
  facade: ['wall', 'facade'],
  roofing: ['roof', 'seams'],
  rooflight: ['skylight', 'skylight'],
  litWindow: ['skylight', 'glow'],
  opening: ['plantDark', 'glow'],
  ceilingLamp: ['paper', 'lamp'],
  fans: ['plant', 'chiller'],
  darkFans: ['plantDark', 'chiller'],
  paleFans: ['paper', 'chiller'],
  ribbedSteel: ['steel', 'ribbed'],
  ribbedGraphite: ['graphite', 'ribbed'],
  ribbedPlant: ['plant', 'ribbed'],
  ribbedPaper: ['paper', 'ribbed'],
  fibreDuct: ['fibre', 'duct'],
  busBody: ['bus', 'bus'],
  container: ['carrier', 'ribbed'],
  lamp: ['paper', 'glow'],
};
const entryOf = (material: MaterialName) =>
  material in PALETTE ? undefined : MATERIALS[material as keyof typeof MATERIALS];

/** The colour of a material, sRGB hex. */
export const colorOf = (material: MaterialName): string =>
  PALETTE[entryOf(material)?.[0] ?? (material as ColorName)];

/** The finish of a box, from its cutaway or else its material. */
export function finishOf({ material, cutaway }: Pick<Box, 'material' | 'cutaway'>): Finish {
  const finish = entryOf(material)?.[1];
  if (cutaway === 'roof') return 'roof';
  if (cutaway === 'hollow') return 'shell';
  if (cutaway === 'ceiling') return finish === 'lamp' ? finish : 'ceiling';
  if (cutaway === 'cut') return finish === 'facade' ? finish : 'cut';
  return finish ?? 'plain';
}
