// Decides what the reader sees of a post: runs of characters, children and numbers blinded, who speaks to whom.
import type { Subject } from '../subject'

/** Runs are told apart by a hash; two that share a bucket share a weight. A power of two. */
export const BUCKETS = 1 << 16
/** Longest run, in characters. */
const RUN_MOST = 3
/** Longest run that is also looked at together with who speaks to whom. */
const RUN_MOST_OF_SPEAKER = 2
/** A text is read up to here, in characters: a notice is shorter, and time stays bounded. */
const READ_MOST = 1200
/** Blanks and line breaks; folding has made all other blanks into these. */
const SPACE = 0x20
/** Stands for any child of the roster, so that the reader learns no names. */
const CHILD = '〇'

/** The text as the reader gets it: folded, without spaces, every child alike, every number alike, its ends marked. */
function blindText({ text, mentions }: Subject): { chars: string; places: number[] } {
  const { text: folded } = text.tight
  let chars = '^'
  const places = [0]
  let mention = 0
  for (let at = 0; at < folded.length && chars.length < READ_MOST; at++) {
    while ((mentions[mention]?.end ?? Infinity) <= at) mention++
    const child = mentions[mention]
    const isChild = child !== undefined && child.start <= at
    const code = folded.charCodeAt(at)
    if (!isChild && code <= SPACE) continue
    const shown = isChild ? CHILD : code >= 0x30 && code <= 0x39 ? '0' : folded.charAt(at)
    if (shown === '0' && chars.endsWith(shown)) continue
    chars += shown
    places.push(at)
    if (isChild) at = child.end - 1
  }
  places.push(folded.length)
  return { chars: `${chars}$`, places }
}

const FNV_PRIME = 0x01000193
/** Starts of the hash: plain runs, runs of staff or family, to all or to one. */
const SEEDS = [0x811c9dc5, 0x2f0b4c47, 0x5bd1e995, 0x1b873593, 0x7ed55d16] as const

const mix = (hash: number, code: number) => Math.imul(hash ^ code, FNV_PRIME)
/** Spreads the last characters over all bits. */
const bucketOf = (hash: number) => {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (spread ^ (spread >>> 12)) & (BUCKETS - 1)
}

/** Buckets of one post and where each was first seen in `text.tight`. */
export interface Features {
  readonly buckets: readonly number[]
  readonly places: readonly number[]
}

/** Who speaks to whom: staff or family, to all or to one. */
export const SPEAKERS = 4
export const speakerOf = ({ isStaff, isPublic }: Subject): number => (isStaff ? 0 : 2) + (isPublic ? 0 : 1)

/** Marks what one post has shown already: one scratch for all posts, clean again after each. */
const seen = new Uint8Array(BUCKETS)

/** Every different bucket once. */
export function featuresOf(subject: Subject): Features {
  const { chars, places } = blindText(subject)
  const speaker: number = SEEDS[1 + speakerOf(subject)] ?? SEEDS[0]
  const buckets: number[] = []
  const at: number[] = []
  const see = (hash: number, place: number) => {
    const bucket = bucketOf(hash)
    if (seen[bucket] === 1) return
    seen[bucket] = 1
    buckets.push(bucket)
    at.push(place)
  }
  see(speaker, 0)
  for (let start = 0; start < chars.length; start++) {
    const place = places[start] ?? 0
    let plain: number = SEEDS[0]
    let spoken = speaker
    for (let length = 0; length < RUN_MOST && start + length < chars.length; length++) {
      const code = chars.charCodeAt(start + length)
      plain = mix(plain, code)
      see(plain, place)
      if (length >= RUN_MOST_OF_SPEAKER) continue
      spoken = mix(spoken, code)
      see(spoken, place)
    }
  }
  for (const bucket of buckets) seen[bucket] = 0
  return { buckets, places: at }
}
