import { useId, useMemo, useState } from 'react';
import { builtinSites } from '../../../model/builtin.ts';
import { comparedSites } from '../../../model/comparedSites.ts';
import { translatedDocument } from '../../../model/documentTexts.ts';
import type { Campus } from '../../../timeline/campus.ts';
import { useChoice } from '../../../state/hooks.ts';
import { DOCUMENTS, type Sentences, sentencesIn } from '../../../state/words.ts';
import { nameWords, sayOfCampuses } from '../../campusWords.ts';
import { useSay, useTag } from '../language/words.ts';
import { useActions } from '../page/actions.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { DocumentText } from '../widgets/DocumentText.tsx';
import './compareWith.css';

interface System {
  id: string;
  name: string;
}

/** The known systems that can stand beside a site, and after them what stands there and is not among them. */
function systemsBeside(
  [site, ...others]: readonly Campus[],
  tag: string,
  sentences: Sentences = {},
): System[] {
  const say = sayOfCampuses(tag);
  const builtin = Object.entries(builtinSites).flatMap(([id, document]) => {
    const { name, configurations } = translatedDocument(document, id, sentences);
    return (
      configurations
        // The site itself is there already.
        .filter((config) => id !== site!.id || config.id !== site!.config)
        .map((config) => ({ id: `${id}:${config.id}`, name: nameWords({ name, ...config }, say) }))
    );
  });
  const compared = Object.entries(comparedSites).map(([id, { name }]) => ({
    id,
    name: sentences[`${id}.name`] ?? name,
  }));
  const known = [...builtin, ...compared].filter(({ id }) => id !== site!.id);
  const isKnown = (id: string) => known.some((each) => each.id === id);
  const own = others
    .filter(({ id }) => !isKnown(id))
    .map(({ id, document }) => ({ id, name: document.name }));
  return [...known, ...own];
}

/** Chooses what stands beside the site: known systems, and documents of the viewer's. */
export function CompareWith() {
  const say = useSay();
  const { compareWith, addDocument, mostSystems } = useActions();
  const id = useId();
  const campuses = useChoice((state) => state.campuses);
  const [wanted, want] = useState<readonly string[]>();
  const tag = useTag();
  const sentences = sentencesIn(tag, DOCUMENTS);
  const systems = useMemo(() => systemsBeside(campuses, tag, sentences), [campuses, tag, sentences]);
  const chosen = wanted ?? campuses.slice(1).map((campus) => campus.id);
  const isFull = chosen.length >= mostSystems;

  function choose(next: readonly string[]) {
    want(next);
    void compareWith(next).then(() => want((latest) => (latest === next ? undefined : latest)));
  }
  return (
    <Dialog title={say('compare.title')}>
      <p id={`${id}intro`}>{say('compare.intro', { most: mostSystems })}</p>
      <fieldset className="compare" aria-describedby={`${id}intro`}>
        <legend className="hidden">{say('compare.title')}</legend>
        {systems.map((system) => {
          const isChosen = chosen.includes(system.id);
          return (
            <label key={system.id} className="compare-system">
              <input
                type="checkbox"
                value={system.id}
                checked={isChosen}
                disabled={isFull && !isChosen}
                onChange={() =>
                  choose(isChosen ? chosen.filter((each) => each !== system.id) : [...chosen, system.id])
                }
              />
              <DocumentText text={system.name} lines={2} />
            </label>
          );
        })}
      </fieldset>
      <label className="compare-document">
        <span>{say('compare.document')}</span>
        <input
          type="file"
          accept=".json,application/json"
          disabled={isFull}
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            // The same file can be chosen again after it was mended.
            if (file) void addDocument(file).then(() => Object.assign(input, { value: '' }));
          }}
        />
      </label>
    </Dialog>
  );
}
