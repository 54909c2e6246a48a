import { useMemo } from 'react';
import { powerOn } from '../../../inventory/figures/powerFormulas.ts';
import type { Grade as GradeName } from '../../../model/figure.ts';
import { dayOf } from '../../../model/days.ts';
import { gradeOfHalls } from '../../../model/grades.ts';
import { useCampus, useChoice } from '../../../state/hooks.ts';
import { Grade } from '../widgets/Grade.tsx';
import { useLanguage } from '../language/words.ts';
import './ledger.css';

interface Line {
  id: string;
  grade: GradeName;
  restsOn?: GradeName | undefined;
  value: string;
  of?: string;
}

/** The secondary counts: racks, arrays, halls and power. */
export function Ledger() {
  const { say, format } = useLanguage();
  const moment = useChoice((state) => state.moment);
  const totals = useCampus((campus) => campus.layout.totals);
  const { site, curve, timeline } = useCampus((campus) => campus);
  // What stands is as well known as the halls' contents.
  const grade = gradeOfHalls(site);
  const { date } = moment;
  const power = useMemo(
    () => powerOn(site, curve, timeline.at(dayOf(site.dayZero, date))),
    [site, curve, timeline, date],
  );
  const gradesOf = (id: string) => {
    const { grade, restsOn } = power.get(id)!;
    return { grade, restsOn };
  };
  const mw = say('unit.mw');
  const of = (total: number) => say('count.of', { total: format.whole(total) });
  const lines: Line[] = [
    { id: 'racks', value: format.whole(moment.racks.installed), of: of(totals.racks), grade },
    { id: 'arrays', value: format.whole(moment.arrays.installed), of: of(totals.arrays), grade },
    { id: 'halls', value: format.whole(moment.halls.full), of: of(totals.halls), grade },
    { id: 'itPower', value: format.megawatts(moment.itW), of: mw, ...gradesOf('it-power') },
    { id: 'facilityPower', value: format.megawatts(moment.facilityW), of: mw, ...gradesOf('facility-power') },
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
            <Grade grade={line.grade} restsOn={line.restsOn} quiet />
          </dd>
        </div>
      ))}
    </dl>
  );
}
