import { useEffect } from 'react';
import { listenToDrops } from '../../listenToDrops.ts';
import { useActions } from './actions.ts';

/** Shows a document beside the site when its file is dropped onto the page. */
export function useDrop(): void {
  const { addDocument } = useActions();
  useEffect(() => {
    const gone = new AbortController();
    listenToDrops(addDocument, gone.signal);
    return () => gone.abort();
  }, [addDocument]);
}
