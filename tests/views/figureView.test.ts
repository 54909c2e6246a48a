import { describe, expect, it } from 'vitest';
import { figuresOfSite } from '../../src/inventory/figures/figuresOfSite.ts';
import { gpuAt } from '../../src/layout/address.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { figureView } from '../../src/views/figureView.ts';
import { VIEWS } from '../../src/views/view.ts';

const campus = makeCampus({ id: 'colossus', document: builtinSites.colossus! });
const figures = figuresOfSite(campus, 214);
const viewOf = (id: string) => figureView(figures.find((figure) => figure.id === id)!, campus);
const firstIn = (hall: number) => {
  const { racks } = campus.layout;
  for (let rackIndex = 0; rackIndex < racks.count; rackIndex++)
    if (racks.hall[rackIndex] === hall && racks.gpus[rackIndex]! > 0) return racks.firstGpu[rackIndex];
};

describe('the view of a figure', () => {
  it.each([
    ['h100.memory', 'gpu', 1],
    ['h200.memory', 'gpu', 150_001],
    ['smc-4u.power', 'server', 1],
    ['compute.mass', 'rack', 1],
    ['halls.hall-1.width', 'hall', 1],
    ['halls.hall-7.width', 'hall', 150_001],
    ['hall-types.hall-25k.cold-aisle', 'hall', 1],
    ['slot', 'hall', undefined],
    ['buildings.main.eave', 'building', undefined],
    ['drawn.column.height', 'building', undefined],
    ['drawn.fibre-tray.width', 'aisle', undefined],
    ['drawn.lamp.height', 'site', undefined],
    ['chiller.height', 'site', undefined],
    ['units.chiller', 'site', undefined],
    ['count.h100', 'site', undefined],
    ['edge.width', 'site', undefined],
    ['growth.claimed.2024-09-02', 'site', undefined],
    ['energy-year', 'site', undefined],
    ['cdu-250.height', 'rack', undefined],
    // A chip that does not stand here is shown as a GPU.
    ['b200.memory', 'gpu', undefined],
  ] as const)('%s is the %s', (id, view, gpu) => {
    const found = id === 'slot' ? viewOf('drawn.slot.width') : viewOf(id);
    expect(found).toEqual(gpu === undefined ? { view } : { view, gpu });
  });

  it('shows a hall by a GPU that stands in it', () => {
    for (const { number, id } of campus.site.halls)
      expect(viewOf(`halls.${id}.height`)).toEqual({ view: 'hall', gpu: firstIn(number) });
    expect(gpuAt(campus.layout, { hall: 1, row: 1, place: 1, server: 1, gpu: 1 })).toBe(1);
  });

  it('is one of the stations, with a GPU of the site, for every figure', () => {
    for (const figure of figures) {
      const { view, gpu = 1 } = figureView(figure, campus);
      expect(VIEWS, figure.id).toContain(view);
      expect(gpu >= 1 && gpu <= campus.layout.totals.gpus, figure.id).toBe(true);
    }
  });
});
