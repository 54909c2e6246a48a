import type { BufferGeometry } from 'three';
import { finish, type Steps } from '../../inventory/steps.ts';
import { lampRecord, UNLIT } from '../boxes/boxes.ts';
import { indexed } from '../records/itemGeometry.ts';
import { finiteDay } from '../records/recordSchema.ts';
import type { Body, Stance } from '../../inventory/things/shapes.ts';
import { ALWAYS_FROM } from '../../model/days.ts';
import { type Build, bodyOf, HEADS, type Holding } from './body.ts';
import type { BodyMesh } from './limb.ts';

/** Colours from a list of sRGB hex numbers. They are muted; orange, red and blue are reserved for racks and water. */
const tones = (list: string) => list.split(' ').map((hex) => Number.parseInt(hex, 16));
const SKINS = tones('d6b79d b08a6c 80604c c4a084 dcc3ad');
const HAIRS = tones('35302c 6d543c 211f1e 8f8b83 4a3a2e');
const SHIRTS = tones('7d8b97 cfc6b4 59656f 9c8f7c 6f7d70');
const CASUALS = tones('9a6f62 6c8494 d8cfbd 87926f b99f72');
const TROUSERS = tones('414b56 57514a 2f343a 716a5e');
const SHOES = tones('2b2927 4d4036');
const [VEST, BAND] = tones('bfb963 f3f0e6') as [number, number];

/** What each colour is on: skin 0, trousers 1, other cloth 2, and harder things 3. */
const MADE_OF = [0, 3, 2, 2, 3, 1, 3];

const pick = (list: readonly number[], at: number) => list[at % list.length]!;

/** Colours of the person with this number, in the order of body.ts. Staff wear a vest. */
function clothes(at: number, staff = false): number[] {
  const shirt = pick(staff ? SHIRTS : CASUALS, at * 3 + 1);
  return [
    pick(SKINS, at * 3),
    pick(HAIRS, at * 2 + 1),
    shirt,
    staff ? VEST : shirt,
    staff ? BAND : shirt,
    pick(TROUSERS, at),
    pick(SHOES, at >> 1),
  ];
}

/** Pose and body of the person with this number. Staff outside halls wear a hat; every third standing person is `resting`. */
function buildOf(
  { pose, staff, hall }: Body,
  at: number,
  coarse: boolean,
  held: Holding | undefined,
): [Stance, Build] {
  const hat = staff && (!hall || at % 3 === 0);
  return [
    pose === 'standing' && at % 3 === 1 ? 'resting' : pose,
    {
      head: hat ? 'hat' : HEADS[at % 2]!,
      shape: at % 2 ? 0.93 : 1,
      coarse,
      ...(held && { held }),
    },
  ];
}

/** All people as one geometry: first coarse ones, for views from above, then fine ones, hall by hall. Ranges are of its index. */
export interface Crowd {
  geometry: BufferGeometry;
  coarse: number;
  /** By the number of the hall; 0 for people outside of halls. */
  fine: readonly { first: number; count: number }[];
}

/**
 * Makes a crowd, site frame; clothes are numbered from `firstNumber`, and all hold what `held` says. `aLook` holds the colour as one
 * number, the share of light that reaches the corner, less than 1, plus what it is made of, the day from which the hall's lamps are on, and the person's first day; `aLamp` holds the lamp outside that lights them.
 */
export const crowdOf = (...given: Parameters<typeof crowdSteps>): Crowd => finish(crowdSteps(...given));

/** {@link crowdOf} in steps. */
export function* crowdSteps(
  people: readonly Body[],
  firstNumber = 0,
  held?: Holding,
  lampAt = UNLIT,
): Steps<Crowd> {
  const positions: number[] = [];
  const normals: number[] = [];
  const looks: number[] = [];
  const lamps: number[] = [];
  const index: number[] = [];
  const things: (Body & { corners: { length: number } })[] = [];
  /** Meshes by pose and body; each is made once. */
  const made = new Map<string, BodyMesh>();
  function add(person: Body, number: number, coarse: boolean) {
    const { x, y, z, height, heading, from = ALWAYS_FROM, lit } = person;
    const build = buildOf(person, number, coarse, held);
    const name = JSON.stringify(build);
    const figure = made.get(name) ?? bodyOf(...build);
    made.set(name, figure);
    const first = looks.length / 4;
    const lamp = lampRecord(lampAt, person);
    const colours = clothes(number, person.staff);
    const [c, s] = [Math.cos(heading), Math.sin(heading)];
    figure.paints.forEach((paint, corner) => {
      const own = (list: readonly number[], axis: number) => list[corner * 3 + axis]!;
      const [px, py, pz] = [own(figure.positions, 0), own(figure.positions, 1), own(figure.positions, 2)];
      const [nx, nz] = [own(figure.normals, 0), own(figure.normals, 2)];
      positions.push(x + height * (c * px + s * pz), y + height * py, z + height * (c * pz - s * px));
      normals.push(c * nx + s * nz, own(figure.normals, 1), c * nz - s * nx);
      lamps.push(...lamp);
      looks.push(colours[paint]!, MADE_OF[paint]! + figure.open[corner]!, finiteDay(lit), from);
    });
    for (const corner of figure.index) index.push(first + corner);
    things.push({ ...person, corners: figure.paints });
  }
  for (const [at, person] of people.entries()) {
    add(person, firstNumber + at, true);
    yield;
  }
  const coarse = index.length;
  const halls = Math.max(0, ...people.map(({ hall = 0 }) => hall));
  const fine: { first: number; count: number }[] = [];
  for (let hall = 0; hall <= halls; hall++) {
    const first = index.length;
    for (const [at, person] of people.entries()) {
      if ((person.hall ?? 0) !== hall) continue;
      add(person, firstNumber + at, false);
      yield;
    }
    fine.push({ first, count: index.length - first });
  }
  return {
    geometry: indexed(
      index,
      { position: [3, positions], normal: [3, normals], aLook: [4, looks], aLamp: [4, lamps] },
      things,
    ),
    coarse,
    fine,
  };
}
