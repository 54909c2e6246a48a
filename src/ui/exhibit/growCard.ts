import { make } from '../element/make.ts';
import type { Card, ExhibitContext } from './parts.ts';

/** Lets the site grow from its first day, and says the day and the count. */
export function createGrowCard({ experience, say, format }: ExhibitContext): Card {
  const root = make('section', 'exhibit-card');
  const counts = make('p', 'exhibit-large');
  root.append(counts, make('p', 'exhibit-note', say('exhibit.grow.note')));
  const { store } = experience;
  function show() {
    const { moment } = store.getState();
    const values = { date: format.date(moment.date), gpus: format.whole(moment.gpus.inService) };
    const text = say('exhibit.grow.counts', values);
    if (!root.hidden && counts.textContent !== text) counts.textContent = text;
  }
  store.subscribe(show);
  return {
    root,
    open() {
      experience.goTo('site');
      experience.seek(0);
      experience.play();
      show();
    },
  };
}
