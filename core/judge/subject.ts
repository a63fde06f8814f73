// Decides what a rule gets to look at: one post, read once, with what is known around it.
import type { Instant, Span } from '../wire'
import type { Pact } from '../pact/contract'
import { findMentions, readNames, readText, writtenRange, type Mention, type Range, type Text } from './text'
import type { JudgeContext, Post } from './types'
/** What others read of a post is judged as one text: a title often says what the body is about. */
const BETWEEN = '\n'

/** One post under judgement. */
export interface Subject {
  readonly post: Post
  readonly context: JudgeContext
  readonly pact: Pact
  readonly now: Instant
  /** Title, body, place and urgent reason, a line each. */
  readonly text: Text
  /** Children of the roster the text speaks of, placed in `text.tight`. */
  readonly mentions: readonly Mention[]
  /** Seen by more families than one. */
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

interface Part {
  field: string
  text: string
}

/** What others read of a post, by the field it was written in: the contract's words of a notice, all of them. */
export function textsOf({ title, body, event, urgent, more = [] }: Post): Part[] {
  const parts = [
    { field: 'title', text: title },
    { field: 'body', text: body },
    { field: 'event.place', text: event?.place },
    { field: 'urgent.reason', text: urgent?.reason },
    ...more,
  ]
  return parts.flatMap(({ field, text }) => (isString(text) && text ? [{ field, text }] : []))
}

/** Reads a post; what is missing or of a wrong kind reads as empty. */
export function readSubject(post: Post, context: JudgeContext, pact: Pact, now: Instant): Subject {
  const title = isString(post.title) ? post.title : ''
  const body = isString(post.body) ? post.body : ''
  const parts = placeParts(textsOf(post))
  const known = completeContext(context)
  const read = readText(parts.map(({ text }) => text).join(BETWEEN))
  const text = { ...read, tight: readNames(read.tight, known.roster) }
  return {
    post: { ...post, title, body },
    context: known,
    pact,
    now,
    text,
    mentions: findMentions(text.tight, known.roster),
    isPublic:
      post.kind !== 'private' && post.kind !== 'leave' && post.audience !== 'child' && post.audience !== 'staff',
    isStaff: post.role !== 'guardian' && post.role !== 'supervisor',
    placeOf: ({ field, start }) => {
      const written = (parts.find((part) => part.field === field)?.at ?? 0) + start
      const place = text.tight.ends.findIndex((end) => end > written)
      return place < 0 ? text.tight.text.length : place
    },
    spanOf: (view, range) => {
      const { start, end } = writtenRange(text[view], range.start, range.end)
      const part = [...parts].reverse().find(({ at }) => start >= at)
      if (!part) return { field: 'body', start, end }
      return { field: part.field, start: start - part.at, end: Math.min(end - part.at, part.text.length) }
    },
  }
}

/** Where each part begins in the text of all of them. */
function placeParts(parts: readonly Part[]): (Part & { at: number })[] {
  let next = 0
  return parts.map((part) => {
    const at = next
    next += part.text.length + BETWEEN.length
    return { ...part, at }
  })
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
