import english from '../../../assets/languages/en.evidence.json';
import type { Explained } from '../../inventory/figures/explained.ts';
import type { Say, Words } from '../../state/words.ts';
import type { Format } from '../format.ts';

/** The sentences about figures, grades and places; the element loads them with its first card. */
export const evidenceWords: Words = { file: '.evidence', english };

/** The sign between two parts in a language, with its space if it has one. */
export const between = (say: Say, sign: 'comma' | 'semicolon'): string =>
  say(sign === 'comma' ? 'card.comma' : 'card.semicolon').replaceAll(/\{\w+\}/g, '');

/** Where a thing is among the racks: hall 1, row 3, rack 7; empty for what is elsewhere. */
export function placeWords(address: Explained['address'], say: Say): string {
  if (!address) return '';
  const { hall, row = 0, rack: place, server, gpu } = address;
  if (place === undefined) return say('address.hall', { hall });
  const at = { hall, row, place };
  if (server === undefined) return say('address.rack', at);
  return gpu === undefined
    ? say('address.server', { ...at, server })
    : say('address.gpu', { ...at, server, gpu });
}

/** What a thing is called, and where it is. */
export function thingWords(
  { name, address }: Pick<Explained, 'name' | 'address'>,
  say: Say,
  { whole }: Pick<Format, 'whole'>,
): { title: string; place: string } {
  const place = placeWords(address, say);
  if (address?.number === undefined) return { title: name, place };
  return {
    title: say('address.number', { number: whole(address.number) }),
    place: say('address.kind', { kind: name, place }),
  };
}
