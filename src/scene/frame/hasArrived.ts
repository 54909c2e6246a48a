import type { Experience } from '../../state/experience.ts';

/** Whether the plan's drawing, the overlay's paint and the selected GPU's marker are in the picture, if they are wanted and can be had. */
export function hasArrived({ store, live: { arrived } }: Experience): boolean {
  const { look, overlay, gpu } = store.getState();
  return (
    (look !== 'plan' || arrived.has('drawing')) &&
    (overlay === 'none' || arrived.has('paint')) &&
    (gpu === 0 || arrived.has('marker'))
  );
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
