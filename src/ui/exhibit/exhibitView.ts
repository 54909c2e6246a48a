import type { Experience } from '../../state/experience.ts';
import type { ExhibitState } from '../../state/exhibit.ts';
import type { Say } from '../../state/words.ts';
import type { TouchScreen } from '../../views/touchScreen.ts';
import type { View } from '../../views/view.ts';
import { createNotices } from '../element/notices.ts';
import { make } from '../element/make.ts';
import type { Format } from '../format.ts';
import { createLanguageButtons, type LanguageChoice } from '../languageNames.ts';
import { respeak } from '../respeak.ts';
import { sharedWords } from '../../state/words.ts';
import { evidenceWords } from '../evidence/words.ts';
import { exhibitWords } from './words.ts';
import { createBand } from './band.ts';
import { createFindCard } from './findCard.ts';
import { createGrowCard } from './growCard.ts';
import { createLifeCard } from './lifeCard.ts';
import { type Card, touchButton } from './parts.ts';
import { createTallCard } from './tallCard.ts';

/** Views that a visitor can go to; the others lie between them. */
const VISITED = ['site', 'hall', 'rack', 'server', 'gpu'] as const satisfies readonly View[];

/** What the controls do that is not the picture's. */
export interface ExhibitActs extends LanguageChoice {
  restart(): void;
  tell(story: string): Promise<void>;
  next(): Promise<void>;
  previous(): Promise<void>;
  /** Ends what is told, and shows again what was there before. */
  leave(): void;
  /** Called once the controls stand elsewhere. */
  moved(): void;
}

/** All that lies over the picture of an exhibit. */
export interface ExhibitView {
  root: HTMLElement;
  /** What covers the lower part of the picture. */
  foot: HTMLElement;
  show(state: ExhibitState): void;
  /** Puts everything back as it was at the start. */
  reset(): void;
}

/**
 * Makes what lies over the picture: the invitation, the words of a story, the controls and their cards, and the question. `screen`
 * answers the screen, if its size is known.
 */
