import type { Catalogue, CatalogueItem } from './catalogue.ts';
import type { CatalogueEntry } from './catalogueSchema.ts';
import { type ErrorList, type Keys, metres } from './checkErrors.ts';
import { RACK_UNIT } from './figure.ts';
import { checkFigures } from './plausible.ts';
import { rackKindOf } from './rackKinds.ts';
import { catalogueOf } from './resolveSite.ts';
import type { SiteDocument } from './schema.ts';
import type { RackKind } from './site.ts';

/** Most rack kinds in one site: a rack's kind is stored in one byte. */
const MOST_KINDS = 255;
/** Most slots in one rack, and most servers in all their columns. */
const MOST_SLOTS = 256;
const MOST_SERVERS = 1024;
/** Kinds that may not give a shape: their drawing follows from their contents. */
const NO_SHAPE: readonly CatalogueEntry['kind'][] = ['accelerator', 'server', 'rack'];
/** The kinds of entries that may give these keys. */
const KEYS_OF: Readonly<
  Record<'blades' | 'rearPower' | 'trays' | 'parts', readonly CatalogueEntry['kind'][]>
> = {
  blades: ['rack'],
  rearPower: ['rack'],
  trays: ['rack'],
  parts: ['server'],
};
/** Tolerance for sizes that datasheets round, metres. */
const SLACK = 0.001;
/** How much higher than its rack units a server may be, metres. */
const TOO_HIGH = 0.005;

/** Checks that catalogue ids name entries of the right kind, that figures are plausible, and that racks hold what is in them. */
export function checkCatalogue(document: SiteDocument, errors: ErrorList): void {
  const items = catalogueOf(document);
  const needs = (
    keys: Keys,
    id: string,
    kinds: readonly CatalogueEntry['kind'][],
  ): CatalogueItem | undefined => {
    const item = items.get(id);
    if (item && kinds.includes(item.kind)) return item;
    const what = kinds.map((kind) => `${/^[ae]/.test(kind) ? 'an' : 'a'} ${kind}`);
    errors.add(keys, id, `the id of ${what.join(' or ')} in the catalogue or in the document's own`);
    return undefined;
  };
  const wrong = new Set<string>();
  for (const id of Object.keys(document.catalogue ?? {})) {
    const before = errors.errors.length;
    const { entry } = items.get(id)!;
    const keys = ['catalogue', id];
    if (entry.server !== undefined) needs([...keys, 'server'], entry.server, ['server']);
    if (entry.accelerator !== undefined) needs([...keys, 'accelerator'], entry.accelerator, ['accelerator']);
    for (const held of Object.keys(entry.holds ?? {}))
      needs([...keys, 'holds', held], held, ['equipment', 'server', 'accelerator']);
    for (const [key, kinds] of Object.entries(KEYS_OF))
      if (entry[key as keyof typeof KEYS_OF] !== undefined && !kinds.includes(entry.kind))
        errors.add(
          [...keys, key],
          entry[key as keyof typeof KEYS_OF],
          `no ${key}: only a ${kinds.join(' or a ')} has it`,
        );
    if (entry.shape && NO_SHAPE.includes(entry.kind))
      errors.add([...keys, 'shape'], entry.shape.is, `no shape: every ${entry.kind} is drawn as one`);
    checkFigures(items.get(id)!, keys, errors);
    checkSlots(entry, keys, errors);
    if (errors.errors.length > before) wrong.add(id);
  }
  const used = usedKinds(document, errors);
  document.halls.forEach(({ accelerator }, index) => {
    if (accelerator !== undefined) needs(['halls', index, 'accelerator'], accelerator, ['accelerator']);
  });
  document.units?.forEach(({ item }, index) => {
    needs(['units', index, 'item'], item, ['plant', 'equipment', 'reference']);
  });
  document.placements?.forEach(({ item }, index) => {
    needs(['placements', index, 'item'], item, ['reference', 'plant', 'equipment']);
  });
  const kinds = new Map<string, RackKind>();
  for (const [id, keys] of used) {
    const rack = needs(keys, id, ['rack']);
    // What a rack holds can only be checked if its entry, and those of its contents, are without errors.
    const parts = rack ? [id, rack.entry.server ?? id, ...Object.keys(rack.entry.holds ?? {})] : [];
    if (!rack || parts.some((part) => wrong.has(part) || !items.has(part))) continue;
    const isOwn = Object.hasOwn(document.catalogue ?? {}, id);
    const kind = rackKindOf(id, items);
    kinds.set(id, kind);
    checkRack(kind, isOwn ? ['catalogue', id] : keys, items, errors);
  }
  checkRuns(document, kinds, errors);
}

