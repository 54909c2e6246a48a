import english from '../../../assets/languages/en.editor.json';
import { type DocumentError, MOST_ERRORS } from '../../model/checkErrors.ts';
import { MOST_BYTES } from '../../model/site.ts';
import type { Experience } from '../../state/experience.ts';
import { createKeptStories, type KeptStories } from '../../state/keptStories.ts';
import { sayNow, type Say, sharedWords } from '../../state/words.ts';
import { checkStory } from '../../stories/checkStory.ts';
import { type Draft, freeId, readDraft } from '../../stories/draft.ts';
import { mended } from '../../stories/mended.ts';
import { shippedStories } from '../../stories/shipped.ts';
import type { Story } from '../../stories/storySchema.ts';
import { createFigureCheck } from './storyFigures.ts';

/** A file that was taken as a story, or all that is wrong with it. */
type Taken = { id: string } | { errors: readonly DocumentError[] };

/** The viewer's own stories on the stage. */
export interface OwnStories {
  kept: KeptStories;
  say: Say;
  list(): { id: string; title: string }[];
  /** A draft as far as it can be told, the same object each time; undefined for one without steps. */
  story(draft: Draft): Story | undefined;
  /** The newest story of an id, as far as it can be told; undefined for one that there is not. */
  find(id: string): Story | undefined;
  /** Figures that steps of a draft name and their pictures do not have; see `createFigureCheck`. */
  unknownFigures(draft: Draft): Promise<readonly DocumentError[]>;
  /** Keeps the story of a file, with another id if a different story has that already. */
  take(file: File): Promise<Taken>;
}

/** Opens the stories that the viewer has written or brought. */
export function openOwnStories(experience: Experience): OwnStories {
  const kept = createKeptStories(() => window.localStorage);
  const say = sayNow(experience.store, sharedWords, { file: '.editor', english });
  const check = createFigureCheck(experience);
  const told = new WeakMap<Draft, { story: Story | undefined }>();
  function story(draft: Draft): Story | undefined {
    const known = told.get(draft) ?? { story: mended(draft) };
    told.set(draft, known);
    return known.story;
  }
  async function unknownIn(draft: Draft) {
    const told = story(draft);
    return told ? check(told) : [];
  }
  return {
    kept,
    say,
    list: () =>
      kept.all().map(({ draft: { id, title } }) => ({ id, title: title || say('editor.untitled') })),
    story,
    find(id) {
      const drafts = kept
        .all()
        .map(({ draft }) => draft)
        .reverse();
      const draft = drafts.find((each) => each.id === id) ?? drafts.find((each) => story(each)?.id === id);
      return draft && story(draft);
    },
    unknownFigures: unknownIn,
    async take(file) {
      if (file.size > MOST_BYTES) return wrong(`${file.size} bytes`, `at most ${MOST_BYTES} bytes of JSON`);
      let value: unknown;
      try {
        value = JSON.parse(await file.text());
      } catch (error) {
        return wrong(error instanceof Error ? error.message : String(error), 'a story as JSON');
      }
      const checked = checkStory(value);
      const draft = readDraft(value);
      const figures = draft ? await unknownIn(draft) : [];
      if (!checked.ok) return { errors: [...checked.errors, ...figures].slice(0, MOST_ERRORS) };
      if (figures.length > 0) return { errors: figures };
      const { story } = checked;
      const same = kept
        .all()
        .find(({ draft }) => JSON.stringify(draft) === JSON.stringify(readDraft({ ...story, id: draft.id })));
      if (same) return { id: same.draft.id };
      const taken = [...Object.keys(shippedStories), ...kept.all().map(({ draft }) => draft.id)];
      const id = freeId(story.id, taken);
      kept.put(readDraft({ ...story, id })!);
      return { id };
    },
  };
}

const wrong = (found: string, expected: string): Taken => ({ errors: [{ path: '', found, expected }] });
