/** A step that may still be incomplete or wrong: its keys are those of a {@link Step}, their values whatever was typed. */
export interface DraftStep {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly [key: string]: unknown;
}

/** A story that is being written. Never changed in place. */
export interface Draft {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly site?: string;
  readonly steps: readonly DraftStep[];
}

/** Most characters of what is typed, as the schema has them. */
export const LENGTHS = { id: 64, title: 200, text: 280, notes: 2000 } as const;

const words = (value: unknown) => (typeof value === 'string' ? value : '');
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that was kept as a draft; undefined for anything else. */
export function readDraft(value: unknown): Draft | undefined {
  if (!isObject(value) || !Array.isArray(value.steps) || !value.steps.every(isObject)) return undefined;
  return {
    schemaVersion: 1,
    id: words(value.id),
    title: words(value.title),
    ...(typeof value.site === 'string' && { site: value.site }),
    steps: value.steps.map((step) => ({
      ...step,
      id: words(step.id),
      title: words(step.title),
      text: words(step.text),
    })),
  };
}

/** Accents that decomposed letters carry. */
const ACCENTS = /\p{M}/gu;

/** The id that a title makes: small Latin letters, digits and hyphens; empty where the title has none of them. */
export const idOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LENGTHS.id - 4)
    .replace(/^-+|-+$/g, '');

/** An id that is not taken: the wanted one, else with the first free number after it. */
export function freeId(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.slice(0, LENGTHS.id - 4);
  for (let number = 2; ; number++) {
    const id = `${stem}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
