import { useEffect, useState } from 'react';
import type { Grade as GradeName } from '../../../model/figure.ts';
import { useChoice } from '../../../state/hooks.ts';
import { ownDay } from '../../../timeline/campus.ts';
import { Grade } from '../widgets/Grade.tsx';

/** How well it is known that the rack under the pointer is there, while the picture is painted by that. */
export function PointedGrade() {
  const pointed = useChoice((state) => state.pointed);
  const campuses = useChoice((state) => state.campuses);
  const day = useChoice((state) => Math.floor(state.day));
  const isPainted = useChoice(({ overlay }) => overlay === 'evidence');
  const [grade, setGrade] = useState<GradeName>();
  useEffect(() => {
    const campus = pointed && isPainted ? campuses[pointed.campusIndex] : undefined;
    if (!campus) {
      setGrade(undefined);
      return;
    }
    let isWanted = true;
    // Evidence is loaded when it is first asked for; if it cannot be, the picture says so.
    import('../../../inventory/overlay/grades.ts').then(
      ({ gradesOn }) => {
        const gradeOf = gradesOn(campus, ownDay(campus, campuses[0]!, day));
        const { rackIndex } = pointed!;
        if (isWanted) setGrade(gradeOf({ subject: { kind: 'rack' }, rackIndex }));
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [pointed, campuses, day, isPainted]);
  return grade ? <Grade grade={grade} /> : null;
}
