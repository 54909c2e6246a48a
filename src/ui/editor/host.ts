import type { DocumentError } from '../../model/checkErrors.ts';
import type { Say } from '../../state/words.ts';
import type { Draft } from '../../stories/draft.ts';

/** What the editor of a story needs from the stage. */
export interface EditorHost {
  say: Say;
  /** Ids that other stories have. */
  taken: readonly string[];
  /** The keys of a step with the picture as it is now, and the id of its site; undefined for the usual one. */
  picture(): { keys: object; site: string | undefined };
  /** Keeps the story; answers whether it will be there after a reload. */
  keep(draft: Draft): boolean;
  /** Figures that steps name and their pictures do not have. */
  unknownFigures(draft: Draft): Promise<readonly DocumentError[]>;
  /** Shows a step of the kept story. */
  show(draft: Draft, index: number): void;
  /** Closes the editor and tells the kept story from a step on. */
  play(draft: Draft, index: number): void;
  /** Hands a story that is in order to the viewer as a file. Answers the name of the file. */
  save(draft: Draft): string;
  /** Replaces what another window has made of the story by what it is here. */
  keepMine(draft: Draft): void;
  /** Drops what the story is here. Answers what another window has made of it. */
  takeTheirs(): Draft;
  /** Forgets the story and closes the editor. */
  remove(): void;
  close(): void;
  /** Ids of what a step of the present site can name. */
  configs: readonly string[];
  curves: readonly string[];
  systems: readonly string[];
  chips: readonly string[];
  /** Ids and names of the figures that belong to the picture as it is now. */
  figures(): Promise<readonly { id: string; name: string }[]>;
}
