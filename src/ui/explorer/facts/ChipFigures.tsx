import { useChoice } from '../../../state/hooks.ts';
import { useSay } from '../language/words.ts';
import { lazyPart } from '../numbers/lazyPart.tsx';

const ChipTable = lazyPart(() => import('../numbers/ChipTable.tsx'));

/** The chips that lie side by side as figures. */
export function ChipFigures() {
  const say = useSay();
  const chips = useChoice((state) => state.chips);
  return (
    <section className="plate" aria-label={say('numbers.chips')}>
      <h2>{say('numbers.chips')}</h2>
      <ChipTable chips={chips} />
    </section>
  );
}
