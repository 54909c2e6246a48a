import type { Message, Wish } from '../../state/choice.ts';
import type { OpenedSite } from '../documents/openSite.ts';
import type { Mounted } from '../experience/mountExperience.ts';

/** Keys of an address that the exhibit has its own of: what it tells, and what its visitors do. */
const OWN = ['story', 'step', 'play', 'figure', 'from', 'to', 'wheel'] as const;
/** What an address asks a picture to show. */
export type HomeWish = Omit<Wish, (typeof OWN)[number]>;

/** What an address asks for, as the place where free exploring begins, undefined for none; and a message for each key that is not used. */
export function homeOf(wish: Wish): { home: HomeWish | undefined; unused: Message[] } {
  const unused = OWN.filter((key) => wish[key] !== undefined);
  const home = Object.fromEntries(Object.entries(wish).filter(([key]) => !OWN.some((own) => own === key)));
  return {
    home: Object.keys(home).length > 0 ? home : undefined,
    unused: unused.map((key) => ({ key: 'exhibit.notice.unused', values: { key } })),
  };
}

/** Shows what the address asks for. */
export function goHome(
  { experience, join, scene }: Mounted,
  { siteId, document }: OpenedSite,
  home: HomeWish,
) {
  const { look = 'model', overlay = 'none', roof = false, camera } = home;
  experience.setSite(siteId, document, home);
  experience.set({ look, overlay, roof });
  if (camera) scene()?.camera.setPose(camera);
  void join(home);
}
