import { describe, expect, it } from 'vitest';
import { changed, errorsOf, type Wrong } from '../fixtures/wrongDocuments.ts';

const after = (change: (document: Wrong) => void) => errorsOf(changed(change));

describe('the check of a document with several errors', () => {
  it('tells what is wrong all at once: figures that are missing, unknown names, impossible units, too many servers', () => {
    const errors = after((d: Wrong) => {
      d.catalogue = {
        bare: {
          kind: 'rack',
          name: 'No width',
          figures: { depth: { value: 1, unit: 'm' }, height: { value: 2, unit: 'm' } },
        },
        heavy: { kind: 'server', name: 'Width in kilograms', figures: { width: { value: 450, unit: 'kg' } } },
      };
      d.halls[0].type = 'shed';
      d.halls[1].building = 'barn';
      d.halls[2].centre = [500, 0];
      d.growth.default = 'rumour';
      d.lastDate = '2026-02-30';
      d.buildings[0].bay[0] = 1;
      d.hallTypes[0].rows[1].racks = [
        ['bare', 6],
        ['compute', 1, 9],
        ['toaster', 2],
      ];
    });
    expect(errors.map(({ path, found }) => [path, found]).sort()).toEqual([
      ['buildings[0].bay[0]', '1 m'],
      ['catalogue.bare.figures.width', 'nothing'],
      ['catalogue.heavy.figures.width.unit', 'the text "kg"'],
      ['growth.default', 'the text "rumour"'],
      ['hallTypes[0].rows[1].racks[1][2]', '9'],
      ['hallTypes[0].rows[1].racks[2][0]', 'the text "toaster"'],
      ['halls[0].type', 'the text "shed"'],
      ['halls[1].building', 'the text "barn"'],
      ['halls[2].centre', 'x 479 to 521, z -25.2 to 25.2'],
      ['lastDate', 'the text "2026-02-30"'],
    ]);
  });

  it('also tells unknown names of a document that the schema refuses', () => {
    const errors = after((d: Wrong) => {
      d.halls[0].type = 'shed';
      d.catalogue = {
        heavy: { kind: 'server', name: 'Width in pounds', figures: { width: { value: 450, unit: 'lb' } } },
      };
      delete d.name;
    });
    expect(errors.map(({ path }) => path).sort()).toEqual([
      'catalogue.heavy.figures.width.unit',
      'halls[0].type',
      'name',
    ]);
    expect(after((d: Wrong) => void (d.halls = 'none')).map(({ path }) => path)).toEqual(['halls']);
  });
});
