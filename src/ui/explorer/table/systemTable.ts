import {
  COMPARED_FIGURES,
  type ComparedFigure,
  type SystemFigure,
  systemFigures,
} from '../../../inventory/figures/sideBySide.ts';
import type { Say } from '../../../state/words.ts';
import { type Campus, ownDay } from '../../../timeline/campus.ts';
import { nameWords, sayOfCampuses } from '../../campusWords.ts';
import { between } from '../../evidence/words.ts';
import { gradeWord } from '../../gradeWords.ts';
import { type CampusFacts, campusFacts } from '../../campusFacts.ts';

/** A column by which the table can be sorted. */
export type Column = 'system' | 'date' | ComparedFigure;
export const FIGURE_COLUMNS = Object.keys(COMPARED_FIGURES) as ComparedFigure[];
export const COLUMNS: readonly Column[] = ['system', 'date', ...FIGURE_COLUMNS];

/** How the rows of the table are ordered. */
export interface Order {
  column: Column;
  isDown: boolean;
}

/** A system in the table. */
export interface SystemRow {
  id: string;
  facts: CampusFacts;
  figures: Partial<Record<ComparedFigure, SystemFigure>>;
}

/** The shown systems on a day of the site, the first of them. */
export function systemRows(campuses: readonly Campus[], day: number): SystemRow[] {
  const site = campuses[0]!;
  return campuses.map((campus) => ({
    id: campus.id,
    facts: campusFacts(campus, site, day),
    figures: systemFigures({ campus, day: ownDay(campus, site, day) }),
  }));
}

/** Rows in an order; systems for which a value is not known come last either way. */
export function sorted(rows: readonly SystemRow[], { column, isDown }: Order, tag: string): SystemRow[] {
  const names = new Intl.Collator(tag, { numeric: true });
  const say = sayOfCampuses(tag);
  const valueOf = ({ facts, figures }: SystemRow): string | number | undefined =>
    column === 'system'
      ? nameWords(facts, say)
      : column === 'date'
        ? facts.date
        : figures[column]?.figure.value;
  return [...rows].sort((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const order = typeof a === 'number' ? a - (b as number) : names.compare(a, b as string);
    return isDown ? -order : order;
  });
}

/** On what a figure of a system rests, in words: whose account of the number of GPUs, which kind of power, which grades. */
export function basisOf(name: ComparedFigure, row: SystemRow, say: Say): string {
  const cell = row.figures[name];
  if (!cell) return '';
  const graded = gradeWord(say, cell.figure.grade, cell.restsOn);
  const semicolon = between(say, 'semicolon');
  if (cell.power) return say(`table.power.${cell.power}`) + semicolon + graded;
  const { account } = row.facts;
  return name === 'gpus' && account ? account + semicolon + graded : graded;
}

/** A text for a cell of a file, which a spreadsheet must not take for a formula. */
function quoted(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The rows as comma-separated values: each figure as a bare number, with what it rests on in the column after it. */
export function csvOf(rows: readonly SystemRow[], say: Say, tag: string): string {
  const sayName = sayOfCampuses(tag);
  const units: Readonly<Record<ComparedFigure, string>> = {
    ...{ gpus: '', racks: '', power: ' (MW)', floor: ' (m2)', peak: ' (EFLOP/s)' },
  };
  const basis = say('table.basis');
  const head = [
    say('table.system'),
    say('table.date'),
    ...FIGURE_COLUMNS.flatMap((name) => [
      `${say(`table.${name}`)}${units[name]}`,
      `${say(`table.${name}`)}: ${basis}`,
    ]),
  ];
  const lines = rows.map((row) => [
    quoted(nameWords(row.facts, sayName)),
    row.facts.date ?? '',
    ...FIGURE_COLUMNS.flatMap((name) => [
      String(row.figures[name]?.figure.value ?? ''),
      quoted(basisOf(name, row, say)),
    ]),
  ]);
  return [head.map(quoted), ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}
