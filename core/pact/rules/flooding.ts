// Decides whether somebody says the same again and again, or too much at once (C01–C03, and the second notice of N03).
import { likeness, sameWords } from '../neighbours'
import type { JudgeRule } from '../finding'
import { numberOf } from '../params'
import type { Subject } from '../subject'

const MINUTE_MS = 60_000
/** The same text, this often in a row, is flooding (S0-2.6). */
const TIMES = 3
/** Alike enough to be the same matter. */
const ALIKE = 0.75
const WITHIN_MINUTES = 10
/** Posts of one person in a minute (C03). */
const PER_MINUTE = 5

const latestFirst = ({ context }: Subject) => [...(context.previous ?? [])].sort((a, b) => b.at - a.at)
const isWithin = (now: number, at: number, minutes: number) => now - at <= minutes * MINUTE_MS
const wholeBody = (subject: Subject) => ({ field: 'body', start: 0, end: (subject.post.body ?? '').length })
const written = ({ post }: Subject) => (typeof post.body === 'string' ? post.body : '')

/** The third time the same words with nothing between (C01). Signs without words count as they are. */
export const judgeSameText: JudgeRule = (subject, params) => {
  const before = latestFirst(subject).slice(0, numberOf(params, 'times', TIMES, 2) - 1)
  const words = comparable(written(subject))
  const isThird =
    words !== '' &&
    before.length >= numberOf(params, 'times', TIMES, 2) - 1 &&
    before.every(({ text }) => comparable(text) === words)
  return isThird ? { verdict: 'refuse', spans: [wholeBody(subject)], sureness: 3 } : undefined
}
const comparable = (text: string) => sameWords(text) || text.trim()

/** The same matter three times in ten minutes is told, the fourth time stopped (C02). */
export const judgeSameMatter: JudgeRule = (subject, params) => {
  const times = numberOf(params, 'times', TIMES, 2)
  const alike = countAlike(subject, numberOf(params, 'withinMinutes', WITHIN_MINUTES, 1))
  if (alike + 1 < times) return undefined
  return { verdict: alike + 1 > times ? 'refuse' : 'warn', spans: [wholeBody(subject)], sureness: 2 }
}

function countAlike(subject: Subject, withinMinutes: number): number {
  const text = written(subject)
  if (sameWords(text).length < 2) return 0
  return latestFirst(subject).filter(
    ({ text: other, at }) => isWithin(subject.now, at, withinMinutes) && likeness(text, other) >= ALIKE,
  ).length
}

/** Not many posts in one minute (C03). */
export const judgePace: JudgeRule = (subject, params) => {
  const latest = latestFirst(subject).filter(({ at }) => isWithin(subject.now, at, 1))
  const oldest = latest[latest.length - 1]
  if (!oldest || latest.length < numberOf(params, 'perMinute', PER_MINUTE, 1)) return undefined
  return { verdict: 'refuse', until: oldest.at + MINUTE_MS, sureness: 1 }
}

/** Whether a notice on the same matter has just gone out (N03). */
export const isSecondNotice = (subject: Subject, withinMinutes: number): boolean =>
  countAlike(subject, withinMinutes) > 0
