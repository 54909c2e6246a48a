/** Most letters of a name that come from a document. */
const MOST_LETTERS = 40;
/** Unicode's first-strong isolate and its end: a name does not change the direction of the text around it. */
const [ISOLATE, END] = ['\u2068', '\u2069'];

/** A name from a document, cut off if it is too long. */
export function bounded(name: string): string {
  const letters = [...new Intl.Segmenter().segment(name)];
  if (letters.length <= MOST_LETTERS) return name;
  return `${name.slice(0, letters[MOST_LETTERS - 1]!.index).trimEnd()}…`;
}

/** A bounded name, isolated from the text that it stands in. */
export const isolated = (name: string): string => `${ISOLATE}${bounded(name)}${END}`;
