import type { Experience } from '../../state/experience.ts';
import { chosenTag, type Say } from '../../state/words.ts';
import { type Part, partOf } from './controls.ts';
import { countedBy } from '../../timeline/campus.ts';
import { make } from './make.ts';

/** Where nothing can be drawn, unless the host fills the slot `fallback`: the counts of the day as text, and the still if it shows just that. */
export function createFacts(
  experience: Experience,
  say: Say,
  still: { src: string; alt: string } | undefined,
): Part {
  const { store } = experience;
  const root = make('div', 'failure');
  const slot = document.createElement('slot');
  slot.name = 'fallback';
  const facts = make('div', 'facts');
  const image = make('img', 'facts-still');
  const text = make('div', 'facts-text', say('element.noWebgl'));
  // It may have to be scrolled.
  text.tabIndex = 0;
  text.dir = 'auto';
  const list = make('ul', 'list');
  if (still) Object.assign(image, still);
  text.append(list);
  facts.append(image, text);
  slot.append(facts);
  root.append(slot);
  const first = experience.campus();
  function tell() {
    const { moment, langWish } = store.getState();
    const { layout } = experience.campus();
    const counted = countedBy({ layout });
    const numbers = new Intl.NumberFormat(chosenTag(langWish), { maximumFractionDigits: 0 });
    const values = {
      inService: numbers.format(moment[counted].inService),
      installed: numbers.format(moment[counted].installed),
      racks: numbers.format(moment.racks.installed),
      allRacks: numbers.format(layout.totals.racks),
      arrays: numbers.format(moment.arrays.installed),
      halls: numbers.format(moment.halls.full),
      it: numbers.format(moment.itW / 1e6),
      facility: numbers.format(moment.facilityW / 1e6),
    };
    image.hidden = !still || experience.campus() !== first || moment.day !== first.timeline.completeDay;
    list.replaceChildren(
      ...[
        counted === 'gpus' ? 'element.counts' : 'element.serverCounts',
        'element.racks',
        'element.power',
      ].map((key) => make('li', '', say(key, values))),
    );
  }
  tell();
  return partOf(root, store.subscribe(tell));
}
