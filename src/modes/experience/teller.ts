import type { Message, Wish } from '../../state/choice.ts';
import type { Experience } from '../../state/experience.ts';
import { chosenTag, sentencesIn, STORIES } from '../../state/words.ts';
import type { Campus } from '../../timeline/campus.ts';
import type { StoryMoves, Told } from '../../state/told.ts';
import { at } from '../../stories/at.ts';
import { type Shelf, shippedShelf } from '../../stories/shipped.ts';
import type { Step, Story } from '../../stories/storySchema.ts';
import { createTelling, type Telling } from '../../stories/telling.ts';
import { translated } from '../../stories/translated.ts';
import { createBurst } from './burst.ts';
import type { HeldPicture } from './heldPicture.ts';
import { siteOf, type StagedStep, stageSteps, type StageShape } from './stagedSteps.ts';

/** Length to which unknown ids are cut in messages, characters. */
const SHOWN_LENGTH = 40;
/** Vertical field of view of a picture that is not drawn, radians; nothing is framed for it. */
const ANY_FOV = 0.5;

/** Tells stories in a mounted picture. */
export interface Teller extends StoryMoves {
  /** Begins the story of an address or of attributes. What there is not gets a sentence; resolves to false where no story begins. */
  begin(wish: Pick<Wish, 'story' | 'step'>): Promise<boolean>;
  /**
   * Tells a checked story from a step on. One whose pictures are those of the story that is told changes only its words, and leaves the eye
   * where the viewer has moved it.
   */
  tell(story: Story, index: number): Promise<void>;
}

/** The message that a story or a step is not there. */
function unknown(key: 'story' | 'step', wanted: string | number, known: readonly string[]): Message {
  const value = String(wanted);
  const shown = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
  return { key: 'notice.unknown', values: { key, value: shown, expected: known } };
}

/** What the pictures of a story depend on. */
const pictures = ({ site, steps }: Story) =>
  JSON.stringify([site, steps.map(({ id, title, text, notes, seconds, ...picture }) => picture)]);

const indexOf = ({ steps }: Story, step: string | number) =>
  typeof step === 'number' ? (steps[step] ? step : -1) : steps.findIndex(({ id }) => id === step);

