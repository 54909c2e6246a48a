/** Line ends and tabs, replaced by a space. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
/** Control characters, lone surrogates and noncharacters, which make text invalid. */
const BROKEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;
/** Invisible characters that are removed: direction overrides, isolates and marks, fillers, tags, zero-width spaces. */
const UNSEEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** A joiner that does not stand between two letters or two emoji. */
const STRAY_JOINER =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{Extended_Pictographic}])/gu;
/** Most combining marks on one letter; no script needs more. */
const MOST_MARKS = 4;
const TOO_MANY_MARKS = new RegExp(`([\\p{Mn}\\p{Me}]{${MOST_MARKS}})[\\p{Mn}\\p{Me}]+`, 'gu');

/**
 * Untrusted text made safe to show: composed (NFC), on one line, without invisible characters (joiners between letters stay:
 * Persian and Hindi need them), with at most `MOST_MARKS` marks on a letter. Undefined if nothing visible is left, or if it
 * holds control characters or lone surrogates.
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
