import type { Grade as GradeName } from '../../../model/figure.ts';
import { gradeMeaning, gradeWord } from '../../gradeWords.ts';
import { useSay } from '../language/words.ts';
import './grade.css';

interface GradeProps {
  grade: GradeName;
  /** The grade on which the figure rests, if it is less known. */
  restsOn?: GradeName | undefined;
  quiet?: boolean;
}

/** A figure's grade as a full, half, empty or dotted ring, with its word visible or for screen readers only (`quiet`). */
export function Grade({ grade, restsOn = grade, quiet = false }: GradeProps) {
  const say = useSay();
  return (
    <span className="grade" title={gradeMeaning(say, grade, restsOn)}>
      <span className={`grade-mark grade-${restsOn}`} aria-hidden="true" />
      <span className={quiet ? 'hidden' : 'grade-word'}>{gradeWord(say, grade, restsOn)}</span>
    </span>
  );
}
