import english from '../../../assets/languages/en.compare.json';
import { CHIPS } from '../../model/chips.ts';
import type { SiteDocument } from '../../model/schema.ts';
import { MOST_BYTES } from '../../model/site.ts';
import { sceneRect } from '../../model/standing.ts';
import { HANDED_OVER, readAddress } from '../../state/address.ts';
import { addressContext } from '../../state/addressContext.ts';
import type { Message, Wish } from '../../state/choice.ts';
import type { Experience, ExperienceState } from '../../state/experience.ts';
import { chosenTag, sayIn, type Value, wordsTag } from '../../state/words.ts';
import { type Campus, defaultConfig, makeCampus } from '../../timeline/campus.ts';
import { faultOf, writePose } from '../../views/pose.ts';
import { sideBySide } from '../../views/sideBySide.ts';
import { type CompareEntry, MOST_SYSTEMS, readCompare, shortened } from './readCompare.ts';
import { loadSystem, systemIds } from './systems.ts';

/** The campuses that are wanted, and where the viewer wants to be among them. */
type CompareWish = Pick<Wish, 'compare' | 'campus' | 'view' | 'gpu' | 'camera'>;

/** Documents by the id of their campus, which were passed to the page and have no address. */
export type HandedOver = ReadonlyMap<string, SiteDocument>;

/** The latest wish of each experience; an earlier one whose documents come later is dropped. */
const latest = new WeakMap<Experience, object>();

/**
 * Shows other systems beside the site as soon as their documents are there, or chips side by side: those of `compare`, none without it.
 * Campuses that are shown already stay. What cannot be shown gets a sentence each, and the rest is shown. Then goes to the wished campus. Never rejects because
 * of a document.
 */
export async function compareWith(
  experience: Experience,
  wish: CompareWish,
  handedOver: HandedOver = new Map(),
): Promise<void> {
  const { store } = experience;
  const mine = {};
  latest.set(experience, mine);
  const [before, ...known] = store.getState().campuses;
  const { others, chips, messages, say } = await loadBeside(experience, before!, wish, known, handedOver);
  const { campuses: now } = store.getState();
  // Another wish or another site is newer.
  if (latest.get(experience) !== mine || now[0]!.document !== before!.document) return;
  const campuses = [now[0]!, ...placedBeside(now[0]!, others)] as const;
  const wanted = chips.length > 0 ? atChips(wish, store.getState()) : wish;
  experience.set({ chips });
  experience.setCampuses([...campuses], stationOf(campuses, wanted, messages, say));
  experience.notify(...messages);
}

/**
 * Loads what a wish names beside a site: campuses that stand nowhere yet, or chips; a sentence for each that cannot be shown. Those in
 * `known` are taken from there.
 */
export async function loadBeside(
  experience: Experience,
  site: Campus,
  wish: Pick<Wish, 'compare'>,
  known: readonly Campus[] = [],
  handedOver: HandedOver = new Map(),
) {
  const { entries, chips, messages, say } = readWish(experience, site, wish, handedOver);
  const loaded = await Promise.all(
    entries.map((entry) => known.find(({ id }) => id === entry.id) ?? load(entry, site, handedOver)),
  );
  const others: Campus[] = [];
  for (const each of loaded)
    if ('timeline' in each) others.push(each);
    else messages.push('sentence' in each ? say(each.sentence, each.values) : each);
  return { others, chips, messages, say };
}

/** Campuses, each where it stands beside a site. */
export function placedBeside(site: Campus, others: readonly Campus[]): Campus[] {
  const places = sideBySide([site, ...others].map(({ layout }) => layout));
  return others.map((campus, index) => ({ ...campus, at: places[index + 1]! }));
}

/** Chips are seen from the station of a GPU unless the viewer wishes for another view. */
const atChips = (wish: CompareWish, { campuses, gpu }: ExperienceState): CompareWish =>
  wish.view || wish.camera ? wish : { gpu, campus: campuses[0]!.id, ...wish, view: 'gpu' };

/** Shows the site of a document's file beside the site and those beside it. What is refused changes nothing but gets a sentence. */
export async function addDocument(
  experience: Experience,
  file: File,
  handedOver: Map<string, SiteDocument>,
): Promise<void> {
  const { say } = readWish(experience, experience.store.getState().campuses[0]!, {}, handedOver);
  const value = shortened(file.name);
  const refuse = (key: Sentence, expected: Value = '') => experience.notify(say(key, { value, expected }));
  const { campuses } = experience.store.getState();
  if (campuses.length > MOST_SYSTEMS) return refuse('compare.most', MOST_SYSTEMS);
  if (file.size > MOST_BYTES) return refuse('compare.large');
  try {
    const { acceptSite } = await import('./handedInput.ts');
    const document = await acceptSite(JSON.parse(await file.text()));
    const id = handedOver.size > 0 ? `${HANDED_OVER}-${handedOver.size + 1}` : HANDED_OVER;
    handedOver.set(id, document);
    const others = campuses.slice(1).map((campus) => campus.id);
    await compareWith(experience, { compare: [...others, id].join(',') }, handedOver);
  } catch (error) {
    refuse('compare.refused', error instanceof Error ? error.message : String(error));
  }
}

