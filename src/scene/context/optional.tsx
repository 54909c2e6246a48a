import { type ComponentType, lazy, useEffect, useSyncExternalStore } from 'react';
import { useExperience } from '../../state/hooks.ts';
import { retryLater } from '../../state/retry.ts';

interface Ready {
  /** Called once the component, or nothing in its place, is drawn. */
  onReady: () => void;
}

function Missing({ onReady }: Ready) {
  const experience = useExperience();
  useEffect(() => {
    onReady();
    return experience.miss();
  }, [experience, onReady]);
  return null;
}

/**
 * A component in a chunk of its own that the picture can do without: if it cannot be loaded, a notice says so, nothing is drawn in its
 * place, and it is loaded again when there is another chance.
 */
export function optional<Props extends Ready>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const fresh = () =>
    lazy<ComponentType<Props>>(() =>
      load().catch(() => {
        retryLater(() => {
          part = fresh();
          for (const listener of listeners) listener();
        });
        return { default: Missing };
      }),
    );
  let part = fresh();
  return function Optional(props) {
    const Part = useSyncExternalStore(subscribe, () => part);
    return <Part {...props} />;
  };
}
