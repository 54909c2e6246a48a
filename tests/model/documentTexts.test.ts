import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtinSites } from '../../src/model/builtin.ts';
import { catalogue } from '../../src/model/catalogue.ts';
import { comparedSites } from '../../src/model/comparedSites.ts';
import { fullCatalogue } from '../../src/model/comparison.ts';
import {
  textsOf,
  textsOfCatalogue,
  translatedCatalogue,
  translatedDocument,
} from '../../src/model/documentTexts.ts';

const colossus = builtinSites.colossus!;

/** Every text of the built-in documents and of the catalogue, by key. */
async function allTexts(): Promise<Record<string, string>> {
  const documents = await Promise.all([
    ...Object.entries(builtinSites),
    ...Object.entries(comparedSites).map(async ([id, { load }]) => [id, await load()] as const),
  ]);
  return Object.assign(
    textsOfCatalogue(fullCatalogue),
    ...documents.map(([id, document]) => textsOf(document, id)),
  );
}

const shouted = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.toUpperCase()]));

describe('the texts of built-in documents', () => {
  it('are found by keys that say where they stand', () => {
    const texts = textsOf(colossus, 'colossus');
    expect(texts).toMatchObject({
      'colossus.name': 'Colossus',
      'colossus.milestones.t-train.title': 'Training starts',
      'colossus.growth.curves.claimed.label': 'Claimed by the owner',
      'colossus.configurations.100k.label': '100,000 GPUs',
    });
    expect(Object.keys(texts).filter((key) => key.includes('.sources'))).toEqual([]);
  });

  it('are all exchanged, and nothing else is', () => {
    const texts = textsOf(colossus, 'colossus');
    const told = translatedDocument(colossus, 'colossus:100k', shouted(texts));
    expect(textsOf(told, 'colossus')).toEqual(shouted(texts));
    const back = translatedDocument(told, 'colossus', texts);
    expect(back).toEqual(colossus);
    expect(told.sources).toEqual(colossus.sources);
    expect(translatedDocument(colossus, 'colossus', {})).toBe(colossus);
  });

  it('leave a document of a viewer’s own as it is, whatever it calls itself', () => {
    const sentences = shouted(textsOf(colossus, 'colossus'));
    for (const id of ['own', 'own-2', '/colossus.json', 'examples/smallest.json'])
      expect(translatedDocument(colossus, id, sentences)).toBe(colossus);
  });

  it('rename what is in the catalogue', () => {
    const told = translatedCatalogue(catalogue, { 'catalogue.h100.name': 'Chip' });
    expect(told.get('h100')!.name).toBe('Chip');
    expect(told.get('compute')).toBe(catalogue.get('compute'));
  });
});

describe('their translations', () => {
  const folder = resolve(import.meta.dirname, '../../assets/languages');
  const files = readdirSync(folder).filter((name) => name.endsWith('.documents.json'));

  it('have exactly the keys of the texts, and a milestone’s title fits', async () => {
    const texts = await allTexts();
    expect(Object.keys(texts).length).toBeGreaterThan(400);
    for (const name of files) {
      const own = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
      expect(Object.keys(own).sort(), name).toEqual(Object.keys(texts).sort());
      for (const [key, text] of Object.entries(own)) {
        expect(text.trim(), `${name}: ${key}`).toBe(text);
        expect(text, `${name}: ${key}`).not.toBe('');
        if (/\.milestones\..*\.title$/.test(key)) expect(text.length, `${name}: ${key}`).toBeLessThan(61);
      }
    }
  });
});
