import type { SubjectKind } from '../inventory/things/subject.ts';
import { acceleratorOf } from '../layout/serverPlan.ts';
import { withEvidence } from '../model/evidence.ts';
import type { NamedFigure } from '../model/figure.ts';
import type { Campus } from '../timeline/campus.ts';
import type { View } from './view.ts';

/** Where kinds of things are seen that neither a document nor the catalogue describes; all others from the site. */
const SEEN_FROM: Readonly<Partial<Record<View, readonly SubjectKind[]>>> = {
  gpu: ['cold-plate', 'heat-sink', 'rule'],
  server: [
    ...(['hose', 'cable', 'handle', 'slide', 'switch-chip', 'cpu', 'memory', 'network-card'] as const),
    'power-supply',
  ],
  aisle: ['fibre-tray', 'busway', 'cable-ladder', 'tray-post', 'hanger', 'tap-off', 'fibre-drop', 'light'],
  hall: [
    'slot',
    'hall-wall',
    'floor',
    'plenum',
    'ceiling',
    'door',
    'stairs',
    'railing',
    'tiles',
    'barrier',
    'pedestal',
  ],
  building: [
    ...([
      'building',
      'wall',
      'column',
      'beam',
      'gallery',
      'switchgear',
      'ups',
      'pipe',
      'pipe-support',
    ] as const),
    'pump',
  ],
};

/** The view of a catalogue entry's kind. */
const OF_KIND: Readonly<Record<string, View>> = {
  accelerator: 'gpu',
  server: 'server',
  rack: 'rack',
  equipment: 'rack',
};

/** A station, and the GPU whose surroundings it shows; without one that of the viewer stays. */
interface FigureView {
  view: View;
  gpu?: number;
}

/** First GPU of the first rack that passes a test; undefined for none. */
function firstGpu({ layout }: Pick<Campus, 'layout'>, test: (rackIndex: number) => boolean) {
  const { racks } = layout;
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++)
    if (racks.gpus[rackIndex]! > 0 && test(rackIndex)) return racks.firstGpu[rackIndex]!;
  return undefined;
}

/** The station that shows what a figure is about: chips, servers, racks, halls, buildings, else the whole site. */
export function figureView(
  { id, about = '' }: Pick<NamedFigure, 'id' | 'about'>,
  campus: Campus,
): FigureView {
  const { layout } = campus;
  const site = withEvidence(campus.site);
  const { racks } = layout;
  const [part, name = ''] = about.split('/');
  const at = (view: View, test?: (rackIndex: number) => boolean): FigureView => {
    const gpu = test && firstGpu(campus, test);
    return gpu === undefined ? { view } : { view, gpu };
  };
  if (part === 'catalogue') {
    const view = OF_KIND[site.catalogue.get(name)?.kind ?? ''] ?? 'site';
    const kindOf = (rackIndex: number) => site.rackKinds[racks.kind[rackIndex]!]!;
    // Numbers of something in the whole site are about the site.
    if (/(^|:)(count|in-service|units)\./.test(id)) return at('site');
    if (view === 'gpu') return at(view, (rackIndex) => acceleratorOf(layout, rackIndex) === name);
    if (view === 'server') return at(view, (rackIndex) => kindOf(rackIndex).server === name);
    return view === 'rack' ? at(view, (rackIndex) => kindOf(rackIndex).id === name) : at(view);
  }
  if (part === 'halls') return at('hall', (rackIndex) => site.halls[racks.hall[rackIndex]! - 1]?.id === name);
  if (part === 'hall-types')
    return at('hall', (rackIndex) => site.halls[racks.hall[rackIndex]! - 1]?.type === name);
  if (part === 'buildings') return at('building');
  if (part === 'drawn')
    for (const view of Object.keys(SEEN_FROM) as View[])
      if ((SEEN_FROM[view] as readonly string[]).includes(name)) return at(view);
  return at('site');
}
