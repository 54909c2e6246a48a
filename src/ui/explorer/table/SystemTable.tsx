import { useMemo, useState } from 'react';
import { useChoice } from '../../../state/hooks.ts';
import { measured } from '../../figureCard.ts';
import { useCampusWords } from '../campuses/campusWords.tsx';
import { useLanguage } from '../language/words.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { Grade } from '../widgets/Grade.tsx';
import {
  basisOf,
  COLUMNS,
  type Column,
  csvOf,
  FIGURE_COLUMNS,
  type Order,
  sorted,
  type SystemRow,
  systemRows,
} from './systemTable.ts';
import './systemTable.css';

/** The shown systems with the same figures of each on the day shown; can be sorted, and copied as comma-separated values. */
export default function SystemTable() {
  const { say, format } = useLanguage();
  const campuses = useChoice((state) => state.campuses);
  const day = useChoice((state) => Math.floor(state.day + 1e-6));
  const date = useChoice((state) => state.moment.date);
  const [order, setOrder] = useState<Order>({ column: 'gpus', isDown: true });
  const [csv, setCsv] = useState<string>();
  const [status, setStatus] = useState('');
  const rows = useMemo(() => systemRows(campuses, day), [campuses, day]);
  const shown = sorted(rows, order, format.tag);

  async function copy() {
    const text = csvOf(shown, say, format.tag);
    try {
      await navigator.clipboard.writeText(text);
      setStatus(say('table.copied'));
      setCsv(undefined);
    } catch {
      // Pages in frames may not be allowed to write to the clipboard.
      setStatus(say('table.notCopied'));
      setCsv(text);
    }
  }
  return (
    <Dialog title={say('table.title')}>
      <div className="systems">
        <p>{say('table.intro', { date: format.date(date) })}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may have to be scrolled. */}
        <section className="systems-scroll" tabIndex={0} aria-label={say('table.title')}>
          <table>
            <caption className="hidden">{say('table.intro', { date: format.date(date) })}</caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <Head key={column} column={column} order={order} onOrder={setOrder} />
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </section>
        <div className="systems-copy">
          <button type="button" className="button" onClick={() => void copy()}>
            {say('table.copy')}
          </button>
          <p role="status">{status}</p>
        </div>
        {csv !== undefined && (
          <textarea
            className="systems-csv"
            aria-label={say('table.csv')}
            readOnly
            value={csv}
            rows={4}
            ref={(area) => area?.select()}
          />
        )}
      </div>
    </Dialog>
  );
}

interface HeadProps {
  column: Column;
  order: Order;
  onOrder(order: Order): void;
}

function Head({ column, order, onOrder }: HeadProps) {
  const { say } = useLanguage();
  const isChosen = order.column === column;
  // Numbers are more telling from the largest on.
  const isDown = isChosen ? !order.isDown : column !== 'system' && column !== 'date';
  return (
    <th scope="col" aria-sort={!isChosen ? 'none' : order.isDown ? 'descending' : 'ascending'}>
      <button type="button" onClick={() => onOrder({ column, isDown })}>
        {say(`table.${column}`)}
        <span aria-hidden="true">{!isChosen ? '' : order.isDown ? '\u00a0↓' : '\u00a0↑'}</span>
      </button>
    </th>
  );
}

function Row({ row }: { row: SystemRow }) {
  const { say, format } = useLanguage();
  const { nameOf } = useCampusWords();
  const { facts, figures } = row;
  return (
    <tr>
      <th scope="row">
        <DocumentText text={nameOf(facts)} lines={3} />
      </th>
      <td>
        {facts.date ? format.shortDate(facts.date) : say('table.undated')}
        <span className="systems-basis">{say(`table.state.${facts.state}`)}</span>
      </td>
      {FIGURE_COLUMNS.map((name) => {
        const cell = figures[name];
        return (
          <td key={name}>
            {cell ? (
              <>
                <span className="systems-value">
                  {measured(cell.figure.value, cell.figure.unit, format.tag, true)}{' '}
                  <Grade grade={cell.restsOn} quiet />
                </span>
                <span className="systems-basis">
                  <DocumentText text={basisOf(name, row, say)} lines={3} />
                </span>
              </>
            ) : (
              <span className="soft">
                {name === 'gpus'
                  ? say('table.servers', { count: format.whole(facts.count) })
                  : say('table.unknown')}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
