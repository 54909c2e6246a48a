import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import type { ExplainedFigure } from '../../../inventory/figures/explained.ts';
import { GRADES } from '../../../model/grades.ts';
import { useExperience } from '../../../state/hooks.ts';
import { between } from '../../evidence/words.ts';
import { cardOf } from '../../figureCard.ts';
import { useActions, useOpen } from '../page/actions.ts';
import { useLanguage } from '../language/words.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { Grade } from '../widgets/Grade.tsx';
import { SourceLine } from '../widgets/SourceLine.tsx';
import { type Filter, filtered, sourcesOf } from './filter.ts';
import './figureList.css';

const ALL: Filter = { text: '', grade: '', source: '' };

/** Every figure that the page shows when this opens: how many have each grade, and a list to filter, each with a link to its card. */
export default function FigureList() {
  const { say, format } = useLanguage();
  const { inquiry } = useActions();
  const { miss } = useExperience();
  const [figures, setFigures] = useState<readonly ExplainedFigure[]>();
  const [filter, setFilter] = useState(ALL);
  const id = useId();
  useEffect(() => {
    let isWanted = true;
    inquiry.figures().then(
      (found) => {
        if (isWanted) setFigures(found);
      },
      () => miss(),
    );
    return () => {
      isWanted = false;
    };
  }, [inquiry, miss]);
  const shown = useDeferredValue(filter);
  const found = useMemo(() => filtered(figures ?? [], shown), [figures, shown]);
  const sources = useMemo(() => sourcesOf(figures ?? []), [figures]);
  const byId = useMemo(() => new Map((figures ?? []).map((figure) => [figure.id, figure])), [figures]);
  if (!figures)
    return (
      <Dialog title={say('figures.title')}>
        <p role="status">{say('loading')}</p>
      </Dialog>
    );
  const change = (part: Partial<Filter>) => setFilter({ ...filter, ...part });
  return (
    <Dialog title={say('figures.title')}>
      <Shares figures={figures} />
      <search className="figures-filter">
        <label htmlFor={`${id}text`}>{say('figures.text')}</label>
        <input
          id={`${id}text`}
          type="search"
          value={filter.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <label htmlFor={`${id}grade`}>{say('figures.grade')}</label>
        <select
          id={`${id}grade`}
          value={filter.grade}
          onChange={({ target }) => change({ grade: GRADES.find((grade) => grade === target.value) ?? '' })}
        >
          <option value="">{say('figures.all')}</option>
          {GRADES.map((grade) => (
            <option key={grade} value={grade}>
              {say(`grade.${grade}`)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}source`}>{say('figures.source')}</label>
        <select
          id={`${id}source`}
          value={filter.source}
          onChange={({ target }) => change({ source: target.value })}
        >
          <option value="">{say('figures.all')}</option>
          {sources.map(({ source, count }) => (
            <option key={source.id} value={source.id}>
              {`${[source.publisher, source.title].filter(Boolean).join(between(say, 'comma'))} (${format.whole(count)})`}
            </option>
          ))}
        </select>
      </search>
      <p role="status">
        {say('figures.found', { found: format.whole(found.length), all: format.whole(figures.length) })}
      </p>
      <ul className="figures-list">
        {found.map((figure) => (
          <Entry key={figure.id} figure={figure} byId={byId} />
        ))}
      </ul>
    </Dialog>
  );
}

/** How many figures have each grade, which share of all that is, and how much of the picture shows things of that grade. */
function Shares({ figures }: { figures: readonly ExplainedFigure[] }) {
  const { say, format } = useLanguage();
  const percent = (id: string) => {
    const figure = figures.find((each) => each.id === id);
    return figure ? cardOf(figure, () => undefined, format).value : say('table.unknown');
  };
  return (
    <table className="figures-shares">
      <caption>{say('figures.shares')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('figures.grade')}</th>
          <th scope="col">{say('figures.count')}</th>
          <th scope="col">{say('figures.share')}</th>
          <th scope="col">{say('figures.area')}</th>
        </tr>
      </thead>
      <tbody>
        {GRADES.map((grade) => (
          <tr key={grade}>
            <th scope="row">
              <Grade grade={grade} />
            </th>
            <td>{format.whole(figures.filter((figure) => figure.grade === grade).length)}</td>
            <td>{percent(`${grade}-share`)}</td>
            <td>{percent(`${grade}-area`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface EntryProps {
  figure: ExplainedFigure;
  byId: ReadonlyMap<string, ExplainedFigure>;
}

function Entry({ figure, byId }: EntryProps) {
  const { say, format } = useLanguage();
  const { addressOf } = useActions();
  const { set } = useExperience();
  const open = useOpen();
  const { value, range } = cardOf(figure, (id) => byId.get(id), format);
  const { id, name, about, grade, restsOn, source } = figure;
  return (
    <li>
      <a
        href={addressOf(id)}
        onClick={(event) => {
          // With these a browser opens another window.
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          open(null);
          set({ figure: id });
        }}
      >
        <bdi>{about === undefined ? name : say('card.of', { name, about })}</bdi>
      </a>
      <span className="figures-value">
        <strong>
          <bdi>{value}</bdi>
        </strong>{' '}
        {range && say('card.range.short', { range })} <Grade grade={grade} restsOn={restsOn} />
      </span>
      {source && (
        <span className="figures-source">
          <SourceLine source={source} />
        </span>
      )}
    </li>
  );
}
