import type { Building, Rect } from '../../model/site.ts';
import { pool } from '../things/shapes.ts';
import type { Things } from '../things/Things.ts';
import { scatter } from '../things/scatter.ts';

/** Sizes of docks, downpipes, plinths and aprons, metres; assumed. */
const DOCK = { width: 3, height: 3.2, sill: 1.1 } as const;
/** Length of the band over a dock. */
const BAND = 9;
const SHELTER = 0.35;
const PIPE = 0.2;
const PLINTH = 0.5;
const APRON = 17;
/** Colour of the lamp over a dock, and brightness of its light on the ground and on the wall. */
const DOCK_LIGHT = { light: 'dock', ground: 0.85, face: 0.42 } as const;
/** Shares of docks whose lamp is on at night, whose door is half open, and that are in use; assumed. */
const LIT = 0.72;
const OPEN = 0.16;
const USED = 0.6;

/** How a dock is found, seeded by its place. */
interface DockUse {
  isLit: boolean;
  isOpen: boolean;
  isUsed: boolean;
}

/** Lamps that are on from day 0. */
const ALWAYS = 0;

/** Dock doors along the closed parts of the long walls, one in every bay, with shelter, canopy, lamp and leveller. */
export function addDocks(things: Things, { rect, bayX, eave }: Building, open: Rect | undefined): void {
  const ends = new Map<number, [number, number]>();
  const uses: [x: number, use: DockUse][] = [];
  const findUse = (x: number, out: number): DockUse => {
    const [lamp, door, tracks] = scatter(`dock ${x} ${out}`, 3);
    const use = { isLit: lamp! < LIT, isOpen: door! < OPEN, isUsed: tracks! < USED };
    if (out > 0) uses.push([x, use]);
    return use;
  };
  let at = 0;
  for (let x = rect.x0 + bayX / 2; x < rect.x1; x += bayX) {
    if (open && x > open.x0 - 2 && x < open.x1 + 2) continue;
    if (x - BAND / 2 < rect.x0 || x + BAND / 2 + 1.3 > rect.x1) continue;
    const wing = open && x > open.x1 ? 1 : 0;
    ends.set(wing, [Math.min(x, ends.get(wing)?.[0] ?? x), x]);
    for (const out of [1, -1]) addDock(things, x, out > 0 ? rect.z1 : rect.z0, out, findUse(x, out));
    things
      .as('wall')
      .box({ x, y: eave * 0.72, z: rect.z1 + 0.04, size: [BAND, 1.2, 0.08], material: 'plantDark' });
    // A door beside every other dock.
    if (at++ % 2 === 0)
      things
        .as('entrance')
        .box({ x: x + 5.2, z: rect.z1 + 0.05, size: [1.1, 2.2, 0.1], material: 'graphite' });
  }
  things.as('apron');
  // Concrete in front of the southern docks.
  for (const [x0, x1] of ends.values())
    things.ground.rect(x0 - bayX / 2, x1 + bayX / 2, rect.z1, rect.z1 + APRON, 'slab', {
      paint: 'concrete',
    });
  for (const [x, { isUsed }] of uses) if (isUsed) addTracks(things, x, rect.z1);
}

/** Adds the marks that lorries' tyres leave in front of a dock. */
function addTracks({ ground }: Things, x: number, wall: number): void {
  for (const side of [-1, 1])
    ground.rect(x + side * 0.95 - 0.35, x + side * 0.95 + 0.35, wall + 1.5, wall + APRON - 1, 'worn');
}

function addDock(things: Things, x: number, wall: number, out: number, use: DockUse): void {
  const from = (away: number) => wall + out * away;
  const { width, height, sill } = DOCK;
  const shelter = [width + SHELTER * 2, height + SHELTER, 0.24] as const;
  things
    .as('dock')
    .box({ x, y: sill, z: from(0.12), size: shelter, material: 'graphite' })
    .box({ x, y: 4.9, z: from(0.9), size: [4.2, 0.18, 1.8], material: 'steel' })
    .box({ x, z: from(0.25), size: [3.4, sill, 0.5], material: 'graphite' });
  const lower = use.isOpen ? height * 0.45 : 0;
  const door = { x, y: sill + lower, z: from(0.15), size: [width, height - lower, 0.3] } as const;
  things.box({ ...door, material: 'ribbedSteel' });
  if (use.isOpen) {
    const gap = { x, y: sill, z: from(0.14), size: [width, lower, 0.28] } as const;
    things.box({ ...gap, material: 'opening', lit: ALWAYS });
  }
  const lamp = { x, y: 4.86, z: from(1.88), size: [2.4, 0.22, 0.16] } as const;
  if (!use.isLit) {
    things.box({ ...lamp, material: 'steel' });
    return;
  }
  things.box({ ...lamp, material: 'lamp', lit: ALWAYS });
  addDockLight(things, x, wall, out);
}

