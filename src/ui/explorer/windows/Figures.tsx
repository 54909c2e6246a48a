import { useSay } from '../language/words.ts';
import { useLazy } from '../page/useLazy.ts';
import { Dialog } from '../widgets/Dialog.tsx';

const load = async () => (await import('../figures/FigureList.tsx')).FigureList;

/** Every figure of the page with its source. */
export function Figures() {
  const say = useSay();
  const List = useLazy(load);
  return (
    <Dialog title={say('figures.title')}>{List ? <List /> : <p role="status">{say('loading')}</p>}</Dialog>
  );
}
