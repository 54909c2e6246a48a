import { type Campus, makeCampus } from '../../timeline/campus.ts';
import { dayOf } from '../../model/days.ts';
import type { SiteDocument } from '../../model/schema.ts';
import { sceneRect } from '../../model/standing.ts';
import { addressContext } from '../../state/addressContext.ts';
import type { Message } from '../../state/choice.ts';
import type { Experience } from '../../state/experience.ts';
import { pause } from '../../state/slices.ts';
import type { Staged } from '../../stories/at.ts';
import type { Step, Story } from '../../stories/storySchema.ts';
import { type PictureSize, freeWindow, shapeOf } from '../../views/freeWindow.ts';
import { type Path, pathBetween } from '../../views/path.ts';
import { faultOf, type Pose, writePose } from '../../views/pose.ts';
import type { View } from '../../views/view.ts';
import { pose } from '../../views/viewPose.ts';
import { enclosuresOf } from '../../views/walls.ts';
import { loadBeside, placedBeside } from '../documents/compare.ts';
import { openSite } from '../documents/openSite.ts';

/** The picture of which the steps are framed. */
export interface StageShape extends PictureSize {
  /** Width covered on each side, CSS pixels. */
  covered: Experience['live']['covered'];
  /** Vertical field of view, radians. */
  fov: number;
}

/** A step with all that it shows. */
export interface StagedStep extends Staged {
  campuses: readonly [Campus, ...Campus[]];
  campusIndex: number;
  chips: readonly string[];
  view: View;
  /** Instead of the view's station; scene frame. */
  camera: Pose | undefined;
  /** 0 for none. */
  gpu: number;
  /** What of the step cannot be shown. */
  messages: readonly Message[];
}

/** What stands in the pictures of some steps. */
type Cast = Pick<StagedStep, 'campuses' | 'chips' | 'messages'>;

/** Where the site of a story comes from. */
export interface StorySite {
  id: string;
  document: SiteDocument;
}

/** Id of the site of a story that names none. */
const USUAL_SITE = 'colossus';

/** The id of a story's site. */
export const siteIdOf = ({ site = USUAL_SITE }: Pick<Story, 'site'>): string => site;

/** The site of a story: the shown one if it is that, else found or fetched; another one if it cannot be had. */
export async function siteOf({ store }: Experience, story: Pick<Story, 'site'>): Promise<StorySite> {
  const id = siteIdOf(story);
  const [shown] = store.getState().campuses;
  if (shown!.id === id) return { id, document: shown!.document };
  const { siteId, document } = await openSite([['site', id]]);
  return { id: siteId, document };
}

/**
 * Loads all that the steps of a story show. What a step does not name is as usual, not as in the step before. Poses and ways are worked out
 * when they are first asked for, and again after the `shape` has changed.
 */
