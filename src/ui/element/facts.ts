import type { Experience } from '../../state/experience.ts';
import { chosenTag, type Say } from '../../state/words.ts';
import { make, type Part, partOf } from './controls.ts';

/** Without WebGL: a still picture and the counts of the day as text. */
export function createFacts(experience: Experience, say: Say, stillUrl: string): Part {
  const { store } = experience;
  const root = make('div', 'facts');
  const still = make('img', 'still');
  still.src = stillUrl;
  still.alt = say('element.still', { name: experience.campus().site.name });
  const list = make('ul', 'list');
  root.append(still, list);
  function tell() {
    const { moment, langWish } = store.getState();
    const { layout } = experience.campus();
    const numbers = new Intl.NumberFormat(chosenTag(langWish), { maximumFractionDigits: 0 });
    const values = {
      inService: numbers.format(moment.gpus.inService),
      installed: numbers.format(moment.gpus.installed),
      racks: numbers.format(moment.racks.installed),
      allRacks: numbers.format(layout.totals.racks),
      arrays: numbers.format(moment.arrays.installed),
      halls: numbers.format(moment.halls.full),
      it: numbers.format(moment.itW / 1e6),
      facility: numbers.format(moment.facilityW / 1e6),
    };
    list.replaceChildren(
      ...['element.counts', 'element.racks', 'element.power'].map((key) => make('li', '', say(key, values))),
    );
  }
  tell();
  return partOf(root, store.subscribe(tell));
}
