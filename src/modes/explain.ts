import english from '../../assets/languages/en.explain.json';
import { figuresOf } from '../inventory/figures/figuresOf.ts';
import { type Found, firstMet, whatIsAt } from '../inventory/query/whatIsAt.ts';
import { shownThings } from '../inventory/shownThings.ts';
import type { SubjectKind } from '../inventory/things/subject.ts';
import { addressOf } from '../layout/address.ts';
import type { Grade } from '../model/figure.ts';
import { withEvidence } from '../model/evidence.ts';
import { sourceById } from '../model/sources.ts';
import type { Experience } from '../state/experience.ts';
import { chosenTag, type Say, sayIn, type Words, wordsTag } from '../state/words.ts';
import type { Campus } from '../timeline/campus.ts';
import { shownGpu } from '../views/focus.ts';

/** Position of a thing among the racks; all 1-based. `number` is the GPU's number in the campus. */
export interface Address {
  hall: number;
  row?: number;
  rack?: number;
  server?: number;
  gpu?: number;
  number?: number;
}

/** A figure with its evidence; `name` is in the viewer's language. */
interface ExplainedFigure {
  id: string;
  name: string;
  value: number;
  unit: string;
  asOf?: string;
  source?: { id: string; publisher: string; title?: string; date?: string; url?: string };
  grade: Grade;
}

/** What is drawn at a pixel, with its figures and their sources. */
export interface Explained {
  campus: string;
  subject: SubjectKind;
  name: string;
  address: Address | null;
  figures: ExplainedFigure[];
}

/** The sentences of this lazily loaded chunk. */
const explainWords: Words = {
  file: '.explain',
  english,
};

/** What is drawn at a CSS pixel, from the picture's left and top; null for the sky. Rejects with RangeError unless both are finite. */
export async function explain(experience: Experience, x: number, y: number): Promise<Explained | null> {
  if (!Number.isFinite(x) || !Number.isFinite(y))
    throw new RangeError(`explain: found ${String(x)}, ${String(y)}, expected two numbers.`);
  const { store, live } = experience;
  // If it cannot be loaded, near parts are not drawn either.
  const near = await import('../scene/near/near.tsx').catch(() => undefined);
  const { campuses, campusIndex: mainIndex, gpu, langWish } = store.getState();
  const shown = shownThings(campuses);
  const first = firstMet(live.sightlines(x, y), (line, campusIndex) => {
    const { layout, timeline } = campuses[campusIndex]!;
    const met = whatIsAt(shown[campusIndex]!, line.ray, line.sight);
    if (!near || campusIndex !== mainIndex) return met;
    return near.nearAt(layout, timeline, shownGpu(layout, gpu), live.zoomLevel, line, met);
  });
  if (!first) return null;
  const say = sayIn(wordsTag(chosenTag(langWish)), explainWords);
  return explained(campuses[first.campusIndex]!, first.met, live.day, say);
}

function explained(campus: Campus, found: Found, day: number, say: Say): Explained {
  const site = withEvidence(campus.site);
  const { subject, size } = found;
  const figures = figuresOf(site, subject, day, size).map((figure) => {
    const { source: sourceId, asOf, grade, unit, value } = figure;
    const source = sourceById(sourceId, site.document);
    return {
      ...{ id: figure.id, name: figureName(figure.name, say), value, unit, grade },
      ...(asOf && { asOf }),
      ...(source && { source: { ...source } }),
    };
  });
  return {
    campus: campus.id,
    subject: subject.kind,
    name: nameOf(campus, found, say),
    address: addressOfFound(campus, found),
    figures,
  };
}

/** The word for a figure; figures that only a document has are called by their own name. */
function figureName(name: string, say: Say): string {
  const word = say(`figure.${name}`);
  return word === `figure.${name}` ? name : word;
}

/** The name of the catalogue entry or of the part of the document, else the word for the kind of thing. */
function nameOf({ site }: Campus, { subject: { kind, of = '' } }: Found, say: Say): string {
  const [part, id] = of.split('/');
  if (part === 'catalogue') return site.catalogue.get(id ?? '')?.name ?? say(`thing.${kind}`);
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
