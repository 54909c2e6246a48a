import type { Source } from '../../../model/schema.ts';
import { useLanguage } from '../language/words.ts';

/** One source: publisher, title (a link if it has an address) and date. */
export function SourceLine({ source }: { source: Source }) {
  const { say, format } = useLanguage();
  const name = source.title ?? source.publisher;
  const title = <bdi>{name}</bdi>;
  const date = source.date ? format.knownDate(source.date) : say('sources.undated');
  return (
    <>
      {source.title && (
        <>
          <bdi>{source.publisher}</bdi>,{' '}
        </>
      )}
      {source.url ? (
        <a href={source.url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      , {date}
    </>
  );
}
