import type { Grade as GradeName } from '../../../model/figure.ts';
import { useSay } from '../language/words.ts';
import './grade.css';

/** A figure's grade as a full, half, empty or dotted ring, with its word visible or for screen readers only (`quiet`). */
export function Grade({ grade, quiet = false }: { grade: GradeName; quiet?: boolean }) {
  const say = useSay();
  return (
    <span className="grade" title={say(`grade.${grade}.means`)}>
      <span className={`grade-mark grade-${grade}`} aria-hidden="true" />
      <span className={quiet ? 'hidden' : 'grade-word'}>{say(`grade.${grade}`)}</span>
    </span>
  );
}
