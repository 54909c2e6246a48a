import { figuresOfFound } from '../inventory/figures/figuresOfFound.ts';
import { asOnPage } from '../inventory/figures/figuresOnPage.ts';
import type { Found } from '../inventory/query/whatIsAt.ts';
import type { SubjectKind } from '../inventory/things/subject.ts';
import { addressOf } from '../layout/address.ts';
import { withEvidence } from '../model/evidence.ts';
import type { Experience } from '../state/experience.ts';
import type { Say } from '../state/words.ts';
import type { Campus } from '../timeline/campus.ts';
import { type ExplainedFigure, explainFigure, sayExplained } from './explained.ts';
import { shownOn } from './figures.ts';
import { finder } from './finder.ts';

export type { ExplainedFigure } from './explained.ts';
export { figures } from './figures.ts';

/** Position of a thing among the racks; all 1-based. `number` is the GPU's number in the campus. */
export interface Address {
  hall: number;
  row?: number;
  rack?: number;
  server?: number;
  gpu?: number;
  number?: number;
}

/** What is drawn at a pixel, with its figures and their sources. */
export interface Explained {
  campus: string;
  subject: SubjectKind;
  name: string;
  address: Address | null;
  figures: ExplainedFigure[];
}

/** What is drawn at a CSS pixel, from the picture's left and top; null for the sky. Rejects with RangeError unless both are finite. */
export async function explain(experience: Experience, x: number, y: number): Promise<Explained | null> {
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw new RangeError(`explain: found ${String(x)}, ${String(y)}, expected two numbers.`);
  const first = (await finder(experience))(x, y);
  if (!first) return null;
  const say = sayExplained(experience);
  const shown = shownOn(experience);
  const { campus, day } = shown[first.campusIndex]!;
  const own = figuresOfFound(campus, first.met, day);
  const figures = first.campusIndex > 0 ? asOnPage(own, shown, first.campusIndex) : own;
  return {
    campus: campus.id,
    subject: first.met.subject.kind,
    name: nameOf(campus, first.met, say),
    address: addressOfFound(campus, first.met),
    figures: figures.map((figure) => explainFigure(campus, figure, say)),
  };
}

/** The name of the catalogue entry or of the part of the document, else the word for the kind of thing. */
function nameOf({ site }: Campus, { subject: { kind, of = '' } }: Found, say: Say): string {
  const [part, id] = of.split('/');
  if (part === 'catalogue') return withEvidence(site).catalogue.get(id ?? '')?.name ?? say(`thing.${kind}`);
  const named = kind === 'building' ? site.buildings : part === 'zones' ? site.zones : [];
  return named.find((each) => each.id === id)?.name ?? say(`thing.${kind}`);
}

function addressOfFound(
  { layout, site }: Campus,
  { subject: { of = '' }, rackIndex, gpu, server, slot }: Found,
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
