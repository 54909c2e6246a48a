import { builtinSites } from '../../../model/builtin.ts';
import { useSite } from '../../../state/hooks.ts';
import { DocumentText } from '../widgets/DocumentText.tsx';
import { SourceLines } from '../widgets/SourceLine.tsx';
import { useSay } from '../language/words.ts';
import './siteNote.css';

/** What the site's document remarks about it, such as a claim that has been overtaken, with the sources; nothing without a remark. */
export function SiteNote() {
  const say = useSay();
  const document = useSite((site) => site.document);
  const note = useSite(({ site }) => site.document.note);
  if (!note) return null;
  // The milestones of our own sites tell the same.
  const isOwn = Object.values(builtinSites).includes(document);
  return (
    <section className="site-note" data-own={isOwn || undefined} aria-label={say('region.note')}>
      <p>
        <DocumentText text={note.text} lines={8} />
      </p>
      <p className="site-note-sources">
        <SourceLines ids={note.sources} />
      </p>
    </section>
  );
}
