import { HANDED_OVER } from '../../state/address.ts';
import type { Value } from '../../state/words.ts';

/** Most systems beside the site, and most chips side by side. */
export const MOST_SYSTEMS = 6;
/** Length to which values are cut in messages, characters. */
const SHOWN_LENGTH = 80;

/** One system beside the site. */
export interface CompareEntry {
  /** Id of the campus, as it is written in the address. */
  id: string;
  /** Id of a known system, or the address of a document. */
  system: string;
  isAddress: boolean;
  /** Its default by default. */
  config?: string;
}

/** Why a part of the value cannot be used: the key of a sentence, and its values. */
export interface CompareFault {
  key: 'unknown' | 'most' | 'twice' | 'handedOver' | 'unknownChip' | 'mostChips' | 'mixed';
  value: string;
  expected: Value;
}

/** What reading the value needs to know: ids of the known systems, ids of handed over documents, and the shown site. */
interface CompareContext {
  systems: readonly string[];
  /** Catalogue ids of the chips that can lie side by side. */
  chips: readonly string[];
  handedOver?: readonly string[];
  site: { id: string; config: string; defaultConfig: string };
}

export const shortened = (value: string): string =>
  value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;

/**
 * Reads the value of `compare`: ids of known systems, each with a colon and a configuration if wanted, and addresses of documents, comma
 * separated; or ids of chips. Chips and systems do not mix: what comes first decides. Every part that cannot be used gets a fault, except
 * that all parts beyond the most share one.
 */
export function readCompare(
  text: string,
  { systems, chips: knownChips, handedOver = [], site }: CompareContext,
): { entries: CompareEntry[]; chips: string[]; faults: CompareFault[] } {
  const entries: CompareEntry[] = [];
  const faults: CompareFault[] = [];
  const extra: string[] = [];
  const chips: string[] = [];
  /** How many chips were named, those twice included. */
  let asked = 0;
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  for (const part of parts) {
    const fault = (key: CompareFault['key'], expected: Value = '') =>
      faults.push({ key, value: shortened(part), expected });
    const entry = handedOver.includes(part)
      ? { id: part, system: part, isAddress: false }
      : entryOf(part, site);
    const isChip = knownChips.includes(part);
    if (isChip ? entries.length > 0 : chips.length > 0) {
      const isKnown = isChip || entry.isAddress || systems.includes(entry.system);
      if (isKnown) fault('mixed');
      else fault('unknownChip', knownChips);
    } else if (isChip) {
      if (asked++ >= MOST_SYSTEMS) extra.push(part);
      else if (chips.includes(part)) fault('twice');
      else chips.push(part);
    } else if (!handedOver.includes(part) && part.split('-')[0] === HANDED_OVER) fault('handedOver');
    else if (!entry.isAddress && ![...systems, ...handedOver].includes(entry.system))
      fault('unknown', systems);
    else if (entry.id === site.id || entries.some(({ id }) => id === entry.id)) fault('twice');
    else if (entries.length === MOST_SYSTEMS) extra.push(part);
    else entries.push(entry);
  }
  if (extra.length > 0)
    faults.push({
      key: chips.length > 0 ? 'mostChips' : 'most',
      value: shortened(extra.join(', ')),
      expected: MOST_SYSTEMS,
    });
  return { entries, chips, faults };
}

function entryOf(part: string, site: CompareContext['site']): CompareEntry {
  // The same signs as in the key `site`.
  if (/[/.]/.test(part)) return { id: part, system: part, isAddress: true };
  const [system = '', ...rest] = part.split(':');
  const config = rest.length > 0 ? rest.join(':') : undefined;
  // The shown site's other configuration needs another id than the site.
  if (system === site.id && config === undefined && site.config !== site.defaultConfig)
    return { id: `${system}:${site.defaultConfig}`, system, isAddress: false, config: site.defaultConfig };
  return { id: part, system, isAddress: false, ...(config !== undefined && { config }) };
}
