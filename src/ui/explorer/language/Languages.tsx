import { languageOf } from '../../../state/words.ts';
import { ownName } from '../../languageNames.ts';
import { useActions } from '../page/actions.ts';
import { useSay, useTag } from './words.ts';
import './languages.css';

/** Chooses the language of all words, each by its own name; nothing while there is only one. */
export function Languages() {
  const say = useSay();
  const { languages, speak } = useActions();
  const tag = useTag();
  if (languages.length < 2) return null;
  return (
    <select
      className="languages"
      aria-label={say('option.language')}
      value={languageOf(tag)}
      onChange={(event) => void speak(event.target.value)}
    >
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {ownName(each)}
        </option>
      ))}
    </select>
  );
}
