import { describe, expect, it } from 'vitest';
import { layout } from '../../src/layout/layout.ts';
import { acceleratorOf } from '../../src/layout/serverPlan.ts';
import { catalogue, catalogueItem, joinCatalogues } from '../../src/model/catalogue.ts';
import type { CatalogueEntry } from '../../src/model/catalogueSchema.ts';
import { rackKindOf, slotOf, slotsFilled } from '../../src/model/rackKinds.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { generatedSite } from '../fixtures/generatedSites.ts';

const defaults = { asOf: '2026', source: 'rackfield-model', grade: 'assumed' } as const;
const withItems = (items: Record<string, CatalogueEntry>) => joinCatalogues([{ defaults, items }], catalogue);

describe('a kind of rack', () => {
  it('lists its slots from the bottom, and as the fewest even runs', () => {
    const nvl72 = rackKindOf('nvl72', catalogue);
    expect(nvl72.slotRuns).toEqual([
      { startU: 9, heightU: 1, count: 8, stepU: 1 },
      { startU: 26, heightU: 1, count: 10, stepU: 1 },
    ]);
    expect(nvl72.serverSlots).toHaveLength(nvl72.servers);
    expect(rackKindOf('compute', catalogue).slotRuns).toEqual([
      { startU: 6, heightU: 4, count: 8, stepU: 5 },
    ]);
  });

  it('orders slots that are written out of order, and joins what follows evenly', () => {
    const entry: CatalogueEntry = {
      ...catalogueItem('cpu').entry,
      slots: [
        { startU: 20, heightU: 2, count: 2, stepU: 4 },
        { startU: 3, heightU: 1 },
        { startU: 5, heightU: 1 },
        { startU: 28, heightU: 2 },
      ],
    };
    const { serverSlots, slotRuns } = rackKindOf('cpu', withItems({ cpu: entry }));
    expect(serverSlots.map(({ startU }) => startU)).toEqual([3, 5, 20, 24, 28]);
    expect(slotRuns).toEqual([
      { startU: 3, heightU: 1, count: 2, stepU: 2 },
      { startU: 20, heightU: 2, count: 3, stepU: 4 },
    ]);
  });

  it('says by its parts whether it is cooled by liquid and carries a CDU', () => {
    const facts = ['compute', 'nvl72', 'network', 'storage'].map((id) => {
      const { isLiquidCooled, cduU } = rackKindOf(id, catalogue);
      return [isLiquidCooled, cduU];
    });
    expect(facts).toEqual([
      [true, 4],
      [true, 0],
      [false, 0],
      [false, 0],
    ]);
  });
});

