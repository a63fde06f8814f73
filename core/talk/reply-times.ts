// Decides how long families waited for an answer, in opening minutes, and what of it becomes figures (T10, T11).
import { replyHours, replyMinutes } from '../pact'
import type { Pact } from '../pact/contract'
import type { Instant } from '../wire'
import type { ReplyFigures } from './contract'
import type { CountOpen } from './opening-minutes'
import type { Thread, Turn } from './turns'

const MINUTES_AN_HOUR = 60

/** A family asked then, and was answered; who answered decides whose figures it counts in. */
export interface ReplyTime {
  askedAt: Instant
  answeredAt: Instant
  by: 'staff' | 'leader'
  /** Of the letter that answers. */
  place: number
  minutes: number
}

interface Answer {
  at: Instant
  place: number
  by: ReplyTime['by']
}

const saidAt = ({ at, sentAt }: Turn): Instant => sentAt ?? at

/**
 * What was asked and answered in a thread, in order. Letters that follow one another are one question, from the first of them
 * on; once the leaders have it, only their word answers (G07); what was closed without a word is no answer.
 */
export function replyTimes({ letters, events }: Thread, countOpen: CountOpen): ReplyTime[] {
  const handed = events.filter(({ kind }) => kind === 'passed' || kind === 'asked').map(({ at }) => at)
  const firstHanded = Math.min(...handed)
  const settled = events.filter(({ kind }) => kind === 'closed' || kind === 'thanked').map(({ at }) => at)
  const sent = letters.map((letter, place) => ({ letter, place })).filter(({ letter }) => letter.state === 'sent')
  const answers = sent.flatMap(({ letter, place }): Answer[] => {
    const { side } = letter.by
    const at = saidAt(letter)
    return side === 'leader' || (side === 'staff' && at < firstHanded) ? [{ at, place, by: side }] : []
  })
  const asked = [
    ...sent
      .filter(({ letter }) => letter.by.side === 'family')
      .map(({ letter, place }) => ({ at: letter.arrivesAt, place })),
    ...handed.map((at) => ({ at, place: -1 })),
  ].sort((a, b) => a.at - b.at || a.place - b.place)

  const replies: ReplyTime[] = []
  let doneUntil = -Infinity
  for (const { at, place } of asked) {
    if (at <= doneUntil) continue
    const after = answers.filter((answer) => answer.at > at || (answer.at === at && answer.place > place))
    const answer = after.sort((a, b) => a.at - b.at)[0]
    const settledAt = Math.min(...settled.filter((each) => each >= at))
    doneUntil = Math.min(answer?.at ?? Infinity, settledAt)
    if (!answer || settledAt < answer.at) continue
    replies.push({
      askedAt: at,
      answeredAt: answer.at,
      by: answer.by,
      place: answer.place,
      minutes: countOpen(at, answer.at),
    })
  }
  return replies
}

/** In how many opening minutes a pact has a family answered: T11 where it says so, else the hours of T09. */
export const replyLimit = (pact: Pick<Pact, 'rules'>): number =>
  replyMinutes(pact) ?? replyHours(pact) * MINUTES_AN_HOUR

/** What one thread brings to the figures of whom it lies with. */
export interface CountedThread {
  /** The school began it: 主动联系 (X07). */
  begun: boolean
  /** Opening minutes of every answer. */
  minutes: readonly number[]
  /** Opening minutes that somebody has waited until now. */
  waited?: number
}

/** The middle of several: of an even number the lower one, as somebody has really waited. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length / 2) - 1]
}

/** Threads, put together; `over` counts answers that came later than the limit, and what has waited longer until now. */
export function replyFigures(threads: readonly CountedThread[], limit: number): ReplyFigures {
  const minutes = threads.flatMap((thread) => thread.minutes)
  const waited = threads.flatMap((thread) => thread.waited ?? [])
  const medianMinutes = medianOf(minutes)
  return {
    threads: threads.length,
    waiting: waited.length,
    answered: minutes.length,
    ...(medianMinutes !== undefined && { medianMinutes: Math.round(medianMinutes) }),
    over: [...minutes, ...waited].filter((each) => each > limit).length,
    begun: threads.filter(({ begun }) => begun).length,
  }
}
