// Decides what a word of a PDF is, and how the words of one row are written one after the other.

/** Points from the upper left corner, to the line that letters stand on. */
export interface Word {
  text: string
  x: number
  y: number
  width: number
  size: number
}
export interface PdfPage {
  width: number
  height: number
  words: Word[]
}
/** Words that stand on one line, left to right. */
export interface Row {
  words: Word[]
  y: number
  size: number
}

/** Of a letter's size: from here on a gap is a space, and from there on another cell. */
const SPACE = 0.2
const CELL = 1.5

/** The text of words on one line; cells of a row stand two spaces apart. */
export function textOf(words: readonly Word[]): string {
  let text = ''
  words.forEach((word, at) => {
    const before = words[at - 1]
    const gap = before ? (word.x - before.x - before.width) / Math.max(word.size, before.size, 1) : 0
    text += (gap >= CELL ? '  ' : gap >= SPACE ? ' ' : '') + word.text
  })
  return text.trim()
}
