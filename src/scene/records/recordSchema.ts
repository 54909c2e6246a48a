import { DataTexture, FloatType, RGBAFormat } from 'three';
import { ALWAYS_UNTIL } from '../../model/days.ts';

/** Types of a record's fields, and how many numbers of the texture each takes. */
const NUMBERS = {
  float: 1,
  vec2: 2,
  vec3: 3,
  vec4: 4,
  /** An sRGB colour as one number; the shader reads the squares of its values, see encode.glsl. */
  tint: 1,
  /** Two whole numbers, the first below 256 and the second below 65,536; the shader reads an ivec2. */
  codes: 1,
} as const;
type FieldType = keyof typeof NUMBERS;

/** Names and types of a record's fields, in the order of the GLSL struct. */
export type Fields = Readonly<Record<string, FieldType>>;

type ValueOf<Type extends FieldType> = Type extends 'float' | 'tint' ? number : readonly number[];
export type Values<F extends Fields> = { readonly [Name in keyof F]: ValueOf<F[Name]> };

/** A description of a record: layout in the texture, writing it, and the GLSL that reads it. */
export interface RecordSchema<F extends Fields> {
  /** Number of texels, of four numbers each, that a record takes. */
  texels: number;
  /** Offset of each field's first number in the record. */
  at: Readonly<Record<keyof F, number>>;
  /** Name of the sampler that holds the records' texture. */
  uniform: string;
  /** GLSL: the struct `Name`, that sampler, and `Name readName(int recordIndex)`. Needs records.glsl. */
  glsl: string;
  /** Writes some fields of a record. */
  write(data: Float32Array, recordIndex: number, values: Partial<Values<F>>): void;
  /** A texture of records, one for each item; the caller owns it. */
  texture<Item>(items: ArrayLike<Item>, valuesOf: (item: Item, itemIndex: number) => Values<F>): DataTexture;
}

const SWIZZLE = 'xyzw';

/** Describes a record; `name` is its GLSL struct. A field that would lie across two texels starts in the second. */
export function recordSchema<const F extends Fields>(name: string, fields: F): RecordSchema<F> {
  const entries = Object.entries(fields);
  const at: Record<string, number> = {};
  const reads: string[] = [];
  let end = 0;
  for (const [field, type] of entries) {
    const size = NUMBERS[type];
    if ((end % 4) + size > 4) end += 4 - (end % 4);
    at[field] = end;
    const read = `t${end >> 2}.${SWIZZLE.slice(end % 4, (end % 4) + size)}`;
    reads.push(type === 'tint' ? `tintOf(${read})` : type === 'codes' ? `codesOf(${read})` : read);
    end += size;
  }
  const texels = Math.ceil(end / 4);
  const uniform = `u${name}Records`;
  const glslType = { tint: 'vec3', codes: 'ivec2' } as Record<string, string>;
  const declared = entries.map(([field, type]) => `${glslType[type] ?? type} ${field};`).join('');
  const fetched = Array.from(
    { length: texels },
    (_, texel) => `t${texel}=texelAt(${uniform},i+${texel})`,
  ).join(',');
  const schema: RecordSchema<F> = {
    texels,
    at: at as Record<keyof F, number>,
    uniform,
    glsl: `uniform highp sampler2D ${uniform};
struct ${name}{${declared}};
${name} read${name}(int i){i*=${texels};vec4 ${fetched};return ${name}(${reads.join(',')});}`,
    write(data, recordIndex, values) {
      for (const [field, value] of Object.entries(values)) {
        const first = recordIndex * texels * 4 + at[field]!;
        if (fields[field] === 'codes') data[first] = codesAsNumber(value as readonly number[]);
        else if (typeof value === 'number') data[first] = value;
        else data.set(value as readonly number[], first);
      }
    },
    texture(items, valuesOf) {
      const { texture, data } = recordTexture(items.length * texels);
      for (let item = 0; item < items.length; item++) schema.write(data, item, valuesOf(items[item]!, item));
      return texture;
    },
  };
  return schema;
}

/** Two codes as the one number that the texture holds. */
const codesAsNumber = ([low = 0, high = 0]: readonly number[]): number => low + 256 * high;

/** Texels in a row of a texture of records: a power of two, which records.glsl knows. */
const WIDTH = 1 << 11;

/** A float texture with room for `texels` texels of four numbers; `data` is written through and uploaded on needsUpdate. */
export function recordTexture(texels: number): { texture: DataTexture; data: Float32Array } {
  const height = Math.max(1, Math.ceil(texels / WIDTH));
  const data = new Float32Array(WIDTH * height * 4);
  const texture = new DataTexture(data, WIDTH, height, RGBAFormat, FloatType);
  texture.needsUpdate = true;
  return { texture, data };
}

/** An sRGB colour (`#rrggbb`) as a field of type `tint` holds it. */
export const tintNumber = (hex: string): number => Number.parseInt(hex.slice(1), 16);

/** A day as a finite number for shaders; `ALWAYS_UNTIL` for a day that never comes. */
export const finiteDay = (day = ALWAYS_UNTIL): number => Math.min(day, ALWAYS_UNTIL);
