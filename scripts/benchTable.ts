/** One row of the bench: what is measured, the target if there is one, and the measured value. */
export interface Row {
  group: string;
  what: string;
  unit: string;
  measured: number;
  /** Target; `atLeast` likewise. */
  atMost?: number;
  atLeast?: number;
}

export function isMet(row: Row): boolean | undefined {
  if (row.atMost === undefined && row.atLeast === undefined) return undefined;
  return row.measured <= (row.atMost ?? Infinity) && row.measured >= (row.atLeast ?? -Infinity);
}

/** Median; NaN for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

const figures = (value: number): string => {
  if (!Number.isFinite(value)) return '-';
  const size = Math.abs(value);
  return value.toFixed(Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 5);
};

function toReach(row: Row): string {
  if (row.atMost !== undefined) return `<= ${figures(row.atMost)}`;
  return row.atLeast === undefined ? '' : `>= ${figures(row.atLeast)}`;
}

/** The rows as a plain table, group by group. */
export function table(rows: readonly Row[]): string {
  const lines: string[] = [];
  const widest = Math.max(...rows.map(({ what }) => what.length));
  for (const group of new Set(rows.map((row) => row.group))) {
    lines.push('', `${group.padEnd(widest + 2)}${'to reach'.padStart(12)}${'measured'.padStart(14)}`);
    for (const row of rows.filter((candidate) => candidate.group === group)) {
      const met = isMet(row);
      lines.push(
        `  ${row.what.padEnd(widest)}${toReach(row).padStart(12)}${`${figures(row.measured)} ${row.unit}`.trim().padStart(14)}  ${met === undefined ? '' : met ? 'met' : 'NOT MET'}`.trimEnd(),
      );
    }
  }
  return lines.join('\n').trimStart();
}
