import { CHIPS } from '../../model/chips.ts';
import { addressContext } from '../../state/addressContext.ts';
import type { StageControl } from '../../state/stageControl.ts';
import { checkStory } from '../../stories/checkStory.ts';
import { type Draft, freeId, readDraft } from '../../stories/draft.ts';
import { pictureOf } from '../../stories/pictureOf.ts';
import { shippedStories } from '../../stories/shipped.ts';
import { createEditor } from '../../ui/editor/editor.ts';
import { viewQuery } from '../page/addressBar.ts';
import { explainFigure, sayExplained } from '../answers/explained.ts';
import { listedFigures } from '../answers/figures.ts';
import type { Mounted } from '../experience/mountExperience.ts';
import type { OwnStories } from './ownStories.ts';
import { rememberEdited } from './rememberEdited.ts';
import { systemIds } from '../documents/systems.ts';

/** Which story is edited: the one of an id, the one that is kept under a key, else a new one. */
export interface Edited {
  story?: string | undefined;
  key?: string | undefined;
}

interface Place {
  mounted: Mounted;
  control: StageControl;
  own: OwnStories;
  /** Holds the stage and the editor. */
  root: HTMLElement;
}

/**
 * Opens the editor of a story on the stage. Of a story that comes with the program it edits a copy, which begins with the first change.
 * Returns a function that closes it, which calls `closed`.
 */
export async function editStory(
  { mounted, control, own, root }: Place,
  edited: Edited,
  closed: () => void,
): Promise<() => void> {
  const { experience } = mounted;
  const { kept } = own;
  const teller = await mounted.stories();
  const { told } = control.state();
  const [site] = experience.store.getState().campuses;
  const { configs, curves, defaults } = addressContext(site!.document);
  const taken = (mine: string | undefined) => [
    ...Object.keys(shippedStories),
    ...kept.all().flatMap(({ key, draft }) => (key === mine ? [] : [draft.id])),
  ];
  let { key, draft } = chosen();
  const isTold = told && [edited.story, own.story(draft)?.id].includes(told.position.story);
  const index = isTold ? told.position.stepIndex : 0;
  /** The story that is told while the editor is open; another one closes it. */
  let ours = isTold ? told.position.story : undefined;

  function chosen(): { key: string | undefined; draft: Draft } {
    const { story: id, key } = edited;
    const isIt = (draft: Draft) => id !== undefined && (draft.id === id || own.story(draft)?.id === id);
    const found = kept.all().findLast((each) => each.key === key || isIt(each.draft));
    if (found) return found;
    const begun = { schemaVersion: 1, id: freeId(id ?? 'story', taken(undefined)) };
    const { title, steps } =
      id !== undefined && told?.position.story === id ? told : { title: '', steps: [] };
    const isUsual = id === undefined || site!.id === defaults.site;
    return {
      key: undefined,
      draft: readDraft({ ...begun, title, steps, ...(!isUsual && { site: site!.id }) })!,
    };
  }
  /** Counts what was shown, so that a step that the editor itself goes to is not followed. */
  let shows = 0;
  let asking = 0;
  let last = index;

  async function show(draft: Draft, index: number) {
    const story = own.story(draft);
    if (!story) return teller.end();
    const mine = ++shows;
    asking++;
    await teller.tell(story, index);
    asking--;
    if (mine !== shows) return;
    const { told } = control.state();
    last = told?.position.stepIndex ?? 0;
    ours = told?.position.story;
  }
  /** What another window has made of the story, until the viewer has chosen. */
  let theirs: Draft | undefined;
  /** What the story here is kept under meanwhile, as another one. */
  let mineKey: string | undefined;
  /** Whether it was changed here. */
  let isMine = false;
  function keepMine() {
    mineKey = kept.put({ ...draft, id: freeId(draft.id, taken(mineKey)) }, mineKey);
  }
  function endChoice() {
    if (mineKey !== undefined) kept.remove(mineKey);
    theirs = mineKey = undefined;
    rememberEdited(key);
  }
  function hearOthers(event: StorageEvent) {
    if (key === undefined || event.key !== key) return;
    const now = kept.reread(key);
    if (!now || (!theirs && JSON.stringify(now) === JSON.stringify(draft))) return;
    theirs = now;
    if (isMine && mineKey === undefined) keepMine();
    rememberEdited(mineKey ?? key);
    editor.askWhose();
  }
  function close() {
    stop();
    window.removeEventListener('storage', hearOthers);
    editor.dispose();
    editor.root.remove();
    root.removeAttribute('data-editing');
    rememberEdited(undefined);
    closed();
  }
  const editor = createEditor(
    {
      say: own.say,
      taken: taken(key),
      configs,
      curves,
      systems: systemIds.filter((id) => id !== site!.id),
      chips: CHIPS,
      picture() {
        const query = viewQuery(mounted, '');
        const id = query.get('site') ?? undefined;
        return { keys: pictureOf(query, site!.site.dayZero), site: id === defaults.site ? undefined : id };
      },
      keep(next) {
        draft = next;
        isMine = true;
        if (theirs) keepMine();
        else key = kept.put(draft, key);
        rememberEdited(mineKey ?? key);
        return kept.isLasting();
      },
      unknownFigures: own.unknownFigures,
      show: (draft, index) => void show(draft, index),
      async play(draft, index) {
        close();
        await show(draft, Math.max(0, index - 1));
        if (index > 0) await control.next();
      },
      save(draft) {
        const checked = checkStory(draft);
        const name = `${draft.id}.story.json`;
        if (checked.ok) download(name, `${JSON.stringify(checked.story, null, 2)}\n`);
        return name;
      },
      keepMine(mine) {
        kept.put(mine, key);
        endChoice();
      },
      takeTheirs() {
        draft = theirs!;
        endChoice();
        return draft;
      },
      remove() {
        const forgotten = mineKey ?? key;
        if (forgotten !== undefined) kept.remove(forgotten);
        teller.end();
        close();
      },
      close,
      async figures() {
        const { campuses } = experience.store.getState();
        const say = sayExplained(experience);
        const all = await listedFigures(experience);
        return all.map((each) => explainFigure(campuses[each.campusIndex]!, each, say));
      },
    },
    { draft, index: Math.min(index, draft.steps.length - 1) },
  );
  const stop = control.subscribe(() => {
    const { told } = control.state();
    if (asking > 0 || !told) return;
    if (told.position.story !== ours) return close();
    if (told.position.stepIndex !== last) editor.follow(told.position.stepIndex);
    last = told.position.stepIndex;
  });
  window.addEventListener('storage', hearOthers);
  root.append(editor.root);
  root.setAttribute('data-editing', '');
  rememberEdited(key);
  if (draft.steps.length === 0 || key !== undefined) await show(draft, index);
  return close;
}

/** Hands a text to the viewer as a file. */
function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
