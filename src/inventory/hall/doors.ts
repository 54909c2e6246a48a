import type { Hall } from '../../model/site.ts';
import type { Things } from '../things/Things.ts';

/** Sizes of a fire-rated double door and of the steps up to it, metres; assumed. */
const LEAF = { width: 1.1, height: 2.2 } as const;
const FRAME = 0.12;
const STEPS = 5;
const TREAD = 0.3;
const LANDING = { depth: 1.5, width: 3.2 } as const;
/** From the inside of a hall's wall to its middle, metres. */
const WALL_MIDDLE = 0.1;

/**
 * Adds a double door in the middle of a hall's west (`out` -1) or east (1) wall: frame, two glazed leaves, a sign above, and
 * steps down to the corridor outside. It stands from day `from`.
 */
export function addHallDoor(things: Things, hall: Hall, out: -1 | 1, from: number): void {
  things.as('door', `halls/${hall.id}`);
  const wall = (out < 0 ? hall.rect.x0 : hall.rect.x1) + out * WALL_MIDDLE;
  const z = (hall.rect.z0 + hall.rect.z1) / 2;
  const y = hall.floorY;
  // Thicker than wall and lining, so that both sides show.
  const deep = 0.34;
  const width = LEAF.width * 2 + FRAME * 2;
  things.box({ x: wall, y, z, size: [deep, LEAF.height + FRAME, width], material: 'plantDark', from });
  for (const side of [-1, 1]) {
    const at = z + side * (LEAF.width / 2 + 0.01);
    things
      .box({
        x: wall,
        y,
        z: at,
        size: [deep + 0.06, LEAF.height, LEAF.width - 0.02],
        material: 'plant',
        from,
      })
      .box({
        x: wall,
        y: y + 1,
        z: at - side * 0.2,
        size: [deep + 0.08, 0.85, 0.3],
        material: 'skylight',
        fine: true,
        from,
        lit: 0,
      });
    things.detail(hall.number, {
      x: wall,
      y: y + 1.02,
      z: z + side * 0.12,
      size: [deep + 0.2, 0.06, 0.06],
      material: 'graphite',
      from,
    });
  }
  things.box({ x: wall, y: y + 2.45, z, size: [deep, 0.2, 0.5], material: 'warm', from, lit: 0, fine: true });
  const outside = wall + out * 0.1;
  things.as('stairs', `halls/${hall.id}`);
  const steps = { material: 'steel', from, casts: true, fine: true } as const;
  things.box({
    ...steps,
    x: outside + (out * LANDING.depth) / 2,
    z,
    size: [LANDING.depth, y, LANDING.width],
  });
  for (let step = 1; step < STEPS; step++)
    things.box({
      ...steps,
      x: outside + (out * LANDING.depth) / 2,
      z: z + LANDING.width / 2 + (step - 0.5) * TREAD,
      size: [LANDING.depth, y * (1 - step / STEPS), TREAD],
    });
  things.as('railing');
  // A rail on the two sides without steps.
  for (const rail of [0.5, 1])
    for (const [dx, dz, size] of [
      [LANDING.depth, 0, [0.05, 0.05, LANDING.width]],
      [LANDING.depth / 2, -LANDING.width / 2, [LANDING.depth, 0.05, 0.05]],
    ] as const)
      things.detail(hall.number, {
        x: outside + out * dx,
        y: y + rail,
        z: z + dz,
        size,
        material: 'bus',
        from,
      });
}
