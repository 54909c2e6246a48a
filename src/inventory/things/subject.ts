import type english from '../../../assets/languages/en.explain.json';

type KindIn<Key> = Key extends `thing.${infer Kind}` ? Kind : never;

/** What something in the picture is: a word of the language files under `thing.`. Racks, servers and GPUs come from the layout. */
export type SubjectKind = KindIn<keyof typeof english>;

/** What a thing is, and where its figures come from. Things of one subject share one object. */
export interface Subject {
  readonly kind: SubjectKind;
  /**
   * Where its size and number come from: a catalogue entry (`catalogue/chiller`) or a part of the site document
   * (`buildings/main`, `halls/hall-1`, `zones/cooling`, `landscape/roads/0`, `landscape/trees`, `edge`). Missing if everything
   * about it is assumed.
   */
  readonly of?: string;
}
