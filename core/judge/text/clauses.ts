// Decides where sentences and clauses end in a folded text.
import type { Range } from './view'

const LINE_BREAK = 0x0a
const SPACE = 0x20
const COLON = 0x3a
/** Ends of sentences: 。 ! ? ; and the line's; of clauses , and : too. Looked at character by character, so as codes. */
const SENTENCE_ENDS: ReadonlySet<number> = new Set([0x3002, 0x21, 0x3f, 0x3b, LINE_BREAK])
const CLAUSE_ENDS: ReadonlySet<number> = new Set([...SENTENCE_ENDS, 0x2c, COLON])

/** The stretch around `at` between two ends. */
function stretchAround(text: string, at: number, isEnd: (text: string, at: number) => boolean): Range {
  let start = Math.min(at, text.length)
  while (start > 0 && !isEnd(text, start - 1)) start--
  let end = at
  while (end < text.length && !isEnd(text, end)) end++
  return { start, end }
}

/** A line that ends with a colon goes on in the next. */
function isSentenceEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return SENTENCE_ENDS.has(code) && !(code === LINE_BREAK && text.charCodeAt(at - 1) === COLON)
}

/** People who write no punctuation put a space between phrases. */
function isClauseEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return CLAUSE_ENDS.has(code) || (code === SPACE && isHan(text, at - 1) && isHan(text, at + 1))
}

const isHan = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}

/** The sentence a place is in. */
export const sentenceAround = (text: string, at: number): Range => stretchAround(text, at, isSentenceEnd)
/** The clause a place is in. */
export const clauseAround = (text: string, at: number): Range => stretchAround(text, at, isClauseEnd)

/** All sentences of a text, in order. */
export function sentencesOf(text: string): Range[] {
  const sentences: Range[] = []
  for (let start = 0; start < text.length;) {
    const { end } = sentenceAround(text, start)
    if (end > start) sentences.push({ start, end })
    start = end + 1
  }
  return sentences
}
