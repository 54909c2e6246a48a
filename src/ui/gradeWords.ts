import type { Grade } from '../model/figure.ts';
import type { Say } from '../state/words.ts';

/** The word for a grade, with that of the grade on which the figure rests, if that is another one: derived, from assumed. */
export function gradeWord(say: Say, grade: Grade, restsOn = grade): string {
  const own = say(`grade.${grade}`);
  return restsOn === grade ? own : say('grade.from', { own, least: say(`grade.${restsOn}`) });
}

/** What the grade means, and that the figure rests on a less known one. */
export function gradeMeaning(say: Say, grade: Grade, restsOn = grade): string {
  const own = say(`grade.${grade}.means`);
  return restsOn === grade ? own : `${own} ${say('grade.from.means', { least: say(`grade.${restsOn}`) })}`;
}
