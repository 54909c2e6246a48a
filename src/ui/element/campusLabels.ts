import type { Experience } from '../../state/experience.ts';
import { chosenTag } from '../../state/words.ts';
import { campusFacts } from '../campusFacts.ts';
import { campusPlaces, moveLabel } from '../campusPlaces.ts';
import { basisWords, countWords, nameWords, sayOfCampuses } from '../campusWords.ts';
import { createFormat } from '../format.ts';
import sheetText from './campusLabels.css?inline';
import { type Part, partOf } from './controls.ts';
import { make } from './make.ts';
import { styleSheet } from './styleSheet.ts';

let sheet: CSSStyleSheet | undefined;

/** Names, counts and dates over the campuses of a picture while it shows several; hidden from screen readers. `insert` puts them over it. */
export function createCampusLabels(insert: (layer: HTMLElement) => void, experience: Experience): Part {
  const { store, live } = experience;
  const layer = make('div', 'campus-labels');
  layer.setAttribute('aria-hidden', 'true');
  insert(layer);
  sheet ??= styleSheet(sheetText);
  const { adoptedStyleSheets } = layer.getRootNode() as Document | ShadowRoot;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  let labels: HTMLElement[] = [];
  let sizes: { width: number; height: number }[] = [];
  let shown: unknown[] = [];

  function write() {
    const { campuses, day, langWish, look, page } = store.getState();
    Object.assign(layer.dataset, { look, page });
    const next = [campuses, day, langWish];
    if (next.every((each, at) => each === shown[at])) return;
    shown = next;
    const tag = chosenTag(langWish);
    const [say, format] = [sayOfCampuses(tag), createFormat(tag)];
    labels = (campuses.length > 1 ? campuses : []).map((campus) => {
      const facts = campusFacts(campus, campuses[0]!, day);
      const label = make('div', 'campus-label');
      label.append(
        make('strong', '', nameWords(facts, say)),
        make('span', '', countWords(facts, say, format)),
        make('span', 'campus-basis', basisWords(facts, say)),
      );
      const { note } = campus.site.document;
      if (note && campus.document !== campuses[0]!.document)
        label.append(make('span', 'campus-note', note.text));
      for (const line of label.children) (line as HTMLElement).dir = 'auto';
      return label;
    });
    layer.replaceChildren(...labels);
    measure();
  }
  function measure() {
    sizes = labels.map(({ offsetWidth, offsetHeight }) => ({ width: offsetWidth, height: offsetHeight }));
    place();
  }
  function place() {
    if (labels.length === 0) return;
    const { bottom } = live.covered;
    const rest = { left: 0, top: 0, right: layer.clientWidth, bottom: layer.clientHeight - bottom };
    const places = campusPlaces(live, store.getState(), sizes, rest);
    labels.forEach((label, index) => {
      moveLabel(label, places[index]);
    });
  }
  write();
  const resized = new ResizeObserver(measure);
  resized.observe(layer);
  return partOf(layer, store.subscribe(write), live.watch(place), () => resized.disconnect());
}
