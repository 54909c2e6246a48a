import { CHIPS } from '../../../model/chips.ts';
import { useCampus, useChoice } from '../../../state/hooks.ts';
import { useSay } from '../language/words.ts';
import { useActions, useOpen } from '../page/actions.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { ChipTable } from './ChipTable.tsx';
import { Energy } from './Energy.tsx';
import { Threshold } from './Threshold.tsx';
import './numbers.css';

/** What the announcement's figures amount to: energy, chips side by side, and the days to a threshold. A chunk of its own. */
export default function Numbers() {
  const say = useSay();
  const open = useOpen();
  const { compareWith } = useActions();
  const hasChips = useChoice((state) => state.chips.length > 0);
  const hasBench = useCampus((campus) => campus.layout.totals.gpus > 0);
  const hasPicture = useChoice((state) => state.picture !== 'text');
  return (
    <Dialog title={say('numbers.title')}>
      <Threshold />
      <Energy />
      <section className="numbers-part" aria-label={say('numbers.chips')}>
        <h3>{say('numbers.chips')}</h3>
        {hasBench && hasPicture && (
          <button
            type="button"
            className="button"
            onClick={() => {
              open(null);
              void compareWith(hasChips ? [] : CHIPS);
            }}
          >
            {say(hasChips ? 'numbers.putAway' : 'numbers.sideBySide')}
          </button>
        )}
        <ChipTable chips={CHIPS} isWhole />
      </section>
    </Dialog>
  );
}
