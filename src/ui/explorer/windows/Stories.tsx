import { sentencesIn, STORIES } from '../../../state/words.ts';
import { shippedTitles } from '../../../stories/shipped.ts';
import { useSay, useTag } from '../language/words.ts';
import { useActions, useOpen } from '../page/actions.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import './stories.css';

/** A dialog that offers the stories. */
export default function Stories() {
  const say = useSay();
  const sentences = sentencesIn(useTag(), STORIES);
  const open = useOpen();
  const { tell } = useActions();
  return (
    <Dialog title={say('stories.title')} isSmall>
      <p>{say('stories.intro')}</p>
      <ul className="stories">
        {shippedTitles(sentences).map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="stories-story"
              dir="auto"
              onClick={() => {
                open(null);
                void tell(id);
              }}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
      <p>
        <a href="./present/">{say('stories.stage')}</a>
      </p>
    </Dialog>
  );
}