/** The light of a dock's lamp on the ground in front of it and on the wall around its door. */
function addDockLight({ glows }: Things, x: number, wall: number, out: number): void {
  const { light, ground, face } = DOCK_LIGHT;
  const lamp = { u0: x - 1.2, u1: x + 1.2 };
  const z = wall + out * 2.4;
  glows.push(
    { onto: 'ground', source: { ...lamp, v0: z - 0.4, v1: z + 0.4 }, reach: 12, light, strength: ground },
    {
      onto: 'alongZ',
      at: wall + out * 0.32,
      source: { ...lamp, v0: 3.4, v1: 4.6 },
      within: { u0: x - 6, u1: x + 6, v0: 0, v1: 9 },
      reach: 5.5,
      light,
      strength: face,
    },
  );
}

/** A plinth and downpipes around a closed wing, one pipe at every second column of the outer wall. */
export function addWallTrim(things: Things, building: Building, wing: Rect): void {
  const { bayX, bayZ, eave, rect } = building;
  const [x, z] = [(wing.x0 + wing.x1) / 2, (wing.z0 + wing.z1) / 2];
  const plinth = { material: 'plantDark' } as const;
  things
    .as('wall')
    .box({ ...plinth, x, z, size: [wing.x1 - wing.x0 + 0.08, PLINTH, wing.z1 - wing.z0 + 0.08] });
  things.as('downpipe');
  const pipe = { size: [PIPE, eave, PIPE] as const, material: 'steel' } as const;
  for (let column = rect.x0 + bayX; column < rect.x1 - 1; column += bayX * 2)
    if (column > wing.x0 && column < wing.x1)
      for (const out of [-1, 1])
        things.box({ ...pipe, x: column, z: (out < 0 ? rect.z0 : rect.z1) + (out * PIPE) / 2 });
  for (const [end, out] of [
    [rect.x0, -1],
    [rect.x1, 1],
  ] as const) {
    if (end !== wing.x0 && end !== wing.x1) continue;
    for (let row = rect.z0 + bayZ; row < rect.z1 - 1; row += bayZ * 2)
      things.box({ ...pipe, x: end + (out * PIPE) / 2, z: row });
  }
}

/** Adds an office building: two bands of windows, some of them lit, a roof, a canopy over the door. */
export function addAnnex(things: Things, { x0, x1, z0, z1 }: Rect, height: number): void {
  const x = (x0 + x1) / 2;
  const z = (z0 + z1) / 2;
  things
    .as('office')
    .box({ x, z, size: [x1 - x0, height, z1 - z0], material: 'wall', casts: true })
    .box({ x, y: height, z, size: [x1 - x0 + 0.5, 0.35, z1 - z0 + 0.5], material: 'roof' })
    .box({ x: x0 - 2, y: 2.8, z, size: [4, 0.25, 6], material: 'roof', casts: true })
    .box({ x: x0, z, size: [0.2, 2.5, 2.4], material: 'litWindow', lit: ALWAYS });
  things.glows.push(pool(x0 - 2.5, z, 13, DOCK_LIGHT.light, DOCK_LIGHT.ground));
  const rooms = Math.max(1, Math.round((x1 - x0) / 3));
  const chances = scatter('offices', rooms * 2);
  [0.28, 0.66].forEach((share, storey) => {
    const band = { y: height * share, z } as const;
    things.box({ ...band, x, size: [x1 - x0 + 0.1, height * 0.2, z1 - z0 + 0.1], material: 'plantDark' });
    const width = (x1 - x0) / rooms;
    const size = [width - 0.5, height * 0.2 - 0.2, z1 - z0 + 0.16] as const;
    const window = { y: band.y + 0.1, z, size, material: 'litWindow', lit: ALWAYS } as const;
    for (let room = 0; room < rooms; room++)
      if (chances[storey * rooms + room]! >= 0.4) things.box({ ...window, x: x0 + (room + 0.5) * width });
  });
}
