// Decides whether a post waits for the next opening, and whether a class gets too many notices (T01–T07, T12).
import type { JudgeRule } from '../finding'
import { isUnknownDay, nextOpening, quietRules, type TimeRule } from '../../pact'
import { oncePerPost, type Subject } from '../subject'
import type { Post } from '../types'

const isUrgent = ({ post }: Subject) => post.role !== 'guardian' && Boolean(post.urgent?.reason?.trim())

/** Every rule of the hours asks for the rules that make this moment quiet. */
const quietOf = oncePerPost(({ post, context, pact, now }) =>
  quietRules(now, post.role, post.kind, pact, context.calendar),
)

/** An urgent post with a reason goes out at once; its reason is kept, so that the principal sees it (T01). */
export function judgeHours(rule: TimeRule): JudgeRule {
  return (subject) => {
    const { post, context, pact, now } = subject
    const quiet = quietOf(subject)
    if (!quiet.includes(rule)) {
      const isUnsure = rule === 'T06' && post.kind !== 'leave' && isUnknownDay(now, pact, context.calendar)
      return isUnsure ? { verdict: 'warn', wayOut: ['send_anyway', 'wait'] } : undefined
    }
    if (isUrgent(subject)) return { verdict: 'warn', wayOut: ['wait'] }
    return { verdict: 'queue', until: nextOpening(now, post.role, pact, context.calendar, post.kind) }
  }
}

/** What keeps a child from harm never waits for a count of messages. */
const isSafety = ({ noticeKind, urgent }: Subject['post']) =>
  noticeKind === 'safety' || (urgent?.cause === 'safety' && Boolean(urgent.reason?.trim()))

/** A letter to a few families, or to colleagues, is no notice of the class (C24, N19). */
const ofTheWeek = ({ audience }: Post) => audience === 'class' || audience === 'school'

/** As few messages as possible: above the week's cap a notice waits for the principal; a principal is told (T12). */
export const judgeWeeklyCap: JudgeRule<'T12'> = ({ post, context }, { perWeek }) => {
  if (post.kind !== 'notice' || !ofTheWeek(post) || context.approvedBy?.trim()) return undefined
  if ((context.weekCount ?? 0) < perWeek) return undefined
  return { verdict: post.role === 'principal' || isSafety(post) ? 'warn' : 'hold' }
}
