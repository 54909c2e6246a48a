import type { Experience } from '../../state/experience.ts';
import { chosenTag, type Say } from '../../state/words.ts';
import { spanOf } from '../../state/span.ts';
import { countedBy } from '../../timeline/campus.ts';
import { make } from './make.ts';
import { listenToSlider } from './sliderTouch.ts';

/** A piece of the element's own DOM and the function that removes it. */
export interface Part {
  root: HTMLElement;
  dispose(): void;
}

/** A piece that is removed after these functions have stopped it. */
export const partOf = (root: HTMLElement, ...stops: (() => void)[]): Part => ({
  root,
  dispose() {
    for (const stop of stops) stop();
    root.remove();
  },
});

/** Returns a function that words the day shown and its counts in the viewer's language. */
export function dayWords({ store, campus }: Experience, say: Say): () => { date: string; counts: string } {
  let spoken: string | undefined;
  let numbers: Intl.NumberFormat;
  let dates: Intl.DateTimeFormat;
  return () => {
    const { moment, langWish } = store.getState();
    const tag = chosenTag(langWish);
    if (spoken !== tag) {
      spoken = tag;
      numbers = new Intl.NumberFormat(tag);
      dates = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
    }
    const counted = countedBy(campus());
    const { installed, inService } = moment[counted];
    return {
      date: dates.format(new Date(`${moment.date}T00:00:00Z`)),
      counts: say(counted === 'gpus' ? 'element.counts' : 'element.serverCounts', {
        installed: numbers.format(installed),
        inService: numbers.format(inService),
      }),
    };
  };
}

/** Milliseconds between changes of the slider's text while playing, which a screen reader may read out. */
const TOLD_MS = 1000;

/** The element's controls in plain DOM: play button, day slider, date and counts. */
export function createControls(experience: Experience, say: Say): Part {
  const { store, live } = experience;
  const root = make('div', 'controls');
  const button = make('button', 'play');
  button.type = 'button';
  const slider = make('input', 'days');
  slider.type = 'range';
  slider.step = 'any';
  slider.setAttribute('aria-label', say('element.days'));
  const day = make('span', 'day');
  const count = make('span', 'count');
  // The page may be written in the other direction.
  day.dir = count.dir = 'auto';
  root.append(button, slider, day, count);

  const words = dayWords(experience, say);
  let toldAt = Number.NEGATIVE_INFINITY;

  function run() {
    slider.value = String(live.day);
  }
  function read() {
    const { playing } = store.getState();
    const { first, last } = spanOf(store.getState());
    slider.min = String(first);
    slider.max = String(last);
    const { date, counts } = words();
    day.textContent = date;
    count.textContent = counts;
    const now = performance.now();
    if (!playing || now - toldAt >= TOLD_MS) {
      toldAt = now;
      slider.setAttribute('aria-valuetext', `${date}: ${counts}`);
    }
    button.setAttribute('aria-label', say(playing ? 'element.pause' : 'element.play'));
    button.dataset.playing = String(playing);
  }
  button.addEventListener('click', () => (store.getState().playing ? experience.pause() : experience.play()));
  listenToSlider(slider, {
    now: () => ({ day: live.day, playing: store.getState().playing }),
    seek(to) {
      experience.pause();
      experience.seek(to);
    },
    play: () => experience.play(),
  });
  read();
  run();
  return partOf(root, live.listen(run), store.subscribe(read));
}
