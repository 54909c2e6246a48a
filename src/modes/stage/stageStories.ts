import { chosenTag, sentencesIn, STORIES } from '../../state/words.ts';
import type { StageControl } from '../../state/stageControl.ts';
import { type Shelf, shippedShelf, shippedTitles } from '../../stories/shipped.ts';
import { faultWords } from '../../ui/editor/faultWords.ts';
import type { Panels } from '../../ui/stage/panels.ts';
import { type Edited, editStory } from '../editor/editStory.ts';
import type { Mounted } from '../experience/mountExperience.ts';
import { openOwnStories } from '../editor/ownStories.ts';

/** The stories of the stage, those of the viewer's own too; loaded once the first picture is there, or where one of them is asked for. */
export interface StageStories extends Shelf {
  /** All that can be chosen, the viewer's own last. */
  list(): readonly { id: string; title: string }[];
  /** Begins a story; one without a step can only be written on. */
  begin(id: string): Promise<void>;
  /** Begins the story of a file. A refused one changes nothing, and a panel says all that is wrong with it. */
  take(file: File): Promise<void>;
  edit(edited: Edited): Promise<void>;
  isEditing(): boolean;
  /** Closes the editor if it is open. */
  close(): void;
}

interface Stage {
  mounted: Mounted;
  control: StageControl;
  panels: Panels;
  /** Holds the stage and the editor. */
  root: HTMLElement;
  /** Is called when the editor has been opened or closed. */
  changed(): void;
}

/** Opens the stories of a stage. */
export function openStageStories({ mounted, control, panels, root, changed }: Stage): StageStories {
  const own = openOwnStories(mounted.experience);
  const sentences = () => sentencesIn(chosenTag(mounted.experience.store.getState().langWish), STORIES);
  const { say } = own;
  let close: (() => void) | undefined;
  const stories: StageStories = {
    ids: async () => [...(await shippedShelf.ids()), ...own.list().map(({ id }) => id)],
    find: async (id) => (await shippedShelf.find(id)) ?? own.find(id),
    list: () => [...shippedTitles(sentences()), ...own.list()],
    async begin(id) {
      if (await stories.find(id)) await control.begin(id);
      else await stories.edit({ story: id });
    },
    async take(file) {
      const taken = await own.take(file);
      if ('errors' in taken) {
        const lines = taken.errors.map(({ path, ...error }) =>
          say(path ? 'editor.error' : 'editor.error.whole', { path, ...faultWords(error, say) }),
        );
        panels.refuse(say('editor.refused', { name: file.name }), say('editor.refused.stays'), lines);
        return;
      }
      panels.close();
      await control.begin(taken.id);
      // A whole sentence, since only this chunk has the words.
      if (!own.kept.isLasting()) mounted.experience.notify({ key: say('editor.notKept'), values: {} });
    },
    async edit(edited) {
      panels.close();
      close?.();
      close = await editStory({ mounted, control, own, root }, edited, () => {
        close = undefined;
        changed();
        if (!control.state().told && panels.open() !== 'choose') panels.toggle('choose');
      });
      changed();
    },
    isEditing: () => close !== undefined,
    close: () => close?.(),
  };
  return stories;
}
