import type { Address, Explained } from '../../inventory/figures/explained.ts';
import { figuresOfFound } from '../../inventory/figures/figuresOfFound.ts';
import { asOnPage } from '../../inventory/figures/figuresOnPage.ts';
import { gradesOn } from '../../inventory/overlay/grades.ts';
import type { Found } from '../../inventory/query/whatIsAt.ts';
import { addressOf, rackOfGpu } from '../../layout/address.ts';
import { withEvidence } from '../../model/evidence.ts';
import { acceleratorOf } from '../../layout/serverPlan.ts';
import type { Experience } from '../../state/experience.ts';
import type { Say } from '../../state/words.ts';
import type { Campus } from '../../timeline/campus.ts';
import { explainFigure, sayExplained } from './explained.ts';
import { shownOn } from './figures.ts';
import { finder } from './finder.ts';

export { areas, figures } from './figures.ts';

/** What is drawn at a CSS pixel, from the picture's left and top; null for the sky. Rejects with RangeError unless both are finite. */
export async function explain(experience: Experience, x: number, y: number): Promise<Explained | null> {
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw new RangeError(`explain: found ${String(x)}, ${String(y)}, expected two numbers.`);
  const first = (await finder(experience))(x, y);
  return first && describe(experience, first.met, first.campusIndex);
}

/** The same for a GPU of the current campus, wherever it is; rejects with RangeError for one that is not there. */
export async function explainGpu(experience: Experience, gpu: number): Promise<Explained> {
  const { layout } = experience.campus();
  const rackIndex = rackOfGpu(layout, gpu);
  const of = `catalogue/${acceleratorOf(layout, rackIndex)}`;
  return describe(
    experience,
    { subject: { kind: 'gpu', of }, rackIndex, gpu },
    experience.store.getState().campusIndex,
  );
}

type Met = Omit<Found, 'distance' | 'at'>;

function describe(experience: Experience, met: Met, campusIndex: number): Explained {
  const say = sayExplained(experience);
  const shown = shownOn(experience);
  const { campus, day } = shown[campusIndex]!;
  const own = figuresOfFound(campus, met, day);
  const figures = campusIndex > 0 ? asOnPage(own, shown, campusIndex) : own;
  return {
    campus: campus.id,
    subject: met.subject.kind,
    name: nameOf(campus, met, say),
    address: addressOfFound(campus, met),
    grade: gradesOn(campus, day)(met),
    figures: figures.map((figure) => explainFigure(campus, figure, say)),
  };
}

/** The name of the catalogue entry or of the part of the document, else the word for the kind of thing. */
function nameOf({ site }: Campus, { subject: { kind, of = '' } }: Met, say: Say): string {
  const [part, id] = of.split('/');
  if (part === 'catalogue') return withEvidence(site).catalogue.get(id ?? '')?.name ?? say(`thing.${kind}`);
  const named = kind === 'building' ? site.buildings : part === 'zones' ? site.zones : [];
  return named.find((each) => each.id === id)?.name ?? say(`thing.${kind}`);
}

function addressOfFound(
  { layout, site }: Campus,
  { subject: { of = '' }, rackIndex, gpu, server, slot }: Met,
): Address | null {
  if (slot) return { hall: slot.hall, row: slot.row, rack: slot.place };
  if (rackIndex !== undefined) {
    const { racks } = layout;
    const rack = { hall: racks.hall[rackIndex]!, row: racks.row[rackIndex]!, rack: racks.place[rackIndex]! };
    if (!gpu) return { ...rack, ...(server && { server }) };
    const address = addressOf(layout, gpu);
    return { ...rack, server: address.server, gpu: address.gpu, number: gpu };
  }
  const hall = site.halls.find(({ id }) => of === `halls/${id}`);
  return hall ? { hall: hall.number } : null;
}
