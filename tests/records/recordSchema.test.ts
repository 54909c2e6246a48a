import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fields, finiteDay, recordSchema } from '../../src/scene/records/recordSchema.ts';

const seed = 2048;
const SIZES = { float: 1, vec2: 2, vec3: 3, vec4: 4, tint: 1, codes: 1 } as const;
const fieldsArbitrary: fc.Arbitrary<Fields> = fc
  .array(fc.constantFrom(...(Object.keys(SIZES) as (keyof typeof SIZES)[])), { minLength: 1, maxLength: 12 })
  .map((types) => Object.fromEntries(types.map((type, at) => [`field${at}`, type])));

/** Where the generated reader finds each field: the texel and the components that it takes, in the order of the struct. */
const readPlaces = (glsl: string) =>
  [...glsl.slice(glsl.lastIndexOf('return')).matchAll(/t(\d+)\.([xyzw]+)/g)].map(([, texel, parts]) => ({
    first: Number(texel) * 4 + 'xyzw'.indexOf(parts![0]!),
    size: parts!.length,
    isStraight: 'xyzw'.includes(parts!),
  }));

describe(`a record's schema (seed ${seed})`, () => {
  it('has its writer put each field where its reader finds it, and no two fields in one place', () => {
    fc.assert(
      fc.property(fieldsArbitrary, (fields) => {
        const { at, texels, glsl } = recordSchema('Thing', fields);
        const places = readPlaces(glsl);
        const taken = new Set<number>();
        Object.entries(fields).forEach(([name, type], index) => {
          const { first, size, isStraight } = places[index]!;
          expect([first, size, isStraight]).toEqual([at[name], SIZES[type], true]);
          for (let number = first; number < first + size; number++) {
            expect(taken.has(number)).toBe(false);
            taken.add(number);
          }
        });
        expect(Math.max(...taken)).toBeLessThan(texels * 4);
        expect(places).toHaveLength(Object.keys(fields).length);
      }),
      { seed, numRuns: 200 },
    );
  });

  const schema = recordSchema('Thing', { place: 'vec3', kind: 'codes', days: 'vec2', tint: 'tint' });

  it('writes the fields that it is given and leaves the others', () => {
    const texture = schema.texture([1, 2], values);
    const data = texture.image.data as Float32Array;
    schema.write(data, 1, { days: [7, 8] });
    expect([...data.slice(0, schema.texels * 8)]).toEqual([
      ...[1, 1, 1, 3 + 256 * 300, 5, 6, 0xff6a13, 0],
      ...[2, 2, 2, 3 + 256 * 300, 7, 8, 0xff6a13, 0],
    ]);
    texture.dispose();
  });

  const values = (item: number) => ({
    place: [item, item, item],
    kind: [3, 300],
    days: [5, 6],
    tint: 0xff6a13,
  });

  it('keeps two codes apart in single precision, up to 255 and 65,535', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 65_535 }), (low, high) => {
        const data = new Float32Array(schema.texels * 4);
        schema.write(data, 0, { kind: [low, high] });
        const both = Math.floor(data[schema.at.kind]! + 0.5);
        expect([both & 255, both >> 8]).toEqual([low, high]);
      }),
      { seed },
    );
  });

  it('has a day that never comes after all others', () => {
    expect(finiteDay(122)).toBe(122);
    expect(finiteDay()).toBe(finiteDay(Number.POSITIVE_INFINITY));
    expect(Math.fround(finiteDay())).toBe(finiteDay());
  });
});
