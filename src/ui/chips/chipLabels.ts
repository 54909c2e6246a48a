import english from '../../../assets/languages/en.chips.json';
import { benchOver, onBench } from '../../layout/bench.ts';
import { serverOf } from '../../layout/serverPlan.ts';
import { withEvidence } from '../../model/evidence.ts';
import { campusOf, type Experience } from '../../state/experience.ts';
import { chosenTag, sayIn, type Words, wordsTag } from '../../state/words.ts';
import { ofServer } from '../../views/closeStations.ts';
import { shownGpu } from '../../views/focus.ts';
import type { Point } from '../../views/pose.ts';
import { subjectRack } from '../../views/stations.ts';
import { measured } from '../figureCard.ts';
import { createFormat, directionOf } from '../format.ts';
import sheetText from './chipLabels.css?inline';

/** The sentences of this lazily loaded chunk. */
export const chipWords: Words = { file: '.chips', english };

/** Figures of a chip that its label says. */
const TOLD = ['memory', 'memory-bandwidth', 'power'] as const;
/** Zoom level from which the bench is seen, between the server and the GPU. */
const FROM_LEVEL = 5.3;
/** Gap between labels, CSS pixels. */
const APART = 6;

let sheet: CSSStyleSheet | undefined;

const line = (tag: 'strong' | 'span', className: string, text: string) => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  made.dir = 'auto';
  return made;
};

/** The middle of the bench's front edge under each chip, in the frame of the server's hall, metres; and the turn of that. */
function places({
  campuses,
  campusIndex,
  chips,
  gpu,
}: ReturnType<Experience['store']['getState']>): [...Point, turn: number][] {
  const { layout } = campusOf({ campuses, campusIndex });
  const shown = shownGpu(layout, gpu);
  if (shown === 0) return [];
  const server = serverOf(layout, shown);
  const { turn } = subjectRack(layout, shown).hall;
  const { y, z, size } = benchOver(server.plan, chips.length);
  return chips.map((_, at) => [
    ...ofServer(server, [onBench(at, chips.length), y, z + size[2] / 2], server.plan.travel),
    turn,
  ]);
}

/** Shows a name, a date and figures under each chip that lies on the bench, as a list, until the returned function is called. */
export function mountChipLabels(parent: HTMLElement, { store, live }: Experience): () => void {
  const list = document.createElement('ul');
  list.className = 'chip-labels';
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  const home = parent.getRootNode() as Document | ShadowRoot;
  if (!home.adoptedStyleSheets.includes(sheet)) home.adoptedStyleSheets.push(sheet);
  let shown: unknown[] = [];
  let at: ReturnType<typeof places> = [];
  /** How wide the labels are; nothing where they have to be measured anew. */
  let levelled: number | undefined;

  function write() {
    const state = store.getState();
    const { campuses, campusIndex, chips, gpu, langWish, look, page } = state;
    Object.assign(list.dataset, { look, page });
    const wanted = [campuses, campusIndex, chips, gpu, langWish];
    if (wanted.every((value, index) => value === shown[index])) return;
    shown = wanted;
    at = places(state);
    const tag = chosenTag(langWish);
    const [say, { knownDate }] = [sayIn(wordsTag(tag), chipWords), createFormat(tag)];
    list.lang = wordsTag(tag);
    list.setAttribute('aria-label', say('chips.list'));
    const { catalogue } = withEvidence(campusOf(state).site);
    list.replaceChildren(
      ...chips.map((id) => {
        const label = document.createElement('li');
        label.className = 'chip-label';
        label.dir = directionOf(wordsTag(tag));
        const { name = id, figures = {} } = catalogue.get(id) ?? {};
        label.append(line('strong', '', name));
        const date = figures.memory?.asOf;
        if (date) label.append(line('span', 'chip-date', say('chips.asOf', { date: knownDate(date) })));
        for (const told of TOLD) {
          const figure = figures[told];
          if (figure) label.append(line('span', 'chip-figure', measured(figure.value, figure.unit, tag)));
        }
        return label;
      }),
    );
    levelled = undefined;
    place();
  }
  /** Makes the labels so wide, and their names as high as the highest, so that what follows stands in line. */
  function level(wide: number) {
    levelled = wide;
    for (const label of list.children) (label as HTMLElement).style.width = `${(wide - APART).toFixed(1)}px`;
    const names = [...list.querySelectorAll('strong')];
    for (const name of names) name.style.minHeight = '';
    const highest = Math.max(...names.map((name) => name.offsetHeight));
    for (const name of names) name.style.minHeight = `${highest}px`;
  }
  /** Puts each label under its chip, as wide as the chips lie apart, and no lower than the free part of the picture. */
  function place() {
    const points = live.zoomLevel < FROM_LEVEL ? [] : at.map((point) => live.project(...point));
    const whole = points.every((point) => point !== undefined) && points.length > 0;
    list.hidden = !whole;
    if (!whole) return;
    const [first, second] = points;
    const wide = second ? Math.abs(second!.x - first!.x) : list.clientWidth / 3;
    // The element's bar lies over the lower edge of its picture.
    const bar = parent.querySelector<HTMLElement>('.controls');
    const free = list.clientHeight - live.covered.bottom;
    if (wide !== levelled) level(wide);
    const bottom = bar && !bar.hidden ? Math.min(bar.offsetTop, free) : free;
    for (const [index, label] of [...list.children].entries()) {
      const { style, offsetHeight } = label as HTMLElement;
      const { x, y } = points[index]!;
      const left = x - (wide - APART) / 2;
      style.translate = `${left.toFixed(1)}px ${Math.min(y + APART, bottom - offsetHeight).toFixed(1)}px`;
    }
  }
  parent.append(list);
  write();
  const stops = [store.subscribe(write), live.watch(place)];
  return () => {
    for (const stop of stops) stop();
    list.remove();
  };
}
