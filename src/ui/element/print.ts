/**
 * Puts a copy of the picture over it while the page is printed, since browsers print a WebGL canvas as an empty box. Returns a function
 * that stops it.
 */
export function listenToPrint(stage: HTMLElement, copy: () => HTMLCanvasElement | undefined): () => void {
  let printed: HTMLCanvasElement | undefined;
  const remove = () => printed?.remove();
  const put = () => {
    remove();
    printed = copy();
    if (!printed) return;
    printed.className = 'printed';
    stage.append(printed);
  };
  window.addEventListener('beforeprint', put);
  window.addEventListener('afterprint', remove);
  return () => {
    window.removeEventListener('beforeprint', put);
    window.removeEventListener('afterprint', remove);
    remove();
  };
}
