import { useEffect, useMemo, useState } from 'react';
import type { Source } from '../../../model/schema.ts';
import { useChoice } from '../../../state/hooks.ts';

/** The built-in sources and those of the shown documents, by id; undefined until the lazily loaded list has arrived. */
export function useSources(): ReadonlyMap<string, Source> | undefined {
  const campuses = useChoice((state) => state.campuses);
  const campusIndex = useChoice((state) => state.campusIndex);
  const builtin = useBuiltinSources();
  return useMemo(() => {
    // The current campus has the last word where two documents use one id.
    const shown = [...campuses, campuses[campusIndex]!].flatMap(({ document }) => document.sources ?? []);
    return builtin && new Map([...builtin, ...shown].map((source) => [source.id, source]));
  }, [builtin, campuses, campusIndex]);
}

/** A hook of its own: React keeps an effect that runs once, and with it all that the functions beside it use, as the first campuses. */
function useBuiltinSources(): readonly Source[] | undefined {
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
  return builtin;
}
