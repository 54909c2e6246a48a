import { useSay } from '../language/words.ts';
import { useLazy } from '../page/useLazy.ts';
import { Dialog } from '../widgets/Dialog.tsx';

const load = async () => (await import('../table/SystemTable.tsx')).SystemTable;

/** The shown systems as a table. */
export function SideBySide() {
  const say = useSay();
  const Table = useLazy(load);
  return (
    <Dialog title={say('table.title')}>{Table ? <Table /> : <p role="status">{say('loading')}</p>}</Dialog>
  );
}
