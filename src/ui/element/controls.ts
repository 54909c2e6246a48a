import type { Experience } from '../../state/experience.ts';
import { chosenTag, type Say } from '../../state/words.ts';
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

/** The element's controls in plain DOM: play button, day slider, date and counts. */
export function createControls(experience: Experience, say: Say): Part {
  const { store, live } = experience;
  const root = make('div', 'controls');
  const button = make('button', 'play');
  button.type = 'button';
  const slider = make('input', 'days');
  slider.type = 'range';
  slider.min = '0';
  slider.step = 'any';
  slider.setAttribute('aria-label', say('element.days'));
  const day = make('output', 'day');
  const count = make('output', 'count');
  // The page may be written in the other direction.
  day.dir = count.dir = 'auto';
  root.append(button, slider, day, count);

  const tag = () => chosenTag(store.getState().langWish);
  let spoken: string | undefined;
  let numbers: Intl.NumberFormat;
  let dates: Intl.DateTimeFormat;

  function run() {
    slider.value = String(live.day);
  }
  function read() {
    const { moment, playing } = store.getState();
    const { site } = experience.campus();
    if (spoken !== tag()) {
      spoken = tag();
      numbers = new Intl.NumberFormat(spoken);
      dates = new Intl.DateTimeFormat(spoken, { dateStyle: 'medium', timeZone: 'UTC' });
    }
    slider.max = String(site.lastDay);
    day.textContent = dates.format(new Date(`${moment.date}T00:00:00Z`));
    const counts = {
      installed: numbers.format(moment.gpus.installed),
      inService: numbers.format(moment.gpus.inService),
    };
    count.textContent = say('element.counts', counts);
    slider.setAttribute('aria-valuetext', `${day.textContent}: ${count.textContent}`);
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
