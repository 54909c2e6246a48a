import type { CatalogueItem } from '../../model/catalogue.ts';
import type { Rect, Site } from '../../model/site.ts';
import { addPerson } from '../people/addPerson.ts';
import { pool, turned } from '../things/shapes.ts';
import type { Things } from '../things/Things.ts';

type Size = CatalogueItem['size'];
type Placement = Site['placements'][number];

/** Adds the placed things of known size (people, vehicles, a football pitch), each with the shape of its catalogue entry. */
export function addReferences(things: Things): void {
  for (const placement of things.site.placements) {
    const { item, x, y, z, heading } = placement;
    const entry = things.site.catalogue.get(item);
    if (!entry) continue;
    const { shape, size } = entry;
    const of = `catalogue/${item}`;
    if (shape.is === 'person') addPerson(things.as('person', of), placement, size, shape.pose);
    else if (shape.is === 'pitch') addPitch(things.as('pitch', of), x, z, size.x, size.z);
    else if (shape.is === 'bus') addBus(things.as('bus', of), placement, size);
    else if (shape.is === 'trailer') addTrailer(things.as('trailer', of), placement, size);
    else {
      const own = { size: [size.x, size.y || 0.1, size.z], material: 'container', casts: true } as const;
      things.as(shape.is === 'container' ? 'container' : 'reference', of).box({ ...own, x, y, z, heading });
    }
  }
}

/** Adds a box trailer without its tractor: body, landing gear, two axles. Its rear is at negative x before turning. */
function addTrailer(things: Things, { x, z, heading }: Placement, size: Size): void {
  const own = { x, z, heading };
  const at = turned(own);
  const [ux, uz] = at(-size.x * 0.33, 0);
  things
    .box({ ...own, y: 1.15, size: [size.x, size.y - 1.15, size.z], material: 'ribbedPaper', casts: true })
    .box({ ...own, x: ux, z: uz, y: 0.7, size: [size.x * 0.3, 0.45, 1.1], material: 'graphite' });
  for (const along of [-0.38, -0.3]) {
    const [ax, az] = at(size.x * along, -size.z / 2 + 0.05);
    const [bx, bz] = at(size.x * along, size.z / 2 - 0.05);
    things.rod({ from: [ax, 0.52, az], to: [bx, 0.52, bz], radius: 0.52, material: 'graphite' });
  }
  const [gx, gz] = at(size.x * 0.33, 0);
  things.box({ ...own, x: gx, z: gz, size: [0.2, 1.15, 1.8], material: 'plantDark' });
}

/** Adds a football pitch. Markings follow the Laws of the Game: areas of 16.5 m and 5.5 m, centre circle of 9.15 m radius. */
function addPitch(things: Things, x: number, z: number, length: number, width: number): void {
  const { ground } = things;
  const line = 0.24;
  const [hx, hz] = [length / 2, width / 2];
  const stripes = 14;
  ground.rect(x - hx - 4, x + hx + 4, z - hz - 4, z + hz + 4, 'lawn', { paint: 'grass' });
  ground.fill({ x0: x - hx, x1: x + hx, z0: z - hz, z1: z + hz }, () => {
    for (let stripe = 0; stripe < stripes; stripe++) {
      const at = (edge: number) => x - hx + (length * edge) / stripes;
      ground.rect(at(stripe), at(stripe + 1), z - hz, z + hz, stripe % 2 ? 'pitchLight' : 'pitchDark', {
        paint: 'grass',
      });
    }
  });
  ground.outline(x - hx, x + hx, z - hz, z + hz, line, 'slab');
  ground.rect(x - line / 2, x + line / 2, z - hz, z + hz, 'slab');
  ground.ring(x, z, 9.15, line, 'slab').disc(x, z, 0.4, 'slab', 12);
  for (const side of [-1, 1]) {
    const box = (depth: number, half: number) => {
      const inner = x + side * (hx - depth);
      const outer = x + side * hx;
      ground.outline(Math.min(inner, outer), Math.max(inner, outer), z - half, z + half, line, 'slab');
    };
    box(16.5, 20.16);
    box(5.5, 9.16);
    ground.disc(x + side * (hx - 11), z, 0.3, 'slab', 12);
  }
  addFloodlights(things, { x0: x - hx, x1: x + hx, z0: z - hz, z1: z + hz });
}

/** Floodlight masts: height, distance from the pitch's corners, size of the lamps, metres; and their light. Assumed. */
const MAST = { height: 18, away: 5, head: [3.2, 1.4, 0.4] } as const;
const FLOOD = { reach: 60, light: 'flood', strength: 0.66 } as const;
/** Where a mast's light is fullest, as a share of the way from it to the pitch's middle. */
const AIMED = 0.42;

/** Adds floodlight masts at a pitch's corners, and the light of each on the pitch. */
function addFloodlights(things: Things, { x0, x1, z0, z1 }: Rect): void {
  const { glows } = things.as('floodlight');
  for (const x of [x0 - MAST.away, x1 + MAST.away])
    for (const z of [z0 - MAST.away, z1 + MAST.away]) {
      const heading = Math.atan2(x - (x0 + x1) / 2, z - (z0 + z1) / 2);
      things
        .box({ x, z, size: [0.35, MAST.height, 0.35], material: 'plantDark', casts: true })
        .box({ x, z, y: MAST.height, heading, size: MAST.head, material: 'lamp', lit: 0 });
      const aim = (from: number, middle: number) => from + AIMED * (middle - from);
      const [u, v] = [aim(x, (x0 + x1) / 2), aim(z, (z0 + z1) / 2)];
      glows.push(pool(u, v, FLOOD.reach, FLOOD.light, FLOOD.strength));
    }
}

function addBus(things: Things, { x, y, z, heading }: Placement, size: Size): void {
  const at = turned({ x, z, heading });
  const hood = 1.6;
  const [bx, bz] = at(-hood / 2, 0);
  const [nx, nz] = at(size.x / 2 - hood / 2, 0);
  const own = { y: y + 0.55, heading, casts: true } as const;
  things
    .box({ ...own, x: bx, z: bz, size: [size.x - hood, size.y - 0.55, size.z], material: 'busBody' })
    .box({ ...own, x: nx, z: nz, size: [hood, 1.25, size.z * 0.92], material: 'bus' });
  for (const along of [-0.28, 0.36])
    for (const across of [-1, 1]) {
      const [wx, wz] = at(along * size.x, across * (size.z / 2 - 0.3));
      const [vx, vz] = at(along * size.x, across * (size.z / 2 + 0.02));
      things.rod({ from: [wx, y + 0.5, wz], to: [vx, y + 0.5, vz], radius: 0.5, material: 'graphite' });
    }
}
