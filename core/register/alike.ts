// Decides which of several texts say nearly the same words: remarks on children are written for each (D07).

/** 千篇一律: more than nine tenths (D07). */
const ALIKE = 0.9
/** Blanks, punctuation and signs say nothing of a child. */
const SILENT = /[\s\p{P}\p{S}\p{Z}\p{C}]+/gu
/** Stands before and after a text, so that one of a single character has runs of two as well; no text has it after folding. */
const EDGE = '\u0000'

/**
 * For every text that is more than nine tenths like another: that one, the most alike, the first of several. The measure is
 * Dice's (1945) on runs of two characters: twice what two texts share, of what they have together. Runs are numbers in order, so
 * that two texts are laid over one another in one pass: eighty remarks of a thousand characters take some tens of milliseconds.
 */
export function alikeTexts(texts: readonly { id: string; text: string }[]): { id: string; like: string }[] {
  const folded = texts.map(({ id, text }) => ({ id, runs: runsOf(text) })).filter(({ runs }) => runs.length > 0)
  const best = new Map<string, { like: string; share: number }>()
  const note = (id: string, like: string, share: number) => {
    if (share > (best.get(id)?.share ?? ALIKE)) best.set(id, { like, share })
  }
  for (const [index, one] of folded.entries()) {
    for (const other of folded.slice(index + 1)) {
      const share = shareOf(one.runs, other.runs)
      note(one.id, other.id, share)
      note(other.id, one.id, share)
    }
  }
  return folded.flatMap(({ id }) => {
    const found = best.get(id)
    return found ? [{ id, like: found.like }] : []
  })
}

/** Runs of two characters as numbers, sorted; none of a text that says nothing. */
function runsOf(text: string): Uint32Array {
  const plain = text.normalize('NFKC').toLowerCase().replace(SILENT, '')
  if (!plain) return new Uint32Array()
  const edged = `${EDGE}${plain}${EDGE}`
  const runs = new Uint32Array(edged.length - 1)
  for (let at = 0; at < runs.length; at++) runs[at] = edged.charCodeAt(at) * 0x10000 + edged.charCodeAt(at + 1)
  return runs.sort()
}

/** What two texts share, 0 to 1. */
function shareOf(one: Uint32Array, other: Uint32Array): number {
  const together = one.length + other.length
  // So much longer that it cannot be alike, however much of it is shared.
  if ((2 * Math.min(one.length, other.length)) / together <= ALIKE) return 0
  let shared = 0
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const [left = 0, right = 0] = [one[a], other[b]]
    if (left === right) shared++
    if (left <= right) a++
    if (right <= left) b++
  }
  return (2 * shared) / together
}
