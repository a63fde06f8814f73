// Decides how an appealed case reads to the leaders: what happened, what was done, what the guardian says to it (G04).
import type { AppealedCase, Instant } from '@class-pact/core/contract'
import { presentAppeals, sayEnd, sayRule, sayStep, type CaseLine } from '../../../domains/class/case-lines'
import { formatClass, formatMoment } from '../../../services/format'

export interface AppealedView {
  caseId: string
  title: string
  evidence: string
  lines: CaseLine[]
  /** Nobody has answered, and this reader may not. */
  waits: string
  mayAnswer: boolean
}

export function presentAppealed(found: AppealedCase, now: Instant): AppealedView {
  const { caseId, className, card, rule, evidence, steps, appeals, mayAnswer } = found
  const isOpen = appeals.some(({ answered }) => answered === undefined)
  return {
    caseId,
    title: `${formatClass(className)}，${card}`,
    evidence: `${rule} ${sayRule(rule)}：${evidence}`,
    lines: [
      ...steps.map(({ step, at, by, words, until, days, lifted }) => ({
        key: step,
        text: `${sayStep(step, days)}：${words}`,
        sub: [formatMoment(at, now), by, sayEnd({ until, lifted }, now)].filter(Boolean).join('，'),
      })),
      ...presentAppeals(appeals, now),
    ],
    waits: isOpen && !mayAnswer ? '等校长答复；作出处理的人不答复自己的处理。' : '',
    mayAnswer,
  }
}
