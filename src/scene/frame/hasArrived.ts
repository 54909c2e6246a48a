import type { Experience } from '../../state/experience.ts';

/** Whether the plan's drawing and the overlay's paint are in the picture, if they are wanted and can be had. */
export function hasArrived({ store, live: { arrived } }: Experience): boolean {
  const { look, overlay } = store.getState();
  return (look !== 'plan' || arrived.has('drawing')) && (overlay === 'none' || arrived.has('paint'));
}

/** Resolves as soon as {@link hasArrived} holds. */
export function whenArrived(experience: Experience): Promise<void> {
  const { store, live } = experience;
  return new Promise((resolve) => {
    const look = () => {
      if (!hasArrived(experience)) return;
      for (const stop of stops) stop();
      resolve();
    };
    const stops = [live.listen(look), store.subscribe(look)];
    look();
  });
}
