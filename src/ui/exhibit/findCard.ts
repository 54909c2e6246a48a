import { addressOf } from '../../layout/address.ts';
import { make } from '../element/make.ts';
import { type Card, type ExhibitContext, touchButton } from './parts.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** Most digits that can be typed. */
const MOST = 7;

/** Finds a GPU by its number, which is typed on keys as large as fingers, and shows where it is. */
export function createFindCard({ experience, say, format }: ExhibitContext): Card {
  const root = make('section', 'exhibit-card');
  const shown = make('output', 'exhibit-large exhibit-number');
  const says = make('p', 'exhibit-note');
  says.setAttribute('role', 'status');
  const pad = make('div', 'exhibit-pad');
  const key = (text: string, act: () => void) => touchButton('exhibit-key', text, act);
  const type = (digit: string) => {
    if (typed.length < MOST && !(typed === '' && digit === '0')) typed += digit;
    show();
  };
  const back = key('⌫', () => {
    typed = typed.slice(0, -1);
    show();
  });
  back.setAttribute('aria-label', say('exhibit.find.back'));
  const go = touchButton('exhibit-key exhibit-first', say('exhibit.find.go'), find);
  pad.append(
    ...DIGITS.map((digit) => key(digit, () => type(digit))),
    back,
    key('0', () => type('0')),
    go,
  );
  const words = make('div', 'exhibit-words');
  words.append(shown, says);
  root.append(words, pad);
  let typed = '';

  const gpus = () => experience.campus().layout.totals.gpus;
  function show() {
    shown.textContent = typed === '' ? '…' : format.whole(Number(typed));
    says.textContent = say('exhibit.find.ask', { last: format.whole(gpus()) });
    go.disabled = typed === '';
  }
  function find() {
    const { layout, timeline } = { ...experience.campus() };
    const number = Number(typed);
    const values = { number: format.whole(number), last: format.whole(gpus()) };
    if (number > gpus()) {
      says.textContent = say('exhibit.find.wrong', values);
      return;
    }
    // It may not have been there yet on the day shown.
    if (experience.store.getState().day < timeline.completeDay) experience.seek(timeline.completeDay);
    experience.goTo('server', number);
    says.textContent = say('exhibit.find.found', {
      ...values,
      place: say('address.gpu', { ...addressOf(layout, number) }),
    });
    typed = '';
    shown.textContent = values.number;
    go.disabled = true;
  }
  return {
    root,
    respeak: show,
    open() {
      typed = '';
      show();
    },
  };
}
