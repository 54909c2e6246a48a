import { readDraft } from '../../stories/draft.ts';
import { mended } from '../../stories/mended.ts';
import { BLANKS, isObject, type Shown } from './speakerLine.ts';

/** Checks a message that came to a speaker's window; undefined for anything but what a stage shows. It brings the checker library. */
export function readShown(value: unknown): Shown | undefined {
  if (!isObject(value) || !isObject(value.shows)) return undefined;
  const { story, index, blank, audience, seen } = value.shows;
  const draft = story === undefined ? undefined : readDraft(story);
  const checked = draft && mended(draft);
  if (story !== undefined && !checked) return undefined;
  const isStep = (step: unknown) =>
    Number.isInteger(step) && Number(step) >= 0 && Number(step) < (checked?.steps.length ?? 1);
  const isRight =
    isStep(index) && isStep(seen) && BLANKS.includes(blank) && (audience === 'live' || audience === 'frozen');
  return isRight ? ({ story: checked, index, blank, audience, seen } as Shown) : undefined;
}
