/** What a browser does by itself on a page that a museum's visitor should not meet. */
const OWN_WAYS = [
  ...['contextmenu', 'selectstart', 'gesturestart', 'gesturechange', 'auxclick'],
  ...['dragstart', 'dragover', 'drop', 'copy', 'cut', 'paste'],
] as const;
/** Keys that work the controls; all others are the browser's, and lead out of the exhibit. */
const USED = ['Tab', 'Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** Lets nothing of the browser through: no menus, no selection, no zoom of the page, no keys but those that work the controls. */
export function closePage(): void {
  const refuse = (event: Event) => event.preventDefault();
  for (const name of OWN_WAYS) document.addEventListener(name, refuse, { capture: true });
  // Not passive: a touchpad's pinch comes as a wheel with Ctrl.
  window.addEventListener('wheel', (event) => event.ctrlKey && refuse(event), {
    capture: true,
    passive: false,
  });
  window.addEventListener(
    'keydown',
    (event) => {
      const isUsed = USED.includes(event.key) && !(event.ctrlKey || event.altKey || event.metaKey);
      if (!isUsed) refuse(event);
    },
    { capture: true },
  );
}