describe('what a document says of its machines', () => {
  const node: CatalogueEntry = {
    kind: 'server',
    name: 'Node',
    parts: ['board', 'cpus'],
    figures: { gpus: { value: 4, unit: 'count', source: 'own', grade: 'assumed' } },
  };
  const { server: _server, ...empty } = catalogueItem('cpu').entry;
  const blades: CatalogueEntry = {
    ...empty,
    server: 'node',
    role: 'compute',
    cooling: 'immersion',
    blades: 'vertical',
    rearPower: 'busbar',
    slots: [
      { startU: 14, heightU: 8, columns: 3 },
      { startU: 2, heightU: 8, columns: 4 },
    ],
    trays: [{ holds: 'power', startU: 24, heightU: 1, count: 2, stepU: 3 }],
    figures: { ...empty.figures, servers: { value: 7, unit: 'count' } },
  };
  const kind = rackKindOf('blades', withItems({ node, blades }));

  it('is resolved: cooling, blades, power behind, trays, and columns of slots', () => {
    expect(kind).toMatchObject({
      cooling: 'immersion',
      isLiquidCooled: false,
      serverCooling: 'immersion',
      blades: 'vertical',
      rearPower: 'busbar',
      columns: 4,
      parts: ['board', 'cpus'],
      trays: [
        { holds: 'power', startU: 24, heightU: 1 },
        { holds: 'power', startU: 27, heightU: 1 },
      ],
    });
    const cooled = rackKindOf('blades', withItems({ blades, node: { ...node, cooling: 'liquid' } }));
    expect([cooled.cooling, cooled.serverCooling]).toEqual(['immersion', 'liquid']);
    const plain = rackKindOf('cpu', catalogue);
    expect([plain.parts, plain.blades, plain.rearPower, plain.trays, plain.columns]).toEqual([
      undefined,
      'horizontal',
      'outlets',
      [],
      1,
    ]);
  });

  it('has the nine switch trays of an NVL72 between its compute trays, and its power shelves above and below', () => {
    const { trays, rearPower, parts } = rackKindOf('nvl72', catalogue);
    const units = (holds: string) => trays.filter((tray) => tray.holds === holds).map(({ startU }) => startU);
    expect(units('switch')).toEqual([17, 18, 19, 20, 21, 22, 23, 24, 25]);
    expect(units('power')).toEqual([4, 5, 6, 7, 37, 38, 39, 40]);
    expect([rearPower, parts?.includes('cpus')]).toEqual(['busbar', true]);
  });

  it('counts servers from the lowest slot, and from the left where several stand side by side', () => {
    const at = (server: number) => {
      const slot = slotOf(kind, server);
      return slot && [slot.startU, slot.column];
    };
    expect([1, 4, 5, 7, 8].map(at)).toEqual([[2, 0], [2, 3], [14, 0], [14, 2], undefined]);
    expect([0, 1, 4, 5, 7, 9].map((servers) => slotsFilled(kind, servers))).toEqual([0, 1, 1, 2, 2, 2]);
  });
});

describe('a document that replaces an entry', () => {
  it('keeps what the thing is drawn as, where it does not say', () => {
    const { shape: _shape, ...chiller } = catalogueItem('chiller').entry;
    expect(withItems({ chiller }).get('chiller')!.shape).toEqual({ is: 'chiller' });
    const container: CatalogueEntry = { ...chiller, shape: { is: 'container' } };
    expect(withItems({ chiller: container }).get('chiller')!.shape).toEqual({ is: 'container' });
    expect(withItems({ chiller: { ...chiller, kind: 'reference' } }).get('chiller')!.shape).toEqual({
      is: 'box',
    });
  });
});

describe('the accelerators of a hall', () => {
  /** One hall of compute and NVL72 racks. */
  const mixed = (accelerator?: string): SiteDocument => {
    const document = structuredClone(generatedSite(1000));
    const [type] = document.hallTypes;
    type!.rows = [
      {
        racks: [
          ['compute', 2],
          ['nvl72', 2],
          ['network', 1],
        ],
      },
    ];
    const { accelerator: _was, ...hall } = document.halls[0]!;
    document.halls[0] = { ...hall, ...(accelerator && { accelerator }) };
    return document;
  };
  const ofRacks = (document: SiteDocument) => {
    const laid = layout(resolveSite(document, 'all'));
    return Object.fromEntries(
      Array.from(laid.racks.kind, (kind, rackIndex) => [
        laid.site.rackKinds[kind]!.id,
        acceleratorOf(laid, rackIndex),
      ]),
    );
  };

  it('are those of its kinds of racks, and a hall that names one changes all but what is built into servers', () => {
    expect(ofRacks(mixed())).toEqual({ compute: 'h100', nvl72: 'gb200', network: '' });
    expect(ofRacks(mixed('h200'))).toEqual({ compute: 'h200', nvl72: 'gb200', network: '' });
  });

  it('do not depend on kinds that only other halls have', () => {
    const document = mixed();
    document.hallTypes.push({ ...document.hallTypes[0]!, id: 'first', rows: [{ racks: [['nvl72', 1]] }] });
    document.hallTypes.reverse();
    expect(ofRacks(document)).toMatchObject({ compute: 'h100', nvl72: 'gb200' });
  });
});
