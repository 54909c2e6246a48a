import { type ComponentType, lazy, useEffect } from 'react';

interface Ready {
  /** Called once the component, or nothing in its place, is drawn. */
  onReady: () => void;
}

function Nothing({ onReady }: Ready) {
  useEffect(onReady, [onReady]);
  return null;
}

/** A component in a chunk of its own that the picture can do without: nothing is drawn if it cannot be loaded. */
export const optional = <Props extends Ready>(load: () => Promise<{ default: ComponentType<Props> }>) =>
  lazy<ComponentType<Props>>(() => load().catch(() => ({ default: Nothing })));
