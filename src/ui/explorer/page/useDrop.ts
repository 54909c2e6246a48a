import { useEffect } from 'react';
import { useActions } from './actions.ts';

/** Shows a document beside the site when its file is dropped onto the page. */
export function useDrop(): void {
  const { addDocument } = useActions();
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    // Otherwise the browser would open the file instead of the page.
    const over = (event: DragEvent) => hasFile(event) && event.preventDefault();
    async function drop(event: DragEvent) {
      if (!hasFile(event)) return;
      event.preventDefault();
      for (const file of [...(event.dataTransfer?.files ?? [])]) await addDocument(file);
    }
    const gone = new AbortController();
    const { signal } = gone;
    addEventListener('dragover', over, { signal });
    addEventListener('drop', drop, { signal });
    return () => gone.abort();
  }, [addDocument]);
}
