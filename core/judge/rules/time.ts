// Decides whether a post waits for the next opening, and whether a class gets too many notices (T01–T07, T12).
import type { JudgeRule } from '../finding'
import { TIME_RULES, isUnknownDay, nextOpening, quietRules, numberOf, type TimeRule } from '../../pact'
import { oncePerPost, type Subject } from '../subject'
/** Notices a class gets in a week unless the pact says otherwise (screens.md 7, T12). */
const NOTICES_PER_WEEK = 5

const isUrgent = ({ post }: Subject) => post.role !== 'guardian' && Boolean(post.urgent?.reason?.trim())

/** Every rule of the hours asks for the rules that make this moment quiet. */
const quietOf = oncePerPost(({ post, context, pact, now }) =>
  quietRules(now, post.role, post.kind, pact, context.calendar),
)

/** An urgent post with a reason goes out at once; its reason is kept, so that the principal sees it (T01). */
function judgeHours(rule: TimeRule): JudgeRule {
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

/** As few messages as possible: above the week's cap the sender is told (T12). */
const judgeWeeklyCap: JudgeRule = ({ post, context }, params) => {
  if (post.kind !== 'notice' || post.audience === 'child' || context.approvedBy?.trim()) return undefined
  const cap = numberOf(params, 'perWeek', NOTICES_PER_WEEK, 1)
  return (context.weekCount ?? 0) >= cap ? { verdict: 'warn' } : undefined
}

const hours = Object.fromEntries(TIME_RULES.map((rule) => [rule, judgeHours(rule)])) as Record<TimeRule, JudgeRule>

export const TIME_JUDGES = { ...hours, T12: judgeWeeklyCap }