export async function stageSteps(
  experience: Experience,
  { id, document }: StorySite,
  steps: readonly Step[],
  shape: () => StageShape,
): Promise<StagedStep[]> {
  const { configs, curves, defaults } = addressContext(document);
  const sites = new Map<string, Campus>();
  const [shown] = experience.store.getState().campuses;
  if (shown!.document === document) sites.set(`${shown!.config} ${shown!.curve}`, shown!);
  /** Systems beside the site that have been loaded for earlier steps. */
  const known: Campus[] = [];
  const casts = new Map<string, Cast>();

  async function campusOf(config: string, curve: string): Promise<Campus> {
    const key = `${config} ${curve}`;
    // Working out a campus takes some milliseconds.
    if (!sites.has(key)) await pause();
    const site = sites.get(key) ?? makeCampus({ id, document, config, curve });
    sites.set(key, site);
    return site;
  }
  async function castOf(step: Step): Promise<Cast> {
    const wrong: Message[] = [];
    const oneOf = (key: 'config' | 'curve', all: readonly string[]) => {
      const value = step[key] ?? defaults[key];
      if (all.includes(value)) return value;
      wrong.push({ key: 'notice.unknown', values: { key, value, expected: all } });
      return defaults[key];
    };
    const site = await campusOf(oneOf('config', configs), oneOf('curve', curves));
    const compare = step.compare?.join(',') ?? '';
    const key = `${site.config} ${site.curve} ${compare}`;
    let cast = casts.get(key);
    if (!cast) {
      const { others, chips, messages } = await loadBeside(experience, site, { compare }, known);
      for (const other of others)
        if (other.document !== document && !known.includes(other)) known.push(other);
      cast = { campuses: [site, ...placedBeside(site, others)], chips, messages };
      casts.set(key, cast);
    }
    return { ...cast, messages: [...wrong, ...cast.messages] };
  }

  const staged: StagedStep[] = [];
  /** What was worked out for a shape of the picture. */
  let shapeKey = '';
  let poses: Pose[] = [];
  let ways: Path[] = [];
  function renew() {
    const key = JSON.stringify(shape());
    if (key !== shapeKey) [shapeKey, poses, ways] = [key, [], []];
  }
  const isFlat = (index: number) => staged[index]!.step.look === 'plan';

  function poseOf(index: number): Pose {
    const { campuses, campusIndex, view, camera, gpu, chips } = staged[index]!;
    if (camera) return camera;
    const { layout, at } = campuses[campusIndex]!;
    const { covered, fov, ...size } = shape();
    const picture = { ...shapeOf(freeWindow(size, covered), size.height, fov), isFlat: isFlat(index) };
    return pose(view, { layout, at, gpu, campuses, chips: chips.length }, picture);
  }
  function wayTo(index: number): Path {
    const { campuses } = staged[index]!;
    const walls = isFlat(index) ? [] : campuses.flatMap(enclosuresOf);
    return pathBetween(staged[index - 1]!.pose, staged[index]!.pose, walls);
  }

  for (const [index, step] of steps.entries()) {
    const { campuses, chips, messages } = await castOf(step);
    const [site] = campuses;
    const named = step.campus === undefined ? 0 : campuses.findIndex((each) => each.id === step.campus);
    const campusIndex = Math.max(0, named);
    const { gpus } = campuses[campusIndex]!.layout.totals;
    const gpu = step.gpu !== undefined && step.gpu <= gpus ? step.gpu : 0;
    const edges = campuses.map((each) => sceneRect(each, each.site.edge));
    const isAway = step.camera !== undefined && faultOf(step.camera, edges) !== undefined;
    const day = (date: string) => Math.min(Math.max(dayOf(site.site.dayZero, date), 0), site.site.lastDay);
    const last = step.date ? day(step.date) : site.timeline.completeDay;
    staged.push({
      step,
      campuses,
      campusIndex,
      chips,
      view: step.view ?? 'site',
      camera: isAway ? undefined : step.camera,
      gpu,
      messages: [
        ...messages,
        ...(named < 0 ? [unknownCampus(step.campus!, campuses)] : []),
        ...(isAway ? [{ key: 'notice.cameraAway', values: { value: writePose(step.camera!) } }] : []),
        ...(step.gpu && !gpu ? [unknownGpu(step.gpu, gpus)] : []),
      ],
      days: [step.from ? day(step.from) : last, last],
      get pose() {
        renew();
        poses[index] ??= poseOf(index);
        return poses[index];
      },
      get way() {
        if (index === 0 || isFlat(index) !== isFlat(index - 1)) return undefined;
        renew();
        ways[index] ??= wayTo(index);
        return ways[index];
      },
    });
  }
  return staged;
}

const unknownCampus = (value: string, campuses: readonly Campus[]): Message => ({
  key: 'notice.unknown',
  values: { key: 'campus', value, expected: campuses.map(({ id }) => id) },
});

const unknownGpu = (value: number, gpus: number): Message =>
  gpus > 0
    ? { key: 'notice.gpuRange', values: { value, expected: gpus } }
    : { key: 'notice.noGpus', values: { value } };