/** Makes the teller of a picture, which ends with the signal; `shelf` has the stories that can be asked for by id. */
export function createTeller(
  experience: Experience,
  { scene, canvas }: Pick<HeldPicture, 'scene' | 'canvas'>,
  gone: AbortSignal,
  shelf: Shelf = shippedShelf,
): Teller {
  const { store, live } = experience;
  let story: Story | undefined;
  /** The story as the shelf has it. */
  let source: Story | undefined;
  let telling: Telling | undefined;
  /** The steps of the story as they are shown, and as they pace the telling. */
  let staged: StagedStep[] = [];
  let paced: Step[] = [];
  /** What was shown before the story. */
  let before: ReturnType<typeof noteView> | undefined;
  /** Counts what was asked for, so that a story that is loaded too late is dropped. */
  let asked = 0;
  const burst = createBurst();
  /** Messages that have been shown, with their story and step. */
  const told = new Set<string>();

  function shape(): StageShape {
    const camera = scene()?.camera.attached()?.camera;
    return {
      width: Math.max(canvas().clientWidth, 1),
      height: Math.max(canvas().clientHeight, 1),
      covered: live.covered,
      fov: camera ? (camera.fov * Math.PI) / 180 : ANY_FOV,
    };
  }
  /** What the picture shows, apart from a story; `pose` only where the viewer has left the station. */
  function noteView() {
    const { look, overlay, roof, chips, figure, campuses, view, gpu, campusIndex, fromWish, toWish } =
      store.getState();
    const camera = scene()?.camera;
    const pose = camera?.attached()?.atStation() === false ? camera.pose() : undefined;
    return {
      choice: { look, overlay, roof, chips, figure },
      campuses: [...campuses] as [Campus, ...Campus[]],
      station: { view, gpu, campusIndex },
      span: [fromWish, toWish] as const,
      day: live.day,
      pose,
    };
  }
  function leave() {
    if (!before || !isTold()) return;
    const { choice, campuses, station, span, day, pose } = before;
    experience.set({ ...choice, story: undefined });
    experience.setCampuses(campuses, { ...station, isThere: true });
    experience.setSpan(...span);
    experience.seek(day);
    scene()?.camera.go(false);
    if (pose) scene()?.camera.setPose(pose);
  }
  const isTold = () => story !== undefined && store.getState().story?.position.story === story.id;

  /** The story with one of its steps; a large figure stays where it is that of the step. */
  function toldAt(stepIndex: number): Told {
    const { id, title, steps } = story!;
    const step = steps[stepIndex]!;
    const before = store.getState().story;
    const isSame =
      before?.position.step === step.id && before.steps[before.position.stepIndex]?.figure === step.figure;
    return {
      position: { story: id, step: step.id, stepIndex, steps: steps.length },
      title,
      steps,
      figure: isSame ? before.figure : undefined,
    };
  }
  /** Goes on with other words for the same pictures. */
  function reword(own: Story, next: Story) {
    paced.splice(0, paced.length, ...own.steps);
    for (const [index, step] of own.steps.entries()) staged[index]!.step = step;
    story = own;
    source = next;
  }
  /** Sets everything that a step says, and puts the eye where it ends. */
  function enter({ step, campuses, campusIndex, chips, view, camera, gpu, messages }: StagedStep) {
    experience.pause();
    const { fromWish, toWish } = store.getState();
    if (fromWish !== undefined || toWish !== undefined) experience.setSpan(undefined, undefined);
    experience.set({
      look: step.look ?? 'model',
      overlay: step.overlay ?? 'none',
      roof: step.roof ?? false,
      figure: undefined,
      isActivated: false,
      chips,
    });
    experience.setCampuses([...campuses], { view, gpu, campusIndex, isThere: true });
    live.led = undefined;
    scene()?.camera.go(false);
    if (camera) scene()?.camera.setPose(camera);
    const key = JSON.stringify([story!.id, step.id, messages]);
    if (messages.length > 0 && !told.has(key)) experience.notify(...messages);
    told.add(key);
  }
  /** Finds the figure of the present step; one that there is not is left out. */
  async function findFigure() {
    const { story: now } = store.getState();
    const wanted = now?.steps[now.position.stepIndex]?.figure;
    if (!now || wanted === undefined || now.figure) return;
    const [{ listedFigures }, { explainFigure, sayExplained }] = await Promise.all([
      import('../answers/figures.ts'),
      import('../answers/explained.ts'),
    ]);
    const found = (await listedFigures(experience)).find(({ id }) => id === wanted);
    const { story: then, campuses } = store.getState();
    if (!found || then?.position !== now.position) return;
    const figure = explainFigure(campuses[found.campusIndex]!, found, sayExplained(experience));
    experience.set({ story: { ...then, figure } });
  }

  let finding: Promise<unknown> = Promise.resolve();
  /** Finds stories one after another, so that what is asked for last is told last, however long each takes to load. */
  function find(id: string): Promise<Story | undefined> {
    const found = finding.then(() => shelf.find(id));
    finding = found.catch(() => undefined);
    return found;
  }

  async function tell(next: Story, index: number) {
    const mine = ++asked;
    const state = store.getState();
    const tag = chosenTag(state.langWish);
    const own = translated(next, sentencesIn(tag, STORIES));
    if (source !== next && story && isTold() && telling && pictures(own) === pictures(story)) {
      reword(own, next);
      // Where the viewer has moved the eye, other words leave it.
      if (index !== telling.index()) await telling.goTo(index);
      else {
        experience.set({ story: { ...toldAt(index), figure: store.getState().story?.figure } });
        void findFigure().catch(() => undefined);
      }
    } else if (source !== next || !isTold() || !telling) {
      const steps = await stageSteps(experience, await siteOf(experience, next), own.steps, shape);
      if (mine !== asked) return;
      telling?.stop();
      staged = steps;
      paced = [...own.steps];
      story = own;
      source = next;
      telling = createTelling(paced, index, {
        show(t, now) {
          const moment = at(steps, t);
          const { index, day, pose } = moment;
          /** A step stands where its station is, not where the way to it ends, so that it is the same by every way. */
          const follow = () => {
            experience.seek(day, now);
            if (!Number.isInteger(t)) live.led = pose;
            else void findFigure().catch(() => undefined);
          };
          if (now === undefined) {
            // Each press counts at once, but of many in a row only the last one's picture is made.
            if (!store.getState().story) before = noteView();
            experience.set({ story: toldAt(index) });
            burst.run(() => {
              enter(steps[index]!);
              follow();
            });
          } else {
            burst.flush();
            follow();
          }
          return moment;
        },
        isAtOnce: () => experience.motion() === 'reduce' || !scene() || experience.isSuspended(),
        requestAnimationFrame: (callback) => requestAnimationFrame(callback),
        cancelAnimationFrame: (handle) => cancelAnimationFrame(handle),
      });
    } else await telling.goTo(index);
    await burst.settled();
  }

  function stop() {
    telling?.stop();
    burst.clear();
    telling = story = source = before = undefined;
    live.led = undefined;
    asked++;
  }
  /** Tells the same step in the language that is spoken now. */
  function respeak() {
    if (!source || !isTold() || !telling) return;
    reword(translated(source, sentencesIn(chosenTag(store.getState().langWish), STORIES)), source);
    experience.set({ story: { ...toldAt(telling.index()), figure: undefined } });
    void findFigure().catch(() => undefined);
  }
  store.subscribe((state, before) => {
    if (before.story && !state.story) stop();
    else if (state.langWish !== before.langWish) respeak();
  });
  gone.addEventListener('abort', stop);

  return {
    async next() {
      await telling?.next();
      await burst.settled();
    },
    async previous() {
      await telling?.previous();
      await burst.settled();
    },
    async goToStep(id, step = 0) {
      const found = await find(id);
      if (!found)
        throw new RangeError(
          `goToStep: found story ${id}, expected one of ${(await shelf.ids()).join(', ')}.`,
        );
      const index = indexOf(found, step);
      if (index < 0)
        throw new RangeError(
          `goToStep: found step ${step}, expected an index below ${found.steps.length} or one of ${found.steps.map((each) => each.id).join(', ')}.`,
        );
      await tell(found, index);
    },
    tell,
    end: () => experience.set({ story: undefined }),
    leave,
    async begin({ story: id = '', step }) {
      const found = await find(id);
      if (!found) {
        experience.notify(unknown('story', id, await shelf.ids()));
        return false;
      }
      const index = step === undefined ? 0 : indexOf(found, step);
      if (index < 0)
        experience.notify(
          unknown(
            'step',
            step!,
            found.steps.map((each) => each.id),
          ),
        );
      await tell(found, Math.max(index, 0));
      return true;
    },
  };
}
