import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import { sources } from '../../src/model/sources.ts';
import { serverParts } from '../../src/layout/serverParts.ts';
import { serverOf } from '../../src/layout/serverPlan.ts';
import { FRESH_DAYS } from '../../src/scene/rackRecords/runs.ts';
import { makeCampus } from '../../src/timeline/campus.ts';
import { accepted } from '../fixtures/accepted.ts';

const src = new URL('../../src/', import.meta.url);
const ids = Object.keys(comparedSites);

/** GPUs, servers and racks of each system; the date of completion, where one is known. */
const TOTALS: Readonly<
  Record<string, readonly [gpus: number, servers: number, racks: number, date?: string]>
> = {
  'openai-80k': [80_000, 10_000, 1250],
  'twitter-10k': [10_000, 1250, 157, '2023-04-11'],
  'oracle-24k': [24_000, 3000, 375, '2024-07-09'],
  gigafactory: [100_000, 12_500, 1563, '2025-12-21'],
  'meta-24k': [24_576, 3072, 1536, '2024-03-12'],
  eagle: [14_400, 1800, 450, '2023-11-30'],
  frontier: [74 * 128 * 4, 74 * 128, 74, '2022-05-31'],
  'el-capitan': [87 * 128 * 4, 87 * 128, 87, '2024-11-18'],
  aurora: [166 * 64 * 6, 166 * 64, 166, '2023-06-30'],
  fugaku: [0, 396 * 384 + 36 * 192, 432, '2020-06-30'],
  'nvl72-100k': [100_000, 25_000, 1389],
};

describe('the systems that Colossus is compared with', () => {
  it('are the documents of the folder that are not built in', () => {
    const files = readdirSync(new URL('../assets/sites/', src)).map((name) => name.replace('.json', ''));
    expect(files.sort()).toEqual([...ids, ...Object.keys(builtinSites)].sort());
    expect(Object.keys(TOTALS).sort()).toEqual([...ids].sort());
  });

  it.each(ids)(
    '%s passes the check under its own id and name, and says in a note where it stands',
    async (id) => {
      const document = accepted(await comparedSites[id]!.load());
      expect([document.id, document.name]).toEqual([id, comparedSites[id]!.name]);
      expect(document.note?.text).toMatch(/^[A-Z0-9][^!?]*\.$/);
    },
  );

  it.each(ids)(
    '%s has exactly its GPUs, servers and racks, all of them from the day on which they are known',
    async (id) => {
      const [gpus, servers, racks, date] = TOTALS[id]!;
      const campus = makeCampus({ id, document: await comparedSites[id]!.load() });
      expect(campus.layout.totals).toMatchObject({ gpus, servers, racks });
      expect([campus.document.growth === undefined, campus.document.undated ?? false]).toEqual(
        date === undefined ? [true, true] : [false, false],
      );
      const { at, completeDay } = campus.timeline;
      const moment = at(completeDay);
      if (date) expect(moment.date).toBe(date);
      expect(moment).toMatchObject({ gpus: { inService: gpus }, servers: { inService: servers } });
      if (date)
        expect(at(completeDay - 0.01)).toMatchObject({ gpus: { inService: 0 }, servers: { inService: 0 } });
      // Racks that nobody dates have stood for long, so none is shown as just put up.
      const since = Math.max(...campus.timeline.installedDay);
      expect(completeDay - since).toBeGreaterThan(FRESH_DAYS);
    },
  );

  it('stand on ground that fits closely around their halls', async () => {
    for (const id of ids) {
      const { site } = makeCampus({ id, document: await comparedSites[id]!.load() });
      const [west, east] = [site.halls[0]!.rect.x0, site.halls.at(-1)!.rect.x1];
      expect(east - west, id).toBeGreaterThan(20);
      expect(west - site.edge.x0, id).toBeLessThan(20);
      expect(site.edge.x1 - east, id).toBeLessThan(20);
    }
  });

  it('grade every guess: no figure of theirs is without a known source, and no layout is more than assumed', async () => {
    for (const id of ids) {
      const document = await comparedSites[id]!.load();
      expect(document.defaults.grade, id).toBe('assumed');
      for (const type of document.hallTypes) expect([id, type.grade ?? 'assumed']).toEqual([id, 'assumed']);
      const known = new Set([...sources, ...(document.sources ?? [])].map((source) => source.id));
      const used = new Set<string>();
      JSON.stringify(document, (key, value) => {
        if (key === 'source') used.add(value);
        if (key === 'sources' && typeof value[0] === 'string') for (const source of value) used.add(source);
        return value;
      });
      expect(
        [...used].filter((source) => !known.has(source)),
        id,
      ).toEqual([]);
      const unused = (document.sources ?? []).filter((source) => !used.has(source.id));
      expect(unused, id).toEqual([]);
    }
  });

  it('have servers whose parts all have a size, whatever their shape', async () => {
    for (const id of ids) {
      const { layout } = makeCampus({ id, document: await comparedSites[id]!.load() });
      if (layout.totals.gpus === 0) continue;
      const { kind, accelerator } = serverOf(layout, layout.totals.gpus);
      const plan = serverParts(layout, kind, accelerator);
      const { board, modules, switches, cpus, cards, supplies } = plan;
      for (const block of [board, ...modules, ...switches, ...cpus, ...cards, ...supplies])
        expect(Math.min(...block.size), `${id} ${JSON.stringify(block)}`).toBeGreaterThan(0);
      expect(modules.length, id).toBe(kind.gpusPerServer);
      expect(plan.face, id).toBeLessThanOrEqual(kind.width);
    }
  });

  it('draw a machine as large and as full as its figures say', async () => {
    const kindOf = async (id: string) =>
      makeCampus({ id, document: await comparedSites[id]!.load() }).site.rackKinds[0]!;
    const frontier = await kindOf('frontier');
    expect(frontier).toMatchObject({
      massKg: 3629,
      servers: 128,
      gpusPerServer: 4,
      blades: 'vertical',
      columns: 32,
    });
    expect(await kindOf('aurora')).toMatchObject({
      servers: 64,
      gpusPerServer: 6,
      cooling: 'liquid',
      columns: 16,
    });
    expect(await kindOf('fugaku')).toMatchObject({ servers: 384, gpusPerServer: 0, cooling: 'liquid' });
    expect(await kindOf('meta-24k')).toMatchObject({ servers: 2, cooling: 'air', rearPower: 'busbar' });
    expect(await kindOf('eagle')).toMatchObject({ servers: 4, cooling: 'air', isLiquidCooled: false });
    // No two of the machines share a rack's size, cooling and slots.
    const looks = await Promise.all(
      ['nvl72-100k', 'openai-80k', 'meta-24k', 'eagle', 'frontier', 'aurora', 'fugaku'].map(async (id) => {
        const { width, depth, height, cooling, serverSlots } = await kindOf(id);
        return JSON.stringify([width, depth, height, cooling, serverSlots]);
      }),
    );
    expect(new Set(looks).size).toBe(looks.length);
  });
});

describe('their documents', () => {
  it('are each a chunk of their own, which nothing of the first load imports', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    for (const name of files) {
      const text = readFileSync(new URL(name, src), 'utf8');
      for (const id of ids)
        for (const [line] of text.matchAll(new RegExp(`.*sites/${id}\\.json.*`, 'g')))
          expect([name, /\bimport\(/.test(line)]).toEqual(['model/comparedSites.ts', true]);
    }
  });
});
