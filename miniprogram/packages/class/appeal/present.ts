// Decides how a case reads to whoever it is about: what holds till when, what goes on all the same, what was answered.
import type { Instant, OwnCase } from '@class-pact/core/contract'
import { presentAppeals, sayEnd, sayRule, sayStep, type CaseLine } from '../../../domains/class/case-lines'
import { formatClass, formatMoment } from '../../../services/format'

export interface OwnCaseView {
  caseId: string
  /** 三（2）班，广告推销 */
  title: string
  /** What it means for the family now. */
  holds: string
  lines: CaseLine[]
  /** Nobody has answered yet. */
  waits: boolean
  mayAppeal: boolean
}

function sayWhatHolds({ steps }: OwnCase, now: Instant): string {
  if (steps.some(({ step, lifted }) => step === 'remove' && !lifted)) {
    return '您已不在这个班级。孩子的通知由另一位家长收，或由老师电话告知。'
  }
  const until = Math.max(0, ...steps.flatMap((step) => (step.until !== undefined && !step.lifted ? [step.until] : [])))
  if (until <= now) return '现在对您没有限制。'
  return `${formatMoment(until, now)}前不能留言。看通知、签字、请假、打电话照常。`
}

export function presentOwnCase(found: OwnCase, now: Instant): OwnCaseView {
  const { caseId, className, rule, steps, appeals, mayAppeal } = found
  return {
    caseId,
    title: `${formatClass(className)}，${sayRule(rule)}`,
    holds: sayWhatHolds(found, now),
    lines: [
      ...steps.map((step) => ({
        key: step.step,
        text: sayStep(step.step, step.days),
        sub: [formatMoment(step.at, now), sayEnd(step, now)].filter(Boolean).join('，'),
      })),
      ...presentAppeals(appeals, now),
    ],
    waits: appeals.some(({ answered }) => answered === undefined),
    mayAppeal,
  }
}
