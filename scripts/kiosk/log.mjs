import { appendFileSync, renameSync, statSync } from 'node:fs';

/** Bytes of a log; when it is full, the one before it is given up. */
const MOST = 1_000_000;

/** A date and a time without a zone, as the clock on the wall has it. */
const stamp = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 19);

/**
 * A plain log in a file and, for the journal, on the standard output. It never fails: lines that find no room on the disk are counted, and the
 * first that does says how many. A line that comes again and again is written once.
 * @param {string} path
 */
export function openLog(path) {
  let lost = 0;
  let last = '';
  return (line) => {
    if (line === last) return;
    last = line;
    const text = `${stamp().replace('T', ' ')} ${line}`;
    console.log(text);
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST) renameSync(path, `${path}.1`);
      const missing =
        lost > 0 ? `${stamp().replace('T', ' ')} The disk was full: ${lost} lines are lost.\n` : '';
      appendFileSync(path, `${missing}${text}\n`);
      lost = 0;
    } catch {
      lost++;
    }
  };
}
