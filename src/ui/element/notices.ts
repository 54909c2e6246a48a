import type { Experience } from '../../state/experience.ts';
import type { Say } from '../../state/words.ts';
import { type Part, partOf } from './controls.ts';
import { make } from './make.ts';

/** Notices, one under the other, each with a button to dismiss it. */
export function createNotices(experience: Experience, say: Say): Part {
  const { store } = experience;
  const root = make('div', 'notices');
  root.setAttribute('role', 'status');
  let shown: unknown;
  let spoken: string | undefined;
  function show() {
    const { notices, langWish } = store.getState();
    if (notices === shown && langWish === spoken) return;
    shown = notices;
    spoken = langWish;
    root.replaceChildren(
      ...notices.map((notice) => {
        const line = make('p', 'notice', say(notice.key, notice.values));
        line.dir = 'auto';
        const away = make('button', 'dismiss', '×');
        away.type = 'button';
        away.setAttribute('aria-label', say('element.dismiss'));
        away.addEventListener('click', () => experience.dismiss(notice.id));
        line.append(away);
        return line;
      }),
    );
  }
  show();
  return partOf(root, store.subscribe(show));
}
