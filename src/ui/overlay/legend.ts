import english from '../../../assets/languages/en.overlay.json';
import { GRADES } from '../../model/grades.ts';
import type { Fill } from '../../inventory/overlay/fills.ts';
import { fillsOf, type Painted, shownPeriods } from '../../inventory/overlay/painting.ts';
import { hasDates, periodAt, type Period } from '../../inventory/overlay/periods.ts';
import type { Experience } from '../../state/experience.ts';
import { chosenTag, type Say, sayIn, type Words, wordsTag } from '../../state/words.ts';
import type { Campus } from '../../timeline/campus.ts';
import { directionOf } from '../format.ts';
import sheetText from './legend.css?inline';
import type { Areas } from './keepLegend.ts';
import { swatch } from './swatch.ts';

/** Milliseconds without a drawn frame after which the shares of the picture are taken. */
const REST_MS = 300;

/** The sentences of this lazily loaded chunk. */
const legendWords: Words = { file: '.overlay', english };

let sheet: CSSStyleSheet | undefined;

/** The dates of a period as one text, such as "Jul 3 – 31, 2024". */
function datesOf({ from, to }: Period, tag: string): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** How many racks of all shown campuses came in each period. */
function racksIn(campuses: readonly Campus[], periods: readonly Period[]): number[] {
  const racks = periods.map(() => 0);
  for (const { site, timeline } of campuses.filter(hasDates)) {
    const at = periodAt(periods, site.dayZero);
    for (const day of timeline.installedDay) {
      const period = day <= site.lastDay ? at(Math.floor(day)) : -1;
      if (period >= 0) racks[period]!++;
    }
  }
  return racks;
}

/** What each class of an overlay means, in the order of its fills. */
function meanings(overlay: Painted, campuses: readonly Campus[], tag: string, say: Say): string[] {
  if (overlay === 'evidence') return GRADES.map((grade) => say(`legend.evidence.${grade}`));
  const periods = shownPeriods(campuses);
  const whole = new Intl.NumberFormat(tag);
  const racks = racksIn(campuses, periods);
  return [
    ...periods.map((period, at) => {
      const dates = datesOf(period, tag);
      return racks[at] ? say('legend.phase.racks', { dates, racks: whole.format(racks[at]) }) : dates;
    }),
    say('legend.phase.always'),
  ];
}

const part = <K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = '') => {
  const made = document.createElement(tag);
  made.className = className;
  made.setAttribute('part', className);
  made.textContent = text;
  return made;
};

/** An entry of the legend: a sample of the class's colour and pattern, and what it means. */
function entry(fill: Fill, meaning: string): HTMLElement {
  const made = part('li', 'legend-entry');
  made.append(swatch(fill), part('span', 'legend-meaning', meaning));
  return made;
}

/**
 * Shows what the colours and patterns of the chosen overlay mean, as the last child of `parent`, until the returned function is called;
 * nothing while there is no overlay.
 */
export function mountLegend(
  parent: HTMLElement,
  { store, live, miss }: Experience,
  areas: Areas,
): () => void {
  const root = part('section', 'legend');
  const title = part('p', 'legend-title');
  const list = part('ul', 'legend-list');
  root.append(title, list);
  // It may have to be scrolled.
  root.tabIndex = 0;
  sheet ??= new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  const home = parent.getRootNode() as Document | ShadowRoot;
  if (!home.adoptedStyleSheets.includes(sheet)) home.adoptedStyleSheets.push(sheet);
  let shown: unknown[] = [];
  /** Where the share of each grade is said; empty under another overlay. */
  let shares: HTMLElement[] = [];
  let isSaid = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let lastFrame = 0;
  /** Says how much of the picture each grade has, once the picture rests; while it moves nothing. Called after every frame. */
  function measure() {
    lastFrame = performance.now();
    if (isSaid) for (const share of shares) share.textContent = '';
    isSaid = false;
    if (shares.length > 0) resting ??= setTimeout(look, REST_MS);
  }
  function look() {
    const left = lastFrame + REST_MS - performance.now();
    resting = left > 0 ? setTimeout(look, left) : undefined;
    if (left <= 0) void sayShares(lastFrame);
  }
  async function sayShares(frame: number) {
    const found = await areas().catch(miss);
    if (frame !== lastFrame || typeof found !== 'object') return;
    const { format } = new Intl.NumberFormat(chosenTag(store.getState().langWish), {
      style: 'percent',
      maximumFractionDigits: 0,
    });
    isSaid = true;
    shares.forEach((share, at) => {
      share.textContent = format(found[GRADES[at]!] / 100);
    });
  }
  function tell() {
    const { overlay, campuses, langWish, look, page } = store.getState();
    Object.assign(root.dataset, { look, page });
    const wanted = [overlay, campuses, langWish];
    if (wanted.every((value, at) => value === shown[at])) return;
    shown = wanted;
    root.hidden = overlay === 'none';
    shares = [];
    if (overlay === 'none') return;
    const tag = chosenTag(langWish);
    const say = sayIn(wordsTag(tag), legendWords);
    root.lang = wordsTag(tag);
    root.dir = directionOf(wordsTag(tag));
    title.textContent = say(`legend.${overlay}`);
    root.setAttribute('aria-label', title.textContent);
    const fills = fillsOf(overlay, campuses);
    list.replaceChildren(
      ...meanings(overlay, campuses, tag, say).map((meaning, at) => entry(fills[at]!, meaning)),
    );
    if (overlay === 'evidence') shares = GRADES.map(() => part('span', 'legend-share'));
    shares.forEach((share, at) => {
      list.children[at]!.append(share);
    });
    measure();
  }
  tell();
  parent.append(root);
  const stops = [store.subscribe(tell), live.watch(measure)];
  return () => {
    clearTimeout(resting);
    for (const stop of stops) stop();
    root.remove();
  };
}
