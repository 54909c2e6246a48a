import type { Message, Wish } from '../state/choice.ts';
import type { Experience } from '../state/experience.ts';
import { chosenTag, sentencesIn } from '../state/words.ts';
import type { StoryMoves } from '../state/told.ts';
import { at } from '../stories/at.ts';
import { type Shelf, shippedShelf } from '../stories/shipped.ts';
import type { Story } from '../stories/storySchema.ts';
import { createTelling, type Telling } from '../stories/telling.ts';
import { translated } from '../stories/translated.ts';
import type { HeldPicture } from './heldPicture.ts';
import { openSite } from './openSite.ts';
import { type StagedStep, stageSteps, type StageShape } from './stagedSteps.ts';

/** Length to which unknown ids are cut in messages, characters. */
const SHOWN_LENGTH = 40;
/** Vertical field of view of a picture that is not drawn, radians; nothing is framed for it. */
const ANY_FOV = 0.5;

/** Tells stories in a mounted picture. */
export interface Teller extends StoryMoves {
  /** Begins the story of an address or of attributes. What there is not gets a sentence; resolves to false where no story begins. */
  begin(wish: Pick<Wish, 'story' | 'step'>): Promise<boolean>;
}

/** The message that a story or a step is not there. */
function unknown(key: 'story' | 'step', wanted: string | number, known: readonly string[]): Message {
  const value = String(wanted);
  const shown = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value;
  return { key: 'notice.unknown', values: { key, value: shown, expected: known.join(', ') } };
}

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
  /** Counts what was asked for, so that a story that is loaded too late is dropped. */
  let asked = 0;
  /** Story and step of which messages have been shown. */
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
  const isTold = () => story !== undefined && store.getState().story?.position.story === story.id;

  /** Sets everything that a step says, and puts the eye where it ends. */
  function enter(
    { step, campuses, campusIndex, chips, view, camera, gpu, messages }: StagedStep,
    index: number,
  ) {
    const { id, title, steps } = story!;
    experience.pause();
    const { fromWish, toWish } = store.getState();
    if (fromWish !== undefined || toWish !== undefined) experience.setSpan(undefined, undefined);
    const before = store.getState().story;
    experience.set({
      story: {
        position: { story: id, step: step.id, stepIndex: index, steps: steps.length },
        title,
        steps,
        figure: before?.position.step === step.id ? before.figure : undefined,
      },
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
    const key = `${id} ${step.id}`;
    if (messages.length > 0 && !told.has(key)) experience.notify(...messages);
    told.add(key);
  }
  /** Finds the figure of the present step; one that there is not is left out. */
  async function findFigure() {
    const { story: now } = store.getState();
    const wanted = now?.steps[now.position.stepIndex]?.figure;
    if (!now || wanted === undefined || now.figure) return;
    const [{ listedFigures }, { explainFigure, sayExplained }] = await Promise.all([
      import('./figures.ts'),
      import('./explained.ts'),
    ]);
    const found = (await listedFigures(experience)).find(({ id }) => id === wanted);
    const { story: then, campuses } = store.getState();
    if (!found || then?.position !== now.position) return;
    const figure = explainFigure(campuses[found.campusIndex]!, found, sayExplained(experience));
    experience.set({ story: { ...then, figure } });
  }

  async function tell(next: Story, index: number) {
    const mine = ++asked;
    const state = store.getState();
    const site = next.site ?? 'colossus';
    const tag = chosenTag(state.langWish);
    const own = translated(next, sentencesIn(tag, '.stories'));
    if (source !== next || !isTold() || !telling) {
      const [shown] = state.campuses;
      const opened =
        shown!.id === site ? { siteId: site, document: shown!.document } : await openSite([['site', site]]);
      const staged = await stageSteps(
        experience,
        { id: opened.siteId, document: opened.document },
        own.steps,
        shape,
      );
      if (mine !== asked) return;
      telling?.stop();
      story = own;
      source = next;
      telling = createTelling(own.steps, index, {
        show(t, now) {
          const moment = at(staged, t);
          if (now === undefined) enter(staged[moment.index]!, moment.index);
          experience.seek(moment.day, now);
          // A step stands where its station is, not where the way to it ends, so that it is the same by every way.
          if (!Number.isInteger(t)) live.led = moment.pose;
          else void findFigure().catch(() => undefined);
          return moment;
        },
        isAtOnce: () => experience.motion() === 'reduce' || !scene() || experience.isSuspended(),
        requestAnimationFrame: (callback) => requestAnimationFrame(callback),
        cancelAnimationFrame: (handle) => cancelAnimationFrame(handle),
      });
    } else await telling.goTo(index);
  }

  function stop() {
    telling?.stop();
    telling = story = source = undefined;
    live.led = undefined;
    asked++;
  }
  store.subscribe((state, before) => {
    if (before.story && !state.story) stop();
  });
  gone.addEventListener('abort', stop);

  return {
    next: async () => telling?.next(),
    previous: async () => telling?.previous(),
    async goToStep(id, step = 0) {
      const found = await shelf.find(id);
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
    end: () => experience.set({ story: undefined }),
    async begin({ story: id = '', step }) {
      const found = await shelf.find(id);
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
