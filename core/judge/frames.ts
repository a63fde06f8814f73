// Decides whether words that say little alone make an act together: one that acts, with slots filled beside it.
import { findDone, findMeant } from './finding'
import type { Range } from './text'
import type { Subject } from './subject'

/** An act is more than its word: 押 is one with a team and a stake beside it. */
export interface Frame {
  /** The words that act, as far as they are meant. */
  act: RegExp
  /** Each of these stands beside them. */
  beside?: readonly RegExp[]
  /** Nothing of this is in the post. */
  without?: RegExp
  /** How far beside is, in characters. */
  reach?: number
  /** Also as a question: 您要不要来两盒? asks, and offers. */
  asks?: boolean
}

/** A short post is looked at as a whole, of a long one the sentences around. */
const REACH = 80

/** Where frames are filled. */
export const findFrames = (subject: Subject, frames: readonly Frame[]): Range[] =>
  frames.flatMap((frame) => findFrame(subject, frame))

function findFrame(subject: Subject, { act, beside = [], without, reach = REACH, asks }: Frame): Range[] {
  const { text } = subject.text.tight
  // The first slot is the rarest: most posts are done here.
  if (beside[0] && !beside[0].test(text)) return []
  const found = asks ? findDone(subject, act) : findMeant(subject, act)
  if (found.length === 0 || without?.test(text)) return []
  // Around any place of a short post is the whole post: its slots are looked at once.
  if (text.length <= reach) return beside.every((slot, at) => at === 0 || slot.test(text)) ? found : []
  return found.filter(({ start, end }) => {
    const around = text.slice(Math.max(0, start - reach), end + reach)
    return beside.every((slot) => slot.test(around))
  })
}

/** One place of every sign that is there and meant, after those known; two signs in the same words are one. */
export function findSigns(subject: Subject, signs: readonly RegExp[], known: readonly Range[] = []): Range[] {
  const found = [...known]
  for (const sign of signs) {
    const own = findMeant(subject, sign).find(({ start, end }) =>
      found.every((other) => end <= other.start || other.end <= start),
    )
    if (own) found.push(own)
  }
  return found
}
