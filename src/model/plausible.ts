import type { CatalogueItem } from './catalogue.ts';
import type { CatalogueEntry } from './catalogueSchema.ts';
import { type ErrorList, type Keys, metres, rounded } from './checkErrors.ts';
import { si } from './figure.ts';

/** Units allowed for each kind of quantity. */
const MEASURES = {
  length: ['mm', 'm'],
  area: ['mm2', 'm2'],
  mass: ['kg', 't'],
  power: ['W', 'kW', 'MW'],
  memory: ['GB'],
  count: ['count'],
  units: ['U'],
} as const;

interface Limits {
  measure: keyof typeof MEASURES;
  /** In the units of `si`. */
  least: number;
  most: number;
}

/** Limits of the figures that drawing and counting use; other figures are not checked. */
const FIGURES: Readonly<Record<string, Limits>> = {
  gpus: { measure: 'count', least: 0, most: 128 },
  servers: { measure: 'count', least: 0, most: 1024 },
  cpus: { measure: 'count', least: 0, most: 32 },
  switches: { measure: 'count', least: 0, most: 32 },
  'network-links': { measure: 'count', least: 0, most: 128 },
  'power-supplies': { measure: 'count', least: 0, most: 64 },
  dies: { measure: 'count', least: 1, most: 64 },
  stacks: { measure: 'count', least: 0, most: 64 },
  units: { measure: 'units', least: 1, most: 100 },
  base: { measure: 'length', least: 0, most: 1 },
  'rear-door': { measure: 'length', least: 0, most: 2 },
  'board-length': { measure: 'length', least: 0.01, most: 3 },
  'board-width': { measure: 'length', least: 0.01, most: 3 },
  package: { measure: 'length', least: 0.001, most: 1 },
  'die-width': { measure: 'length', least: 0.0005, most: 0.5 },
  'die-area': { measure: 'area', least: 1e-7, most: 0.25 },
  'stack-length': { measure: 'length', least: 0.0005, most: 0.5 },
  'stack-width': { measure: 'length', least: 0.0005, most: 0.5 },
  memory: { measure: 'memory', least: 0, most: 1e15 },
};

/** Least and most size, metres; most mass, kilograms; most power, watts. */
type Bounds = readonly [from: number, to: number, mass: number, power: number];

const BOUNDS: Readonly<Record<CatalogueEntry['kind'], Bounds>> = {
  accelerator: [0.001, 2, 500, 1e5],
  server: [0.01, 3, 5000, 1e6],
  rack: [0.1, 6, 20_000, 5e6],
  equipment: [0.001, 100, 1e6, 1e9],
  plant: [0.01, 300, 1e8, 5e9],
  reference: [0, 2000, 1e10, 1e11],
};
const PERSON: Bounds = [0.1, 2.6, 300, 1000];

function limitsOf({ kind, shape }: CatalogueItem, name: string): Limits | undefined {
  const [least, most, mass, power] = shape.is === 'person' ? PERSON : BOUNDS[kind];
  if (['length', 'width', 'depth', 'height'].includes(name)) return { measure: 'length', least, most };
  if (name === 'mass') return { measure: 'mass', least: 0, most: mass };
  if (name === 'power') return { measure: 'power', least: 0, most: power };
  return Object.hasOwn(FIGURES, name) ? FIGURES[name] : undefined;
}

const IN_SI: Readonly<Record<Limits['measure'], string>> = {
  length: 'm',
  area: 'm2',
  mass: 'kg',
  power: 'W',
  memory: 'bytes',
  count: '',
  units: 'U',
};

/** Checks that a value lies in the range that is given with it. */
export function checkRange(
  value: number,
  { low = value, high = value }: { low?: number; high?: number },
  keys: Keys,
  errors: ErrorList,
): void {
  if (low > value) errors.add([...keys, 'low'], low, `at most ${rounded(value)}, the value itself`);
  if (high < value) errors.add([...keys, 'high'], high, `at least ${rounded(value)}, the value itself`);
}

/** Checks that an entry's figures lie in their ranges, have the right units and plausible values, and that counts are whole. */
export function checkFigures(item: CatalogueItem, keys: Keys, errors: ErrorList): void {
  const what =
    item.shape.is === 'person' ? 'a person' : `${/^[ae]/.test(item.kind) ? 'an' : 'a'} ${item.kind}`;
  for (const [name, figure] of Object.entries(item.figures)) {
    checkRange(figure.value, figure, [...keys, 'figures', name], errors);
    const limits = limitsOf(item, name);
    if (!limits) continue;
    const { measure, least, most } = limits;
    const at = [...keys, 'figures', name];
    const allowed: readonly string[] = MEASURES[measure];
    if (!allowed.includes(figure.unit)) {
      errors.add([...at, 'unit'], figure.unit, `${allowed.join(' or ')}: the ${name} of ${what}`);
      continue;
    }
    const value = si(figure);
    const isWhole = measure !== 'count' || Number.isInteger(value);
    if (isWhole && value >= least && value <= most) continue;
    const unit = IN_SI[measure];
    errors.tell(
      [...at, 'value'],
      measure === 'length' ? metres(value) : `${rounded(value)} ${unit}`.trimEnd(),
      `${isWhole ? '' : 'a whole number: '}${name} of ${rounded(least)} to ${rounded(most)} ${unit}`.trimEnd() +
        ` for ${what}`,
    );
  }
}
