import { describe, expect, it } from 'vitest';
import { assertSame, difference, type Picture } from '../harness/picture.ts';
import { harnessForFile, sharedPage } from '../harness/suite.ts';
import { cameraAt, pictureOf, plan, PLAIN, show, SMALL } from './scene.ts';

const harness = harnessForFile();
const [WIDTH, HEIGHT] = [480, 270];

/** Uniforms that say what hides things: the hall around the eye, and rows of racks. */
type Hiding = 'uWithin' | 'uOccluders';
/** Whether the last value that {@link hideNothing} was given to send would have hidden something. */
type Noting = Window & { hides: Record<Hiding, boolean> };

/** Sends the walls and rows that hide things to the GPU as if there were none. Runs in the page. */
function hideNothing() {
  const none: Record<Hiding, number[]> = { uWithin: [1, 0, 0, 0], uOccluders: [0, 1, 0, 0] };
  const noting = window as unknown as Noting;
  noting.hides = { uWithin: false, uOccluders: false };
  const { prototype } = WebGL2RenderingContext;
  const names = new WeakMap<WebGLUniformLocation, Hiding>();
  const { getUniformLocation, uniform4fv, uniform4f } = prototype;
  prototype.getUniformLocation = function (program, name) {
    const location = getUniformLocation.call(this, program, name);
    const hiding = (Object.keys(none) as Hiding[]).find((key) => name.startsWith(key));
    if (location && hiding && /^u\w+(\[0\])?$/.test(name)) names.set(location, hiding);
    return location;
  };
  /** The values to send: hiding nothing where these would. */
  const without = (name: Hiding, values: ArrayLike<number>) => {
    const sent = Float32Array.from(values, (_, at) => none[name][at % 4]!);
    noting.hides[name] = sent.some((value, at) => value !== values[at]);
    return sent;
  };
  prototype.uniform4fv = function (
    this: WebGL2RenderingContext,
    location: WebGLUniformLocation | null,
    values: Float32List,
  ) {
    const name = location && names.get(location);
    uniform4fv.call(this, location, name ? without(name, values) : values);
  } as typeof prototype.uniform4fv;
  prototype.uniform4f = function (location, ...values) {
    const name = location && names.get(location);
    const sent = name ? without(name, values) : values;
    uniform4f.call(this, location, sent[0]!, sent[1]!, sent[2]!, sent[3]!);
  };
}

/** Eyes in and between rows, at the heights of a person, of a ladder and of the ceiling. */
const hall = plan.site.halls[0]!;
const row = hall.rows[10]!;
const { x0, z0, depth } = row;
const floor = hall.floorY;
const EYES: [string, number[]][] = [
  ['along a cold aisle', [x0 - 1.5, floor + 1.62, z0 + depth + 0.9, x0 + 8, floor + 1.3, z0 + depth + 0.9]],
  ['along a rear aisle', [x0 + 15.4, floor + 1.7, z0 - 0.6, x0 + 4, floor + 1.4, z0 - 0.5]],
  ['from the centre aisle', [x0 + 16.8, floor + 1.6, z0 + 6, x0 + 15, floor + 1.2, z0 - 8]],
  ['over the racks', [x0 + 2, floor + 4.9, z0 + 14, x0 + 12, floor + 0.5, z0 - 6]],
  ['close to a front', [x0 + 3, floor + 1.2, z0 + depth + 0.7, x0 + 3.4, floor + 1.1, z0 + depth]],
  ['from a corner of the hall', [hall.rect.x0 + 0.8, floor + 1.7, hall.rect.z0 + 0.8, x0 + 9, floor + 1, z0]],
];

describe('what walls and rows of racks hide', () => {
  const usual = sharedPage(harness, `embed/?${PLAIN}`, SMALL);
  const unhidden = sharedPage(harness, `embed/?${PLAIN}`, { ...SMALL, before: hideNothing });
  const seen: Picture[] = [];

  it.each(EYES)('is not missed %s', async (name, eye) => {
    const pictures: Picture[] = [];
    for (const { page } of [usual(), unhidden()]) {
      await show(page, `day=214&${cameraAt(...eye)}`);
      pictures.push(await pictureOf(page, WIDTH, HEIGHT));
    }
    // The control: something would have been hidden, and is not in the second picture.
    const hides = await unhidden().page.evaluate(() => (window as unknown as Noting).hides);
    expect(hides).toEqual({ uWithin: true, uOccluders: true });
    // Each picture is of its own eye.
    expect(seen.some((each) => difference(each, pictures[0]!).share < 0.05)).toBe(false);
    seen.push(pictures[0]!);
    await assertSame(`hidden ${name}`, pictures[0]!, pictures[1]!, { threshold: 0.02, maxPixels: 4 });
  });
});
