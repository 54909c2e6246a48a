import { type ComponentType, useEffect, useState } from 'react';
import { useExperience } from '../../../state/hooks.ts';

/** A component in a chunk of its own: nothing until it is loaded; if it cannot be, a notice says so. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  return function LazyPart(props) {
    const { miss } = useExperience();
    const [Part, setPart] = useState<ComponentType<Props>>();
    useEffect(() => {
      let isWanted = true;
      let found: (() => void) | undefined;
      load().then(
        (loaded) => {
          if (isWanted) setPart(() => loaded.default);
        },
        () => {
          if (isWanted) found = miss();
        },
      );
      return () => {
        isWanted = false;
        found?.();
      };
    }, [miss]);
    return Part ? <Part {...props} /> : null;
  };
}
