// Decides what a rule gets to look at: one post, read once, with what is known around it.
import type { Instant, Pact, Span } from '../contract'
import { findMentions, readText, writtenRange, type Mention, type Range, type Text } from '../text'
import type { JudgeContext, Post } from './types'

/** Title and body are judged as one text: a title often says what the body is about. */
const BETWEEN = '\n'

/** One post under judgement. */
export interface Subject {
  readonly post: Post
  readonly context: JudgeContext
  readonly pact: Pact
  readonly now: Instant
  /** Title, line break, body. */
  readonly text: Text
  /** Children of the roster the text speaks of, placed in `text.tight`. */
  readonly mentions: readonly Mention[]
  /** Seen by a whole class or school. */
  readonly isPublic: boolean
  /** Written by somebody of the school. */
  readonly isStaff: boolean
  /** Turns a place in `text.plain` or `text.tight` into a place in the field it was written in. */
  spanOf(view: 'plain' | 'tight', range: Range): Span
  /** Where in `text.tight` a place that was written in title or body is read. */
  placeOf(span: Span): number
}

const isString = (value: unknown): value is string => typeof value === 'string'

/** A phone may know less than the type says. */
const completeContext = (context: JudgeContext): JudgeContext => ({
  ...context,
  roster: context.roster ?? [],
  calendar: context.calendar ?? { rest: [], school: [] },
})

/** Reads a post; what is missing or of a wrong kind reads as empty. */
export function readSubject(post: Post, context: JudgeContext, pact: Pact, now: Instant): Subject {
  const title = isString(post.title) ? post.title : ''
  const body = isString(post.body) ? post.body : ''
  const bodyStart = title ? title.length + BETWEEN.length : 0
  const text = readText(title ? title + BETWEEN + body : body)
  const known = completeContext(context)
  return {
    post: { ...post, title, body },
    context: known,
    pact,
    now,
    text,
    mentions: findMentions(text.tight, known.roster),
    isPublic: post.kind !== 'private' && post.kind !== 'leave' && post.audience !== 'child',
    isStaff: post.role !== 'guardian' && post.role !== 'supervisor',
    placeOf: ({ field, start }) => {
      const written = field === 'title' ? start : bodyStart + start
      const place = text.tight.ends.findIndex((end) => end > written)
      return place < 0 ? text.tight.text.length : place
    },
    spanOf: (view, range) => {
      const { start, end } = writtenRange(text[view], range.start, range.end)
      return start >= bodyStart
        ? { field: 'body', start: start - bodyStart, end: end - bodyStart }
        : { field: 'title', start, end: Math.min(end, title.length) }
    },
  }
}

/** A guardian's comment under a notice; a supervisor is a guardian too. */
export const isGuardiansComment = ({ post }: Subject): boolean =>
  post.kind === 'comment' && (post.role === 'guardian' || post.role === 'supervisor')

/** What several rules ask of a post is worked out when the first of them asks. */
export function oncePerPost<Result>(work: (subject: Subject) => Result): (subject: Subject) => Result {
  const known = new WeakMap<Subject, { result: Result }>()
  return (subject) => {
    const asked = known.get(subject)
    if (asked) return asked.result
    const result = work(subject)
    known.set(subject, { result })
    return result
  }
}
