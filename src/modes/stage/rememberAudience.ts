import type { Blank } from '../../state/stageControl.ts';
import { isObject } from './speakerLine.ts';
import { keepInTab, keptInTab } from '../page/tabStorage.ts';

/** Keys of what the audience of a stage sees, in the storage of its window. */
const BLANK = 'rackfield.blank';
const FROZEN = 'rackfield.frozen';

/** What covered the picture of this stage before the page was loaded again. */
export function blankBefore(): Blank {
  const kept = keptInTab(BLANK);
  return kept === 'black' || kept === 'white' ? kept : 'none';
}

export const rememberBlank = (blank: Blank): void => keepInTab(BLANK, blank === 'none' ? undefined : blank);

/** A step of a story, by their ids. */
export interface FrozenStep {
  story: string;
  step: string;
}

/** The step at which the audience's picture was frozen when the page was loaded again; undefined where it was live. */
export function frozenBefore(): FrozenStep | undefined {
  try {
    const kept: unknown = JSON.parse(keptInTab(FROZEN) ?? '');
    const isStep = isObject(kept) && typeof kept.story === 'string' && typeof kept.step === 'string';
    return isStep ? { story: kept.story as string, step: kept.step as string } : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the step at which the audience's picture is frozen; undefined while it is live. */
export const rememberFrozen = (frozen: FrozenStep | undefined): void =>
  keepInTab(FROZEN, frozen && JSON.stringify({ story: frozen.story, step: frozen.step }));
