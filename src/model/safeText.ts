/** Line ends and tabs: text stands on one line. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** Control characters, halves of characters, and codes that are none. */
const BROKEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;
/** What is not seen and changes what is around it: direction overrides, isolates and marks, fillers, tags, zero-width spaces. */
const UNSEEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** A joiner that does not stand between two letters, or two pictures. */
const STRAY_JOINER =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])/gu;
/** Marks above and below one letter; no script stacks more. */
const MOST_MARKS = 4;
const TOO_MANY_MARKS = new RegExp(`([\\p{Mn}\\p{Me}]{${MOST_MARKS}})[\\p{Mn}\\p{Me}]+`, 'gu');

/**
 * Foreign text as it may stand beside text of ours: composed (NFC), on one line, without what is not seen (joiners between letters
 * stay: Persian and Hindi need them), no more marks on a letter than a script has. Undefined where nothing is left to be seen, or
 * where it holds control characters or halves of characters.
 */
export function safeText(text: string): string | undefined {
  const line = text.replace(BREAKS, ' ');
  if (BROKEN.test(line)) return undefined;
  const safe = line
    .replace(UNSEEN, '')
    .replace(STRAY_JOINER, '')
    .normalize('NFC')
    .replace(TOO_MANY_MARKS, '$1');
  return safe === '' ? undefined : safe;
}
