import type { Grade as GradeName } from '../../../model/figure.ts';
import { capsOf, type KeyContext, type KeyRow, KEYS, printed } from '../../keys.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { Grade } from '../widgets/Grade.tsx';
import { directionOf } from '../../format.ts';
import { wordsTag } from '../../../state/words.ts';
import { useSay, useTag } from '../language/words.ts';
import './help.css';

const GRADES: readonly GradeName[] = ['reported', 'announced', 'derived', 'assumed'];
const COLOURS = ['ink', 'signal', 'pale'];

const inGroup = (context: KeyContext | undefined) => (row: KeyRow) =>
  context === undefined ? row.contexts === undefined : (row.contexts?.includes(context) ?? false);

function KeyTable({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  const say = useSay();
  const direction = directionOf(wordsTag(useTag()));
  return (
    <div className="keys">
      <h4>{title}</h4>
      <dl>
        {rows.map((row) => (
          <div key={row.action} className="keys-row">
            <dt>
              {capsOf(row, direction).map((cap) => (
                <kbd key={cap}>{printed(cap, (name) => say(`cap.${name}`))}</kbd>
              ))}
            </dt>
            <dd>{say(`key.${row.action}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Help: how to move, all keys, and the meaning of colours and grades. */
export function Help() {
  const say = useSay();
  return (
    <Dialog title={say('help.title')}>
      <p className="help-intro">{say('help.intro')}</p>
      <div className="help-legends">
        <div>
          <h3>{say('help.colours')}</h3>
          <ul>
            {COLOURS.map((colour) => (
              <li key={colour}>
                <span className={`swatch swatch-${colour}`} aria-hidden="true" />{' '}
                {say(`help.colour.${colour}`)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{say('help.marks')}</h3>
          <ul>
            {GRADES.map((grade) => (
              <li key={grade}>
                <Grade grade={grade} /> {say(`grade.${grade}.means`)}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <h3>{say('help.keys')}</h3>
      <div className="help-keys">
        <KeyTable title={say('help.keys.everywhere')} rows={KEYS.filter(inGroup(undefined))} />
        <div>
          <KeyTable title={say('help.keys.time')} rows={KEYS.filter(inGroup('page'))} />
          <KeyTable title={say('help.keys.picture')} rows={KEYS.filter(inGroup('picture'))} />
        </div>
      </div>
    </Dialog>
  );
}
