// Decides which words of a text are underlined: a native textarea cannot, so the words are drawn under it.
import type { Reason, Span } from '@class-pact/core/contract'

/** Stars that stand for covered words, at most. */
const COVER_MAX = 4

export interface Piece {
  /** Where it starts. */
  at: number
  text: string
  hit: boolean
}

/** Spans of one field, merged where they touch, inside the text, in reading order. */
function mergeSpans(spans: Span[], field: string, length: number): { start: number; end: number }[] {
  const inside = spans
    .filter((span) => span.field === field)
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start)
  const merged: { start: number; end: number }[] = []
  for (const span of inside) {
    const last = merged[merged.length - 1]
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

/**
 * Cuts a text into plain and underlined pieces; joined again they are the text.
 * @param reasons what was found; only spans of `field` count
 */
export function markText(text: string, reasons: Reason[], field: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of mergeSpans(
    reasons.flatMap((reason) => reason.spans),
    field,
    text.length,
  )) {
    if (start > at) pieces.push({ at, text: text.slice(at, start), hit: false })
    pieces.push({ at: start, text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at), hit: false })
  return pieces
}

/** The text without the underlined words of one reason: [删去这句]. */
export function cutWords(text: string, reason: Reason, field: string): string {
  return markText(text, [reason], field)
    .filter((piece) => !piece.hit)
    .map((piece) => piece.text)
    .join('')
    .trim()
}

/** The text with the underlined words of one reason hidden: [遮住再发]. */
export function coverWords(text: string, reason: Reason, field: string): string {
  return markText(text, [reason], field)
    .map((piece) => (piece.hit ? '＊'.repeat(Math.min(piece.text.length, COVER_MAX)) : piece.text))
    .join('')
}
