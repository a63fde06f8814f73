// Decides what a rule gets to look at: one post, read once, with what is known around it.
import type { Instant, Pact, Span } from '../contract'
import { readText, writtenRange, type Range, type Text } from '../text'
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
  /** Turns a place in `text.plain` or `text.tight` into a place in the field it was written in. */
  spanOf(view: 'plain' | 'tight', range: Range): Span
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
  return {
    post,
    context: completeContext(context),
    pact,
    now,
    text,
    spanOf: (view, range) => {
      const { start, end } = writtenRange(text[view], range.start, range.end)
      return start >= bodyStart
        ? { field: 'body', start: start - bodyStart, end: end - bodyStart }
        : { field: 'title', start, end: Math.min(end, title.length) }
    },
  }
}
