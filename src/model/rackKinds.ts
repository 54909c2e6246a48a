import { type Catalogue, catalogueItem } from './catalogue.ts';
import { si } from './figure.ts';
import type { SiteDocument } from './schema.ts';
import type { RackKind } from './site.ts';

/** One rack kind from the catalogue, SI; servers and their GPUs come from its server's entry. */
export function rackKindOf(id: string, items: Catalogue): RackKind {
  const item = catalogueItem(id, items);
  const { entry, figures } = item;
  const value = (name: string) => {
    const figure = figures[name];
    return figure ? si(figure) : 0;
  };
  const server = entry.server === undefined ? undefined : catalogueItem(entry.server, items);
  const servers = server ? value('servers') : 0;
  const serverSlots = (entry.slots ?? []).flatMap(({ startU, heightU, count = 1, stepU = heightU }) =>
    Array.from({ length: count }, (_, slot) => ({ startU: startU + slot * stepU, heightU })),
  );
  const held = Object.entries(entry.holds ?? {}).reduce(
    (watts, [held, count]) => watts + catalogueItem(held, items).powerW * count,
    0,
  );
  return {
    id,
    name: item.name,
    role: entry.role ?? 'compute',
    width: item.size.x,
    depth: item.size.z,
    height: item.size.y,
    rearDoor: value('rear-door'),
    heightU: value('units'),
    base: value('base'),
    servers,
    gpusPerServer: server?.figures.gpus ? si(server.figures.gpus) : 0,
    serverSlots,
    massKg: item.massKg,
    // A rack's own figure stands above the sum of its parts: an NVL72's shelves set its limit.
    peakW: item.powerW || servers * (server?.powerW ?? 0) + held,
    ...(entry.server === undefined ? {} : { server: entry.server }),
    ...(entry.accelerator === undefined ? {} : { accelerator: entry.accelerator }),
  };
}

/** The rack kinds that a document's halls use, in the order in which they are first named; at most 255. */
export function rackKindsOf(document: SiteDocument, items: Catalogue): RackKind[] {
  const ids = new Set<string>();
  for (const type of document.hallTypes) {
    for (const row of type.rows) for (const [id] of row.racks) if (id !== 'spare') ids.add(id);
    if (type.spareAs !== undefined) ids.add(type.spareAs);
  }
  return [...ids].map((id) => rackKindOf(id, items));
}
