import { shownGpu } from '../../views/focus.ts';
import { rackOfGpu } from '../../layout/address.ts';
import { make } from '../element/make.ts';
import { type Card, type ExhibitContext, touchButton } from './parts.ts';

/** Heights of visitors, centimetres: where it begins, its ends, and how far one press goes. */
const FIRST = 150;
const [LEAST, MOST] = [90, 210];
const STEP = 5;

/** Shows a rack, and beside it a visitor as tall as they say. */
export function createTallCard({ experience, say, format }: ExhibitContext): Card {
  const root = make('section', 'exhibit-card');
  const drawing = make('div', 'exhibit-heights');
  drawing.setAttribute('aria-hidden', 'true');
  const [rack, person] = [make('span', 'exhibit-rack'), make('span', 'exhibit-person')];
  drawing.append(rack, person);
  const mine = make('p', 'exhibit-large');
  const result = make('p', 'exhibit-note');
  const words = make('div', 'exhibit-words');
  words.setAttribute('aria-live', 'polite');
  words.append(mine, result);
  const [less, more] = [-STEP, STEP].map((by) =>
    touchButton('exhibit-step', say(by < 0 ? 'exhibit.tall.less' : 'exhibit.tall.more'), () => {
      height = Math.min(MOST, Math.max(LEAST, height + by));
      show();
    }),
  ) as [HTMLButtonElement, HTMLButtonElement];
  const steps = make('div', 'exhibit-row');
  steps.append(less, more);
  root.append(drawing, words, steps);
  let height = FIRST;

  function show() {
    const { layout } = experience.campus();
    const { racks, site } = layout;
    const kind = site.rackKinds[racks.kind[rackOfGpu(layout, shownGpu(layout, 0))]!]!;
    const grade = site.catalogue.get(kind.id)?.figures.height?.grade ?? 'assumed';
    const metres = height / 100;
    mine.textContent = say('exhibit.tall.mine', { height: format.height(metres) });
    result.textContent = say('exhibit.tall.result', {
      rack: format.height(kind.height),
      grade: say(`grade.${grade}`),
      times: format.decimal(kind.height / metres),
    });
    person.style.blockSize = `${(metres / kind.height) * 100}%`;
    [less.disabled, more.disabled] = [height <= LEAST, height >= MOST];
  }
  return {
    root,
    respeak: show,
    open() {
      height = FIRST;
      show();
      experience.goTo('rack');
    },
  };
}
