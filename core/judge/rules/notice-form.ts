// Decides whether a notice has the form of one: all parts, a kind, short, signed where the law of the house wants it.
import type { Span } from '../../wire'
import type { JudgeRule } from '../finding'
import { isSigned } from '../../notice'
import { numberOf } from '../../pact'
import { isSecondNotice } from './flooding'
const isNotice = (kind: string) => kind === 'notice'

/** Title, body and signature line; the date and the layout come from the server (N02). */
const judgeParts: JudgeRule = ({ post }) => {
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
const judgeKind: JudgeRule = ({ post }) =>
  isNotice(post.kind) && !post.noticeKind
    ? { verdict: 'refuse', spans: [{ field: 'kind', start: 0, end: 0 }] }
    : undefined

/** Characters of a notice that is still short (judge presets: maxNoticeCharacters). */
const LONGEST = 500

/** A second notice on the same matter within this time amends the first (N03). */
const WITHIN_MINUTES = 120

/** Short, in one go (N03). */
const judgeLength: JudgeRule = (subject, params) => {
  const { post } = subject
  if (!isNotice(post.kind)) return undefined
  const longest = numberOf(params, 'longest', LONGEST, 1)
  const length = [...(post.body ?? '')].length
  if (isSecondNotice(subject, numberOf(params, 'withinMinutes', WITHIN_MINUTES, 1))) return { verdict: 'warn' }
  return length > longest
    ? { verdict: 'warn', spans: [{ field: 'body', start: 0, end: post.body.length }], wayOut: ['edit', 'send_anyway'] }
    : undefined
}

const judgeSignature: JudgeRule = ({ post }) =>
  isNotice(post.kind) && isSigned(post.noticeKind) && post.replyMode !== undefined && post.replyMode !== 'sign'
    ? { verdict: 'warn', spans: [{ field: 'replyMode', start: 0, end: 0 }] }
    : undefined

export const NOTICE_RULES = {
  N02: judgeParts,
  N03: judgeLength,
  N08: judgeSignature,
  N12: judgeKind,
} satisfies Record<string, JudgeRule>
