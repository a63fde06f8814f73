// Decides which families a draw takes: at least so many per cent, by a seed that anybody can draw with again (H04).

/**
 * Draws families. The same seed draws the same ones of the same families, in whatever order they are given; nobody who does not
 * know the seed knows whom it takes, and each is as likely as any other.
 * @param percent rounded up to whole families: 13 of 43 at 30 %
 */
export function drawFamilies(seed: string, ids: readonly string[], percent: number): string[] {
  const left = [...new Set(ids)].sort()
  const share = Math.min(Math.max(percent, 0), 100)
  const count = Math.ceil((left.length * share) / 100)
  const next = startSfc32(seed)
  // The beginning of a shuffle (Fisher and Yates 1938, as Durstenfeld 1964 writes it).
  for (let at = 0; at < count; at++) {
    const from = at + Math.floor((next() / WORDS) * (left.length - at))
    const [one, other] = [left[at], left[from]]
    if (one !== undefined && other !== undefined) [left[at], left[from]] = [other, one]
  }
  return left.slice(0, count).sort()
}

const WORDS = 2 ** 32
/** Numbers that are thrown away first: until then a seed shows through. */
const WARM_UP = 12

/**
 * sfc32, "small fast counter", of Chris Doty-Humphrey's PractRand (public domain): 128 bits of state, and passes his tests. Not for
 * secrets; a draw needs a seed that nobody chose.
 */
function startSfc32(seed: string): () => number {
  let [a, b, c] = hashSeed(seed)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let n = 0; n < WARM_UP; n++) next()
  return next
}

const FNV_PRIME = 0x01000193
/** FNV-1a's own beginning, and two others, so that three hashes of one seed are three numbers. */
const FNV_BASES = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b] as const

/** Three hashes of a seed: FNV-1a of Fowler, Noll and Vo (public domain), ended with the mixer of Appleby's MurmurHash3. */
function hashSeed(seed: string): [number, number, number] {
  const hash = (base: number) => {
    let value = base | 0
    for (let at = 0; at < seed.length; at++) {
      const unit = seed.charCodeAt(at)
      value = Math.imul(value ^ (unit & 0xff), FNV_PRIME)
      value = Math.imul(value ^ (unit >>> 8), FNV_PRIME)
    }
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
    return value ^ (value >>> 16)
  }
  const [first, second, third] = FNV_BASES
  return [hash(first), hash(second), hash(third)]
}
