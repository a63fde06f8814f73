// Decides which families a draw takes: the same seed and the same list give the same families, on any machine (H04).

/**
 * At least so many per cent of the list, rounded up, in the order in which they were drawn; the list's own order does not matter.
 * @param seed drawn by whoever makes the draw, and kept
 */
export function drawFamilies(seed: string, ids: readonly string[], percent: number): string[] {
  const left = [...new Set(ids)].sort()
  const many = Math.min(left.length, Math.ceil((left.length * percent) / 100))
  const next = numbersOf(seed)
  for (let place = 0; place < many; place++) {
    const other = place + Math.floor(next() * (left.length - place))
    const [one = '', two = ''] = [left[place], left[other]]
    left[place] = two
    left[other] = one
  }
  return left.slice(0, many)
}

/** Numbers from 0 to 1 that a seed gives: splitmix32 over an FNV-1a hash, whole numbers of 32 bits throughout. */
function numbersOf(seed: string): () => number {
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  )
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296
  }
}
