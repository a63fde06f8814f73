// Decides whether a notice has the form of one: all parts, a kind, short, signed where the law of the house wants it.
import type { Span } from '../../wire'
import type { JudgeRule } from '../finding'
import { isSigned } from '../../notice'
import { findFirstNotice } from './flooding'
const isNotice = (kind: string) => kind === 'notice'

/** Title, body and signature line; the date and the layout come from the server (N02). */
export const judgeParts: JudgeRule = ({ post }) => {
  if (!isNotice(post.kind)) return undefined
  const missing = [
    !post.title?.trim() && 'title',
    !post.body?.trim() && 'body',
    post.issuer !== undefined && !post.issuer.trim() && 'issuer',
  ].filter((field): field is string => typeof field === 'string')
  const spans: Span[] = missing.map((field) => ({ field, start: 0, end: 0 }))
  return missing.length > 0 ? { verdict: 'refuse', spans } : undefined
}

/** Every notice is of a kind (N12). */
export const judgeKind: JudgeRule = ({ post }) =>
  isNotice(post.kind) && !post.noticeKind
    ? { verdict: 'refuse', spans: [{ field: 'kind', start: 0, end: 0 }] }
    : undefined

/** Short, in one go: a second notice on the same matter soon after amends the first (N03). */
export const judgeLength: JudgeRule<'N03'> = (subject, { longest, withinMinutes }) => {
  const { post } = subject
  if (!isNotice(post.kind)) return undefined
  const length = [...(post.body ?? '')].length
  const first = findFirstNotice(subject, withinMinutes)
  if (first) return { verdict: 'warn', noticeId: first.noticeId }
  return length > longest
    ? { verdict: 'warn', spans: [{ field: 'body', start: 0, end: post.body.length }], wayOut: ['edit', 'send_anyway'] }
    : undefined
}

export const judgeSignature: JudgeRule = ({ post }) =>
  isNotice(post.kind) && isSigned(post.noticeKind) && post.replyMode !== undefined && post.replyMode !== 'sign'
    ? { verdict: 'warn', spans: [{ field: 'replyMode', start: 0, end: 0 }] }
    : undefined
