import type { Experience } from '../../state/experience.ts';

/**
 * Keeps what a station shows clear of the words of a story, and several campuses clear of the bar, which lie over the lower edge of the
 * picture. Returns a function to call when their sizes have changed, and one that ends all this.
 */
export function keepClear(frame: HTMLElement, bar: HTMLElement, { store, live }: Experience) {
  function free(bottom: number) {
    if (bottom === live.covered.bottom) return;
    live.covered = { ...live.covered, bottom };
    live.touch();
  }
  function cover() {
    const words = frame.querySelector<HTMLElement>('.telling:not([hidden])');
    const isOfSeveral = store.getState().campuses.length > 1 && !bar.hidden;
    const over = words ?? (isOfSeveral ? bar : undefined);
    const top = over?.getBoundingClientRect().top;
    free(top === undefined ? 0 : Math.round(frame.getBoundingClientRect().bottom - top));
  }
  cover();
  const resized = new ResizeObserver(cover);
  resized.observe(frame);
  resized.observe(bar);
  const stop = store.subscribe((state, before) => {
    if (state.campuses !== before.campuses || state.story !== before.story) cover();
  });
  return {
    cover,
    stop() {
      resized.disconnect();
      stop();
      free(0);
    },
  };
}