/**
 * Shows what an element's attributes name, one of which has changed. Goes to another campus if they name one, or if `campus` has been
 * removed.
 */
export async function regroup(
  experience: Experience,
  element: Element,
  changed: 'compare' | 'campus',
): Promise<void> {
  const [site] = experience.store.getState().campuses;
  const query = ['compare', 'campus', 'view', 'gpu'].flatMap((key): [string, string][] => {
    const value = element.getAttribute(key);
    return value === null ? [] : [[key, value]];
  });
  const { wish } = readAddress(query, addressContext(site!.document));
  const campus = wish.campus ?? (changed === 'campus' ? site!.id : experience.campus().id);
  const isThere = campus === experience.campus().id;
  await compareWith(experience, { ...(isThere ? {} : { ...wish, campus }), compare: wish.compare ?? '' });
}

type Sentence = keyof typeof english;
type SayThis = (key: Sentence, values: Message['values']) => Message;

function readWish(
  { store }: Experience,
  { id, config, document, layout }: Campus,
  { compare = '' }: Pick<Wish, 'compare'>,
  handedOver: HandedOver,
) {
  const { langWish } = store.getState();
  const words = sayIn(wordsTag(chosenTag(langWish)), { file: '.compare', english });
  // A whole sentence, since only this chunk has the words.
  const say: SayThis = (key, values) => ({ key: words(key, values), values: {} });
  const { entries, chips, faults } = readCompare(compare, {
    systems: systemIds,
    chips: CHIPS,
    handedOver: [...handedOver.keys()],
    site: { id, config, defaultConfig: defaultConfig(document) },
  });
  const messages = faults.map(({ key, value, expected }) => say(`compare.${key}`, { value, expected }));
  // They lie on a bench beside a GPU of the site.
  const hasBench = layout.totals.gpus > 0;
  if (chips.length > 0 && !hasBench) messages.push(say('compare.noGpus', { value: document.name }));
  return { entries, chips: hasBench ? chips : [], messages, say };
}

type Loaded = Campus | Message | { sentence: Sentence; values: Message['values'] };

/** A campus that stands nowhere yet, or why there is none. */
async function load(
  { id, system, isAddress, config }: CompareEntry,
  site: Campus,
  handedOver: HandedOver,
): Promise<Loaded> {
  const unreachable = (error: unknown): Message => ({
    key: 'notice.siteUnreachable',
    values: { value: shortened(id), expected: error instanceof Error ? error.message : String(error) },
  });
  try {
    let document = handedOver.get(id) ?? (isAddress ? undefined : await loadSystem(system));
    if (!document) {
      const { fetchSite } = await import('./fetchSite.ts');
      const fetched = await fetchSite(system);
      if (!('document' in fetched))
        return fetched.key === 'notice.siteForeign'
          ? { sentence: 'compare.foreign', values: fetched.values }
          : fetched;
      document = fetched.document;
    }
    const known = document.configurations.map((each) => each.id);
    if (config !== undefined && !known.includes(config))
      return {
        sentence: 'compare.config',
        values: { value: id, expected: known.map((each) => `${system}:${each}`) },
      };
    // The same document grows by the same account.
    const curve = document === site.document ? site.curve : undefined;
    return makeCampus({ id, document, config, curve });
  } catch (error) {
    return unreachable(error);
  }
}

/** Where the viewer goes as campuses or chips come; undefined to stay. Adds a sentence for a campus or a GPU that there is not. */
function stationOf(
  campuses: readonly Campus[],
  { campus, view, gpu, camera }: CompareWish,
  messages: Message[],
  say: SayThis,
) {
  const campusIndex = campus === undefined ? 0 : campuses.findIndex(({ id }) => id === campus);
  if (campusIndex < 0) {
    const expected = campuses.map(({ id }) => id);
    messages.push(say('compare.campus', { value: shortened(campus!), expected }));
  }
  const isAway =
    camera !== undefined &&
    faultOf(
      camera,
      campuses.map((each) => sceneRect(each, each.site.edge)),
    ) !== undefined;
  if (isAway)
    messages.push({ key: 'notice.cameraAway', values: { key: 'camera', value: writePose(camera) } });
  if (campusIndex < 0 || (campus === undefined && !isAway)) return undefined;
  const { gpus } = campuses[campusIndex]!.layout.totals;
  if (view === 'gpu' && gpus === 0)
    messages.push({ key: 'notice.noGpuView', values: { key: 'view', value: view } });
  const isThere = camera !== undefined && !isAway;
  const found = gpu !== undefined && gpu <= gpus ? gpu : 0;
  if (gpu && !found)
    messages.push({
      key: gpus > 0 ? 'notice.gpuRange' : 'notice.noGpus',
      values: { key: 'gpu', value: gpu, expected: gpus },
    });
  return { view: view ?? (found ? ('rack' as const) : ('site' as const)), gpu: found, campusIndex, isThere };
}
