// Decides how wide a text is on paper and where its lines end: Latin letters by Helvetica, all others one square each.

/** Widths of the letters from blank to ~, thousandths of the size (Adobe Font Metrics of Helvetica). */
const HELVETICA = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
] as const
const SQUARE = 1000
const FIRST_LETTER = 0x20
/** Marks of Chinese texts that look better in Helvetica than in what readers take for a Chinese font: width, and code in WinAnsi. */
const MARKS: Record<string, readonly [width: number, code: number]> = {
  '“': [333, 0x93],
  '”': [333, 0x94],
  '‘': [222, 0x91],
  '’': [222, 0x92],
  '·': [278, 0xb7],
}
const LATIN = /^[\x20-\x7e“”‘’·]/
const RUNS = /[\x20-\x7e“”‘’·]+|[^\x20-\x7e“”‘’·]+/g
/** A number, a word or a link is not torn. */
const UNITS = /[A-Za-z0-9][A-Za-z0-9.,:/@_%+-]*|[\s\S]/gu
/** Marks that do not begin a line. */
const HANGING = /^[，。、；：？！）》」』”’…,.;:?!)]$/
/** Marks that do not end one. */
const OPENING = /[（《「『“‘([]$/
/** Stands where the readers' fonts have no letter; `〓` is what printers set for one. */
export const NO_LETTER = '〓'
/** Beyond the plane that the fonts of all readers have, and private letters that every font draws otherwise. */
const PICTURES = /[\u{1f000}-\u{1faff}]/gu
const BEYOND = /[\u{10000}-\u{10ffff}\ud800-\udfff\ue000-\uf8ff]/gu
/** What no printer shows. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f\ufeff]/g

/** What paper can show of a text: nothing in it breaks the file. */
export const printable = (text: string): string =>
  text.replace(UNSEEN, '').replace(PICTURES, '').replace(BEYOND, NO_LETTER)

/** Whether a run is Helvetica's. */
export const isLatin = (run: string): boolean => LATIN.test(run)

/** Cut where the font changes; joined again they are the text. */
export const runsOf = (text: string): string[] => text.match(RUNS) ?? []

/** The bytes of a run of Helvetica's, one a letter. */
export const toWinAnsi = (run: string): string =>
  run.replace(/[“”‘’·]/g, (mark) => String.fromCharCode(MARKS[mark]?.[1] ?? FIRST_LETTER))

/** Points. */
export function measureText(text: string, size: number): number {
  let width = 0
  for (const letter of text) {
    width += MARKS[letter]?.[0] ?? HELVETICA[letter.charCodeAt(0) - FIRST_LETTER] ?? SQUARE
  }
  return (width * size) / SQUARE
}

/** Lines that fit; closing marks hang on the line before. An empty text has none. */
export function breakLines(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  const end = () => {
    if (line.trim()) lines.push(line.trimEnd())
    line = ''
  }
  for (const unit of printable(text).match(UNITS) ?? []) {
    const parts = measureText(unit, size) > width ? [...unit] : [unit]
    for (const part of parts) {
      if (line && measureText(line + part, size) > width && !HANGING.test(part)) {
        const [opening = ''] = OPENING.exec(line) ?? []
        line = line.slice(0, line.length - opening.length)
        end()
        line = opening
      }
      if (line || part !== ' ') line += part
    }
  }
  end()
  return lines
}

/** The beginning of a text that fits into one line, with `…` where something is missing. */
export function fitText(text: string, width: number, size: number): string {
  const whole = printable(text)
  if (measureText(whole, size) <= width) return whole
  let kept = whole
  while (kept && measureText(`${kept}…`, size) > width) kept = kept.slice(0, -1)
  return `${kept}…`
}
