import type { CampusFacts } from '../../campusFacts.ts';
import { countWords, sayOfCampuses } from '../../campusWords.ts';
import { useLanguage } from '../language/words.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { Grade } from '../widgets/Grade.tsx';

/** Returns a function that words the count and the date of a campus. */
export function useCampusWords(): (facts: CampusFacts) => string {
  const { format } = useLanguage();
  return (facts) => countWords(facts, sayOfCampuses(format.tag), format);
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
