import type { Source } from '../../../model/schema.ts';
import { between } from '../../evidence/words.ts';
import { useLanguage } from '../language/words.ts';
import { useSources } from '../page/useSources.ts';

/** The sources with these ids, each once; empty until the list of sources is loaded. */
export function SourceLines({ ids }: { ids: readonly string[] }) {
  const sources = useSources();
  const named = [...new Set(ids)].flatMap((id) => sources?.get(id) ?? []);
  return named.map((source) => (
    <span key={source.id}>
      <SourceLine source={source} />
    </span>
  ));
}

/** One source: publisher, title (a link if it has an address) and date. */
export function SourceLine({ source }: { source: Source }) {
  const { say, format } = useLanguage();
  const name = source.title ?? source.publisher;
  const title = <bdi>{name}</bdi>;
  const comma = between(say, 'comma');
  const date = source.date ? format.knownDate(source.date) : say('sources.undated');
  return (
    <>
      {source.title && (
        <>
          <bdi>{source.publisher}</bdi>
          {comma}
        </>
      )}
      {source.url ? (
        <a href={source.url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {comma}
      {date}
    </>
  );
}
