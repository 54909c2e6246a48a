import type { Explained, ExplainedFigure } from '../../inventory/figures/explained.ts';
import type { Grade } from '../../model/figure.ts';

/** A wish for a card: about what is drawn at a CSS pixel of the picture, in the middle of its free part, or about a GPU by its number. */
export type Asked = { x: number; y: number } | 'middle' | { gpu: number };

/** What can be asked about the figures of a picture; the code that answers is loaded with the first question. */
export interface Inquiry {
  /** Every figure that the page shows. */
  figures(): Promise<readonly ExplainedFigure[]>;
  /** What is asked about; null for the sky. */
  explain(asked: Exclude<Asked, 'middle'>): Promise<Explained | null>;
  /** Percent of the picture, sky left out, that each grade has; undefined while there is no picture. */
  areas(): Promise<Readonly<Record<Grade, number>> | undefined>;
  /** Asks for a card. */
  ask(asked: Asked): void;
  /** Calls back when a card is asked for. Returns a function that stops it. */
  onAsk(answer: (asked: Asked) => void): () => void;
}
