import type { SceneHandle } from '../../scene/mountScene.tsx';
import { type View, VIEWS } from '../../views/view.ts';
import { HANDED_OVER } from '../../state/address.ts';
import type { Totals } from '../../layout/layout.ts';
import type { Experience } from '../../state/experience.ts';
import type { Exhibit } from '../../state/exhibit.ts';
import type { Live } from '../../state/live.ts';
import type { StageState } from '../../state/stageControl.ts';
import type { StoryMoves } from '../../state/told.ts';
import { momentOf } from '../../timeline/campus.ts';
import type { Counts } from '../../timeline/timeline.ts';
import type { Explained, ExplainedFigure } from '../../inventory/figures/explained.ts';

/** The result of `stats()`. Counts are for the day shown; `racks.total` does not include spare places. */
export interface Stats extends Pick<Live, 'frame' | 'memory' | 'contextLosses'> {
  site: string;
  /** Id of the current campus. */
  campus: string;
  /** All shown campuses, the site first, with their totals when complete; `at` in metres. */
  campuses: (Pick<Totals, 'gpus' | 'racks' | 'servers' | 'halls'> & {
    id: string;
    config: string;
    at: [x: number, z: number];
  })[];
  config: string;
  date: string;
  day: number;
  curve: string;
  view: string;
  look: string;
  overlay: string;
  /** Whether the first frame has been presented, and all campuses that the address names are there. */
  ready: boolean;
  motion: string;
  /** While a story is told: ids of the story and of its step, the index of the step from 0, and how many there are. */
  story?: string;
  step?: string;
  stepIndex?: number;
  steps?: number;
  /** The kind of page. */
  mode: 'explore' | 'present' | 'kiosk' | 'embed';
  /** Of the stage only: what covers its picture, and whether the audience sees what is told. */
  stage?: Pick<StageState, 'blank' | 'audience'>;
  /** Of the exhibit only. Visits and recoveries outlive a reload. */
  kiosk?: Pick<Exhibit, 'state' | 'visits' | 'recoveries'>;
  gpus: Counts;
  racks: { total: number; compute: number; installed: number };
  servers: { total: number };
  arrays: { total: number };
  halls: { total: number };
}

/** Scripting interface of a mounted experience; `window.rackfield` on our own pages. */
export interface Handle {
  play(): void;
  pause(): void;
  /** Days from day 0, or an ISO date. Throws a RangeError with a sentence for any other value. */
  seek(dayOrDate: number | string): void;
  /** Moves a story; see {@link StoryMoves}. Without a story `next` and `previous` do nothing. */
  next(): Promise<void>;
  previous(): Promise<void>;
  goToStep(...given: Parameters<StoryMoves['goToStep']>): Promise<void>;
  /** Ends a story. Throws a RangeError for a view, a campus or a GPU that does not exist. */
  goTo(view: string, options?: { gpu?: number; campus?: string }): void;
  /** Shows another site. Rejects with a `SiteRefused` and keeps the picture if the document is wrong. */
  setSite(document: unknown): Promise<void>;
  /** A picture of the present view. Rejects with a RangeError for an unsupported size or type. */
  toBlob(options?: { width?: number; height?: number; type?: string }): Promise<Blob>;
  stats(): Stats;
  /** What is drawn at a CSS pixel of the picture; null for the sky. */
  explain(x: number, y: number): Promise<Explained | null>;
  /** Every figure that the page shows, each with its source and grade. */
  figures(): Promise<ExplainedFigure[]>;
  measure(options: { n: number; dtDays: number }): Promise<{ jsMs: number; frameMs: number }>;
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Makes the handle of a picture; `joined` settles when the campuses or the story that the address names are there, `stories` loads what tells stories. */
export function createHandle(
  experience: Experience,
  held: { wanted(): Promise<SceneHandle | undefined>; canvas(): HTMLCanvasElement },
  joined: Promise<void>,
  stories: () => Promise<StoryMoves>,
): Handle {
  const { store, live } = experience;
  let isComplete = false;
  void joined.then(() => {
    isComplete = true;
  });
  const drawn = async (): Promise<SceneHandle> => {
    await joined;
    const handle = await held.wanted();
    if (!handle) throw new Error('There is no picture: this browser cannot draw in 3D here.');
    return handle;
  };
  return {
    play: () => experience.play(),
    pause: () => experience.pause(),
    seek: (dayOrDate) => experience.seekTo(dayOrDate),
    goTo(view, { gpu, campus } = {}) {
      const { campuses, campusIndex } = store.getState();
      const at = campus === undefined ? campusIndex : campuses.findIndex(({ id }) => id === campus);
      const gpus = campuses[at]?.layout.totals.gpus;
      if (!VIEWS.includes(view as View))
        throw new RangeError(`goTo: found ${String(view)}, expected one of ${VIEWS.join(', ')}.`);
      if (gpus === undefined)
        throw new RangeError(
          `goTo: found campus ${String(campus)}, expected one of ${campuses.map(({ id }) => id).join(', ')}.`,
        );
      if (gpu !== undefined && !(Number.isInteger(gpu) && gpu >= 1 && gpu <= gpus))
        throw new RangeError(`goTo: found GPU ${String(gpu)}, expected a whole number from 1 to ${gpus}.`);
      experience.set({ story: undefined });
      experience.goTo(view as View, gpu, at);
    },
    next: async () => (await stories()).next(),
    previous: async () => (await stories()).previous(),
    goToStep: async (story, step) => (await stories()).goToStep(story, step),
    async setSite(document) {
      // Loaded lazily: few pages need it.
      const { acceptSite } = await import('../documents/handedInput.ts');
      experience.setSite(HANDED_OVER, await acceptSite(document));
      await nextFrame();
      await nextFrame();
    },
    async explain(x, y) {
      const { explain } = await import('../answers/explain.ts');
      return explain(experience, x, y);
    },
    async figures() {
      const { figures } = await import('../answers/explain.ts');
      return figures(experience, held.canvas());
    },
    async toBlob(options = {}) {
      (await import('../documents/handedInput.ts')).checkPicture(options);
      return (await drawn()).toBlob(options);
    },
    measure: async (options) => (await drawn()).measure(options),
    stats() {
      const { view, look, overlay, picture, campuses, story } = store.getState();
      const { id, config, curve, layout } = experience.campus();
      const moment = momentOf(experience.campus(), campuses[0]!, live.day);
      const { totals } = layout;
      return {
        // Other pages replace it.
        mode: 'embed',
        site: campuses[0]!.id,
        campus: id,
        campuses: campuses.map(({ id, config, at, layout: { totals } }) => {
          const { gpus, racks, servers, halls } = totals;
          return { id, config, at: [...at], gpus, racks, servers, halls };
        }),
        config,
        date: moment.date,
        day: live.day,
        curve,
        view,
        look,
        overlay,
        ready: isComplete && (picture === 'shown' || picture === 'lost'),
        motion: experience.motion(),
        ...story?.position,
        gpus: { ...moment.gpus },
        racks: { total: totals.racks, compute: totals.compute, installed: moment.racks.installed },
        servers: { total: totals.servers },
        arrays: { total: totals.arrays },
        halls: { total: totals.halls },
        frame: { ...live.frame },
        memory: { ...live.memory },
        contextLosses: live.contextLosses,
      };
    },
  };
}
