import type { Experience } from '../state/experience.ts';
import { retryLater } from '../state/retry.ts';

type State = ReturnType<Experience['store']['getState']>;

/**
 * Mounts what is loaded lazily, once it is first wanted. `load` resolves to a function that mounts it and returns what takes it away. If
 * the code does not come, a notice says so until it does; it is loaded again when there is another chance. Returns what ends all that.
 */
export function mountWhen(
  { store, miss }: Experience,
  isWanted: (state: State) => boolean,
  load: () => Promise<() => () => void>,
): () => void {
  let isAsked = false;
  let isGone = false;
  let remove = () => {};
  function tell() {
    if (isAsked || isGone || !isWanted(store.getState())) return;
    isAsked = true;
    load().then(
      (mount) => {
        remove();
        if (!isGone) remove = mount();
      },
      () => {
        remove();
        if (isGone) return;
        const dismiss = miss();
        const stopRetry = retryLater(() => {
          isAsked = false;
          tell();
        });
        remove = () => {
          stopRetry();
          dismiss();
        };
      },
    );
  }
  tell();
  const stop = store.subscribe(tell);
  return () => {
    isGone = true;
    stop();
    remove();
  };
}
