import { between } from '../../evidence/words.ts';
import type { Card } from '../../figureCard.ts';
import { useSay } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { Grade } from '../widgets/Grade.tsx';

/** How a figure is known: its grade, its range, its date, and its arithmetic or its source; `withNote` also what is remarked about it. */
export function Basis({ card, withNote = false }: { card: Card; withNote?: boolean }) {
  const say = useSay();
  const { arithmetic, range, asOf, grade, restsOn, link, note } = card;
  const source = card.source?.join(between(say, 'comma'));
  return (
    <span className="basis">
      <Grade grade={grade} restsOn={restsOn} />
      {arithmetic && (
        <bdi className="basis-sum" dir="ltr">
          {arithmetic}
        </bdi>
      )}
      {range && <span>{say('numbers.range', { range })}</span>}
      {asOf && <span>{asOf}</span>}
      {source &&
        !arithmetic &&
        (link ? <a href={link}>{source}</a> : <DocumentText text={source} lines={2} />)}
      {withNote && note && <DocumentText text={note} lines={4} />}
    </span>
  );
}

/** A figure of a list: its name, its value, and how it is known. */
export function FigureLine({ card, name = card.name }: { card: Card; name?: string }) {
  return (
    <div className="figure-line">
      <dt>{name}</dt>
      <dd>
        <strong>
          <bdi>{card.value}</bdi>
        </strong>
        <Basis card={card} />
      </dd>
    </div>
  );
}
