import { useEffect, useState } from 'react';
import type { Notice } from '../../../state/notices.ts';
import { useChoice, useExperience } from '../../../state/hooks.ts';
import { useLanguage, useSay } from '../language/words.ts';
import { IconButton } from '../widgets/IconButton.tsx';
import './notices.css';

/** Milliseconds for which a notice of success stays, counted anew when a pointer or the keyboard leaves it. */
const STAY_MS = 6000;

function NoticeLine({ notice }: { notice: Notice }) {
  const { say, format } = useLanguage();
  const { dismiss } = useExperience();
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const { id } = notice;
  const leaves = notice.kind === 'success' && !isHovered && !isFocused;
  useEffect(() => {
    if (!leaves) return;
    const timer = setTimeout(() => dismiss(id), STAY_MS);
    return () => clearTimeout(timer);
  }, [leaves, id, dismiss]);
  const values = Object.entries(notice.values).map(([name, value]) => [
    name,
    typeof value === 'number' ? format.whole(value) : value,
  ]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has no action; hovering only keeps it visible.
    <div
      className="notice"
      data-kind={notice.kind}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <p>{say(notice.key, Object.fromEntries(values))}</p>
      <IconButton icon="close" label={say('tool.dismiss')} onClick={() => dismiss(id)} />
    </div>
  );
}

/** Messages for the viewer: a problem stays until it is dismissed, a success disappears after a while. */
export function Notices() {
  const say = useSay();
  const notices = useChoice((state) => state.notices);
  const lines = (kind: Notice['kind']) =>
    notices
      .filter((notice) => notice.kind === kind)
      .map((notice) => <NoticeLine key={notice.id} notice={notice} />);
  return (
    <section className="notices" aria-label={say('region.notices')}>
      <div role="alert">{lines('problem')}</div>
      <div role="status">{lines('success')}</div>
    </section>
  );
}
