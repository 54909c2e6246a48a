import { type Catalogue, catalogueItem } from './catalogue.ts';
import { RACK_UNIT, valueOf } from './figure.ts';
import type { SiteDocument } from './schema.ts';
import type { RackKind, SlotRun } from './site.ts';

/** A rack kind from its catalogue entry and its server's, in SI. Throws RangeError for an unknown id. */
export function rackKindOf(id: string, items: Catalogue): RackKind {
  const item = catalogueItem(id, items);
  const { entry, figures } = item;
  const value = (name: string) => valueOf(figures, name);
  const server = entry.server === undefined ? undefined : catalogueItem(entry.server, items);
  const servers = server ? value('servers') : 0;
  const serverSlots = placesOf(entry.slots).map((slot) => ({ ...slot, columns: slot.columns ?? 1 }));
  const held = Object.entries(entry.holds ?? {}).map(
    ([heldId, count]) => [catalogueItem(heldId, items), count] as const,
  );
  const cdu = held.find(([{ shape }]) => shape.is === 'cdu')?.[0];
  const accelerator = server?.entry.accelerator ?? entry.accelerator;
  const role = entry.role ?? 'compute';
  const cooling = entry.cooling ?? (role === 'compute' && servers > 0 ? 'liquid' : 'air');
  return {
    id,
    name: item.name,
    role,
    width: item.size.x,
    depth: item.size.z,
    height: item.size.y,
    rearDoor: value('rear-door'),
    heightU: value('units'),
    base: value('base'),
    servers,
    gpusPerServer: valueOf(server?.figures, 'gpus'),
    serverSlots,
    columns: Math.max(1, ...serverSlots.map(({ columns }) => columns)),
    slotRuns: runsOf(serverSlots),
    cduU: cdu ? Math.round(cdu.size.y / RACK_UNIT) : 0,
    cooling,
    isLiquidCooled: cooling === 'liquid',
    serverCooling: server?.entry.cooling ?? cooling,
    blades: entry.blades ?? 'horizontal',
    rearPower: entry.rearPower,
    parts: server?.entry.parts,
    trays: placesOf(entry.trays),
    trayRuns: entry.trays ?? [],
    massKg: item.massKg,
    // A rack's own figure takes precedence over the sum of its parts: an NVL72's power shelves set its limit.
    peakW:
      item.powerW ||
      held.reduce((watts, [{ powerW }, count]) => watts + powerW * count, servers * (server?.powerW ?? 0)),
    ...(entry.server !== undefined && { server: entry.server }),
    ...(accelerator !== undefined && { accelerator }),
    isAcceleratorBuiltIn: server?.entry.accelerator !== undefined,
  };
}

/** Every place of a rack's slots or trays, from the bottom. */
function placesOf<Places extends { startU: number; heightU: number; count?: number; stepU?: number }>(
  places: readonly Places[] = [],
) {
  return places
    .flatMap(({ count = 1, stepU, ...place }) =>
      Array.from({ length: count }, (_, at) => ({
        ...place,
        startU: place.startU + at * (stepU ?? place.heightU),
      })),
    )
    .sort((a, b) => a.startU - b.startU);
}

/** The slot of a server (1-based) and its column from the left (0-based); undefined for one that has none. */
export function slotOf({ serverSlots }: Pick<RackKind, 'serverSlots'>, server: number) {
  let before = 0;
  for (const slot of serverSlots) {
    if (server <= before + slot.columns) return { ...slot, column: server - before - 1 };
    before += slot.columns;
  }
  return undefined;
}

/** How many slots of a rack hold at least one of so many servers. */
export function slotsFilled({ serverSlots }: Pick<RackKind, 'serverSlots'>, servers: number): number {
  let [slots, places] = [0, 0];
  while (slots < serverSlots.length && places < servers) places += serverSlots[slots++]!.columns;
  return slots;
}

/** Ascending slots as evenly spaced runs. */
function runsOf(slots: RackKind['serverSlots']): SlotRun[] {
  const runs: SlotRun[] = [];
  for (const { startU, heightU } of slots) {
    const run = runs.at(-1);
    const step = run ? startU - (run.startU + (run.count - 1) * run.stepU) : 0;
    if (run && run.heightU === heightU && (run.count === 1 || step === run.stepU)) {
      run.count++;
      run.stepU = step;
    } else runs.push({ startU, heightU, count: 1, stepU: heightU });
  }
  return runs;
}

/** The rack kinds of some hall types, in the order of their ids; at most 255. */
export function rackKindsOf({ hallTypes }: Pick<SiteDocument, 'hallTypes'>, items: Catalogue): RackKind[] {
  const ids = new Set<string>();
  for (const type of hallTypes) {
    for (const row of type.rows) for (const [id] of row.racks) if (id !== 'spare') ids.add(id);
    if (type.spareAs !== undefined) ids.add(type.spareAs);
  }
  return [...ids].sort().map((id) => rackKindOf(id, items));
}