/** Checks that no rack of a row holds more servers than a full one; racks of kinds that are not given are left out. */
function checkRuns(document: SiteDocument, kinds: ReadonlyMap<string, RackKind>, errors: ErrorList): void {
  document.hallTypes.forEach(({ rows }, typeIndex) => {
    rows.forEach(({ racks }, rowIndex) => {
      racks.forEach(([id, , servers], run) => {
        const full = kinds.get(id)?.servers;
        if (servers === undefined || full === undefined || servers <= full) return;
        errors.add(
          ['hallTypes', typeIndex, 'rows', rowIndex, 'racks', run, 2],
          servers,
          `at most the ${full} servers of a full ${id} rack`,
        );
      });
    });
  });
}

/** The rack kinds that a document names, and where it names each first. */
function usedKinds(document: SiteDocument, errors: ErrorList): Map<string, Keys> {
  const used = new Map<string, Keys>();
  document.hallTypes.forEach(({ rows, spareAs }, typeIndex) => {
    let isNamed = spareAs !== undefined;
    rows.forEach(({ racks }, rowIndex) => {
      racks.forEach(([id], run) => {
        if (id === 'spare') return;
        isNamed = true;
        if (!used.has(id)) used.set(id, ['hallTypes', typeIndex, 'rows', rowIndex, 'racks', run, 0]);
      });
    });
    if (spareAs !== undefined && !used.has(spareAs)) used.set(spareAs, ['hallTypes', typeIndex, 'spareAs']);
    if (!isNamed)
      errors.add(['hallTypes', typeIndex, 'rows'], rows, 'at least one rack, or spareAs to size the places');
  });
  errors.most(['hallTypes'], used.size, MOST_KINDS, 'kinds of racks');
  return used;
}

/** Checks the number of slots and trays before they are built. */
function checkSlots({ slots = [], trays = [] }: CatalogueEntry, keys: Keys, errors: ErrorList): void {
  const sum = (list: readonly { count?: number; columns?: number }[]) =>
    list.reduce((total, { count = 1, columns = 1 }) => total + count * columns, 0);
  errors.most(
    [...keys, 'slots'],
    sum(slots.map(({ columns: _, ...slot }) => slot)),
    MOST_SLOTS,
    'slots in a rack',
  );
  errors.most([...keys, 'slots'], sum(slots), MOST_SERVERS, 'servers in a rack');
  errors.most([...keys, 'trays'], sum(trays), MOST_SLOTS, 'trays in a rack');
}

/** Checks that a rack has all sizes, and that units fit into its height, slots into its units, servers into its slots. */
function checkRack(kind: RackKind, keys: Keys, items: Catalogue, errors: ErrorList): void {
  const { width, depth, height, base, heightU, serverSlots } = kind;
  for (const [side, size] of Object.entries({ width, depth, height }))
    if (size === 0) errors.add([...keys, 'figures', side], undefined, `the ${side} of the rack, in mm or m`);
  const top = base + heightU * RACK_UNIT;
  if (top > height + SLACK)
    errors.tell(
      [...keys, 'figures', 'units'],
      `${heightU} U, which is ${metres(top)} with the base`,
      `at most ${Math.floor((height - base + SLACK) / RACK_UNIT)} U: the rack is ${metres(height)} tall`,
    );
  const slots = [...keys, 'slots'];
  const placed = [
    ...serverSlots.map((slot) => ({ ...slot, what: 'slot' })),
    ...kind.trays.map((tray) => ({ ...tray, what: 'tray' })),
  ].sort((a, b) => a.startU - b.startU);
  placed.forEach(({ startU, heightU: placeU, what }, at) => {
    const end = startU + placeU - 1;
    const where = [...keys, `${what}s`];
    if (end > heightU)
      errors.tell(
        where,
        `a ${what} from U${startU} to U${end}`,
        `${what}s within the ${heightU} units of the rack`,
      );
    const above = placed[at + 1];
    if (above && above.startU <= end)
      errors.tell(
        where,
        `U${startU} to U${end}, and another from U${above.startU}`,
        `${what}s that do not overlap`,
      );
  });
  const places = serverSlots.reduce((sum, { columns }) => sum + columns, 0);
  if (kind.servers > places)
    errors.tell(slots, `${places} slots for ${kind.servers} servers`, 'a slot for every server');
  const server = kind.server === undefined ? undefined : items.get(kind.server);
  if (!server || kind.servers === 0) return;
  const least = Math.min(...serverSlots.map(({ heightU: slotU }) => slotU)) * RACK_UNIT;
  for (const [side, size, room] of [
    ['width', server.size.x, width / kind.columns + SLACK],
    ['depth', server.size.z, depth + SLACK],
    ['height', server.size.y, least + TOO_HIGH],
  ] as const)
    if (size > room)
      errors.tell(
        [...keys, 'server'],
        `${kind.server}, ${metres(size)}`,
        `a server whose ${side} fits into ${side === 'height' || kind.columns > 1 ? 'its slot' : 'the rack'}: at most ${metres(room)}`,
      );
}
