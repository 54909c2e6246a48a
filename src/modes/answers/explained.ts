import english from '../../../assets/languages/en.explain.json';
import type { ExplainedFigure } from '../../inventory/figures/explained.ts';
import type { PageFigure } from '../../inventory/figures/figuresOnPage.ts';
import { withEvidence } from '../../model/evidence.ts';
import type { NamedFigure } from '../../model/figure.ts';
import type { Site } from '../../model/site.ts';
import { sourceById } from '../../model/sources.ts';
import type { Experience } from '../../state/experience.ts';
import { chosenTag, type Say, sayIn, type Words, wordsTag } from '../../state/words.ts';
import type { Campus } from '../../timeline/campus.ts';

/** The sentences of this lazily loaded chunk. */
const explainWords: Words = {
  file: '.explain',
  english,
};

/** Sentences about what is drawn, in the viewer's language. */
export const sayExplained = ({ store }: Pick<Experience, 'store'>): Say =>
  sayIn(wordsTag(chosenTag(store.getState().langWish)), explainWords);

/** The sentence of a key; undefined if there is none. */
const said = (say: Say, key: string): string | undefined => {
  const sentence = say(key);
  return sentence === key ? undefined : sentence;
};

/** The name of a part of the catalogue or the document, or the word for a kind of thing; see `NamedFigure.about`. */
function aboutName(site: Site, about: string, say: Say): string | undefined {
  const [part, id = ''] = about.split('/');
  const nameIn = (list: readonly { id: string; name: string }[]) => list.find((each) => each.id === id)?.name;
  switch (part) {
    case 'catalogue':
      return site.catalogue.get(id)?.name;
    case 'buildings':
      return nameIn(site.buildings);
    case 'zones':
      return nameIn(site.zones);
    case 'halls': {
      const hall = site.halls.find((each) => each.id === id);
      return hall && (hall.name ?? say('about.hall', { number: hall.number }));
    }
    case 'hall-types':
      return say('about.hallType', { id });
    case 'growth':
      return site.growth.curves.find((curve) => curve.id === id)?.label || said(say, `about.${id}`);
    case 'drawn':
      return said(say, `thing.${id}`);
    case 'landscape':
      return say(id === 'trees' ? 'thing.tree' : 'thing.road');
    case 'edge':
      return site.name;
  }
}

/** A figure of a campus with its source and its words. */
export function explainFigure(campus: Campus, figure: NamedFigure | PageFigure, say: Say): ExplainedFigure {
  const site = withEvidence(campus.site);
  const { id, name, about, value, unit, low, high, asOf, grade, restsOn, from, arithmetic } = figure;
  const source = sourceById(figure.source, site.document);
  const aboutIt = about === undefined ? undefined : aboutName(site, about, say);
  const note = figure.note ?? said(say, `note.${name}`);
  // Units of height in a rack are no units in a yard.
  const key = name === 'units' && unit === 'U' ? 'rack-units' : name;
  return {
    // Figures that only a document has are called by their own name.
    ...{ id, name: said(say, `figure.${key}`) ?? name, value, unit, grade },
    ...(aboutIt !== undefined && { about: aboutIt }),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    ...(asOf && { asOf }),
    ...(source && { source: { ...source } }),
    ...(restsOn && { restsOn }),
    ...(note !== undefined && { note }),
    ...(from && { from: [...from] }),
    ...(arithmetic !== undefined && { arithmetic }),
  };
}
