import type { ExplainedFigure } from '../../inventory/figures/explained.ts';
import type { Drawn } from '../../inventory/figures/drawnRanges.ts';
import { figuresOnPage, type PageFigure, type ShownCampus } from '../../inventory/figures/figuresOnPage.ts';
import { areaShares } from '../../inventory/figures/shares.ts';
import { gradesOn } from '../../inventory/overlay/grades.ts';
import { dateOf } from '../../model/days.ts';
import type { Grade } from '../../model/figure.ts';
import { GRADES } from '../../model/grades.ts';
import type { Experience, ExperienceState } from '../../state/experience.ts';
import { ownDay } from '../../timeline/campus.ts';
import { shownGpu } from '../../views/focus.ts';
import { explainFigure, sayExplained } from './explained.ts';
import { finder } from './finder.ts';

/** Points across and down at which the picture is looked at to say how much of it is reported. */
const SAMPLES = [28, 16] as const;

/** A picture as far as its figures depend on it; `day` counts from day 0 of the first campus. */
export type Pictured = Pick<ExperienceState, 'campuses' | 'campusIndex' | 'gpu' | 'chips'> & { day: number };

const picturedNow = ({ store, live }: Experience): Pictured => ({ ...store.getState(), day: live.day });

/** All shown campuses, each on the shown date. */
export const shownOn = (experience: Experience): ShownCampus[] => shownIn(picturedNow(experience), () => []);

/** All campuses of a picture, each on its date, with the near parts that only the current one has. */
function shownIn(
  { campuses, campusIndex, gpu, day }: Pictured,
  nearParts: (campus: ShownCampus['campus'], gpu: number) => readonly Drawn[],
): ShownCampus[] {
  const current = campuses[campusIndex]!;
  return campuses.map((campus) => ({
    campus,
    day: ownDay(campus, campuses[0]!, day),
    ...(campus === current && { drawn: nearParts(campus, shownGpu(campus.layout, gpu)) }),
  }));
}

/** The grades, as the overlay `evidence` paints them, of what is drawn at points spread evenly over the picture, sky left out; empty while there is no picture. */
async function gradesInPicture(
  experience: Experience,
  { clientWidth, clientHeight }: Pick<Element, 'clientWidth' | 'clientHeight'>,
): Promise<Grade[]> {
  const find = await finder(experience);
  const gradeOf = shownOn(experience).map(({ campus, day }) => gradesOn(campus, day));
  const [across, down] = SAMPLES;
  return Array.from({ length: across * down }, (_, sample) => {
    const x = (((sample % across) + 0.5) / across) * clientWidth;
    const y = ((Math.floor(sample / across) + 0.5) / down) * clientHeight;
    const found = find(x, y);
    return found ? gradeOf[found.campusIndex]!(found.met) : [];
  }).flat();
}

/** Percent of the picture that each grade has; undefined while there is no picture. */
export async function areas(
  experience: Experience,
  picture: Pick<Element, 'clientWidth' | 'clientHeight'>,
): Promise<Record<Grade, number> | undefined> {
  const shares = areaShares(await gradesInPicture(experience, picture));
  if (shares.length === 0) return undefined;
  return Object.fromEntries(GRADES.map((grade, at) => [grade, shares[at]!.value])) as Record<Grade, number>;
}

/** Every figure of what is shown, but for how much of the picture is reported, each id once; see `figuresOnPage`. */
export const listedFigures = (experience: Experience): Promise<PageFigure[]> =>
  figuresIn(picturedNow(experience));

/** The same of a picture that need not be shown. */
export async function figuresIn(picture: Pictured): Promise<PageFigure[]> {
  // If it cannot be loaded, near parts are not drawn either.
  const near = await import('../../scene/near/near.tsx').catch(() => undefined);
  const { chips } = picture;
  const bench =
    chips.length > 0 ? await import('../../scene/near/chips.tsx').catch(() => undefined) : undefined;
  return figuresOnPage(
    shownIn(picture, ({ layout, timeline }, gpu) => [
      ...(near?.partsDrawn(layout, timeline, gpu) ?? []),
      ...(gpu > 0 ? (bench?.chipsDrawn(layout, gpu, chips) ?? []) : []),
    ]),
  );
}

/** Every figure that the page shows, with its source, its grade and its words. `picture` is the canvas. */
export async function figures(
  experience: Experience,
  picture: Pick<Element, 'clientWidth' | 'clientHeight'>,
): Promise<ExplainedFigure[]> {
  const areas = areaShares(await gradesInPicture(experience, picture));
  const listed = await listedFigures(experience);
  const say = sayExplained(experience);
  const { campuses } = experience.store.getState();
  const [first] = shownOn(experience);
  const asOf = dateOf(first!.campus.site.dayZero, first!.day);
  const all = [...listed, ...areas.map((share) => ({ ...share, asOf, campusIndex: 0 }))];
  return all.map((figure) => explainFigure(campuses[figure.campusIndex]!, figure, say));
}
