import { describe, type DocumentError, MOST_ERRORS } from '../../model/checkErrors.ts';
import type { Experience } from '../../state/experience.ts';
import { pause } from '../../state/slices.ts';
import type { Step, Story } from '../../stories/storySchema.ts';
import { figuresIn } from '../answers/figures.ts';
import { siteIdOf, siteOf, stageSteps } from '../experience/stagedSteps.ts';

/** Poses are not asked for. */
const ANY_SHAPE = { width: 1, height: 1, covered: { left: 0, top: 0, right: 0, bottom: 0 }, fov: 1 };

/** What it depends on whether a step has the figure that it names. */
const keyOf = (story: Story, { id, title, text, notes, seconds, ...picture }: Step) =>
  JSON.stringify([story.site, picture]);

/**
 * Makes the check of the figures that steps of a story name: it answers an error for each that the step's picture does not have, at most as
 * many as a document gets. What cannot be loaded is taken for right. Rejects if code cannot be loaded.
 */
export function createFigureCheck(experience: Experience): (story: Story) => Promise<DocumentError[]> {
  /** Whether pictures have their figure. */
  const known = new Map<string, boolean>();

  async function look(story: Story, steps: readonly Step[]) {
    const site = await siteOf(experience, story);
    if (site.id !== siteIdOf(story)) return;
    // Without them, figures of what is near the eye would be taken for wrong.
    await Promise.all([import('../../scene/near/near.tsx'), import('../../scene/near/chips.tsx')]);
    for (const staged of await stageSteps(experience, site, steps, () => ANY_SHAPE)) {
      const { step, campuses, campusIndex, gpu, chips, days } = staged;
      await pause();
      const figures = await figuresIn({
        campuses: [...campuses],
        campusIndex,
        gpu,
        chips: [...chips],
        day: days[1],
      });
      const isWhole = campuses.length - 1 + chips.length >= (step.compare?.length ?? 0);
      known.set(keyOf(story, step), !isWhole || figures.some(({ id }) => id === step.figure));
    }
  }
  return async (story) => {
    const open = story.steps.filter((step) => step.figure !== undefined && !known.has(keyOf(story, step)));
    if (open.length > 0) await look(story, open);
    return story.steps
      .flatMap((step, index) =>
        known.get(keyOf(story, step)) === false
          ? [
              {
                path: `steps[${index}].figure`,
                found: describe(step.figure),
                expected: 'the name of a figure that this picture has',
              },
            ]
          : [],
      )
      .slice(0, MOST_ERRORS);
  };
}
