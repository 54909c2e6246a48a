import { useEffect, useState } from 'react';
import type { Source } from '../../../model/schema.ts';
import { useCampus } from '../../../state/hooks.ts';

/** The built-in sources and the document's own, by id; undefined until the lazily loaded list has arrived. */
export function useSources(): ReadonlyMap<string, Source> | undefined {
  const own = useCampus((campus) => campus.document.sources);
  const [builtin, setBuiltin] = useState<readonly Source[]>();
  useEffect(() => {
    let wanted = true;
    void import('../../../model/sources.ts').then(({ sources }) => {
      if (wanted) setBuiltin(sources);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return builtin && new Map([...builtin, ...(own ?? [])].map((source) => [source.id, source]));
}
