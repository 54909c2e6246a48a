/** Hands over the files that are dropped onto the page, one after the other, until the signal. */
export function listenToDrops(take: (file: File) => Promise<void>, signal?: AbortSignal): void {
  const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  // Otherwise the browser would open the file instead of the page.
  const over = (event: DragEvent) => hasFile(event) && event.preventDefault();
  async function drop(event: DragEvent) {
    if (!hasFile(event)) return;
    event.preventDefault();
    for (const file of [...(event.dataTransfer?.files ?? [])]) await take(file);
  }
  const options = signal ? { signal } : {};
  window.addEventListener('dragover', over, options);
  window.addEventListener('drop', (event) => void drop(event), options);
}
