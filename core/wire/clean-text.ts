// Decides what of a written text is kept: characters that show or carry meaning; what nobody sees means nothing.

/** One sign made of several characters: a family of emoji, a keycap, a flag of a part of a country. */
const EMOJI =
  /(?:\u{1f3f4}[\u{e0061}-\u{e007a}]+\u{e007f})|(?:\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)*)|(?:[#*0-9]\ufe0f?\u20e3)/u
/** In these scripts a joiner or a non-joiner decides how two letters are written. */
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}'
/** What makes another form of the character before it: of a Chinese or a Mongolian one; joiners between letters. */
const FORMS = new RegExp(
  `(?:\\p{Script=Han}[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}])|(?:\\p{Script=Mongolian}[\\u180b-\\u180d\\u180f])|(?:[${JOINING}][\\u200c\\u200d](?=[${JOINING}]))`,
  'u',
)
/**
 * Nothing to see: what Unicode lets a reader ignore (zero-width, tags, fillers, selectors), marks of direction, controls,
 * torn characters, and letters and signs that are drawn as nothing.
 */
const UNSEEN =
  /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\p{Cs}\u115f\u1160\u3164\uffa0\ufff9-\ufffc\ufffe\uffff\u{1d159}\u{13441}\u{13442}]/u
const KEPT_OR_UNSEEN = new RegExp(`(${EMOJI.source}|${FORMS.source})|${UNSEEN.source}`, 'gu')

const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g
/** Braille's empty cell is a blank, a tabulator too. */
const BLANKS = /[\t\u2800]/g

/** A letter, a number, a mark of punctuation or a sign. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u

/**
 * The text as it is stored and read: composed, without what nobody sees, without blanks around it.
 * Emoji that are made of several and letters whose form hangs on an invisible sign stay whole; what holds nothing visible
 * becomes ''. Cleaning a clean text changes nothing.
 * @param lines whether it may have several lines; otherwise their ends become blanks
 */
export function cleanText(written: string, lines: 'one' | 'many'): string {
  const kept = written
    .replace(LINE_ENDS, '\n')
    .replace(BLANKS, ' ')
    .split('\n')
    .map((line) => line.replace(KEPT_OR_UNSEEN, '$1').normalize('NFC'))
    .join(lines === 'one' ? ' ' : '\n')
    .trim()
  return VISIBLE.test(kept) ? kept : ''
}
