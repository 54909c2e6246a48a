import { useMemo } from 'react';
import english from '../../../../assets/languages/en.explain.json';
import { figuresOfSite } from '../../../inventory/figures/figuresOfSite.ts';
import type { NamedFigure } from '../../../model/figure.ts';
import { sourceById } from '../../../model/sources.ts';
import { useCampus, useOwnDay } from '../../../state/hooks.ts';
import { type Say, sayIn, type Words, wordsTag } from '../../../state/words.ts';
import { type Card, cardOf } from '../../figureCard.ts';
import { useLanguage, useTag } from '../language/words.ts';

/** Names of figures, shared with what explains them. */
const figureWords: Words = { file: '.explain', english };

/** The card of a figure; undefined for one that there is not. */
export type FindCard = (figure: NamedFigure | undefined) => Card | undefined;

/** The figures of the current campus on the day shown, by id, and what makes cards of them. */
export function useFigures() {
  const campus = useCampus((shown) => shown);
  const day = Math.floor(useOwnDay() + 1e-6);
  const { format } = useLanguage();
  const tag = wordsTag(useTag());
  const figures = useMemo(
    () => new Map(figuresOfSite(campus, day).map((figure) => [figure.id, figure])),
    [campus, day],
  );
  const said: Say = sayIn(tag, figureWords);
  /** A figure with its words and its source, as a card needs it. */
  function told({ source: id, note, ...figure }: NamedFigure) {
    const source = sourceById(id, campus.document);
    const [name, remark] = [`figure.${figure.name}`, `note.${figure.name}`].map((key) => {
      const sentence = said(key);
      return sentence === key ? undefined : sentence;
    });
    const all = note ?? remark;
    return {
      ...figure,
      name: name ?? figure.name,
      ...(source && { source }),
      ...(all !== undefined && { note: all }),
    };
  }
  const find = (id: string) => {
    const figure = figures.get(id);
    return figure && told(figure);
  };
  const card: FindCard = (figure) => figure && cardOf(told(figure), find, format);
  return { figures, card };
}
