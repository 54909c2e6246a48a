/** The page of a test: the picture of a site, beside which further campuses can be put. */
import { currentQuery } from '../../../src/modes/page/addressBar.ts';
import { mountExperience } from '../../../src/modes/experience/mountExperience.ts';
import { openSite } from '../../../src/modes/documents/openSite.ts';
import type { Pointed } from '../../../src/state/experience.ts';
import { makeCampus } from '../../../src/timeline/campus.ts';
import type { Pose } from '../../../src/views/pose.ts';
import type { Rackfield } from '../handle.ts';

export interface CampusesPage {
  /** Shows the site with another configuration of it beside it, which stands here (x, z; metres). */
  beside(config: string, at: readonly [x: number, z: number]): void;
  /** Shows the site alone again. */
  alone(): void;
  look(pose: Pose): void;
  pose(): Pose | undefined;
  /** Notes the pose of every frame from now on; the list grows. */
  film(): void;
  filmed(): readonly Pose[];
  /** The address of the present view, without the page's own. */
  query(): string;
  pointed(): Pointed | null;
}

const opened = await openSite([...new URLSearchParams(window.location.search)]);
const mounted = mountExperience(document.querySelector<HTMLElement>('#stage')!, opened, (name) => name);
const { experience, scene, handle } = mounted;
const film: Pose[] = [];
const page: CampusesPage = {
  beside(config, at) {
    const first = experience.store.getState().campuses[0]!;
    const { id, document, curve } = first;
    experience.setCampuses([first, makeCampus({ id: `${id}:${config}`, document, config, curve, at })]);
  },
  alone: () => experience.setCampuses([experience.store.getState().campuses[0]!]),
  pose: () => scene()?.camera.pose(),
  film() {
    const note = () => {
      const pose = scene()?.camera.pose();
      if (pose) film.push(pose);
      requestAnimationFrame(note);
    };
    note();
  },
  filmed: () => film,
  query: () => currentQuery(mounted, '').toString(),
  look: (pose) => scene()?.camera.setPose(pose),
  pointed: () => experience.store.getState().pointed,
};
Object.assign(window as Window & { rackfield?: Rackfield }, { rackfield: handle, campuses: page });
