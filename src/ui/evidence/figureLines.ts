import type { ExplainedFigure } from '../../inventory/figures/explained.ts';
import type { Grade } from '../../model/figure.ts';
import { GRADES } from '../../model/grades.ts';
import type { Say } from '../../state/words.ts';
import { make } from '../element/make.ts';
import type { Format } from '../format.ts';
import { cardOf } from '../figureCard.ts';
import { gradeMeaning, gradeWord } from '../gradeWords.ts';
import { between } from './words.ts';

/** What figures are worded with: the sentences, the formats, all figures of the page, and how one of them is opened. */
export interface Wording {
  say: Say;
  format: Format;
  find(id: string): ExplainedFigure | undefined;
  /** A link or a button with this text that opens the card of a figure. */
  link(id: string, text: string): HTMLElement;
}

/** A text that cannot change the direction of what is around it. */
export function isolated(text: string, className = ''): HTMLElement {
  const made = make('bdi', className);
  made.textContent = text;
  return made;
}

/** A grade as a full, half, empty or dotted ring with its word; of a figure that rests on a less known one that one's ring, and both words. */
export function gradeMark(grade: Grade, say: Say, restsOn = grade): HTMLElement {
  const made = make('span', 'grade');
  made.title = gradeMeaning(say, grade, restsOn);
  const mark = make('span', `grade-mark grade-${restsOn}`);
  mark.setAttribute('aria-hidden', 'true');
  made.append(mark, make('span', 'grade-word', gradeWord(say, grade, restsOn)));
  return made;
}

/** How well it is known that a thing is there. */
export function thereLine(grade: Grade, say: Say): HTMLElement {
  const line = make('p', 'card-there', `${say('card.there')} `);
  line.append(gradeMark(grade, say));
  return line;
}

/** The name of a figure with what it is a figure of. */
export const fullName = ({ name, about }: Pick<ExplainedFigure, 'name' | 'about'>, say: Say): string =>
  about === undefined ? name : say('card.of', { name, about });

/** A source: publisher, title (a link where the publisher's address is known) and date. */
function sourceLine({ source }: ExplainedFigure, { say, format }: Wording): HTMLElement {
  const line = make('span', 'figure-source');
  if (!source) return line;
  const { publisher, title, date, url } = source;
  const comma = between(say, 'comma');
  if (title !== undefined) line.append(isolated(publisher), comma);
  const name = isolated(title ?? publisher);
  if (url === undefined) line.append(name);
  else {
    const link = make('a', 'figure-link');
    Object.assign(link, { href: url, target: '_blank', rel: 'noopener noreferrer' });
    link.append(name);
    line.append(link);
  }
  line.append(comma, date === undefined ? say('card.undated') : format.knownDate(date));
  return line;
}

/** Everything that is known about a figure but its name and value, as terms and descriptions. */
export function figureLines(figure: ExplainedFigure, wording: Wording): HTMLElement {
  const { say, format, find, link } = wording;
  const { range, arithmetic, asOf, note, grade, restsOn } = cardOf(figure, find, format);
  const list = make('dl', 'card-lines');
  const line = (term: string, ...described: (string | Node)[]) => {
    const row = make('div', 'card-line');
    const description = make('dd', 'card-said');
    description.append(...described);
    row.append(make('dt', 'card-term', say(`card.${term}`)), description);
    list.append(row);
  };
  if (range !== undefined) line('range', range);
  if (arithmetic !== undefined) {
    const formula = isolated(arithmetic);
    formula.dir = 'ltr';
    line('arithmetic', formula);
  }
  const from = (figure.from ?? []).flatMap((id) => find(id) ?? []);
  if (from.length > 0)
    line(
      'from',
      ...from.map((other) => {
        const item = make('span', 'figure-from');
        const { value } = cardOf(other, find, format);
        item.append(link(other.id, fullName(other, say)), ` ${value}`);
        return item;
      }),
    );
  line(
    'grade',
    gradeMark(grade, say, restsOn),
    make('span', 'figure-means', gradeMeaning(say, grade, restsOn)),
  );
  if (asOf !== undefined) line('asOf', asOf);
  if (figure.source) line('source', sourceLine(figure, wording));
  if (note !== undefined) line('note', isolated(note));
  return list;
}

/** A figure's name and value, and below them its range and its arithmetic, if it has them. */
export function valueLine(figure: ExplainedFigure, wording: Wording, isLinked: boolean): HTMLElement {
  const { say, format, find, link } = wording;
  const { name, value, range, arithmetic } = cardOf(figure, find, format);
  const line = make('span', 'figure-first');
  line.append(isLinked ? link(figure.id, name) : isolated(name), ' ', make('strong', 'figure-value', value));
  if (range !== undefined) line.append(make('span', 'figure-second', say('card.range.short', { range })));
  if (arithmetic !== undefined) {
    const formula = isolated(arithmetic, 'figure-second');
    formula.dir = 'ltr';
    line.append(formula);
  }
  return line;
}

/** On what a figure rests: grade, date and source. */
export function basisLine(figure: ExplainedFigure, wording: Wording): HTMLElement {
  const { say, format } = wording;
  const semicolon = between(say, 'semicolon');
  const line = make('span', 'figure-basis');
  line.append(gradeMark(figure.grade, say, figure.restsOn));
  if (figure.asOf !== undefined)
    line.append(semicolon, say('card.asOf.short', { date: format.knownDate(figure.asOf) }));
  if (figure.source) line.append(semicolon, sourceLine(figure, wording));
  return line;
}

/** Figures as a list, the best known first; those that rest on the same are together, with that said once. */
export function figureList(figures: readonly ExplainedFigure[], wording: Wording): HTMLElement {
  const groups = new Map<string, ExplainedFigure[]>();
  for (const figure of figures) {
    const key = JSON.stringify([figure.source?.id, figure.asOf, figure.grade, figure.restsOn]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const list = make('ul', 'card-figures');
  const gradeOf = ([first]: readonly ExplainedFigure[]) => GRADES.indexOf(first!.grade);
  for (const group of [...groups.values()].sort((one, other) => gradeOf(one) - gradeOf(other))) {
    const item = make('li', 'card-figure');
    item.append(...group.map((figure) => valueLine(figure, wording, true)), basisLine(group[0]!, wording));
    list.append(item);
  }
  return list;
}
