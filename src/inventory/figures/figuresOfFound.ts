import { withEvidence } from '../../model/evidence.ts';
import type { NamedFigure } from '../../model/figure.ts';
import type { Campus } from '../../timeline/campus.ts';
import type { Found } from '../query/whatIsAt.ts';
import { figuresOf } from './figuresOf.ts';

/**
 * The figures about what was found on a day, at least one: of a thing that has none those of its rack, else of its site. After its last day
 * a site stays as it is.
 */
export function figuresOfFound(
  { site, layout }: Pick<Campus, 'site' | 'layout'>,
  { subject, size, rackIndex }: Pick<Found, 'subject' | 'size' | 'rackIndex'>,
  shownDay: number,
): NamedFigure[] {
  const evident = withEvidence(site);
  const day = Math.min(shownDay, site.lastDay);
  const own = figuresOf(evident, subject, day, size);
  if (own.length > 0) return own;
  const kind = rackIndex === undefined ? undefined : site.rackKinds[layout.racks.kind[rackIndex]!];
  const ofRack = kind ? figuresOf(evident, { ...subject, of: `catalogue/${kind.id}` }, day) : [];
  return ofRack.length > 0 ? ofRack : figuresOf(evident, { ...subject, of: 'edge' }, day);
}
