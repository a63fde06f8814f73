// Decides how alike two texts are, whatever spaces, punctuation, width or script they are written in.
import { fold } from './fold'

/** Longest text compared letter by letter; the rest of a longer one is left out. */
const COMPARED_MOST = 600

/** The words only: folded, without spaces, punctuation and signs. */
export const sameWords = (written: string): string => fold(written).text.replace(/[^\p{L}\p{N}]/gu, '')

/** 0 = nothing in common … 1 = the same words: shared pairs of neighbouring characters (Dice). */
export function likeness(one: string, other: string): number {
  const left = pairsOf(sameWords(one).slice(0, COMPARED_MOST))
  const right = pairsOf(sameWords(other).slice(0, COMPARED_MOST))
  let shared = 0
  for (const [pair, count] of left.counts) shared += Math.min(count, right.counts.get(pair) ?? 0)
  return left.total + right.total === 0 ? 1 : (2 * shared) / (left.total + right.total)
}

function pairsOf(words: string): { counts: Map<string, number>; total: number } {
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < words.length; at++) {
    const pair = words.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return { counts, total: Math.max(0, words.length - 1) }
}
