/** Pseudo-random numbers from 0 to 1, seeded by a name, the same on every machine. */
export function scatter(name: string, count: number): Float64Array {
  let seed = 2166136261;
  for (let at = 0; at < name.length; at++) seed = Math.imul(seed ^ name.charCodeAt(at), 16777619);
  const numbers = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    // The Mulberry32 generator.
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    numbers[at] = ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  return numbers;
}
