// Decides which words of a text were struck and which are new: what a reader sees of two versions (N11).

/** `same` stands in both, `struck` only in the old text, `added` only in the new one. */
export interface Piece {
  kind: 'same' | 'struck' | 'added'
  text: string
}

/** A table of this many cells is filled in some milliseconds on a slow phone; beyond it a passage counts as new as a whole. */
const CELLS_MOST = 1_000_000
/** Fewer signs than this between two changes are no reason to tear them apart. */
const ISLAND = 2

/** A Chinese character, a word or number of others, or any other sign. */
const WORD = /[A-Za-z]+|\d+(?:[.:]\d+)*|\s|[^]/gu
/** Up to the end of a sentence or a line. */
const SENTENCE = /[^。！？!?\n]*(?:[。！？!?]|\n|$)/gu

/** What changed from one text to the other, in reading order: sentences first, then the words of those that differ. */
export function compareTexts(before: string, after: string): Piece[] {
  const sentences = compare(split(before, SENTENCE), split(after, SENTENCE))
  const pieces: Piece[] = []
  let [struck, added] = ['', '']
  const settle = () => {
    pieces.push(...compareWords(struck, added))
    struck = ''
    added = ''
  }
  for (const { kind, text } of sentences) {
    if (kind === 'struck') struck += text
    else if (kind === 'added') added += text
    else {
      settle()
      pieces.push({ kind, text })
    }
  }
  settle()
  return joinPieces(pieces)
}

const split = (text: string, by: RegExp) => [...text.matchAll(by)].flatMap(([part]) => (part ? [part] : []))

function compareWords(before: string, after: string): Piece[] {
  if (!before || !after) return wholly(before, after)
  return joinIslands(joinPieces(compare(split(before, WORD), split(after, WORD))))
}

const wholly = (before: string, after: string): Piece[] => [
  ...(before ? [{ kind: 'struck' as const, text: before }] : []),
  ...(after ? [{ kind: 'added' as const, text: after }] : []),
]

/** The longest common sequence; what stands the same at both ends is set aside first. */
function compare(before: readonly string[], after: readonly string[]): Piece[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++
  }
  const same = (text: string): Piece => ({ kind: 'same', text })
  return [
    ...before.slice(0, head).map(same),
    ...compareMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ]
}

function compareMiddle(before: readonly string[], after: readonly string[]): Piece[] {
  const [rows, columns] = [before.length, after.length]
  if (rows === 0 || columns === 0 || rows * columns > CELLS_MOST) return wholly(before.join(''), after.join(''))
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const pieces: Piece[] = []
  let [row, column] = [0, 0]
  while (row < rows || column < columns) {
    const [old = '', fresh = ''] = [before[row], after[column]]
    if (row < rows && column < columns && old === fresh) {
      pieces.push({ kind: 'same', text: old })
      row++
      column++
    } else if (row < rows && (column === columns || at(row + 1, column) >= at(row, column + 1))) {
      pieces.push({ kind: 'struck', text: old })
      row++
    } else {
      pieces.push({ kind: 'added', text: fresh })
      column++
    }
  }
  return pieces
}

/** Neighbours of a kind are one piece; of what changed in one place the old stands before the new. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  let [struck, added] = ['', '']
  const settle = () => {
    joined.push(...wholly(struck, added))
    struck = ''
    added = ''
  }
  for (const { kind, text } of pieces) {
    if (kind === 'struck') struck += text
    else if (kind === 'added') added += text
    else {
      settle()
      const last = joined[joined.length - 1]
      if (last?.kind === 'same') last.text += text
      else joined.push({ kind, text })
    }
  }
  settle()
  return joined
}

/** A single sign that happens to stand in both, between two changes, is part of the change. */
function joinIslands(pieces: readonly Piece[]): Piece[] {
  const isChange = (piece: Piece | undefined) => piece !== undefined && piece.kind !== 'same'
  return joinPieces(
    pieces.flatMap((piece, index): Piece[] => {
      const isIsland =
        piece.kind === 'same' &&
        [...piece.text].length < ISLAND &&
        !/\n/.test(piece.text) &&
        isChange(pieces[index - 1]) &&
        isChange(pieces[index + 1])
      return isIsland ? wholly(piece.text, piece.text) : [piece]
    }),
  )
}
