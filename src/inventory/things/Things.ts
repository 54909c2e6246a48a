import type { Layout } from '../../layout/layout.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Painter } from './Painter.ts';
import type { Box, Caster, Glow, Person, Rod, Thing, Tree } from './shapes.ts';
import type { Subject, SubjectKind } from './subject.ts';

/** What a builder gives: all but the subject, which {@link Things.as} has set. */
type New<Shape extends Thing> = Omit<Shape, 'subject'>;

/**
 * Everything that stands around the racks, thing by thing: a handful of lists, each of which becomes one draw. Builders say
 * what the next things are with {@link as}, then add them.
 */
export class Things {
  readonly boxes: Box[] = [];
  readonly rods: Rod[] = [];
  /** What throws a shadow on the ground. */
  readonly casters: Caster[] = [];
  /** The same on raised floors. */
  readonly floorCasters: Caster[] = [];
  /** Light that lies on the ground and on walls at night. */
  readonly glows: Glow[] = [];
  readonly ground = new Painter();
  readonly floors = new Painter();
  readonly trees: Tree[] = [];
  readonly people: Person[] = [];
  /** By hall (index: its number less 1), what is so small that it is drawn only for an eye near that hall. */
  readonly details: Box[][] = [];

  private readonly subjects = new Map<string, Subject>();
  private subject!: Subject;

  constructor(
    readonly layout: Layout,
    readonly timeline: Timeline,
  ) {
    this.as('land');
  }

  get site() {
    return this.layout.site;
  }

  /** Says what everything is that is added from now on, and what that rests on; see {@link Subject}. */
  as(kind: SubjectKind, of?: string): this {
    const key = `${kind} ${of}`;
    this.subject = this.subjects.get(key) ?? { kind, ...(of !== undefined && { of }) };
    this.subjects.set(key, this.subject);
    this.ground.subject = this.subject;
    this.floors.subject = this.subject;
    return this;
  }

  /** Adds a box, and its shadow where it throws one. */
  box(box: New<Box>): this {
    const { subject } = this;
    this.boxes.push({ ...box, subject });
    if (box.casts) this.casters.push(box);
    return this;
  }

  /** Adds a box that only an eye near its hall sees; halls are numbered from 1. */
  detail(hallNumber: number, box: New<Box>): this {
    const { subject } = this;
    (this.details[hallNumber - 1] ??= []).push({ ...box, subject });
    return this;
  }

  rod(rod: New<Rod>): this {
    const { subject } = this;
    this.rods.push({ ...rod, subject });
    return this;
  }

  /** Adds a tree with the round shadow of its crown. */
  tree(tree: New<Tree>): this {
    const { subject } = this;
    const { x, z, height } = tree;
    this.trees.push({ ...tree, subject });
    const wide = height * CROWN_WIDTH;
    this.casters.push({ x, z, size: [wide, height, wide], round: true });
    return this;
  }

  person(person: New<Person>): this {
    const { subject } = this;
    this.people.push({ ...person, subject });
    return this;
  }
}

/** Of a tree's crown, as a share of the tree's height. */
const CROWN_WIDTH = 0.68;
