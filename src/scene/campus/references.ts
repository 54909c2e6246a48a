import type { Campus } from './Campus.ts';

/** Things of known size: people, a bus, a container, a football pitch. Sizes from the catalogue. */
export function addReferences(campus: Campus): void {
  const { site, look } = campus;
  for (const { item, x, y, z, heading } of site.placements) {
    const entry = site.catalogue.get(item);
    if (!entry) continue;
    const { size } = entry;
    if (item.startsWith('person')) {
      campus.people.push({ x, y, z, height: size.y, heading });
      if (y === 0) campus.casters.push({ x, z, heading, size: [size.x, size.y, size.z], color: look.person });
    } else if (item === 'pitch') addPitch(campus, x, z, size.x, size.z);
    else if (item === 'school-bus') addBus(campus, x, y, z, heading, size);
    else
      campus.box({
        x,
        y,
        z,
        heading,
        size: [size.x, size.y || 0.1, size.z],
        color: look.cold,
        finish: 'ribbed',
        casts: true,
      });
  }
}

/** Markings by the Laws of the Game: 16.5 m and 5.5 m areas, centre circle of 9.15 m. */
function addPitch({ ground, look }: Campus, x: number, z: number, length: number, width: number): void {
  const line = 0.24;
  const [hx, hz] = [length / 2, width / 2];
  const stripes = 14;
  ground.rect(x - hx - 4, x + hx + 4, z - hz - 4, z + hz + 4, look.lawn);
  for (let stripe = 0; stripe < stripes; stripe++) {
    const at = (edge: number) => x - hx + (length * edge) / stripes;
    ground.rect(at(stripe), at(stripe + 1), z - hz, z + hz, stripe % 2 ? look.pitchLight : look.pitchDark);
  }
  ground.outline(x - hx, x + hx, z - hz, z + hz, line, look.roadLine);
  ground.rect(x - line / 2, x + line / 2, z - hz, z + hz, look.roadLine);
  ground.ring(x, z, 9.15, line, look.roadLine).disc(x, z, 0.4, look.roadLine, 12);
  for (const side of [-1, 1]) {
    const box = (depth: number, half: number) => {
      const inner = x + side * (hx - depth);
      const outer = x + side * hx;
      ground.outline(Math.min(inner, outer), Math.max(inner, outer), z - half, z + half, line, look.roadLine);
    };
    box(16.5, 20.16);
    box(5.5, 9.16);
    ground.disc(x + side * (hx - 11), z, 0.3, look.roadLine, 12);
  }
}

function addBus(
  campus: Campus,
  x: number,
  y: number,
  z: number,
  heading: number,
  size: { x: number; y: number; z: number },
): void {
  const { look } = campus;
  const c = Math.cos(heading);
  const s = Math.sin(heading);
  const at = (along: number, across: number): [number, number] => [
    x + c * along + s * across,
    z + c * across - s * along,
  ];
  const hood = 1.6;
  const [bx, bz] = at(-hood / 2, 0);
  const [nx, nz] = at(size.x / 2 - hood / 2, 0);
  campus
    .box({
      x: bx,
      y: y + 0.55,
      z: bz,
      heading,
      size: [size.x - hood, size.y - 0.55, size.z],
      color: look.bus,
      finish: 'bus',
      casts: true,
    })
    .box({
      x: nx,
      y: y + 0.55,
      z: nz,
      heading,
      size: [hood, 1.25, size.z * 0.92],
      color: look.bus,
      casts: true,
    });
  for (const along of [-0.28, 0.36])
    for (const across of [-1, 1]) {
      const [wx, wz] = at(along * size.x, across * (size.z / 2 - 0.3));
      const [vx, vz] = at(along * size.x, across * (size.z / 2 + 0.02));
      campus.rods.push({ from: [wx, y + 0.5, wz], to: [vx, y + 0.5, vz], radius: 0.5, color: look.graphite });
    }
}
