import type { Grade as GradeName } from '../../../model/figure.ts';
import { gradeOfHalls } from '../../../model/grades.ts';
import { useCampus, useChoice } from '../../../state/hooks.ts';
import { Grade } from '../widgets/Grade.tsx';
import { useLanguage } from '../language/words.ts';
import './ledger.css';

interface Line {
  id: string;
  value: string;
  of?: string;
  grade: GradeName;
}

/** The secondary counts: racks, arrays, halls and power. */
export function Ledger() {
  const { say, format } = useLanguage();
  const moment = useChoice((state) => state.moment);
  const totals = useCampus((campus) => campus.layout.totals);
  // What stands is as well known as the halls' contents; power is computed.
  const grade = useCampus((campus) => gradeOfHalls(campus.site));
  const mw = say('unit.mw');
  const of = (total: number) => say('count.of', { total: format.whole(total) });
  const lines: Line[] = [
    { id: 'racks', value: format.whole(moment.racks.installed), of: of(totals.racks), grade },
    { id: 'arrays', value: format.whole(moment.arrays.installed), of: of(totals.arrays), grade },
    { id: 'halls', value: format.whole(moment.halls.full), of: of(totals.halls), grade },
    { id: 'itPower', value: format.megawatts(moment.itW), of: mw, grade: 'derived' },
    { id: 'facilityPower', value: format.megawatts(moment.facilityW), of: mw, grade: 'derived' },
  ];
  return (
    <dl className="ledger">
      {lines.map((line) => (
        <div key={line.id} className="ledger-line">
          <dt>{say(`count.${line.id}`)}</dt>
          <dd>
            <span className="ledger-value" data-count={line.id}>
              {line.value}
            </span>
            <span className="soft">{line.of}</span>
            <Grade grade={line.grade} quiet />
          </dd>
        </div>
      ))}
    </dl>
  );
}
