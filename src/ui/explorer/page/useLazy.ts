import { type ComponentType, useEffect, useState } from 'react';
import { useExperience } from '../../../state/hooks.ts';

/** A component whose code is loaded when it is first shown; undefined until then. If it cannot be loaded, the picture says so. */
export function useLazy(load: () => Promise<ComponentType>): ComponentType | undefined {
  const { miss } = useExperience();
  const [loaded, setLoaded] = useState<{ Component: ComponentType }>();
  useEffect(() => {
    let isWanted = true;
    load().then(
      (Component) => {
        if (isWanted) setLoaded({ Component });
      },
      () => miss(),
    );
    return () => {
      isWanted = false;
    };
  }, [load, miss]);
  return loaded?.Component;
}
