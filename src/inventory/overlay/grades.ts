import { withEvidence } from '../../model/evidence.ts';
import type { Grade } from '../../model/figure.ts';
import type { Site } from '../../model/site.ts';
import type { Campus } from '../../timeline/campus.ts';
import { evidenceOf } from '../figures/evidence.ts';
import { catalogueFigures, figuresOf } from '../figures/figuresOf.ts';
import { gradeOfThing } from '../figures/shares.ts';
import type { Found } from '../query/whatIsAt.ts';

/** A thing in the picture as far as its grade depends on it; `server` is set for parts of a server that is out of its rack. */
export type Graded = Pick<Found, 'subject'> & Partial<Pick<Found, 'rackIndex' | 'server'>>;

/** The evidence of a number of machines, and the day from which it holds, counted from day 0. */
interface Point {
  day: number;
  count: number;
  grade: Grade;
}

/** The grade of a dated count that includes a machine; before its date, while it is drawn by arithmetic, it is derived at best. */
function countedBy(points: readonly Point[], count: number, day: number): Grade {
  const point = points.find((each) => each.count >= count);
  if (!point) return 'assumed';
  return day >= point.day || point.grade === 'assumed' ? point.grade : 'derived';
}

/** The grade of a named figure of a catalogue entry, if it has one. */
const gradeIn = (site: Site, item: string | undefined, name: string): Grade | undefined =>
  item === undefined ? undefined : catalogueFigures(site, item).find((figure) => figure.name === name)?.grade;

/**
 * A function that grades what stands in a campus on a day (days from its own day 0): how well it is known that it is there.
 *
 * What is counted has the grade of its count: racks with GPUs that of the dated count that includes them, units of the yard that of
 * their number on the day, servers that of their number in a rack, GPUs that of their number in a server. Parts of the document, such as
 * buildings, are as well known as half of their figures. All else is assumed: things of the catalogue that nobody has counted there,
 * however well their own sizes are known, and what is drawn without either. By sizes, every rack would be assumed wherever no drawing of it
 * has been published; what a viewer asks of a field of racks is whether it is there.
 */
export function gradesOn({ site, layout }: Campus, date: number): (thing: Graded) => Grade {
  const day = Math.floor(date);
  const evident = withEvidence(site);
  const { racks } = layout;
  const { installed, counts } = evident.growth;
  const isTold = evident.document.growth !== undefined;
  const points = installed.map(({ day, count, point }) => ({
    ...{ day, count },
    grade: isTold ? evidenceOf(evident, point).grade : ('assumed' as const),
  }));
  const machines = counts === 'gpus' ? racks.gpus : racks.servers;
  /** Machines in all racks up to and with each. */
  const upTo = new Float64Array(racks.count);
  for (let rackIndex = 0, sum = 0; rackIndex < racks.count; rackIndex++)
    upTo[rackIndex] = sum += machines[rackIndex]!;

  const known = new Map<Graded['subject'], Grade>();
  function ofSubject({ subject }: Graded): Grade {
    let grade = known.get(subject);
    if (grade === undefined) {
      const figures = figuresOf(evident, subject, day);
      const counted = figures.find(({ name }) => name === 'units');
      const isOfCatalogue = subject.of?.startsWith('catalogue/');
      grade = counted?.grade ?? (isOfCatalogue ? 'assumed' : gradeOfThing(figures));
      known.set(subject, grade);
    }
    return grade;
  }
  return (thing) => {
    const { rackIndex, server, subject } = thing;
    if (rackIndex === undefined) return ofSubject(thing);
    const kind = evident.rackKinds[racks.kind[rackIndex]!]!;
    if (server === undefined || subject.kind === 'rack') {
      if (machines[rackIndex]) return countedBy(points, upTo[rackIndex]!, day);
      return ofSubject({ subject: subjectOf(kind.id) });
    }
    const counted =
      subject.kind === 'server'
        ? gradeIn(evident, kind.id, 'servers')
        : subject.kind === 'gpu'
          ? gradeIn(evident, kind.server, 'gpus')
          : undefined;
    return counted ?? ofSubject(thing);
  };
}

const subjects = new Map<string, Graded['subject']>();

/** The subject of a kind of rack, one object for each. */
function subjectOf(kind: string): Graded['subject'] {
  const known = subjects.get(kind) ?? { kind: 'rack', of: `catalogue/${kind}` };
  subjects.set(kind, known);
  return known;
}
