import { layout, type Layout } from '../layout/layout.ts';
import type { SiteDocument } from '../model/schema.ts';
import { resolveSite, type Site } from '../model/site.ts';
import { dateOf, dayOf } from '../model/days.ts';
import { type Moment, type Timeline, timeline } from './timeline.ts';

/** One shown campus. Immutable: a change makes a new value, so its parts always belong together. */
export interface Campus {
  /** Id of a built-in site, or the address that the document was fetched from, or `own` for a document passed as a value. */
  readonly id: string;
  readonly document: SiteDocument;
  readonly config: string;
  readonly curve: string;
  readonly site: Site;
  readonly layout: Layout;
  readonly timeline: Timeline;
  /** Position of its site frame's origin in the scene, x east and z south, metres. */
  readonly at: readonly [x: number, z: number];
}

/** What the machines of a campus are counted by: its GPUs, or its servers where it has none. */
export const countedBy = ({ layout }: Pick<Campus, 'layout'>): 'gpus' | 'servers' =>
  layout.totals.gpus > 0 ? 'gpus' : 'servers';

/** What a campus is made from; a configuration or a curve left out is the document's own default. */
interface CampusChoice {
  id: string;
  document: SiteDocument;
  config?: string | undefined;
  curve?: string | undefined;
  at?: readonly [x: number, z: number];
}

/** The configuration shown by default: the one that the document names, or else its last. */
export function defaultConfig({ defaultConfiguration, configurations }: SiteDocument): string {
  return defaultConfiguration ?? configurations.at(-1)?.id ?? '';
}

/** Works out a campus from a checked document. Throws RangeError for an unknown configuration or curve. */
export function makeCampus({ id, document, config, curve, at = [0, 0] }: CampusChoice): Campus {
  const site = resolveSite(document, config ?? defaultConfig(document));
  return grow({ id, document, config: site.config, site, layout: layout(site), at }, curve);
}

/** The same campus under another curve; site and layout stay the same objects. */
export function withCurve(campus: Campus, curve: string): Campus {
  return curve === campus.curve ? campus : grow(campus, curve);
}

/** The same campus with other texts in its site; all that is laid out stays the same objects. */
export function withSite(campus: Campus, site: Site): Campus {
  return grow({ ...campus, site, layout: { ...campus.layout, site } }, campus.curve);
}

/** Days after a site's last one on which nothing in it is new any more. */
const LONG_AFTER = 1e4;

/**
 * The day of a shown campus, from its own day 0, on a day of the site that it stands beside: the same date, or its day 0 if that is later.
 * It may be after the campus's last day, from which on the campus stays as it is. A campus whose document dates no growth is complete.
 */
export function ownDay(campus: Campus, site: Campus, day: number): number {
  if (campus.id === site.id) return day;
  const { dayZero, lastDay } = campus.site;
  if (!campus.document.growth) return lastDay + LONG_AFTER;
  return Math.max(day + dayOf(dayZero, site.site.dayZero), 0);
}

/** The counts of a shown campus on a day of the site that it stands beside; `day` and `date` are those of the site. */
export function momentOf(campus: Campus, site: Campus, day: number): Moment {
  const moment = campus.timeline.at(ownDay(campus, site, day));
  return campus === site ? moment : { ...moment, day, date: dateOf(site.site.dayZero, day) };
}

function grow(campus: Omit<Campus, 'curve' | 'timeline'>, curve = campus.site.defaultCurve): Campus {
  return { ...campus, curve, timeline: timeline(campus.layout, curve) };
}
