// Decides where sentences and clauses end in a folded text.
import type { Range } from './view'

const SENTENCE_END = /[。!?;\n]/
/** A space is left in a Chinese text only where it parts phrases. */
const CLAUSE_END = /[。!?;\n,:]/
const HAN = /[\u4e00-\u9fff]/

/** The stretch around `at` between two ends. A line that ends with a colon goes on in the next. */
function stretchAround(text: string, at: number, ends: RegExp): Range {
  let start = Math.min(at, text.length)
  while (start > 0 && !isEnd(text, start - 1, ends)) start--
  let end = at
  while (end < text.length && !isEnd(text, end, ends)) end++
  return { start, end }
}

const isEnd = (text: string, at: number, ends: RegExp) =>
  (ends === CLAUSE_END && isPhraseSpace(text, at)) ||
  (ends.test(text.charAt(at)) && !(text.charAt(at) === '\n' && ends === SENTENCE_END && text.charAt(at - 1) === ':'))

/** What people who write no punctuation put between phrases. */
const isPhraseSpace = (text: string, at: number) =>
  text.charAt(at) === ' ' && HAN.test(text.charAt(at - 1)) && HAN.test(text.charAt(at + 1))

/** The sentence a place is in. */
export const sentenceAround = (text: string, at: number): Range => stretchAround(text, at, SENTENCE_END)
/** The clause a place is in. */
export const clauseAround = (text: string, at: number): Range => stretchAround(text, at, CLAUSE_END)

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
