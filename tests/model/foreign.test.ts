import { describe, expect, it } from 'vitest';
import { siteJsonSchema } from '../../scripts/schema.ts';
import { layout } from '../../src/layout/layout.ts';
import { builtinSites } from '../../src/model/builtin.ts';
import { checkSite } from '../../src/model/check.ts';
import { resolveSite, type SiteDocument } from '../../src/model/site.ts';
import { timeline } from '../../src/timeline/timeline.ts';
import { accepted } from '../fixtures/accepted.ts';

const colossus = builtinSites.colossus!;

describe('foreign documents', () => {
  const foreign = (racks: [string, number][], catalogue?: SiteDocument['catalogue']): SiteDocument => ({
    schemaVersion: 1,
    id: 'foreign',
    name: 'Foreign',
    operator: 'Somebody',
    place: 'Somewhere',
    dayZero: '2025-01-01',
    lastDate: '2025-12-31',
    defaults: { asOf: '2025-01-01', source: 'rackfield-model', grade: 'assumed' },
    racksPerArray: 1,
    edge: { x: [-100, 100], z: [-100, 100] },
    buildings: ['a', 'b'].map((id, index) => ({
      id,
      name: `Building ${id}`,
      x: [-50, 50],
      z: [index * 40 - 50, index * 40 - 20],
      eave: 8,
      clear: 7,
      bay: [10, 10],
    })),
    hallTypes: [
      {
        id: 'only',
        size: [30, 12],
        raisedFloor: 0,
        height: 4,
        perimeter: 1,
        blocks: [{ x: 2, length: 20 }],
        pairs: { count: 1, z: 2, rowDepth: 1.5, coldAisle: 2, rearAisle: 1 },
        rows: [{ repeat: 2, racks }],
      },
    ],
    phases: [{ id: 'one', name: 'One' }],
    halls: ['a', 'b'].map((building, index) => ({
      id: `hall-${building}`,
      type: 'only',
      building,
      centre: [0, index * 40 - 35],
      phase: 'one',
    })),
    configurations: [{ id: 'all', label: 'All', halls: 2 }],
    ...(catalogue ? { catalogue } : {}),
  });

  it('may have racks of 72 GPUs in several buildings', () => {
    const document = foreign([['nvl72', 16]]);
    const laid = layout(resolveSite(accepted(document), 'all'));
    expect(laid.totals).toEqual({
      gpus: 64 * 72,
      servers: 64 * 18,
      racks: 64,
      compute: 64,
      arrays: 64,
      halls: 2,
    });
    const grown = timeline(laid, laid.site.defaultCurve);
    expect(grown.at(laid.site.lastDay).gpus.inService).toBe(64 * 72);
    expect(grown.at(laid.site.lastDay).itW).toBeCloseTo(64 * 120e3, 3);
  });

  it('stands on every day where it is undated, and says so beside no growth', () => {
    const undated = { ...foreign([['nvl72', 4]]), undated: true as const };
    const laid = layout(resolveSite(accepted(undated), 'all'));
    const grown = timeline(laid, laid.site.defaultCurve);
    for (const day of [0, 1, laid.site.lastDay])
      expect(grown.at(day)).toMatchObject({
        gpus: { installed: laid.totals.gpus, inService: laid.totals.gpus },
        basis: 'complete',
      });
    expect(grown.completeDay).toBe(0);
    expect(checkSite({ ...colossus, undated: true })).toMatchObject({
      ok: false,
      errors: [{ path: 'undated' }],
    });
  });

  it('may have machines without GPUs, which grow by servers', () => {
    const document = foreign([['rack-cpu', 20]], {
      'box-2u': { kind: 'server', name: 'Box', figures: { power: { value: 800, unit: 'W' } } },
      'rack-cpu': {
        kind: 'rack',
        name: 'CPU rack',
        role: 'compute',
        server: 'box-2u',
        slots: [{ startU: 1, heightU: 2, count: 20 }],
        figures: {
          servers: { value: 20, unit: 'count' },
          width: { value: 600, unit: 'mm' },
          depth: { value: 1, unit: 'm' },
          height: { value: 2, unit: 'm' },
          units: { value: 42, unit: 'U' },
        },
      },
    });
    const laid = layout(resolveSite(accepted(document), 'all'));
    expect(laid.totals).toMatchObject({ gpus: 0, servers: 80 * 20, racks: 80 });
    const grown = timeline(laid, laid.site.defaultCurve);
    const half = grown.at(laid.site.lastDay / 2);
    expect(half.servers.inService).toBe(800);
    expect(half.gpus.inService).toBe(0);
    expect(grown.at(laid.site.lastDay)).toMatchObject({ servers: { inService: 1600 }, itW: 80 * 16_000 });
  });
});

describe('the published JSON Schema', () => {
  const schema = siteJsonSchema() as {
    $schema: string;
    properties: Record<string, { pattern?: string }>;
    required: string[];
    additionalProperties: boolean;
  };

  it('comes from the same schema, and names every key of the built-in document', () => {
    expect(schema.$schema).toMatch(/2020-12/);
    for (const key of Object.keys(colossus)) expect(schema.properties[key], key).toBeDefined();
    expect(schema.required).toContain('schemaVersion');
    expect(schema.properties.id!.pattern).toBe('^[a-z0-9][a-z0-9.-]{0,63}$');
    expect(schema.additionalProperties).toBe(false);
  });
});
