// Decides how a warning's page reads: what gathers, what to check, who has looked, who was told (screens.md 4).
import type { Instant, ReportedTo, SicknessWarningPage } from '@class-pact/core/contract'
import { REPORTED_TO_WORDS, listChecks, sayNext, sayWarning } from '../../../domains/attendance/sickness'
import { formatDate, formatStampTime } from '../../../services/format'

export interface WarningView {
  text: string
  next: string
  checks: string[]
  steps: { key: string; text: string; value: string }[]
  cases: { childId: string; no: string; name: string; text: string }[]
  canVerify: boolean
  canReport: boolean
}

export function presentWarning(warning: SicknessWarningPage, now: Instant): WarningView {
  const { symptom, cases, verified, reported, closed, canReport, since } = warning
  const isOver = Boolean(reported ?? closed)
  const steps = [
    { key: 'since', text: '达到上报标准', value: formatStampTime(since) },
    ...(verified
      ? [
          {
            key: 'verified',
            text: `${verified.by}核实：${verified.holds ? '情况属实' : '不是聚集生病'}`,
            value: formatStampTime(verified.at),
          },
        ]
      : []),
    ...(reported
      ? [
          {
            key: 'reported',
            text: `${reported.by}上报：${reported.to.map((each) => REPORTED_TO_WORDS[each]).join('、')}`,
            value: formatStampTime(reported.at),
          },
        ]
      : []),
  ]
  return {
    text: sayWarning(warning, now),
    next: sayNext(warning, now),
    checks: listChecks(symptom),
    steps,
    cases: cases.map(({ childId, no, name, day }) => ({ childId, no, name, text: `${formatDate(day)}起` })),
    canVerify: !isOver && (!verified || (canReport && !verified.holds)),
    canReport: canReport && !isOver,
  }
}

export interface ToView {
  value: ReportedTo
  label: string
  on: boolean
}

export const listReportedTo = (chosen: readonly ReportedTo[]): ToView[] =>
  (Object.keys(REPORTED_TO_WORDS) as ReportedTo[]).map((value) => ({
    value,
    label: REPORTED_TO_WORDS[value],
    on: chosen.includes(value),
  }))