export function createExhibitView(
  experience: Experience,
  say: Say,
  format: Format,
  acts: ExhibitActs,
  screen: () => TouchScreen | undefined,
): ExhibitView {
  const context = { experience, say, format };
  const root = make('section', 'exhibit-over');
  root.setAttribute('aria-label', say('exhibit.title'));
  const band = createBand(context);
  const invite = make('p', 'exhibit-invite');
  const life = createLifeCard(context, screen, () => open(undefined));
  const cards: Record<'grow' | 'tall' | 'find' | 'life', Card> = {
    grow: createGrowCard(context),
    tall: createTallCard(context),
    find: createFindCard(context),
    life,
  };
  const close = touchButton('exhibit-close', '×', () => open(undefined));
  close.setAttribute('aria-label', say('exhibit.close'));
  const holder = make('div', 'exhibit-holder');
  holder.append(...Object.values(cards).map((card) => card.root), close);

  const moves = make('div', 'exhibit-row exhibit-moves');
  moves.append(
    touchButton('', say('exhibit.previous'), () => void acts.previous()),
    touchButton('exhibit-first', say('exhibit.next'), () => void acts.next()),
  );

  type Opened = keyof typeof cards | 'big' | undefined;
  let opened: Opened;
  function open(next: Opened) {
    experience.pause();
    if (opened === 'big') acts.leave();
    experience.set({ story: undefined });
    const was = opened;
    opened = next;
    if (was === 'life') {
      life.end();
      experience.goTo('rack');
    }
    for (const [name, { root }] of Object.entries(cards)) root.hidden = name !== next;
    holder.hidden = next === undefined || next === 'big';
    for (const [name, button] of Object.entries(features))
      button.setAttribute('aria-pressed', String(name === next));
    if (next === 'big') void acts.tell('how-big');
    else if (next) cards[next].open();
    dress();
  }
  const feature = (name: NonNullable<Opened>) =>
    touchButton(`exhibit-feature exhibit-to-${name}`, say(`exhibit.${name}`), () =>
      open(opened === name ? undefined : name),
    );
  const features = {
    grow: feature('grow'),
    tall: feature('tall'),
    life: feature('life'),
    find: feature('find'),
    big: feature('big'),
  };
  const views = make('div', 'exhibit-row exhibit-views');
  views.setAttribute('role', 'group');
  views.setAttribute('aria-label', say('exhibit.views'));
  views.append(
    ...VISITED.map((view) =>
      touchButton('', say(`exhibit.view.${view}`), () => {
        open(undefined);
        experience.goTo(view);
      }),
    ),
  );
  const still = touchButton('', '', () => {
    experience.set({ motionWish: experience.motion() === 'full' ? 'reduce' : 'full' });
    dress();
  });
  const lower = touchButton('exhibit-lower', '', () => {
    root.toggleAttribute('data-low');
    dress();
    acts.moved();
  });
  const hand = touchButton('exhibit-hand', say('exhibit.hand'), () =>
    root.toggleAttribute('data-other-hand'),
  );
  const tools = make('div', 'exhibit-row exhibit-tools');
  tools.append(touchButton('', say('exhibit.restart'), acts.restart), still, lower, hand);
  const row = make('div', 'exhibit-row exhibit-features');
  row.append(...Object.values(features));
  const bar = make('nav', 'exhibit-bar');
  bar.setAttribute('aria-label', say('exhibit.controls'));
  bar.append(row, views, tools);

  const ask = make('div', 'exhibit-ask');
  ask.setAttribute('role', 'alertdialog');
  ask.setAttribute('aria-label', say('exhibit.ask'));
  const yes = touchButton('exhibit-first', say('exhibit.ask.yes'), () => undefined);
  ask.append(
    make('p', 'exhibit-large', say('exhibit.ask')),
    make('p', 'exhibit-note', say('exhibit.ask.text')),
    yes,
  );
  const foot = make('div', 'exhibit-foot');
  const languages = make('div', 'exhibit-row exhibit-languages');
  languages.setAttribute('aria-label', say('exhibit.language'));
  for (const [use, part] of Object.entries({ ...features, still, lower, hand, language: languages }))
    part.dataset.use = use;
  for (const [at, button] of Array.from(views.children).entries())
    (button as HTMLElement).dataset.use = VISITED[at]!;
  createLanguageButtons(languages, experience, acts, (text, act) => touchButton('', text, act));
  foot.append(holder, band, moves, bar, languages);
  const shield = make('div', 'exhibit-shield');
  root.append(shield, life.scale, invite, foot, ask, createNotices(experience, say).root);

  let state: ExhibitState = 'attract';
  function dress() {
    const { story } = experience.store.getState();
    const isExploring = state === 'explore' || state === 'asking';
    root.dataset.state = state;
    invite.hidden = state !== 'attract' && state !== 'tour';
    invite.textContent = say(state === 'tour' ? 'exhibit.tour' : 'exhibit.touch');
    // A window is looked through, not turned.
    shield.hidden = isExploring && opened !== 'life';
    root.toggleAttribute('data-life', opened === 'life');
    root.toggleAttribute('data-calm', experience.motion() === 'reduce');
    bar.hidden = !isExploring;
    root.toggleAttribute('data-turn', story !== undefined && story.position.stepIndex % 2 === 1);
    moves.hidden = !(isExploring && story);
    ask.hidden = state !== 'asking';
    still.textContent = say(experience.motion() === 'full' ? 'exhibit.still' : 'exhibit.moving');
    lower.textContent = say(root.hasAttribute('data-low') ? 'exhibit.raise' : 'exhibit.lower');
  }
  respeak(root, experience, sharedWords, evidenceWords, exhibitWords);
  experience.store.subscribe((now, then) => {
    // Somebody else has sent the eye elsewhere.
    if (opened === 'life' && now.flight !== then.flight && !life.isOn()) shut();
    if (now.langWish !== then.langWish && opened && opened !== 'big') cards[opened].respeak?.();
    if (now.story !== then.story || now.motionWish !== then.motionWish) dress();
  });
  /** Closes what is open, and leaves the picture. */
  function shut() {
    life.end();
    opened = undefined;
    holder.hidden = true;
    for (const button of Object.values(features)) button.setAttribute('aria-pressed', 'false');
    dress();
  }
  return {
    root,
    foot,
    show(next) {
      if (next === 'explore' && state !== 'asking') open(undefined);
      state = next;
      dress();
      if (state === 'asking') yes.focus();
    },
    reset() {
      root.removeAttribute('data-low');
      root.removeAttribute('data-other-hand');
      shut();
    },
  };
}
