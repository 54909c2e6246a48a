import type { CampusFacts } from '../../campusFacts.ts';
import { countWords, nameWords, sayOfCampuses } from '../../campusWords.ts';
import { useLanguage } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { Grade } from '../widgets/Grade.tsx';

/** Returns functions that word the name of a campus, and its count and date. */
export function useCampusWords() {
  const { format } = useLanguage();
  const say = sayOfCampuses(format.tag);
  return {
    nameOf: (facts: CampusFacts) => nameWords(facts, say),
    countOf: (facts: CampusFacts) => countWords(facts, say, format),
  };
}

/** On what the count of a campus rests: whose account, and its grade. */
export function CampusBasis({ facts: { account, grade } }: { facts: CampusFacts }) {
  return (
    <span className="campus-basis">
      {account && (
        <>
          <DocumentText text={account} lines={1} />{' '}
        </>
      )}
      <Grade grade={grade} />
    </span>
  );
}
