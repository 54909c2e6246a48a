import { useChoice, useExperience } from '../../../state/hooks.ts';
import { campusFacts } from '../../campusFacts.ts';
import { useSay } from '../language/words.ts';
import { useOpen } from '../page/actions.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { SourceLines } from '../widgets/SourceLine.tsx';
import { CampusBasis, useCampusWords } from './campusWords.tsx';
import { useHasSeveral } from './useHasSeveral.ts';
import './campuses.css';

/** The shown campuses, if there are several: each a button that goes there, with its count, date and basis, and what is remarked about it. */
export function Campuses() {
  return useHasSeveral() && <List />;
}

function List() {
  const say = useSay();
  const { nameOf, countOf } = useCampusWords();
  const { goTo } = useExperience();
  const open = useOpen();
  const campuses = useChoice((state) => state.campuses);
  const campusIndex = useChoice((state) => state.campusIndex);
  const view = useChoice((state) => state.view);
  const day = useChoice((state) => state.day);
  return (
    <nav className="campuses" aria-label={say('region.campuses')}>
      <ul>
        {campuses.map((campus, index) => {
          const facts = campusFacts(campus, campuses[0]!, day);
          const { note } = campus.site.document;
          return (
            <li key={campus.id}>
              <button
                type="button"
                className="campus"
                aria-current={index === campusIndex ? 'true' : undefined}
                // From all of them to one: its building.
                onClick={() => goTo(view === 'site' ? 'building' : view, undefined, index)}
              >
                <strong>
                  <DocumentText text={nameOf(facts)} lines={2} />
                </strong>
                <span>{countOf(facts)}</span>
                <CampusBasis facts={facts} />
              </button>
              {note && campus.document !== campuses[0]!.document && (
                <p className="campus-note">
                  <DocumentText text={note.text} lines={index === campusIndex ? 8 : 3} />
                  {index === campusIndex && <SourceLines ids={note.sources} />}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <button type="button" className="button campuses-table" onClick={() => open('table')}>
        {say('option.table')}
      </button>
    </nav>
  );
}
