// Decides what happens to a post: every rule of the pact is asked, the worst verdict wins, all reasons are kept.
import { VERDICTS, type Instant, type Pact, type Reason, type Verdict } from '../contract'
import { RULES, isRuleId, precedenceOf, type RuleId } from './catalogue'
import { nextOpening } from './hours'
import { boundsOf, settingsOf } from './parameters'
import { JUDGES } from './rules'
import { readSubject, type Subject } from './subject'
import type { JudgeContext, Judgement, Params, Post } from './types'

const severity = (verdict: Verdict) => VERDICTS.indexOf(verdict)

/**
 * Judges one post under a pact. Pure and total, so every input gives a judgement.
 * `reasons` come worst first, among equals in the catalogue's order, so that the first one decides.
 */
export function judge(post: Post, context: JudgeContext, pact: Pact, now: Instant): Judgement {
  const subject = readSubject(post, context, pact, now)
  const reasons = Object.entries(pact.rules)
    .flatMap(([id, params]) => (isRuleId(id) ? askRule(id, subject, params) : []))
    .sort(byWeight)
    .map(({ reason }) => reason)
  const verdict = reasons[0]?.verdict ?? 'allow'
  const waits = reasons.some((reason) => reason.verdict === 'queue')
  if (!waits) return { verdict, reasons }
  return { verdict, reasons, releaseAt: nextOpening(now, post.role, pact, subject.context.calendar, post.kind) }
}

interface Weighed {
  reason: Reason
  weight: readonly [severity: number, sureness: number, place: number]
}

/** The worst verdict first, then the surest finding, then the rule that comes first in the catalogue. */
const byWeight = ({ weight: a }: Weighed, { weight: b }: Weighed) => b[0] - a[0] || b[1] - a[1] || a[2] - b[2]

/** A rule without a judge is a way of working, not a check on posts. */
function askRule(id: RuleId, subject: Subject, params: Params): Weighed[] {
  const finding = JUDGES[id]?.(subject, params)
  if (!finding) return []
  const reason: Reason = {
    rule: id,
    verdict: finding.verdict,
    cite: { rule: id, pactVersion: subject.pact.version },
    spans: finding.spans ?? [],
    wayOut: finding.wayOut ?? RULES[id].wayOut,
    ...(Object.keys(boundsOf(id)).length > 0 && { params: settingsOf(id, params) }),
    ...(finding.until !== undefined && { until: finding.until }),
  }
  return [{ reason, weight: [severity(finding.verdict), finding.sureness ?? 0, precedenceOf(id)] }]
}
