import type { Layout } from '../../layout/layout.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Painter } from './Painter.ts';
import {
  type Box,
  type Caster,
  type Glow,
  middleOf,
  type Person,
  type Rod,
  type Thing,
  type Tree,
} from './shapes.ts';
import type { Subject, SubjectKind } from './subject.ts';

/** Whether something that stands at x, z belongs there; site frame, metres. */
type Test = (x: number, z: number) => boolean;

/** A shape without its subject, which {@link Things.as} sets. */
type New<Shape extends Thing> = Omit<Shape, 'subject'>;

/** Everything in a campus except its racks; each list becomes one draw call. {@link as} sets the subject of what is added next. */
export class Things {
  readonly boxes: Box[] = [];
  readonly rods: Rod[] = [];
  /** Things that cast a shadow on the ground. */
  readonly casters: Caster[] = [];
  /** Things that cast a shadow on raised floors. */
  readonly floorCasters: Caster[] = [];
  /** Light on the ground and on walls at night. */
  readonly glows: Glow[] = [];
  readonly floors = new Painter();
  readonly trees: Tree[] = [];
  readonly people: Person[] = [];
  /** Small boxes by hall (index: hall number - 1), drawn only if the eye is near that hall. */
  readonly details: Box[][] = [];

  private readonly subjects = new Map<string, Subject>();
  private subject!: Subject;

  constructor(
    readonly layout: Layout,
    readonly timeline: Timeline,
    readonly ground = new Painter(),
  ) {
    this.as('land');
  }

  get site() {
    return this.layout.site;
  }

  /** What is in the halls, and of everything else what stands where `test` allows it, with another ground. */
  where(test: Test, ground: Painter): Things {
    const kept = new Things(this.layout, this.timeline, ground);
    const at = ({ x, z }: { x: number; z: number }) => test(x, z);
    keep(kept.boxes, this.boxes, at);
    keep(kept.casters, this.casters, at);
    keep(kept.trees, this.trees, at);
    keep(kept.people, this.people, at);
    keep(kept.rods, this.rods, ({ from: [x, , z] }) => test(x, z));
    keep(kept.glows, this.glows, (glow) => test(...middleOf(glow)));
    keep(kept.floorCasters, this.floorCasters);
    keep(kept.floors.shapes, this.floors.shapes);
    keep(kept.floors.covers, this.floors.covers);
    // A hall of another parcel has no entry.
    Object.assign(kept.details, this.details);
    return kept;
  }

  /** Sets the subject of everything that is added next; see {@link Subject}. */
  as(kind: SubjectKind, of?: string): this {
    const key = `${kind} ${of}`;
    this.subject = this.subjects.get(key) ?? { kind, ...(of !== undefined && { of }) };
    this.subjects.set(key, this.subject);
    this.ground.subject = this.subject;
    this.floors.subject = this.subject;
    return this;
  }

  /** Adds a box, and its shadow if it casts one. */
  box(box: New<Box>): this {
    const { subject } = this;
    this.boxes.push({ ...box, subject });
    if (box.casts) this.casters.push(box);
    return this;
  }

  /** Adds a box that is drawn only if the eye is near its hall; halls are numbered from 1. */
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

  /** Adds a tree with the shadow of its crown. */
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

function keep<Item>(into: Item[], from: readonly Item[], test: (item: Item) => boolean = () => true): void {
  for (const item of from) if (test(item)) into.push(item);
}

/** Width of a tree's crown, share of the tree's height. */
const CROWN_WIDTH = 0.68;
