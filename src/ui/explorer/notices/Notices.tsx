import type { Message } from '../../../state/choice.ts';
import { useChoice, useExperience } from '../../../state/hooks.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import { useFormat, useSay } from '../language/words.ts';
import './notices.css';

/** Sentences for the viewer, each until it is dismissed. */
export function Notices() {
  const say = useSay();
  const format = useFormat();
  const { dismiss } = useExperience();
  const notices = useChoice((state) => state.notices);
  const readable = (values: Message['values']) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? format.whole(value) : value,
      ]),
    );
  return (
    <section className="notices" aria-label={say('region.notices')}>
      <div role="status">
        {notices.map((notice) => (
          <div key={notice.id} className="notice">
            <p>{say(notice.key, readable(notice.values))}</p>
            <IconButton icon="close" label={say('tool.dismiss')} onClick={() => dismiss(notice.id)} />
          </div>
        ))}
      </div>
    </section>
  );
}
